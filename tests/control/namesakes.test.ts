import { describe, expect, test } from 'vitest';
import { fileOf } from '@/tests/helpers/school-files';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { concludeControl, controlRosters, examineRosters } from '@/utils/files/control';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';

const HEADER = ['Clé de synchro', 'Nom d’utilisateur', 'Nom', 'Prénom', 'Code postal'].map(
  (name) => `${name} parent`,
);
const ROLES = 'BCDFGHJKLM';

/** Parents without any child: a surname of its own each. */
function parents(from: number, count: number, firstName = 'Delphine'): string[][] {
  return Array.from({ length: count }, (_, at) => {
    const name = [...String(from + at).padStart(4, '0')].map((digit) => ROLES[Number(digit)]).join('A');
    return [`k${from + at}`, `u${from + at}`, name, firstName, '47440'];
  });
}

const MOVED = ['', '', 'ALLARD', 'Delphine', '47650'];
const LEFT = ['k1', 'allard', 'ALLARD', 'Delphine', '47440'];
const file = (rows: readonly string[][]) => [fileOf('Parent.csv', [HEADER, ...rows])];
const files = (others: number) => ({
  reference: file([LEFT, ...parents(100, 20), ...parents(1000, others)]),
  fresh: file([
    MOVED,
    ...parents(100, 20),
    ...parents(3000, others, 'Rémi').map((row) => ['', '', ...row.slice(2)]),
  ]),
});
const salt = 'sel de ce test';

describe('a parent of the same name in another town, whose children are not said', () => {
  test('among hundreds it is told as a possible namesake, and nothing is concluded from it', async () => {
    const { facts, gauge } = await controlRosters(files(200));
    expect(facts.twinAccounts?.items).toEqual([]);
    expect(facts.possibleNamesakes?.items).toMatchObject([
      { person: 'ALLARD Delphine', changes: [{ field: 'postalCode', was: '47440', is: '47650' }] },
    ]);
    expect(gauge?.total).toMatchObject({ absent: 201, edited: 0 });
    const context = {
      ent: 'itslearning',
      today: '2026-08-26',
      schoolYear: schoolYearOn('2026-08-26'),
    } as const;
    const results = audit(Object.values(USER_FILE_RULES), facts, context);
    const told = results.find(({ rule }) => rule === 'possible-namesake');
    expect(told).toMatchObject({ outcome: 'review', flags: [{ review: true }] });
    expect(told?.flags[0]?.holds).toBeUndefined();
  });

  test('somebody who says « même personne » makes a doubled account of it', async () => {
    const examined = await examineRosters(files(200));
    const { pairs } = await concludeControl(examined, { salt });
    const hash = pairs[0]?.hash ?? '';
    const { facts, gauge } = await concludeControl(examined, { salt, decisions: new Map([[hash, 'same']]) });
    expect(facts.possibleNamesakes?.items).toEqual([]);
    expect(facts.twinAccounts?.items).toMatchObject([{ person: 'ALLARD Delphine', verdict: 'same' }]);
    expect(gauge?.total.edited).toBe(1);
  });

  test('where one left and one arrived, chance is no explanation: to be checked', async () => {
    const { facts } = await controlRosters(files(0));
    expect(facts.possibleNamesakes?.items).toEqual([]);
    expect(facts.twinAccounts?.items).toMatchObject([{ person: 'ALLARD Delphine', verdict: 'check' }]);
  });
});
