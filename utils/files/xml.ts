import { decodeText, type Encoding } from './encoding';
import {
  afterMark,
  decodeXml,
  followsAt,
  isNamed,
  localStart,
  nameEnd,
  PositionCounter,
  sameBytes,
  type TextPosition,
} from './xml-bytes';
import { XmlFault } from './xml-fault';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;

/** Real files nest five elements; a hundred is a trap. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 200;

/**
 * Reads XML in one pass over its bytes, without a tree: memory doesn't grow with the file, and text is only made of what
 * is asked for. Checks that the document is well formed. Knows no DTD and no entity of a document's own: it refuses them.
 * Own code because a parser that builds a tree would hold several times the file, and gives no line for what it read.
 */
export class XmlScanner {
  /** Depth of the element that the last event is about: 1 is the root. */
  depth = 0;
  /** Offset of the last event. */
  start = 0;
  private at: number;
  private from = 0;
  private to = 0;
  private isCdata = false;
  private closesItself = false;
  private hasRoot = false;
  private readonly opened: number[] = [];
  private readonly attributes: number[] = [];
  private readonly positions: PositionCounter;

  constructor(
    private readonly bytes: Uint8Array,
    from: number,
    private readonly encoding: Encoding,
  ) {
    this.at = from;
    this.positions = new PositionCounter(bytes, encoding, from);
  }

  /**
   * Goes to the next tag or text. Texts of nothing but white space are passed over.
   * @throws {XmlFault} when the document isn't well formed, or holds a DTD
   */
  next(): 'open' | 'close' | 'text' | 'end' {
    const { bytes } = this;
    if (this.closesItself) {
      this.closesItself = false;
      this.leave();
      return 'close';
    }
    for (;;) {
      while ((bytes[this.at] ?? 0x21) <= 0x20) this.at++;
      this.start = this.at;
      if (this.at >= bytes.length) return this.end();
      if (bytes[this.at] !== LT) return this.readText();
      const next = bytes[this.at + 1];
      if (next === SLASH) return this.readClose();
      if (next === 0x3f) this.at = afterMark(this.bytes, this.at + 2, '?>');
      else if (next !== 0x21) return this.readOpen();
      else if (followsAt(this.bytes, this.at, '<!--')) this.at = afterMark(this.bytes, this.at + 4, '-->');
      else if (followsAt(this.bytes, this.at, '<![CDATA[') && this.depth > 0) return this.readCdata();
      else throw new XmlFault(followsAt(this.bytes, this.at, '<!DOCTYPE') ? 'doctype' : 'tag', this.at);
    }
  }

  /** Name of the element opened or closed, without its prefix. */
  element(): string {
    return this.ascii(localStart(this.bytes, this.from, this.to), this.to);
  }

  /** Value of an attribute of the element just opened, whatever its case and prefix; undefined when it has none. */
  attribute(name: string): string | undefined {
    const { attributes } = this;
    for (let n = 0; n < attributes.length; n += 4) {
      const start = attributes[n] as number;
      const end = attributes[n + 1] as number;
      if (end - start === name.length && isNamed(this.bytes, start, name))
        return this.decode(attributes[n + 2] as number, attributes[n + 3] as number);
    }
    return undefined;
  }

  /** The namespace that the element just opened declares for itself. */
  namespace(): string | undefined {
    const prefix = localStart(this.bytes, this.from, this.to) - this.from;
    return this.attribute(prefix === 0 ? 'xmlns' : `xmlns:${this.ascii(this.from, this.from + prefix - 1)}`);
  }

  /** The text that `next` has found, without the white space before it, its entities resolved. */
  text(): string {
    return this.isCdata
      ? decodeText(this.bytes, this.from, this.to, this.encoding)
      : this.decode(this.from, this.to);
  }

  /** How much of the file is read, from 0 to 1. */
  get share(): number {
    return this.at / Math.max(1, this.bytes.length);
  }

  /** Where a byte stands. Fast as long as it is asked for in the order of the file. */
  position(offset: number): TextPosition {
    return this.positions.of(offset);
  }

  private end(): 'end' {
    if (this.opened.length === 0 && this.hasRoot) return 'end';
    const [from = 0, to = 0] = this.opened.slice(-2);
    throw new XmlFault('truncated', this.bytes.length, this.hasRoot ? [this.ascii(from, to)] : []);
  }

  private readText(): 'text' {
    const end = this.bytes.indexOf(LT, this.at);
    if (this.opened.length === 0) throw new XmlFault('outside', this.at);
    if (end < 0) throw new XmlFault('truncated', this.bytes.length);
    this.setText(this.at, end, end, false);
    return 'text';
  }

