import { expect, test } from 'vitest';
import { typographyFaults } from '@/tests/helpers/typography';
import type { RosterRole } from '@/utils/core/roster-facts';
import { standingsOf } from '@/utils/matching/standings';
import type { SeenPeople, SeenPerson } from '@/utils/reference-messages';
import { type SeenLists, seenLists } from '@/utils/seen-lists';

const HOST = 'college-demo.itslearning.com';
type Listing = NonNullable<SeenPeople['listing']>;
const page = (people: readonly SeenPerson[], listing: Partial<Listing> = {}): SeenPeople => ({
  host: HOST,
  people,
  listing: { narrowed: false, whole: false, shown: people.length, ...listing },
});
const someone = (name: string, role?: RosterRole): SeenPerson => ({ name, ...(role && { role }) });
const LUC = someone('PETIT Luc', 'teacher');
const ANNE = someone('MOREL Anne', 'teacher');
const ZOE = someone('D’ARCOURT Zoé', 'pupil');

/** What the lists say of a name, as the background asks. */
function ask(lists: SeenLists, name: string, role?: RosterRole) {
  const reference = lists.reference();
  if (!reference) return undefined;
  const [standing] = standingsOf(
    [{ name, ...(role && { role }) }],
    { ...reference, seen: lists.names() },
    () => undefined,
  );
  expect(typographyFaults(standing?.says ?? '')).toEqual([]);
  return standing;
}

test('a list read to its end says who isn’t in it, whichever order names are in', () => {
  const lists = seenLists();
  expect(lists.learn(page([LUC, ANNE], { from: 1, total: 3 }))).toEqual({ read: 2, total: 3, whole: false });
  expect(lists.reference()).toBeUndefined();
  expect(lists.unfinished()).toContain('2 comptes lus sur 3');
  expect(typographyFaults(lists.unfinished() ?? '')).toEqual([]);
  expect(lists.learn(page([ZOE], { from: 3, total: 3 }))).toEqual({ read: 3, total: 3, whole: true });
  expect(ask(lists, 'BRUNEL Colette')?.status).toBe('absent');
  expect(ask(lists, 'Zoé d’Arcourt')).toEqual({ status: 'present' });
  expect(lists.reference()?.list).toContain('3 comptes lus');
});

test('the same page twice is one page; pages without ranks are told by their number', () => {
  const lists = seenLists();
  lists.learn(page([LUC], { page: 1, pages: 2 }));
  expect(lists.learn(page([LUC], { page: 1, pages: 2 }))).toEqual({ read: 1, whole: false });
  expect(lists.learn(page([ANNE], { page: 2, pages: 2 }))).toEqual({ read: 2, whole: true });
});

test('a list whose length has changed is begun again: an account was added or removed', () => {
  const lists = seenLists();
  lists.learn(page([LUC, ANNE], { from: 1, total: 3 }));
  expect(lists.learn(page([ZOE], { from: 3, total: 4 }))).toEqual({ read: 1, total: 4, whole: false });
});

test('one profile read to its end proves nothing of the others', () => {
  const lists = seenLists();
  lists.learn(page([LUC, ANNE], { role: 'teacher', whole: true }));
  expect(ask(lists, 'BRUNEL Colette', 'teacher')?.status).toBe('absent');
  expect(ask(lists, 'BRUNEL Colette', 'pupil')?.status).toBe('undetermined');
  expect(ask(lists, 'BRUNEL Colette')?.says).toContain('personnels');
});

test('a search by name, and a list of the import, show who is here and nothing else', () => {
  const lists = seenLists();
  expect(lists.learn(page([LUC], { narrowed: true, whole: true }))).toEqual({ read: 1, whole: false });
  expect(lists.learn({ host: HOST, people: [someone('Anne MOREL')] })).toBeNull();
  expect(lists.reference()).toBeUndefined();
  expect(lists.unfinished()).toBeUndefined();
  expect(lists.names()).toContain('morelanne');
});

test('lists of two schools are not mixed', () => {
  const lists = seenLists();
  const of = (organisation: string, people: readonly SeenPerson[]) =>
    lists.learn(
      page(
        people.map((one) => ({ ...one, organisation })),
        { organisation, whole: true },
      ),
    );
  of('Collège A', [LUC]);
  of('Lycée B', [ANNE]);
  const reference = lists.reference();
  const asked = ['Collège A', 'Lycée B', 'École C'].map((organisation) => ({
    name: 'Luc PETIT',
    role: 'teacher' as const,
    organisation,
  }));
  const statuses = standingsOf(
    asked,
    { people: [], roles: new Set(), ...reference, seen: new Set() },
    () => undefined,
  ).map(({ status }) => status);
  expect(statuses).toEqual(['present', 'absent', 'undetermined']);
});
