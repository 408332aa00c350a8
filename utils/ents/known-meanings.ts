import { isLabel, norm } from '@/utils/reading/labels';
import type { Meaning } from './descriptor';
import { IMPORTED } from './itslearning/admin-titles';
import { type Words, wordsFor } from './skolengo/vocabulary';

const WORDS: Words = wordsFor('');

/** Words that every screen read so far uses for the values of a field. */
export function knownMeanings(field: string): readonly Meaning[] {
  if (field === 'lifetime')
    return [
      { means: 'year', says: WORDS('thisYear') },
      { means: 'lasting', says: WORDS('lasting') },
    ];
  if (field === 'mode')
    return (['mode1', 'mode2', 'mode3'] as const).map((mode, at) => ({ means: at + 1, says: WORDS(mode) }));
  if (field === 'state')
    return [
      { means: 'active', says: ['Actif', 'Actifs', 'Active'] },
      { means: 'archived', says: ['Archivé', 'Archivés', 'Archived'] },
    ];
  if (field === 'imported') return [{ means: true, says: IMPORTED }];
  return [];
}

/** They answer the title of their column, which may ask the contrary (« Limité à l'année »). */
const ANSWERS = ['Oui', 'Non'];

/** The first wording to which a description gives another value than the one it is known to have. */
export function turnedMeaning(field: string, meanings: readonly Meaning[]): string | undefined {
  const known = knownMeanings(field);
  return meanings
    .flatMap(({ means, says }) => says.map((words) => ({ means, words })))
    .find(({ means, words }) => {
      if (isLabel(words, ANSWERS)) return false;
      const usual =
        known.find(({ says }) => isLabel(words, says)) ??
        known.find(({ says }) => says.some((one) => isLonger(words, one)));
      return usual !== undefined && usual.means !== means;
    })?.words;
}

/** « Limitée à l'année scolaire 2026-2027 » still says what it begins with; « Non renseignée » says nothing of « Non ». */
function isLonger(words: string, known: string): boolean {
  return !isLabel(known, ANSWERS) && norm(words).startsWith(`${norm(known)} `);
}
