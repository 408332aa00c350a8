import { describe, expect, test } from 'vitest';
import { EDIT_KINDS, editKeys } from '@/tests/helpers/edit-keys';
import { generateSchool, nextSchoolYear } from '@/tests/helpers/generate-school';
import { fileOf, keysOf, schoolFiles } from '@/tests/helpers/school-files';
import { concludeControl, controlRosters, examineRosters } from '@/utils/files/control';
import { correctionsFor } from '@/utils/files/control-corrections';
import { correctTable } from '@/utils/files/correct';
import { openTable } from '@/utils/files/csv';
import type { RosterTable } from '@/utils/files/pairing';

const before = generateSchool(11, { pupils: 300 });
const keys = keysOf(before);
const year = nextSchoolYear(before, 11, 60);
const { school, edits } = editKeys(year, 11, EDIT_KINDS, 2, new Set(keys.keys()));
const ids = new Set(edits.map(({ id }) => id));
const reference = schoolFiles(before, keys);
const fresh = (options = {}) => schoolFiles(school, keys, options);
const salt = 'sel de ce test';

describe('decisions', () => {
  test('« personnes différentes » takes a couple back, « même personne » makes it certain; doubts come first', async () => {
    const examined = await examineRosters({ reference, fresh: fresh({ retyped: ids }) });
    const open = await concludeControl(examined, { salt });
    const doubtful = open.pairs.filter(({ verdict }) => verdict === 'check');
    const [one, other] = doubtful;
    expect(open.pairs.slice(0, doubtful.length)).toEqual(doubtful);
    expect(one?.hash).toMatch(/^[0-9a-f]{64}$/);
    const decisions = new Map([
      [one?.hash ?? '', 'different' as const],
      [other?.hash ?? '', 'same' as const],
    ]);
    const closed = await concludeControl(examined, { salt, decisions });
    const told = closed.facts.twinAccounts?.items ?? [];
    expect(told.some(({ pair }) => pair === one?.id)).toBe(false);
    expect(told.find(({ pair }) => pair === other?.id)?.verdict).toBe('same');
    expect(
      closed.pairs
        .slice(-2)
        .map(({ decided }) => decided)
        .sort(),
    ).toEqual(['different', 'same']);
    expect(closed.gauge?.total.edited).toBe((open.gauge?.total.edited ?? 0) - 1);
    expect(closed.gauge?.total.absent).toBe(open.gauge?.total.absent);
  });

  test('without a salt, or with another one, nothing is decided', async () => {
    const examined = await examineRosters({ reference, fresh: fresh({ retyped: ids }) });
    const [first] = (await concludeControl(examined, { salt })).pairs;
    const decisions = new Map([[first?.hash ?? '', 'different' as const]]);
    for (const choices of [{ decisions }, { decisions, salt: 'autre' }]) {
      const control = await concludeControl(examined, choices);
      expect(control.pairs.some(({ decided }) => decided)).toBe(false);
    }
    expect((await concludeControl(examined, {})).pairs[0]?.hash).toBeUndefined();
  });
});

describe('people whom nothing tells apart', () => {
  const HEADER = ['Clé de synchro', 'Nom d’utilisateur', 'Nom', 'Prénom'].map((name) => `${name} enseignant`);
  const teachers = (...rows: string[][]) => [fileOf('Teacher.csv', [HEADER, ...rows])];
  const files = {
    reference: teachers(
      ['k1', 'u1', 'MARTIN', 'Paul'],
      ['k2', 'u2', 'MARTIN', 'Paul'],
      ['k3', 'u3', 'ROUX', 'Éva'],
    ),
    fresh: teachers(['n1', 'v1', 'Martin', 'Paul'], ['k3', 'u3', 'ROUX', 'Éva']),
  };

  test('both are asked about, and one decision that would name both decides neither', async () => {
    const examined = await examineRosters(files);
    const { pairs } = await concludeControl(examined, { salt });
    expect(pairs.map(({ id, verdict }) => [id, verdict]).sort()).toEqual([
      ['0.0>0.0', 'check'],
      ['0.1>0.0', 'check'],
    ]);
    const decisions = new Map([[pairs[0]?.hash ?? '', 'same' as const]]);
    const closed = await concludeControl(examined, { salt, decisions });
    expect(closed.facts.keyEdits?.items.map(({ verdict }) => verdict)).toEqual(['check', 'check']);
  });

  test('where something tells them apart, the one chosen puts the other aside', async () => {
    const pupils = (...rows: string[][]) => [
      fileOf('Student.csv', [
        [
          ...HEADER.map((name) => name.replace('enseignant', 'élève')),
          'Date de naissance élève',
          'Classe Apprenant',
        ],
        ...rows,
      ]),
    ];
    const examined = await examineRosters({
      reference: pupils(
        ['k1', 'u1', 'ROUX', 'Léa', '10/01/2012', '6e A'],
        ['k2', 'u2', 'ROUX', 'Léa', '12/01/2012', '6e A'],
      ),
      fresh: pupils(['n1', 'v1', 'ROUX', 'Léa', '11/01/2012', '6e A']),
    });
    const open = await concludeControl(examined, { salt });
    expect(open.pairs.map(({ verdict }) => verdict)).toEqual(['check', 'check']);
    const chosen = open.pairs.find(({ id }) => id === '0.1>0.0');
    const decisions = new Map([[chosen?.hash ?? '', 'same' as const]]);
    const closed = await concludeControl(examined, { salt, decisions });
    expect(closed.facts.keyEdits?.items).toMatchObject([{ pair: '0.1>0.0', verdict: 'same' }]);
  });

  test('two corrections of one cell are refused, and told where', async () => {
    const examined = await examineRosters(files);
    const made = await correctionsFor(examined, { pairs: ['0.0>0.0', '0.1>0.0'] });
    expect(made.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['conflicting-corrections', 2, 'Clé de synchro enseignant'],
      ['conflicting-corrections', 2, 'Nom d’utilisateur enseignant'],
    ]);
    expect(made.files.flatMap(({ corrections }) => corrections.map(({ value }) => value))).toEqual([
      'MARTIN',
    ]);
  });
});

