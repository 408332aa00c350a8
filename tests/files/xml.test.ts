import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { XmlScanner } from '@/utils/files/xml';
import { XmlFault } from '@/utils/files/xml-fault';
import { latin1, utf8 } from './tables';

/** The whole document as plain values, the way a caller would follow it. */
interface Tree {
  name: string;
  attributes: Record<string, string>;
  children: (Tree | string)[];
}

function treeOf(bytes: Uint8Array, attributeNames: readonly string[] = []): Tree {
  const scanner = new XmlScanner(bytes, 0, 'utf-8');
  const stack: Tree[] = [{ name: '', attributes: {}, children: [] }];
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'close') stack.pop();
    else if (event === 'text') stack.at(-1)?.children.push(scanner.text().trim());
    else {
      const attributes: Record<string, string> = {};
      for (const name of attributeNames) {
        const value = scanner.attribute(name);
        if (value !== undefined) attributes[name] = value;
      }
      const tree = { name: scanner.element(), attributes, children: [] };
      stack.at(-1)?.children.push(tree);
      stack.push(tree);
    }
    expect(scanner.depth).toBe(event === 'close' ? stack.length : stack.length - 1);
  }
  const [root] = stack[0]?.children ?? [];
  if (stack.length !== 1 || typeof root !== 'object') throw new Error('not balanced');
  return root;
}

/** The same from fast-xml-parser, which many others have tried before us. */
function referenceOf(text: string): Tree {
  type Node = Record<string, unknown>;
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    ignorePiTags: true,
  });
  const convert = (node: Node): Tree => {
    const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
    const children = (node[name] as Node[]).flatMap((child): (Tree | string)[] => {
      if (!('#text' in child)) return [convert(child)];
      return String(child['#text']).trim() === '' ? [] : [String(child['#text']).trim()];
    });
    return { name, attributes: (node[':@'] ?? {}) as Record<string, string>, children };
  };
  const [root] = parser.parse(text) as Node[];
  return convert(root as Node);
}

const NAMES = ['Cours', 'Classe', 'a', 'H.DEBUT', 'été', '_x-1'];
const value = fc.stringMatching(/^[a-zé «»'/>;=-]{0,8}$/);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('é', '&#233;');

const { document } = fc.letrec<{ document: string; child: string }>((tie) => ({
  document: fc
    .record({
      name: fc.constantFrom(...NAMES),
      attributes: fc.dictionary(fc.constantFrom('Ident', 'Nom', 'Semaines'), value, { maxKeys: 3 }),
      children: fc.array(tie('child'), { maxLength: 4 }),
      gap: fc.constantFrom('', ' ', '\n  '),
    })
    .map(({ name, attributes, children, gap }) => {
      const inside = Object.entries(attributes).map(
        ([key, text]) => ` ${key}${gap}=${gap}"${escaped(text)}"`,
      );
      const start = `<${name}${inside.join('')}${gap}`;
      return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}${gap}>`;
    }),
  child: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'xml' },
    fc.constantFrom('<!-- <Cours> -- -->', '<?pi <a>?>', '\n'),
    // An element between texts: two neighbouring texts are one for a parser with a tree.
    value.filter((text) => text.trim() !== '').map((text) => `${escaped(text)}<i/>`),
    tie('document'),
  ),
}));

test('reads any document as fast-xml-parser does', () => {
  fc.assert(
    fc.property(document, (text) => {
      expect(treeOf(utf8(text), ['Ident', 'Nom', 'Semaines'])).toEqual(referenceOf(text));
    }),
    { numRuns: 300 },
  );
});

describe('what is wrong, and where', () => {
  test.each<[string, string, string, string]>([
    ['truncated', '1:7', '<a><b>', 'b'],
    ['truncated', '1:9', '<a x="12', ''],
    ['truncated', '1:4', '<a/', 'a'],
    ['truncated', '1:8', '<a>text', ''],
    ['truncated', '1:10', '<a><!-- x', ''],
    ['truncated', '1:1', '', ''],
    ['mismatch', '2:4', '<a>\n<b></a>', 'a b'],
    ['mismatch', '1:5', '<a/></b>', 'b'],
    ['tag', '1:4', '<a>< b/></a>', ''],
    ['tag', '1:4', '<a><!ELEMENT b></a>', ''],
    ['attribute', '1:4', '<a x></a>', ''],
    ['attribute', '1:4', '<a x=1></a>', ''],
    ['attribute', '1:4', '<a x="<b>"></a>', ''],
    ['attribute', '1:9', '<a x="1"y="2"/>', ''],
    ['repeated-attribute', '1:10', '<a x="1" x="2"/>', 'x'],
    ['doctype', '3:1', '<?xml version="1.0"?>\r\n\r\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ''],
    ['entity', '1:13', '<a x="é&amp;&b;"/>', '&b;'],
    ['entity', '1:7', '<a x="&#xD800;"/>', '&#xD800;'],
    ['entity', '1:7', '<a x="&constructor;"/>', '&constructor;'],
    ['outside', '1:5', '<a/>b', ''],
    ['second-root', '1:5', '<a/><b/>', 'b'],
    ['depth', '1:301', '<a>'.repeat(150), ''],
  ])('%s at %s', (kind, place, text, words) => {
    const bytes = utf8(text);
    const scanner = new XmlScanner(bytes, 0, 'utf-8');
    let fault: unknown;
    try {
      for (let event = scanner.next(); event !== 'end'; event = scanner.next())
        if (event === 'open') scanner.attribute('x');
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(XmlFault);
    const { kind: found, offset, words: shown } = fault as XmlFault;
    const { line, column } = scanner.position(offset);
    expect([found, `${line}:${column}`, shown.join(' ')]).toEqual([kind, place, words]);
  });
});

test('finds attributes whatever their case and prefix, and the namespace of a prefixed root', () => {
  const scanner = new XmlScanner(utf8('<n:a xmlns:n="urn:x" IdPN="1" idP="2"/>'), 0, 'utf-8');
  scanner.next();
  expect([scanner.element(), scanner.namespace(), scanner.attribute('IDPN'), scanner.attribute('z')]).toEqual(
    ['a', 'urn:x', '1', undefined],
  );
});

test('reads Windows-1252 and CDATA', () => {
  const scanner = new XmlScanner(latin1('<a Nom="Zoé"><![CDATA[<é>&amp;]]></a>'), 0, 'windows-1252');
  scanner.next();
  expect(scanner.attribute('Nom')).toBe('Zoé');
  expect(scanner.next()).toBe('text');
  expect(scanner.text()).toBe('<é>&amp;');
});

test('any bytes end in a document or a fault, after at most one event a byte', () => {
  const tokens = fc.constantFrom(
    ...[
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '&',
      ';',
      ' ',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE',
      '<?',
      '?>',
    ],
    ...['a', 'Cours', '</Cours>', '<Cours>', ' x="1"', '\u0000', 'é', '&#1;', '\uFEFF'],
  );
  const bytes = fc.oneof(
    fc.array(tokens, { maxLength: 60 }).map((parts) => utf8(parts.join(''))),
    fc.uint8Array({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(bytes, (input) => {
      const scanner = new XmlScanner(input, 0, 'utf-8');
      let events = 0;
      try {
        for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
          if (event === 'text') scanner.text();
          else scanner.attribute('x');
          expect(++events).toBeLessThanOrEqual(2 * input.length);
        }
      } catch (fault) {
        expect(fault).toBeInstanceOf(XmlFault);
        expect((fault as XmlFault).offset).toBeLessThanOrEqual(input.length);
      }
    }),
    { numRuns: 3000 },
  );
});
