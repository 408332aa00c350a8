import type { Cover } from '@/components/overlay/covers';
import type { Facts } from '@/utils/core/facts';
import { fold } from '@/utils/matching/fold';
import { boxOfDialog, seenIn } from './cover-boxes';
import { scrollerOf } from './mark-layer';
import { namesIn, thingsIn } from './name-cover';
import { PLAIN_WORDS } from './plain-words';

/** Below this, a word of a name is found in every sentence. */
const FEWEST_LETTERS = 3;

/** Words as they are written, hyphens and full stops within: « Jean-Marie », « zoe.lambert », « Voulez-vous ». */
const WORD = /[\p{L}\p{M}\d@_]+(?:[-.][\p{L}\p{M}\d@_]+)*/gu;
/** « LE », « Du »: plain words that also begin surnames. */
const PARTICLE = /^(?:\p{Lu}{2,}|D[eu]s?|L[ae]s?)$/u;
/** What may show somebody without a word. */
const PICTURES = 'img, iframe, canvas, video, object, embed';

/** Where names may stand in a window of the ENT: it is not read, so that whatever is not surely something else is hidden. */
export interface WindowCover {
  /** What was read of the school. */
  look(facts: Facts): void;
  /** The window has changed. */
  changed(): void;
  covers(dialog: Element): Cover[];
}

/**
 * Covers, in the windows that the ENT opens, each word that begins with a capital and is none of the console's own, logins,
 * and the words of known names: the question, which is written in plain words, can be read. Names of groups, classes and
 * schools are left in sight, for it is often of them that one is asked.
 */
export function windowCover(): WindowCover {
  let people: ReadonlySet<string> = new Set();
  let things: readonly string[] = [];
  let known: { dialog: Element; ranges: Range[] } | undefined;
  return {
    look(facts) {
      known = undefined;
      people = new Set([...namesIn(facts).names].flatMap((name) => wordsOf(name)));
      things = thingsIn(facts);
    },
    changed() {
      known = undefined;
    },
    covers(dialog) {
      if (known?.dialog !== dialog) known = { dialog, ranges: rangesIn(dialog, people, things) };
      const fields = fieldsOf(dialog, (text) => hiddenIn(text, people, things).length > 0);
      const whole = boxOfDialog(dialog) ?? dialog.getBoundingClientRect();
      const boxesIn = (holder: Element | null, boxes: readonly DOMRect[]) => {
        const scroller = scrollerOf(holder);
        const through = scroller && dialog.contains(scroller) ? scroller.getBoundingClientRect() : whole;
        return boxes.flatMap((box) => seenIn(box, through) ?? []);
      };
      return [
        ...known.ranges.flatMap((range) =>
          boxesIn(range.startContainer.parentElement, [...range.getClientRects()]),
        ),
        ...fields.flatMap((field) => boxesIn(field.parentElement, [field.getBoundingClientRect()])),
      ];
    },
  };
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(' ')
    .filter((word) => word.length >= FEWEST_LETTERS);
}

/** Words that follow one another are hidden together: neither how many they are nor how long each is can be made out. */
function rangesIn(dialog: Element, people: ReadonlySet<string>, things: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { from, to } of hiddenIn(node.nodeValue ?? '', people, things)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  return ranges;
}

/** The stretches of a text that may name somebody. */
export function hiddenIn(
  text: string,
  people: ReadonlySet<string>,
  things: readonly string[],
): { from: number; to: number }[] {
  const shown = things.flatMap((thing) => {
    const from = text.indexOf(thing);
    return from < 0 ? [] : [{ from, to: from + thing.length }];
  });
  const hidden: { from: number; to: number }[] = [];
  const words = [...text.matchAll(WORD)].map(({ 0: word, index: from }) => ({
    word,
    from,
    to: from + word.length,
  }));
  const isHidden = words.map(
    ({ word, from, to }) => mayName(word, people) && !shown.some((one) => one.from <= from && to <= one.to),
  );
  // « LE Minh », « Du Bellay Anne »: what goes with a name is part of it.
  for (let index = words.length - 1; index >= 0; index--)
    if (isHidden[index + 1] && PARTICLE.test(words[index]?.word ?? '')) isHidden[index] = true;
  for (const [index, { from, to }] of words.entries()) {
    if (!isHidden[index]) continue;
    const last = hidden.at(-1);
    if (last && isHidden[index - 1]) last.to = to;
    else hidden.push({ from, to });
  }
  return hidden;
}

function mayName(word: string, people: ReadonlySet<string>): boolean {
  if (!/\p{L}/u.test(word)) return false;
  const parts = fold(word).split(/[^\p{L}\d]+/u);
  if (parts.every((part) => PLAIN_WORDS.has(part))) return false;
  return /[\p{Lu}\d@_.]/u.test(word) || parts.some((part) => people.has(part));
}

/** What holds no text of the document, and is hidden whole: fields by what is typed in them, and any picture. */
function fieldsOf(dialog: Element, mayNameIn: (text: string) => boolean): Element[] {
  const fields = [
    ...dialog.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, textarea, select'),
  ];
  const named = fields.filter((field) => {
    if (/^(?:checkbox|radio|button|submit|hidden|file)$/.test(field.type)) return false;
    return mayNameIn('selectedOptions' in field ? (field.selectedOptions[0]?.text ?? '') : field.value);
  });
  return [...named, ...dialog.querySelectorAll(PICTURES)];
}
