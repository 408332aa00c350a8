// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { captureOf } from '@/utils/reading/capture';

/* No word of any page is in its capture, wherever the page may put a word. */

/** One node of a page: every text and every value of an attribute is a word of its own. */
interface Piece {
  as: 'text' | 'comment' | 'element' | 'svg' | 'shadow' | 'frame' | 'template';
  tag: string;
  attributes: readonly (readonly [name: string, word: string])[];
  word: string;
  children: readonly Piece[];
}

// Long enough that no text of the same shape becomes it by chance.
const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{8,16}$/);
const TAGS =
  `p td th tr table caption li ul label legend fieldset h1 h2 span div a button option optgroup select textarea input
datalist details summary dialog output meter progress script style noscript title object embed canvas video audio picture map area
abbr time data ruby rt form marquee x-liste ent-menu-2 inconnu`.split(/\s+/);
const DRAWN = ['svg', 'text', 'title', 'desc', 'foreignObject', 'a', 'tspan', 'style', 'image'];
const ATTRIBUTES =
  `id class name for form headers title alt placeholder label summary value href src srcset action data-nom data-x
style aria-label aria-labelledby aria-describedby aria-valuetext aria-roledescription aria-placeholder aria-sort aria-expanded
aria-current role type scope colspan rowspan lang dir onclick onload accesskey autocomplete list pattern content
contenteditable draggable srcdoc cite datetime ping target download slot part is nonce itemprop property
xlink:href checked selected disabled hidden open tabindex`.split(/\s+/);

const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom(...ATTRIBUTES), word), {
  maxLength: 4,
  selector: ([name]) => name,
});
const KINDS = [
  'text',
  'comment',
  'element',
  'element',
  'element',
  'svg',
  'shadow',
  'frame',
  'template',
] as const;
const pieceOf = (children: fc.Arbitrary<Piece[]>): fc.Arbitrary<Piece> =>
  fc.record({
    as: fc.constantFrom(...KINDS),
    tag: fc.constantFrom(...TAGS, ...DRAWN),
    attributes,
    word,
    children,
  });
const some = (one: fc.Arbitrary<Piece>) => fc.array(one, { maxLength: 2 });
const piece = pieceOf(some(pieceOf(some(pieceOf(some(pieceOf(fc.constant([]))))))));

/** Builds what a piece says inside `parent`, and counts its words in `words`. */
function build(parent: ParentNode & Node, of: Piece, words: Set<string>): void {
  const document = (parent.ownerDocument ?? parent) as Document;
  words.add(of.word);
  if (of.as === 'text') return void parent.append(of.word);
  if (of.as === 'comment') return void parent.append(document.createComment(of.word));
  const drawn = of.as === 'svg';
  const element = drawn
    ? document.createElementNS('http://www.w3.org/2000/svg', of.tag === 'p' ? 'text' : of.tag)
    : document.createElement(
        { frame: 'iframe', shadow: 'div', template: 'template' }[of.as as string] ?? of.tag,
      );
  for (const [name, value] of of.attributes) {
    // The environment would try to load it; other elements bear these attributes.
    if (of.as === 'frame' && name.startsWith('src')) continue;
    words.add(value);
    element.setAttribute(name, value);
  }
  parent.append(element);
  if (of.as === 'frame') {
    giveFrame(element, of, words);
    return;
  }
  const inside: ParentNode & Node =
    of.as === 'shadow'
      ? element.attachShadow({ mode: 'open' })
      : of.as === 'template'
        ? (element as HTMLTemplateElement).content
        : element;
  inside.append(document.createTextNode(of.word));
  for (const child of of.children) build(inside, child, words);
  // What is typed is no attribute.
  if (element.localName === 'input' || element.localName === 'textarea')
    (element as HTMLInputElement).value = of.word;
}

/** The environment loads no frame: its document is given. */
function giveFrame(element: Element, of: Piece, words: Set<string>): void {
  const inner = new DOMParser().parseFromString('<title></title><body></body>', 'text/html');
  inner.title = of.word;
  for (const child of of.children) build(inner.body, child, words);
  Object.defineProperty(element, 'contentDocument', { value: inner });
}

// The environment says aloud, and late, that it loads no frame.
beforeAll(() => void vi.spyOn(console, 'error').mockReturnValue());

test('no word of it is left, in whichever text, attribute, comment, drawing, shadow or frame it stands', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.boolean(), (pieces, frames) => {
      const document = new DOMParser().parseFromString('<title></title><body></body>', 'text/html');
      const words = new Set<string>();
      for (const one of pieces) build(document.body, one, words);
      seen += words.size;
      const { html, kept } = captureOf(document, { frames });
      const left = html.normalize('NFC').toLowerCase();
      expect([...words].filter((one) => left.includes(one.normalize('NFC').toLowerCase()))).toEqual([]);
      expect(kept).toEqual([]);
      expect(left).not.toMatch(/<script|<style|<link|javascript:|https?:|\son[a-z]+=|\ssrc=/);
    }),
    { numRuns: 300, seed: 20261123 },
  );
  expect(seen).toBeGreaterThan(2000);
});

test('a page that wrote a label of ours gets it back only where it was asked for, and nothing beside it', () => {
  fc.assert(
    fc.property(word, word, (before, after) => {
      const document = new DOMParser().parseFromString(
        `<body><th title="${before}">Durée de vie</th><td>${before} Durée de vie ${after}</td></body>`,
        'text/html',
      );
      const keeps = (text: string) => text === 'Durée de vie';
      const { html, kept } = captureOf(document, { frames: false, keeps });
      expect(kept).toEqual(['Durée de vie']);
      expect(html.match(/Durée de vie/g)).toHaveLength(1);
      expect(html).not.toContain(before);
      expect(html).not.toContain(after);
      expect(captureOf(document, { frames: false }).html).not.toContain('Durée de vie');
    }),
    { numRuns: 50 },
  );
});
