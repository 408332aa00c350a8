import { fold } from '@/utils/matching/fold';
import { SCREEN_WORDS, SOFTWARE_WORDS, TITLE_WORDS } from './dossier-words';

/** What a text is rewritten with: how years are moved, and what stands for a run of words that may name somebody. */
export interface Rewriting {
  years: number;
  alias(run: string): string;
}

/** « 2022-2023 », « 22-23 » or a lone « 2022 », as rules read them in names. */
const YEARS =
  /(?<!\d)20\d\d\s*[-/_–—]\s*(?:20)?\d\d(?!\d)|(?<!\d)\d\d\s*[-/_–—]\s*\d\d(?!\d)|(?<!\d)20\d\d(?!\d)/g;
const OLDEST_SHORT_YEAR = 15;
/** Words of a few letters between two that stay: « Espaces de travail ». */
const JOINING = /^(?:d|de|des|du|la|le|les|l|et|ressources?)$/;

/** A label of a screen: the ENT's own words stay. */
export function screenText(text: string, { alias }: Rewriting): string {
  return rewrite(text, (word) => SCREEN_WORDS.has(fold(word)), alias);
}

/** True for a text made of the ENT's own words alone. */
export function isScreenText(text: string): boolean {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).every((word) => word === '' || SCREEN_WORDS.has(fold(word)));
}

/** A name that somebody gave: the years stay, moved, and so do the few words that rules look for. */
export function titleText(text: string, { years, alias }: Rewriting): string {
  const known = (word: string) => TITLE_WORDS.has(fold(word));
  return betweenYears(text, years, (part) => rewrite(part, known, alias));
}

/** A program and its version. */
export function softwareText(text: string, { years, alias }: Rewriting): string {
  const known = (word: string) => /^v?\d{1,3}$/.test(word) || SOFTWARE_WORDS.has(fold(word));
  // Editions are told apart by their words, figures left out.
  const inLetters = (run: string) =>
    alias(run).replace(/\d/g, (digit) => 'bdfghjkmnp'[Number(digit)] as string);
  return betweenYears(text, years, (part) => rewrite(part, known, inLetters)).replace(
    /\b(UDT|UnDeuxTemps)(\s*(?:v?\.\s*|v\s*)?)(\d\d)\b/gi,
    // UDT counts its versions by years too.
    (_whole, name: string, between: string, version: string) => `${name}${between}${Number(version) + years}`,
  );
}

/** « MATIERE - CLASSE », or several groups: each part is a name of its own, so that two courses of one class still are. */
export function courseText(text: string, of: (noun: string) => Rewriting): string {
  const at = Math.max(text.lastIndexOf(' - '), text.lastIndexOf(' – '));
  if (at < 0) return titleText(text, of('Matière'));
  const groups = text
    .slice(at + 3)
    .split('/')
    .map((group) => titleText(group, of('Classe')));
  return `${titleText(text.slice(0, at), of('Matière'))}${text.slice(at, at + 3)}${groups.join('/')}`;
}

/** Moves the years written in a text, and treats what stands between them. */
function betweenYears(text: string, years: number, part: (text: string) => string): string {
  let done = '';
  let from = 0;
  for (const { 0: written, index } of text.matchAll(YEARS)) {
    const moved = movedYears(written, years);
    if (moved === undefined) continue;
    done += part(text.slice(from, index)) + moved;
    from = index + written.length;
  }
  return done + part(text.slice(from));
}

function movedYears(written: string, years: number): string | undefined {
  const [first = '', second] = written.match(/\d+/g) ?? [];
  const follows = second !== undefined && Number(second.slice(-2)) === (Number(first.slice(-2)) + 1) % 100;
  // « 12-15 » is no school year: ages, hours. Neither is « 12-13 », to the rules.
  if (first.length === 2 && (!follows || Number(first) < OLDEST_SHORT_YEAR)) return undefined;
  return written.replace(/\d+/g, (number) =>
    number.length === 4
      ? String(Number(number) + years)
      : String((Number(number) + years) % 100).padStart(2, '0'),
  );
}

/** Keeps the words that are known; each run of others becomes one alias. What stands between words stays. */
function rewrite(text: string, isKnown: (word: string) => boolean, alias: (run: string) => string): string {
  const pieces = text.split(/([\p{L}\p{M}\p{N}]+)/u);
  let done = pieces[0] ?? '';
  for (let at = 1; at < pieces.length; ) {
    let end = at;
    while (end < pieces.length && !isKnown(pieces[end] as string)) end += 2;
    const run = pieces.slice(at, Math.max(at, end - 1));
    const joining = run.every((piece, index) => index % 2 === 1 || JOINING.test(fold(piece)));
    const alone = at === 1 && end >= pieces.length;
    if (run.length > 0) done += joining && !alone ? run.join('') : alias(run.join(''));
    if (run.length > 0) done += pieces[end - 1] ?? '';
    if (end < pieces.length) done += `${pieces[end]}${pieces[end + 1] ?? ''}`;
    at = Math.max(end, at) + 2;
  }
  return done;
}
