import type { Synchronisation } from './core/facts';
import { compareWithFound, type Totals } from './files/expected';
import type { Expectation } from './store/schema';

/** What a profile of the predictions is called in the platform's report, whatever the words around. */
const STEMS: Readonly<Record<string, string>> = {
  Élèves: 'eleve',
  Parents: 'parent',
  Enseignants: 'enseignant',
  Personnels: 'personnel',
  Invités: 'invite',
};

/** Compares what imports did, as the platform reports them, with what was expected: one French sentence per number. */
export function importGaps(
  synchronisations: readonly Synchronisation[],
  expectations: readonly Expectation[],
): string[] {
  const told = new Set<string>();
  return synchronisations.flatMap(({ profile, date, ...found }) => {
    // The latest import of a profile stands first; the others are older than what was expected last.
    if (!profile || told.has(profile)) return [];
    told.add(profile);
    const expected = expectations.filter(
      (one) => fold(profile).includes(STEMS[one.profile] ?? '\0') && dayOf(date) >= one.at.slice(0, 10),
    );
    if (expected.length === 0) return [];
    const sum = (what: keyof Totals) => expected.reduce((total, one) => total + one[what], 0);
    const predicted = { created: sum('created'), updated: sum('updated'), deleted: sum('deleted') };
    const gaps = compareWithFound({ ...predicted, perProfile: [] }, found);
    if (gaps.length === 0) return [`${profile}, import du ${date}\u00A0: conforme à ce qui était attendu.`];
    return gaps.map(({ says }) => `${profile}, import du ${date}\u00A0: ${says}`);
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** « 25/08/2026 08:00 » as an ISO date; a date of another form is taken for a recent one, so that a gap is not hidden. */
function dayOf(date: string): string {
  const [, day, month, year] = /(\d{2})\/(\d{2})\/(\d{4})/.exec(date) ?? [];
  return day ? `${year}-${month}-${day}` : '9999';
}
