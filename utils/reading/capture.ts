import { type Chance, sameShape } from './same-shape';

/** How a page is captured. */
export interface CaptureOptions {
  /** Frames of the same site are captured inside; other frames stay empty. */
  frames: boolean;
  /** Texts kept as they are: labels that we know ourselves, out of a closed list. */
  keeps?: (text: string) => boolean;
  chance?: Chance;
}

/** A page without its words. */
export interface Capture {
  html: string;
  elements: number;
  /** Texts that were replaced. */
  texts: number;
  /** Texts that were kept, each once. */
  kept: readonly string[];
}

/** Of many brothers and sisters of one kind this many tell the shape; thousands of rows would only weigh. */
const MOST_ALIKE = 40;
const DEEPEST_FRAME = 4;

/** Left out with all they hold: code, styles, what is loaded from elsewhere. */
const GONE =
  /^(?:script|style|link|meta|base|noscript|template|object|embed|applet|param|source|track|title|head|slot)$/;
/** Kept empty: drawings, sounds, pictures. */
const HOLLOW = /^(?:svg|math|canvas|video|audio|picture|map|iframe|frame)$/;
const VOID = /^(?:area|br|col|hr|img|input|wbr)$/;
const KNOWN_TAGS = new Set(
  `a abbr address article aside audio b blockquote body br button canvas caption cite code col colgroup data dd del
details dfn dialog div dl dt em fieldset figcaption figure footer form frame frameset font center h1 h2 h3 h4 h5 h6 header
hgroup hr html i iframe img input ins kbd label legend li main map mark math menu meter nav ol optgroup option output p picture
pre progress q ruby rp rt s samp search section select small span strong sub summary sup svg table tbody td textarea tfoot
th thead time tr u ul var video wbr`.split(/\s+/),
);
/** What a component is called by its own makers; nothing else of a tag may be a word. */
const CUSTOM_TAG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

const BOOLEANS = /^(?:disabled|checked|selected|readonly|required|multiple|hidden|open|nowrap)$/;
const NUMBERS =
  /^(?:colspan|rowspan|span|aria-(?:level|posinset|setsize|rowcount|rowindex|rowspan|colcount|colindex|colspan))$/;
const STATES =
  /^aria-(?:expanded|checked|selected|pressed|hidden|disabled|current|sort|haspopup|modal|multiselectable|orientation|busy|live|atomic|readonly|required|invalid)$/;
const STATE_VALUES =
  /^(?:true|false|mixed|undefined|none|ascending|descending|other|menu|listbox|tree|grid|dialog|page|step|location|date|time|horizontal|vertical|polite|assertive|off|grammar|spelling)$/;
const IDS =
  /^(?:id|for|headers|form|aria-(?:labelledby|controls|describedby|owns|activedescendant|details|flowto|errormessage))$/;
const TEXTS =
  /^(?:title|alt|placeholder|label|summary|aria-(?:label|valuetext|roledescription|placeholder))$/;
const ROLES = new Set(
  `alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo dialog
directory document feed figure form grid gridcell group heading img link list listbox listitem log main marquee menu menubar
menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup region row
rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel term
textbox timer toolbar tooltip tree treegrid treeitem`.split(/\s+/),
);
const TYPES =
  /^(?:button|checkbox|color|date|datetime-local|email|file|hidden|image|month|number|password|radio|range|reset|search|submit|tel|text|time|url|week)$/;
const SCOPES = /^(?:row|col|rowgroup|colgroup)$/;

/** The structure of a page with none of its words, as an HTML document that loads and runs nothing. */
export function captureOf(document: Document, options: CaptureOptions): Capture {
  const work = new Work(options);
  const html = work.page(document, 0);
  const note = `<!-- Capture anonymis\u00E9e par Vigie ENT\u202F: structure seule. -->`;
  return {
    html: `<!doctype html>\n${note}\n${html}\n`,
    elements: work.elements,
    texts: work.texts,
    kept: [...work.kept],
  };
}

class Work {
  elements = 0;
  texts = 0;
  readonly kept = new Set<string>();
  private readonly names = new Map<string, string>();
  private readonly chance: Chance;

  constructor(private readonly options: CaptureOptions) {
    this.chance = options.chance ?? Math.random;
  }

  page(document: Document, depth: number): string {
    const title = this.text(document.title);
    const body = document.body ? this.element(document.body, depth) : '<body></body>';
    return `<html><head><meta charset="utf-8"><title>${title}</title></head>\n${body}</html>`;
  }

