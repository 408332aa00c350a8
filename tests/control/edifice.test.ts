import { describe, expect, test } from 'vitest';
import { fileOf } from '@/tests/helpers/school-files';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { controlRosters } from '@/utils/files/control';
import { changedSyncKey } from '@/utils/rules/changed-sync-key';

const HEADER = ['externalid', 'Prénom*', 'Nom*', 'Date de naissance*', 'Courriel', 'Classe*'];
const ROWS = [
  ['e1', 'Zoé', 'LAMBERT', '12/04/2012', '', 'CM1 A'],
  ['e2', 'Noah', 'DA SILVA', '03/11/2011', '', 'CM1 A'],
  ['e3', 'Anne-Marie', 'D’ORLY', '21/01/2012', '', 'CM1 B'],
];
const change = (row: number, column: number, value: string, rows = ROWS) =>
  rows.map((cells, n) => (n === row ? cells.map((cell, at) => (at === column ? value : cell)) : cells));
const control = (after: string[][], before = ROWS) =>
  controlRosters({
    reference: [fileOf('exportTransition.csv', [HEADER, ...before])],
    fresh: [fileOf('Student.csv', [HEADER, ...after])],
  });

describe('files of Edifice', () => {
  test('the identifier alone recognises a row: an accent, another date are no new account', async () => {
    const { facts, platform } = await control(change(1, 3, '04/11/2011', change(0, 1, 'Zoe')));
    expect(platform).toBe('edifice');
    expect(facts.keyEdits?.items).toEqual([]);
  });

  test('an identifier that was edited makes a new account', async () => {
    const { facts, prediction } = await control(change(0, 0, 'e9'));
    expect(facts.keyEdits?.items).toMatchObject([
      { person: 'LAMBERT Zoé', platform: 'edifice', changes: [{ field: 'key', was: 'e1', is: 'e9' }] },
    ]);
    expect(prediction?.unticked).toMatchObject({ created: 1, updated: 2, deleted: 0 });
    const [result] = audit([changedSyncKey], facts, {
      ent: 'edifice',
      today: '2026-08-26',
      schoolYear: schoolYearOn('2026-08-26'),
    });
    expect(result?.flags[0]?.says).toMatch(/Edifice ne retrouvera pas cette personne/);
  });

  test('without identifiers: signs and accents are forgiven, a date or a letter is not', async () => {
    const bare = (rows: string[][]) => rows.map((row) => ['', ...row.slice(1)]);
    const forgiven = change(2, 1, 'anne marie', change(2, 2, "D'Orly", change(0, 1, 'ZOE')));
    expect((await control(bare(forgiven), bare(ROWS))).pairCount).toBe(0);
    const { facts } = await control(bare(change(1, 2, 'DA SILVEA', change(0, 3, '12/05/2012'))), bare(ROWS));
    expect(facts.keyEdits?.items).toMatchObject([
      { person: 'DA SILVA Noah', by: 'pairing', changes: [{ field: 'lastName' }] },
      { person: 'LAMBERT Zoé', by: 'pairing', changes: [{ field: 'birthDate' }] },
    ]);
  });
});
