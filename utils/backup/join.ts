import { type Glimpse, glimpseOf } from '@/utils/checklists/progress';
import type { Fiche } from '@/utils/core/fiche';
import { ficheKey, staying } from '@/utils/core/fiche-key';
import type { KnownSchool, Schema, StoredProof } from '@/utils/store/schema';
import type { StoredYear } from '@/utils/store/year-records';
import { BACKED_UP_NAMES, type BackedUp, canonical, keyOf, type Stores } from './content';

/**
 * Two words on one thing, made one. Each is the greater of the two in an order that is the same everywhere, or is made
 * field by field of such: whatever the order in which computers exchange their backups, and however often, all of them end
 * with the same.
 */
type Join<N extends BackedUp> = (a: Schema[N]['value'], b: Schema[N]['value']) => Schema[N]['value'];

/** The one that comes last by what `rank` gives, told apart by their whole content when that is equal. */
function latest<V extends object>(rank: (value: V) => readonly (string | number)[]): (a: V, b: V) => V {
  return (a, b) => {
    const [first, second] = [rank(a), rank(b)];
    for (const [index, one] of first.entries()) {
      const other = second[index] ?? '';
      if (one !== other) return one > other ? a : b;
    }
    return canonical(a) >= canonical(b) ? a : b;
  };
}

const byInstant = latest<{ at: string }>(({ at }) => [at]) as <V extends { at: string }>(a: V, b: V) => V;
const anyOne = latest<object>(() => []) as <V extends object>(a: V, b: V) => V;

function greatest(values: readonly (string | undefined)[]): string | undefined {
  return values.reduce((best, one) => (best === undefined || (one !== undefined && one > best) ? one : best));
}

const JOINS: { [N in BackedUp]: Join<N> } = {
  schools: joinSchools,
  // Of two ticks of one instant, the one that loses no work.
  ticks: latest(({ at, done }) => [at, done ? 1 : 0]),
  notes: latest(({ at, keep }) => [at, keep ? 1 : 0]),
  dates: latest(({ at = '' }) => [at]),
  ownSteps: byInstant,
  years: joinYears,
  journal: byInstant,
  templates: latest(({ importedAt }) => [importedAt]),
  proofs: joinProofs,
  fiches: byInstant,
  // An agenda that has seen a higher number refuses a lower one.
  events: latest(({ sequence }) => [sequence]),
  mappings: anyOne,
  decisions: byInstant,
  people: byInstant,
  expectations: byInstant,
  synonyms: anyOne,
  timetableModes: byInstant,
  lastTimetables: byInstant,
  keptCourses: byInstant,
  learnedPages: latest(({ learnedAt }) => [learnedAt]),
  // The first day is the one to remember.
  enrolments: (a, b) => (a.at === b.at ? anyOne(a, b) : a.at < b.at ? a : b),
};

function joinSchools(a: KnownSchool, b: KnownSchool): KnownSchool {
  const {
    uai: _uai,
    levels: _levels,
    lastRead: _read,
    lastLive: _live,
    firstSeen: _first,
    ...seen
  } = latest<KnownSchool>(({ lastSeen, name }) => [lastSeen, name])(a, b);
  const uai = greatest([a.uai, b.uai]);
  const levels = [...new Set([...(a.levels ?? []), ...(b.levels ?? [])])].sort();
  const lastRead = a.lastRead && b.lastRead ? byInstant(a.lastRead, b.lastRead) : (a.lastRead ?? b.lastRead);
  const lastLive = greatest([a.lastLive, b.lastLive]);
  // A computer that no longer knows may have known it before any other.
  const first = a.firstSeen && b.firstSeen && (a.firstSeen < b.firstSeen ? a.firstSeen : b.firstSeen);
  return {
    ...seen,
    ...(first && { firstSeen: first }),
    ...(uai !== undefined && { uai }),
    ...(levels.length > 0 && { levels }),
    ...(lastRead && { lastRead }),
    ...(lastLive !== undefined && { lastLive }),
  };
}

/**
 * The widest reading, the last of those that are as wide, with the last complete pass of either, and the last fault that a
 * narrower one showed.
 */
function joinProofs(a: StoredProof, b: StoredProof): StoredProof {
  const passedAt = greatest([a.passedAt, b.passedAt]);
  const [first, second] = [readingOf(a), readingOf(b)];
  const widest = byWidth(first, second);
  const left = [first, second].filter(
    (one) => canonical(one) !== canonical(widest) && !one.complete && one.violations > 0,
  );
  const seen = [a.since, b.since, ...left.map(glimpseOf)].filter((one) => one !== undefined);
  const [last, ...others] = seen;
  const since = last && others.reduce<Glimpse>((one, other) => byInstant(one, other), last);
  return { ...widest, ...(passedAt !== undefined && { passedAt }), ...(since && { since }) };
}

const byWidth = latest<StoredProof>(({ complete, lines = 0, at }) => [complete ? 1 : 0, lines, at]);

function readingOf({ passedAt: _passed, since: _since, ...reading }: StoredProof): StoredProof {
  return reading;
}

/** Its lists, its archiving and its start are said apart: the last word on each counts. */
function joinYears(a: StoredYear, b: StoredYear): StoredYear {
  const chosen = latest<StoredYear>(({ listsAt = '', lists }) => [lists ? 1 : 0, listsAt, canonical(lists)])(
    a,
    b,
  );
  const archivedAt = greatest([a.archivedAt, b.archivedAt]);
  const reopenedAt = greatest([a.reopenedAt, b.reopenedAt]);
  const startedAt = greatest([a.startedAt, b.startedAt]);
  const archived = archivedAt !== undefined && (reopenedAt === undefined || archivedAt > reopenedAt);
  return {
    school: a.school,
    transition: a.transition,
    ...(chosen.lists && { lists: chosen.lists }),
    ...(chosen.lists && chosen.listsAt !== undefined && { listsAt: chosen.listsAt }),
    ...(archived && { archivedAt }),
    ...(reopenedAt !== undefined && { reopenedAt }),
    ...(startedAt !== undefined && { startedAt }),
  };
}

/** All that two computers hold, in the order of keys: nothing that either said is lost but to a later word on the same. */
export function joinStores(a: Stores, b: Stores): Stores {
  const all = Object.fromEntries(
    BACKED_UP_NAMES.map((store) => {
      const joined = new Map<string, object>();
      for (const record of [...a[store], ...b[store]]) {
        const key = keyOf(store, record);
        // Even alone, a record is joined with itself: what it says in two ways is settled.
        joined.set(key, joinAny(store, joined.get(key) ?? record, record));
      }
      const sorted = [...joined].sort(([one], [other]) => (one < other ? -1 : 1));
      return [store, sorted.map(([, record]) => record)];
    }),
  ) as unknown as Stores;
  return { ...all, fiches: fichesKept(all.fiches) };
}

/** Those of these fiches that are kept, `beside` others: of one day there are only so many. */
export function fichesKept(fiches: readonly Fiche[], beside: readonly Fiche[] = []): Fiche[] {
  const kept = staying([...beside, ...fiches].map(ficheKey));
  return fiches.filter((one) => kept.has(JSON.stringify(ficheKey(one))));
}

/** Two records of one key, made one. Which store it is isn't known to the compiler inside a loop over all of them. */
export function joinAny(store: BackedUp, a: object, b: object): object {
  return (JOINS[store] as (a: object, b: object) => object)(a, b);
}
