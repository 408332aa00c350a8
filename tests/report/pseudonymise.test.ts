// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type KnownFacts, manyFacts } from '@/tests/helpers/many-facts';
import { audit } from '@/utils/core/audit';
import type { Facts } from '@/utils/core/facts';
import { fold } from '@/utils/matching/fold';
import { pseudonymise, SHIFTS } from '@/utils/report/pseudonymise';
import { SPELT } from '@/utils/report/replay';
import { ALL_RULES } from '@/utils/rules';

let all: KnownFacts[];
beforeAll(async () => {
  all = await manyFacts();
});

const YEARS = 8;

/** Every string of a value, whatever holds it, changed. */
function withStrings(value: unknown, change: (text: string, path: string) => string, path = ''): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) return value.map((one, index) => withStrings(one, change, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withStrings(inner, change, `${path}/${name}`)]),
  );
}

function stringsOf(value: unknown): string[] {
  const found: string[] = [];
  withStrings(value, (text) => {
    found.push(text);
    return text;
  });
  return found;
}

const CANARIES = [
  'QUATRECANARIS',
  'Zéphyrine',
  '6ème Nénuphar',
  'zephyrine.quatrecanaris',
  'z@quatrecanaris.fr',
];
const LEAK = /canari|zephyr|nenuphar/;
const leaks = (value: unknown) =>
  stringsOf(value).filter((text) => LEAK.test(fold(text).replaceAll(' ', '')));

