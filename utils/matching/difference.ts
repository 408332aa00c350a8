import { isBlank, spokenName } from './characters';

/** A stretch of text that both writings have, or only one. */
export interface Fragment {
  kind: 'equal' | 'removed' | 'added';
  text: string;
  /** The French names of the characters, when one of them is invisible or passes for another. */
  spoken?: string;
}

/** Longer values are compared as a whole: nobody reads the letters of a paragraph. */
const LONGEST = 200;
/** With less in common than this share of the longer text, it is another value, not a corrected one. */
const LEAST_COMMON = 0.4;

/** What became of each character, in reading order. Concatenating all but `added` gives `before`; all but `removed`, `after`. */
export function visibleDifference(before: string, after: string): Fragment[] {
  const [left, right] = [characters(before), characters(after)];
  const fragments = left.length > LONGEST || right.length > LONGEST ? [] : align(left, right);
  const common = fragments.reduce((sum, { kind, text }) => sum + (kind === 'equal' ? text.length : 0), 0);
  if (common >= LEAST_COMMON * Math.max(before.length, after.length)) return fragments.map(speak);
  const whole: Fragment[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return whole.filter(({ text }) => text !== '').map(speak);
}

/** What changed, in French, without a capital or a full stop: « é remplacé par e, espace en trop à la fin ». */
export function describeDifference(before: string, after: string): string {
  if (before === after) return 'aucune différence';
  if (before === '') return `« ${after} » ajouté`;
  if (after === '') return `« ${before} » effacé`;
  if (before.normalize('NFC') === after.normalize('NFC'))
    return 'accents codés autrement, invisible à l’écran';
  const cased = describeCase(before, after);
  if (cased) return cased;
  const fragments = visibleDifference(before, after);
  const said: string[] = [];
  for (let at = 0; at < fragments.length; at++) {
    const fragment = fragments[at];
    const next = fragments[at + 1];
    if (!fragment || fragment.kind === 'equal') continue;
    if (fragment.kind === 'removed' && next?.kind === 'added') {
      said.push(`${quote(fragment)} remplacé${feminine(fragment)} par ${quote(next)}`);
      at++;
    } else said.push(describeAlone(fragment, at, fragments.length));
  }
  return said.join(', ');
}

function describeCase(before: string, after: string): string | undefined {
  if (before.toLowerCase() !== after.toLowerCase()) return undefined;
  if (after === after.toUpperCase()) return 'passé en majuscules';
  if (after === after.toLowerCase()) return 'passé en minuscules';
  return 'majuscules et minuscules réparties autrement';
}

function describeAlone(fragment: Fragment, at: number, count: number): string {
  const place = at === 0 ? ' au début' : at === count - 1 ? ' à la fin' : '';
  const blank = [...fragment.text].every(isBlank);
  if (blank && fragment.kind === 'added') return `${quote(fragment)} en trop${place}`;
  return `${quote(fragment)} ${fragment.kind === 'added' ? 'ajouté' : 'retiré'}${feminine(fragment)}${place}`;
}

/** « apostrophe droite remplacée »: the other names of characters are masculine, as school files' own words are. */
function feminine({ spoken }: Fragment): 'e' | '' {
  return /^(apostrophe|lettre)/.test(spoken ?? '') ? 'e' : '';
}

/** One visible character stands bare; more are quoted; what cannot be seen is named. */
function quote({ text, spoken }: Fragment): string {
  if (spoken) return spoken;
  return characters(text).length === 1 ? text : `« ${text} »`;
}

function speak(fragment: Fragment): Fragment {
  if (PLAIN.test(fragment.text)) return fragment;
  const all = characters(fragment.text);
  const names = all.map(spokenName);
  if (names.every((name) => name === undefined)) return fragment;
  const [first] = names;
  if (all.length > 1 && first && names.every((name) => name === first))
    return { ...fragment, spoken: `${all.length} × ${first}` };
  const onlyOrdinary = names.every((name, at) => name === undefined || ordinary(all[at]));
  const readable = fragment.kind === 'equal' || names.includes(undefined);
  if (onlyOrdinary && readable) return fragment;
  return { ...fragment, spoken: all.map((character, at) => names[at] ?? character).join(' + ') };
}

/** Spaces, hyphens and straight apostrophes need no name where nothing changed or among letters. */
function ordinary(character: string | undefined): boolean {
  return character !== undefined && " -'".includes(character);
}

/** Letters and signs of one code unit that have no name of their own: most keys are made of nothing else. */
const PLAIN = /^[A-Za-z0-9À-ÖØ-öø-ÿ./@]*$/;

/** A letter with its combining accents is one character. */
function characters(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** The longest common subsequence, removals before additions. */
function align(left: readonly string[], right: readonly string[]): Fragment[] {
  const width = right.length + 1;
  // What both begin with is the same whatever follows.
  let begin = 0;
  while (begin < left.length && begin < right.length && left[begin] === right[begin]) begin++;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= begin; row--) {
    for (let column = right.length - 1; column >= begin; column--) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const fragments: Fragment[] = [];
  const add = (kind: Fragment['kind'], text: string) => {
    const last = fragments.at(-1);
    if (last?.kind === kind) last.text += text;
    else fragments.push({ kind, text });
  };
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [one, other] = [left[row], right[column]];
    if (one !== undefined && one === other) {
      add('equal', one);
      row++;
      column++;
    } else if (one !== undefined && (other === undefined || at(row + 1, column) >= at(row, column + 1))) {
      add('removed', one);
      row++;
    } else if (other !== undefined) {
      add('added', other);
      column++;
    }
  }
  return fragments;
}