  private readCdata(): 'text' {
    const after = afterMark(this.bytes, this.at + 9, ']]>');
    this.setText(this.at + 9, after - 3, after, true);
    return 'text';
  }

  private setText(from: number, to: number, after: number, isCdata: boolean): void {
    this.depth = this.opened.length / 2;
    [this.from, this.to, this.at, this.isCdata] = [from, to, after, isCdata];
  }

  private readClose(): 'close' {
    const { bytes, opened } = this;
    const from = this.at + 2;
    const end = nameEnd(this.bytes, from);
    let after = end;
    while ((bytes[after] ?? 0x21) <= 0x20) after++;
    if (after >= bytes.length) throw new XmlFault('truncated', bytes.length);
    if (bytes[after] !== GT || end === from) throw new XmlFault('tag', this.at);
    const start = opened[opened.length - 2];
    const length = (opened[opened.length - 1] ?? 0) - (start ?? 0);
    if (start === undefined || length !== end - from || !sameBytes(this.bytes, start, from, length)) {
      const open = start === undefined ? [] : [this.ascii(start, start + length)];
      throw new XmlFault('mismatch', this.at, [this.ascii(from, end), ...open]);
    }
    this.at = after + 1;
    this.leave();
    return 'close';
  }

  /** The element that ends is the last one opened. */
  private leave(): void {
    this.depth = this.opened.length / 2;
    this.to = this.opened.pop() as number;
    this.from = this.opened.pop() as number;
  }

  private readOpen(): 'open' {
    const { bytes } = this;
    const from = this.at + 1;
    const end = nameEnd(this.bytes, from);
    if (from >= bytes.length) throw new XmlFault('truncated', bytes.length);
    if (end === from) throw new XmlFault('tag', this.at);
    if (this.opened.length === 0 && this.hasRoot)
      throw new XmlFault('second-root', this.at, [this.ascii(from, end)]);
    this.hasRoot = true;
    this.attributes.length = 0;
    for (let at = end; ; ) {
      const gap = at;
      while ((bytes[at] ?? 0x21) <= 0x20) at++;
      const byte = bytes[at];
      if (byte === GT || (byte === SLASH && bytes[at + 1] === GT)) {
        this.closesItself = byte === SLASH;
        this.at = at + (byte === SLASH ? 2 : 1);
        break;
      }
      if (byte === undefined || (byte === SLASH && at + 1 >= bytes.length))
        throw new XmlFault('truncated', bytes.length, [this.ascii(from, end)]);
      if (at === gap) throw new XmlFault('attribute', at);
      at = this.readAttribute(at);
    }
    this.opened.push(from, end);
    [this.from, this.to] = [from, end];
    this.depth = this.opened.length / 2;
    if (this.depth > MAX_DEPTH) throw new XmlFault('depth', this.start);
    return 'open';
  }

  private readAttribute(at: number): number {
    const { bytes, attributes } = this;
    const end = nameEnd(this.bytes, at);
    let value = end;
    while ((bytes[value] ?? 0x21) <= 0x20) value++;
    const equals = value++;
    while ((bytes[value] ?? 0x21) <= 0x20) value++;
    const quote = bytes[value];
    if (quote === undefined) throw new XmlFault('truncated', bytes.length);
    if (end === at || bytes[equals] !== EQUALS || (quote !== 0x22 && quote !== 0x27))
      throw new XmlFault('attribute', at);
    let close = ++value;
    while (close < bytes.length && bytes[close] !== quote) {
      if (bytes[close] === LT) throw new XmlFault('attribute', at);
      close++;
    }
    if (close >= bytes.length) throw new XmlFault('truncated', bytes.length);
    for (let n = 0; n < attributes.length; n += 4) {
      const start = attributes[n] as number;
      const length = (attributes[n + 1] as number) - start;
      if (length === end - at && sameBytes(this.bytes, start, at, length))
        throw new XmlFault('repeated-attribute', at, [this.ascii(at, end)]);
    }
    if (attributes.length >= MAX_ATTRIBUTES * 4) throw new XmlFault('attribute', at);
    attributes.push(at, end, value, close);
    return close + 1;
  }

  private ascii(from: number, to: number): string {
    return decodeText(this.bytes, from, to, this.encoding);
  }

  private decode(from: number, to: number): string {
    return decodeXml(this.bytes, from, to, this.encoding);
  }
}