describe('the expected cohort', () => {
  test('is the last level, or what a person says: nobody, a class, another level', async () => {
    const examined = await examineRosters({ reference, fresh: schoolFiles(year, keys) });
    const gauge = async (expected?: { levels: string[]; classes: string[] }) =>
      (await concludeControl(examined, expected ? { expected } : {})).gauge;
    const byDefault = await gauge();
    expect(byDefault?.cohort).toEqual({ levels: ['3e'], classes: [], detected: true });
    expect(byDefault?.byLevel.find(({ label }) => label === '3e')).toMatchObject({ unexpected: 0 });
    const nobody = await gauge({ levels: [], classes: [] });
    expect(nobody?.total).toMatchObject({ expected: 0, absent: byDefault?.total.absent });
    expect(nobody?.state).toBe('red');
    const oneClass = await gauge({ levels: [], classes: ['3e A'] });
    expect(oneClass?.byClass.find(({ label }) => label === '3e A')).toMatchObject({ unexpected: 0 });
    expect(oneClass?.total.unexpected).toBeGreaterThan(byDefault?.total.unexpected ?? 0);
  });
});

describe('corrections', () => {
  /** The files once corrected, opened again. */
  async function corrected(files: readonly RosterTable[], choice: Parameters<typeof correctionsFor>[1]) {
    const examined = await examineRosters({ reference, fresh: files });
    const made = await correctionsFor(examined, choice);
    const result = files.map(({ table, layout }) => {
      const own = made.files.find(({ file }) => file === table.file)?.corrections ?? [];
      const { bytes, problems } = correctTable(table, own);
      if (!bytes) throw new Error(problems?.[0]?.message);
      const opened = openTable(table.file, bytes).table;
      if (!opened) throw new Error('not opened');
      return { table: opened, layout };
    });
    return { made, result };
  }

  test('everything certain put back gives the file that nobody had edited, byte for byte', async () => {
    for (const options of [{}, { rekeyed: ids }]) {
      const { made, result } = await corrected(fresh(options), { pairs: 'certain' });
      expect(made.problems).toEqual([]);
      const left = await controlRosters({ reference, fresh: result });
      // What is doubtful stays: it is not ours to decide.
      expect(left.facts.keyEdits?.items.every(({ verdict }) => verdict === 'check')).toBe(true);
      const doubtful = left.facts.keyEdits?.items.map(({ pair }) => pair) ?? [];
      const all = await corrected(result, { pairs: doubtful });
      const untouched = schoolFiles(year, keys);
      all.result.forEach(({ table }, at) => {
        expect(new TextDecoder().decode(table.original)).toBe(
          new TextDecoder().decode(untouched[at]?.table.original),
        );
      });
    }
  });

  test('by kind, and one by one, nothing else is touched', async () => {
    const examined = await examineRosters({ reference, fresh: fresh() });
    const { pairs } = await concludeControl(examined);
    const accents = await correctionsFor(examined, { pairs: 'certain', kinds: ['accents'] });
    const wanted = pairs.filter(({ kinds, verdict }) => kinds.includes('accents') && verdict === 'same');
    expect(wanted.length).toBeGreaterThan(1);
    expect(accents.people).toBe(wanted.length);
    const [first] = pairs;
    const one = await correctionsFor(examined, { pairs: [first?.id ?? ''] });
    expect(one.people).toBe(1);
    expect((await correctionsFor(examined, {})).files).toEqual([]);
  });

  test('a column changed as a whole is put back as a whole', async () => {
    const shouted = {
      ...year,
      pupils: year.pupils.map((one) => ({ ...one, firstName: one.firstName.toUpperCase() })),
    };
    const files = schoolFiles(shouted, keys);
    expect((await controlRosters({ reference, fresh: files })).facts.systemicEdits?.items).toMatchObject([
      { field: 'firstName', kind: 'case', profile: 'pupil' },
    ]);
    const { result } = await corrected(files, { systemic: true });
    const left = await controlRosters({ reference, fresh: result });
    expect(left.facts.systemicEdits?.items).toEqual([]);
    expect(left.facts.keyEdits?.items).toEqual([]);
  });
});
