import { norm } from '@/utils/reading/labels';
import { FACT_FIELDS } from './fact-fields';
import { SCREEN_WORDS } from './itslearning/screen';
import { VOCABULARY } from './skolengo/vocabulary';

/** Every label by which Vigie knows a screen: a closed list, in which no page can put a word. */
const KNOWN = new Set(
  [
    ...Object.values(VOCABULARY).flatMap(({ said, guessed }) => [...said, ...guessed]),
    ...SCREEN_WORDS,
    ...Object.values(FACT_FIELDS).flatMap(({ says, fields }) => [
      says,
      ...Object.values(fields).map((field: { says: string }) => field.says),
    ]),
  ].map(norm),
);

/** True for a text that is a label of ours, whole. */
export function isKnownLabel(text: string): boolean {
  return KNOWN.has(norm(text));
}