  private element(element: Element, depth: number): string {
    const tag = element.localName.toLowerCase();
    if (GONE.test(tag)) return '';
    this.elements += 1;
    const name = KNOWN_TAGS.has(tag) || CUSTOM_TAG.test(tag) ? tag : 'span';
    const open = `<${name}${this.attributes(element, name)}`;
    if (name === 'iframe') return `${open}${this.frame(element as HTMLIFrameElement, depth)}></iframe>`;
    if (VOID.test(name)) return `${open}>`;
    if (HOLLOW.test(name)) return `${open}></${name}>`;
    if (name === 'textarea') return `${open}>${this.text((element as HTMLTextAreaElement).value)}</${name}>`;
    return `${open}>${this.shadow(element, depth)}${this.children(element, depth)}</${name}>`;
  }

  private shadow(element: Element, depth: number): string {
    const { shadowRoot } = element;
    return shadowRoot ? `<template shadowrootmode="open">${this.children(shadowRoot, depth)}</template>` : '';
  }

  private children(parent: ParentNode & Node, depth: number): string {
    const alike = new Map<string, number>();
    let left = 0;
    const parts: string[] = [];
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) parts.push(this.text(node.nodeValue ?? ''));
      if (node.nodeType !== 1) continue;
      const { localName } = node as Element;
      const count = (alike.get(localName) ?? 0) + 1;
      alike.set(localName, count);
      if (count > MOST_ALIKE) left += 1;
      else parts.push(this.element(node as Element, depth));
    }
    if (left > 0) parts.push(`<!-- ${left} -->`);
    return parts.join('');
  }

  /** A frame of another site gives no document to read, and stays empty. */
  private frame(frame: HTMLIFrameElement, depth: number): string {
    if (!this.options.frames || depth >= DEEPEST_FRAME) return '';
    const inside = documentIn(frame);
    return inside ? ` srcdoc="${escaped(this.page(inside, depth + 1))}"` : '';
  }

  private attributes(element: Element, tag: string): string {
    const kept: string[] = [];
    for (const { name, value } of element.attributes) {
      const given = this.attribute(element, name.toLowerCase(), value);
      if (given !== undefined)
        kept.push(given === '' ? ` ${name.toLowerCase()}` : ` ${name.toLowerCase()}="${given}"`);
    }
    return kept.join('') + this.state(element, tag);
  }

  /** The value of an attribute as it may be kept; `undefined` for one that is dropped. */
  private attribute(element: Element, name: string, value: string): string | undefined {
    if (/^(?:checked|selected|value)$/.test(name)) return undefined;
    if (BOOLEANS.test(name)) return '';
    if (NUMBERS.test(name)) return /^-?\d{1,7}$/.test(value) ? value : undefined;
    if (STATES.test(name)) return STATE_VALUES.test(value) ? value : undefined;
    if (IDS.test(name)) return this.fakeNames(value, 'i');
    if (TEXTS.test(name)) return this.text(value);
    switch (name) {
      case 'class':
        return this.fakeNames(value, 'c');
      case 'name':
        return this.fakeNames(value.replace(/\s+/g, '_'), 'n');
      case 'role':
        return ROLES.has(value) ? value : undefined;
      case 'type':
        return TYPES.test(value.toLowerCase()) ? value.toLowerCase() : undefined;
      case 'scope':
        return SCOPES.test(value) ? value : undefined;
      case 'href':
        return element.localName === 'a' ? '#' : undefined;
      case 'style':
        return /display\s*:\s*none/i.test(value) ? 'display:none' : undefined;
      case 'contenteditable':
      case 'draggable':
        return value === 'true' ? value : undefined;
      default:
        return undefined;
    }
  }

  /** What a field holds now, rather than what its markup first said; passwords and hidden values are nobody's business. */
  private state(element: Element, tag: string): string {
    if (tag === 'option') return (element as HTMLOptionElement).selected ? ' selected' : '';
    if (tag !== 'input') return '';
    const { type, checked, value } = element as HTMLInputElement;
    if (type === 'checkbox' || type === 'radio') return checked ? ' checked' : '';
    if (type === 'hidden' || type === 'password' || type === 'file' || !value) return '';
    return ` value="${this.text(value)}"`;
  }

  private fakeNames(value: string, initial: string): string | undefined {
    const fakes = value
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => {
        const fake = this.names.get(initial + name) ?? `${initial}${this.names.size + 1}`;
        this.names.set(initial + name, fake);
        return fake;
      });
    return fakes.length > 0 ? fakes.join(' ') : undefined;
  }

  private text(text: string): string {
    const words = text.trim();
    if (words === '') return text === '' ? '' : /\n/.test(text) ? '\n' : ' ';
    if (this.options.keeps?.(words)) {
      this.kept.add(words.replace(/\s+/g, ' '));
      return escaped(text);
    }
    this.texts += 1;
    return escaped(sameShape(text, this.chance));
  }
}

function documentIn(frame: HTMLIFrameElement): Document | undefined {
  try {
    return frame.contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
