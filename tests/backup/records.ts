import fc from 'fast-check';
import type { Content, Stores } from '@/utils/backup/content';
import { NO_STORES } from '@/utils/backup/content';
import { transitionOn } from '@/utils/checklists/calendar';
import { fiche } from '../helpers/fiches';
import { KEY, SCHOOL } from '../store/helpers';

/* Records of every store, few enough kinds that two computers often speak of the same things. */

const instant = fc
  .integer({ min: 0, max: 40 })
  .map((hours) => new Date(Date.UTC(2026, 7, 27, hours)).toISOString());
const step = fc.constantFrom('sort-aesh', 'delete-past-groups', 'purge');
const transition = fc.constantFrom(2025, 2026);
const by = fc.option(fc.constantFrom('CV', 'AB'), { nil: undefined });
const text = fc.constantFrom('Deux', 'Trois à vérifier', 'Rien');

/** Leaves out what is undefined, as what is stored does. */
function tidy<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const where = { school: fc.constant(KEY), transition };
const stepKey = { ...where, checklist: fc.constant('edifice-primary'), step };

const RECORDS = {
  schools: fc.record({
    key: fc.constant(KEY),
    ent: fc.constant('edifice'),
    host: fc.constant(SCHOOL.host),
    id: fc.constant(SCHOOL.id),
    name: fc.constantFrom('École des Papillons', 'EEPU Papillons'),
    uai: fc.option(fc.constantFrom('0590000A', '0590001B'), { nil: undefined }),
    levels: fc.option(fc.constantFrom([1], [2], [1, 2]), { nil: undefined }),
    firstSeen: fc.option(instant, { nil: undefined }),
    lastSeen: instant,
    lastRead: fc.option(fc.record({ at: instant, by: fc.constantFrom('live', 'edifice/users') }), {
      nil: undefined,
    }),
    lastLive: fc.option(instant, { nil: undefined }),
  }),
  ticks: fc.record({ ...stepKey, done: fc.boolean(), at: instant, by }),
  notes: fc.record({
    ...stepKey,
    text,
    at: instant,
    keep: fc.option(fc.constant(true as const), { nil: undefined }),
  }),
  dates: fc.record({
    ...where,
    milestone: fc.constantFrom('term-start', 'onde-switch'),
    date: fc.constantFrom('2026-09-01', '2026-09-08'),
    at: fc.option(instant, { nil: undefined }),
  }),
  ownSteps: fc.record({
    ...where,
    id: fc.constantFrom('a1', 'a2'),
    text,
    who: fc.constant('head'),
    when: fc.constantFrom({ on: '2026-08-28' }, {}, { milestone: 'term-start', from: -7, to: 0 }),
    keep: fc.boolean(),
    at: instant,
  }),
  years: fc.record({
    ...where,
    lists: fc.option(fc.constantFrom(['edifice-primary'], ['other']), { nil: undefined }),
    listsAt: fc.option(instant, { nil: undefined }),
    archivedAt: fc.option(instant, { nil: undefined }),
    reopenedAt: fc.option(instant, { nil: undefined }),
    startedAt: fc.option(instant, { nil: undefined }),
  }),
  journal: fc.record({
    ...where,
    at: instant,
    id: fc.constantFrom('000001-a', '000002-b'),
    by,
    act: fc.record({ kind: fc.constant('ticked'), list: fc.constant('edifice-primary'), step }),
  }),
  proofs: fc.record({
    ...where,
    rule: fc.constantFrom('past-year-group', 'empty-group'),
    at: instant,
    outcome: fc.constantFrom('pass', 'violation'),
    complete: fc.boolean(),
    by: fc.constant('live'),
    violations: fc.nat(3),
    reviews: fc.nat(3),
    passedAt: fc.option(instant, { nil: undefined }),
    lines: fc.option(fc.nat(3), { nil: undefined }),
    since: fc.option(
      fc.record({
        at: instant,
        by: fc.constant('edifice/group'),
        violations: fc.integer({ min: 1, max: 3 }),
        reviews: fc.nat(3),
      }),
      { nil: undefined },
    ),
  }),
  fiches: fc
    .record({
      at: instant,
      figures: fc.constantFrom({}, { Comptes: 12 }),
      by: fc.constant('live'),
    })
    .map(({ at, ...more }) => {
      const day = at.slice(0, 10);
      return fiche({ ...more, by: 'live', transition: transitionOn(day), day, at });
    }),
  events: fc.record({
    ...where,
    step: step.map((one) => `edifice-primary/${one}`),
    from: fc.constantFrom('2026-08-17', '2026-08-18'),
    sequence: fc.nat(3),
  }),
  synonyms: fc.record({
    host: fc.constant('ent.example.fr'),
    term: fc.constant('class'),
    label: fc.constantFrom('Division', 'Section'),
  }),
  enrolments: fc.record({
    host: fc.constant('ville.itslearning.com'),
    organisation: fc.constant(''),
    course: fc.constantFrom('TECHNO - 4 B', 'MATHS'),
    at: instant,
  }),
  timetableModes: fc.record({ school: fc.constant(KEY), mode: fc.constantFrom(1, 2, 3), at: instant }),
};

/** What one computer may hold: each key once. */
export const computers = fc
  .record(
    Object.fromEntries(
      Object.entries(RECORDS).map(([name, one]) => [
        name,
        fc.array((one as fc.Arbitrary<object>).map(tidy), { maxLength: 6 }),
      ]),
    ),
  )
  .map((stores) => ({ ...NO_STORES, ...stores }) as unknown as Stores);

/** A backup of nothing but these stores. */
export function contentOf(stores: Partial<Stores>): Content {
  return { stores: { ...NO_STORES, ...stores }, settings: {} };
}