describe('no name is left', () => {
  test('planted in place of every string of every fact that the product reads', () => {
    for (const { name, facts, context } of all) {
      let turn = 0;
      const planted = withStrings(facts, () => CANARIES[turn++ % CANARIES.length] as string) as Facts;
      expect(leaks(pseudonymise({ facts: planted, context }, { years: YEARS })), name).toEqual([]);
    }
  });

  test('planted before and after what was there, so that what stays of a text does not keep its neighbours', () => {
    for (const { name, facts, context } of all)
      for (const around of [
        (t: string) => `QUATRECANARIS ${t}`,
        (t: string) => `${t} - Zéphyrine`,
        (t: string) => `${t}/Nénuphar`,
      ]) {
        const planted = withStrings(facts, around) as Facts;
        expect(leaks(pseudonymise({ facts: planted, context }, { years: YEARS })), name).toEqual([]);
      }
  });

  test('in whatever shape a fact comes, of a kind and under fields that nobody has heard of', () => {
    const text = fc.oneof(
      fc.constantFrom(...CANARIES),
      fc.string().map((more) => `${more} Zéphyrine ${more}`),
    );
    const item = fc.object({ values: [text, fc.integer(), fc.boolean(), fc.constant(null)], maxDepth: 4 });
    const list = fc.record({ items: fc.array(item, { maxLength: 5 }), complete: fc.boolean() });
    const kinds = fc.constantFrom(
      'users',
      'memberships',
      'lessons',
      'hierarchy',
      'courses',
      'rumours',
      'keyEdits',
    );
    // Only the names of fields are code: they are drawn from those of real facts.
    const facts = fc.dictionary(kinds, list).map((given) => withKnownFields(given) as Facts);
    const context = (all[0] as KnownFacts).context;
    fc.assert(
      fc.property(facts, fc.constantFrom(...SHIFTS), (given, years) => {
        expect(leaks(pseudonymise({ facts: given, context }, { years }).facts)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('of the people, classes, groups and logins of an invented school, none is found in what is handed on', () => {
    for (const { name, facts, context } of all) {
      const shared = stringsOf(pseudonymise({ facts, context }, { years: YEARS }));
      const left = new Set(shared.flatMap((text) => fold(text).split(' ')));
      const words = personal(facts).flatMap((text) => fold(text).split(' '));
      const told = words.filter((word) => word.length > 3 && /\p{L}/u.test(word) && left.has(word));
      expect([...new Set(told)], name).toEqual([]);
    }
  });

  test('nor the school, unless the person chose to say which it is', () => {
    const { facts, context } = all[0] as KnownFacts;
    const hidden = pseudonymise({ facts, context }, { years: YEARS });
    expect(JSON.stringify(hidden)).not.toContain('0590001T');
    expect(leaks(hidden.context)).toEqual([]);
    const named = pseudonymise({ facts, context }, { years: YEARS, named: true });
    expect(named.context.school).toMatchObject({ uai: '0590001T', name: 'Cité scolaire Quatrecanaris' });
    expect(named.context.school?.id).not.toBe('s1');
  });
});

describe('what is left is worth judging', () => {
  test('every rule concludes the same, with as many findings, but those that look at spelling', () => {
    const rules = ALL_RULES.filter(({ id }) => !SPELT.includes(id));
    for (const { name, facts, context } of all)
      for (const years of SHIFTS) {
        const shared = pseudonymise({ facts, context }, { years });
        expect(summary(rules, shared), `${name}, ${years} ans`).toEqual(summary(rules, { facts, context }));
      }
  });

  test('dates keep their order and their distances, and the day of their year', () => {
    const facts = {
      users: { items: [user('2024-02-29', '2026-11-01')], complete: true },
    } as unknown as Facts;
    const { context } = all[0] as KnownFacts;
    const shared = pseudonymise({ facts, context }, { years: 4 });
    expect(shared.facts.users?.items[0]).toMatchObject({
      createdOn: '2028-02-29',
      absentSince: '2030-11-01',
    });
    expect(shared.context).toMatchObject({ today: '2030-08-26', schoolYear: { startsIn: 2030 } });
  });

  test('one person has one alias wherever they stand, and two have two', () => {
    const { facts, context } = all[0] as KnownFacts;
    const shared = pseudonymise({ facts, context }, { years: YEARS }).facts;
    const names = (list: Facts) => list.users?.items.map(({ name }) => name) ?? [];
    expect(new Set(names(shared)).size).toBe(new Set(names(facts)).size);
    const members = shared.memberships?.items.flatMap((one) => one.members.map(({ name }) => name)) ?? [];
    expect(members.length).toBeGreaterThan(100);
    for (const one of members) expect(names(shared)).toContain(one);
  });

  test('birth days are not shifted but replaced: two days stay two days, whatever their writing', () => {
    const pupil = (birthDate: string) => ({
      at: { in: 'file', file: 'a', line: 1 },
      lastName: 'A',
      firstName: 'B',
      birthDate,
    });
    const facts = {
      timetablePupils: {
        items: [pupil('2013-02-28'), pupil('28/02/2013'), pupil('01/03/2013')],
        complete: true,
      },
    } as unknown as Facts;
    const shared = pseudonymise({ facts, context: (all[0] as KnownFacts).context }, { years: 4 });
    const [one, same, other] = shared.facts.timetablePupils?.items.map(({ birthDate }) => birthDate) ?? [];
    expect(one).toBe(same);
    expect(one).not.toBe(other);
    expect(one).not.toMatch(/02-28$/);
  });

  test('what it was made from is left as it was', () => {
    const { facts, context } = all[0] as KnownFacts;
    const before = JSON.stringify({ facts, context });
    pseudonymise({ facts, context }, { years: YEARS });
    expect(JSON.stringify({ facts, context })).toBe(before);
  });
});

function summary(
  rules: typeof ALL_RULES,
  { facts, context }: Pick<KnownFacts, 'facts' | 'context'>,
): string[] {
  return audit(rules, facts, context).map(
    ({ rule, outcome, flags, complete, error = '' }) =>
      `${rule} ${outcome} ${flags.length} ${complete} ${error}`,
  );
}

function user(createdOn: string, absentSince: string) {
  return { at: { in: 'page', page: 'edifice/users', key: 'A' }, id: 'a', name: 'A', createdOn, absentSince };
}

/** Fields of real facts in place of those that were drawn. */
function withKnownFields(value: unknown): unknown {
  const fields = [
    'name',
    'at',
    'key',
    'group',
    'members',
    'label',
    'title',
    'path',
    'status',
    'date',
    'subject',
    'what',
  ];
  if (Array.isArray(value)) return value.map(withKnownFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      ['items', 'complete'].includes(name) || LISTS.includes(name)
        ? name
        : (fields[name.length % fields.length] as string),
      withKnownFields(inner),
    ]),
  );
}
const LISTS = ['users', 'memberships', 'lessons', 'hierarchy', 'courses', 'rumours', 'keyEdits'];

/** What says who or which: every string under a field that names somebody or something of the school. */
function personal(facts: Facts): string[] {
  const found: string[] = [];
  withStrings(facts, (text, path) => {
    if (
      /\/(?:(?:users|userRows|openUser|members|importPeople|strategyUsers|createdAccounts)\/(?:items\/)?\d+\/name|person|people\/\d+|lastName|firstName|teachers\/\d+|id|account)$/.test(
        path,
      )
    )
      found.push(text);
    return text;
  });
  return found;
}
