import type { PageId } from '@/utils/core/facts';
import { isLabel, norm } from '@/utils/reading/labels';
import { countIn, dateIn, flagIn } from '@/utils/reading/values';
import type { FieldReading, Wordings } from './descriptor';
import { choicesOf, type DescribedFact, fieldInfo } from './fact-fields';

/** The value of one field of a fact. */
export type Value = string | number | boolean;

/** One thing seen on the screen: its fields, the key it is found again by, and where it stands. */
export interface Sighting {
  key: string;
  element: Element;
  values: Readonly<Record<string, Value>>;
}

/** What one way of reading gave, or what it did not find, in French. */
export type Look =
  | { seen: readonly Sighting[]; complete: boolean; read?: { shown: number; total?: number; alone?: true } }
  /** `instead`: what to do about it, in French, where adding a word would not help. */
  | { problem: string; instead?: string };

/** What every way of reading is told. */
export interface Task {
  fact: DescribedFact;
  page: PageId;
  document: Document;
}

/** What was read of one field: its words and, where it is a box, its state. */
export interface Read {
  text: string;
  checked?: boolean | undefined;
}

/** The value that the words of the screen stand for; `undefined` for words that nobody explained. */
export function valueIn(
  { field, meanings = [], pick }: FieldReading,
  fact: DescribedFact,
  { text, checked }: Read,
): Value | undefined {
  const info = fieldInfo(fact, field);
  if (!info) return undefined;
  const meant =
    meanings.find(({ says }) => isLabel(text, says)) ??
    meanings.find(({ means, says }) =>
      says.some((words) =>
        means === info.exactly ? isSaidAgain(text, words, says) : isDetailed(text, words),
      ),
    );
  if (meant) return meant.means;
  if (choicesOf(info)) return undefined;
  if (info.otherwise !== undefined) return text === '' ? undefined : info.otherwise;
  switch (info.kind) {
    case 'flag':
      return text === '' ? checked : (flagIn(text) ?? checked);
    case 'count':
      return countIn(text);
    case 'date':
      return dateIn(text, pick);
    default:
      return text === '' ? undefined : text;
  }
}

/**
 * « Option 2 : utilisation des groupes… », « Limitée à l'année scolaire 2026-2027 »: known words with a detail. Words that
 * go on as a sentence (« Pérenne jusqu'au 31 août ») may mean something else, and stay unknown.
 */
function isDetailed(text: string, words: string): boolean {
  return /^ ?(?:[:(,;–—-]|20\d\d\b)/.test(detailAfter(text, words));
}

/** « Non limitée (groupe pérenne) », « Pérenne : oui »: any other detail (« : non », « (jusqu'au 31/08) ») may take it back. */
function isSaidAgain(text: string, words: string, says: Wordings): boolean {
  const [, again = ''] =
    /^ ?[:(,;–—-] ?(?:(?:groupe|compte) )?([^()]+?)\)?$/.exec(detailAfter(text, words)) ?? [];
  return isLabel(again, says);
}

/** What follows known words at the beginning of a text; '' when it doesn't begin with them. */
function detailAfter(text: string, words: string): string {
  const [read, known] = [norm(text), norm(words)];
  return read.startsWith(known) ? read.slice(known.length) : '';
}

/** « Durée de vie », or « Nom » when it has several wordings: the first is the usual one. */
export function quoted(labels: Wordings): string {
  return `«\u00A0${labels[0] ?? '?'}\u00A0»`;
}

/** « A », « B » et « C ». */
export function listed(labels: readonly Wordings[]): string {
  const all = labels.map(quoted);
  const last = all.pop() ?? '';
  return all.length > 0 ? `${all.join(', ')} et ${last}` : last;
}
