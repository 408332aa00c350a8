import type { School } from './core/context';
import type { EntId, Profile, Synchronisation } from './core/facts';
import { compareWithFound, type FoundTotals, type Totals } from './files/expected';
import type { AccountDays, ReportedImports } from './import-messages';
import { schoolMeant } from './named-school';
import type { Expectation } from './store/schema';
import { schoolKey } from './store/schools';

/** What a profile of the predictions is called in the platform's report, whatever the words around. */
const STEMS: Readonly<Record<string, string>> = {
  Élèves: 'eleve',
  Parents: 'parent',
  Enseignants: 'enseignant',
  Personnels: 'personnel',
  Invités: 'invite',
};

/** What the console of Edifice calls the profiles of the predictions. */
const CONSOLE: Readonly<Record<string, Profile>> = {
  Élèves: 'Student',
  Parents: 'Relative',
  Enseignants: 'Teacher',
  Personnels: 'Personnel',
  Invités: 'Guest',
};

/** What was found: one French sentence per number, and the expectations with what was seen of them. */
export interface FoundGaps {
  says: string[];
  seen: Expectation[];
}

type Found = Pick<FoundTotals, keyof Totals>;

/** Compares what imports did, as the platform's report says, with what was expected. */
export function importGaps(
  synchronisations: readonly Synchronisation[],
  expectations: readonly Expectation[],
): FoundGaps {
  const told = new Set<string>();
  const gaps: FoundGaps = { says: [], seen: [] };
  for (const { profile, date, created, updated, deleted } of synchronisations) {
    // The latest import of a profile stands first; the others are older than what was expected last.
    if (!profile || told.has(profile)) continue;
    told.add(profile);
    const expected = expectations.filter(
      (one) => fold(profile).includes(STEMS[one.profile] ?? '\0') && dayOf(date) >= one.at.slice(0, 10),
    );
    if (expected.length === 0) continue;
    const found = known({ created, updated, deleted });
    const says = sentences(`${profile}, import du ${date}`, expected, found);
    gaps.says.push(...says);
    // A line of several profiles doesn't tell what became of each.
    const seen = expected.length === 1 ? found : { says };
    for (const one of expected)
      gaps.seen.push({ ...one, seen: { ...seen, on: `Suivi synchro, import du ${date}` } });
  }
  return gaps;
}

/**
 * Compares what the console's list of accounts shows with what was expected. It doesn't tell who was recognised; and where
 * it shows nobody who is pre-deleted, it may as well hide them.
 */
export function accountGaps(
  { readAt, profiles }: NonNullable<ReportedImports['accounts']>,
  expectations: readonly Expectation[],
): FoundGaps {
  const gaps: FoundGaps = { says: [], seen: [] };
  const showsDeleted = profiles.some(({ preDeleted }) => Object.keys(preDeleted).length > 0);
  for (const expected of expectations) {
    if (readAt < expected.at) continue;
    const own = profiles.find(({ profile }) => profile === CONSOLE[expected.profile]);
    const since = (days: AccountDays['created'] = {}) =>
      Object.entries(days).reduce(
        (sum, [day, count]) => sum + (day >= expected.at.slice(0, 10) ? count : 0),
        0,
      );
    const found = known({
      created: since(own?.created),
      deleted: showsDeleted ? since(own?.preDeleted) : undefined,
    });
    const day = frenchDay(expected.at);
    gaps.says.push(...sentences(`${expected.profile}, depuis le ${day}`, [expected], found));
    gaps.seen.push({
      ...expected,
      seen: { ...found, on: `Comptes de la console lus le ${frenchDay(readAt)}` },
    });
  }
  return gaps;
}

/** The latest expectation of each profile of a school, as it stands on a screen: by its key, or by what the person typed. */
export function expectationsOf(
  school: School,
  { ent, host }: { ent: EntId; host: string },
  all: readonly Expectation[],
): Expectation[] {
  const key = schoolKey({ ent, host, id: school.id });
  const only = { key, ent, host, ...school, lastSeen: '' };
  const told = new Set<string>();
  const latestFirst = [...all].sort((one, other) => (one.at < other.at ? 1 : -1));
  return latestFirst.filter((one) => {
    if (!isOf(one) || told.has(one.profile)) return false;
    told.add(one.profile);
    return true;
  });

  function isOf(one: Expectation): boolean {
    if (one.of !== undefined) return one.of === key;
    if (one.school === school.name) return true;
    const meant = schoolMeant(one.school, [only], ent);
    return 'school' in meant && meant.school.key === key;
  }
}

function sentences(about: string, expected: readonly Totals[], found: Found): string[] {
  const sum = (what: keyof Totals) => expected.reduce((total, one) => total + one[what], 0);
  const predicted = { created: sum('created'), updated: sum('updated'), deleted: sum('deleted') };
  const gaps = compareWithFound({ ...predicted, perProfile: [] }, found);
  if (gaps.length === 0) return [`${about}\u00A0: conforme à ce qui était attendu.`];
  return gaps.map(({ says }) => `${about}\u00A0: ${says}`);
}

/** Only what is said. */
function known(totals: { [N in keyof Totals]?: number | undefined }): Found {
  return Object.fromEntries(Object.entries(totals).filter(([, number]) => number !== undefined));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** « 25/08/2026 08:00 » as an ISO date; a date of another form is taken for a recent one, so that a gap is not hidden. */
function dayOf(date: string): string {
  const [, day, month, year] = /(\d{2})\/(\d{2})\/(\d{4})/.exec(date) ?? [];
  return day ? `${year}-${month}-${day}` : '9999';
}

function frenchDay(instant: string): string {
  return instant.slice(0, 10).split('-').reverse().join('/');
}
