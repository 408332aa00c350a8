import { describe, expect, test } from 'vitest';
import { controlImport, type ImportFiles, type KeptForControl } from '@/utils/import-control';
import { importGaps } from '@/utils/import-gaps';
import { editedFiles, exportedFile, ordinaryFile } from './demo/itslearning/manifest';

const REFERENCE = exportedFile('college', 'Parent');

function edited(edit: string) {
  const file = editedFiles().find((one) => one.edit === edit);
  if (!file) throw new Error(`No file « ${edit} ».`);
  return file;
}

function keeping(reference?: Awaited<ReturnType<KeptForControl['reference']>>): KeptForControl {
  return {
    reference: async () => reference,
    memory: async () => ({ mappings: [], decisions: new Map() }),
  };
}

const control = (
  files: ImportFiles['files'],
  references: ImportFiles['references'] = [],
  kept = keeping(),
  signal = new AbortController().signal,
) => controlImport({ platform: 'itslearning', files, references }, kept, signal);

/** What a control that went to its end found. */
async function done(...given: Parameters<typeof control>) {
  const found = await control(...given);
  if (found.kind !== 'done') throw new Error(JSON.stringify(found));
  return found;
}

describe('the control of the chosen file', () => {
  test('against an export that was given', async () => {
    const found = await done([edited('rows')], [REFERENCE]);
    expect(found.facts.keyEdits?.items[0]).toMatchObject({
      at: { in: 'file', line: 2, column: 'Prenom eleve' },
    });
    expect(found.prediction?.ticked.deleted).toBeGreaterThan(found.prediction?.unticked.deleted ?? 0);
    expect(found.facts.uncontrolledFiles).toEqual({ items: [], complete: true });
    // Through JSON, as messages go.
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test('against the kept export, and says since when', async () => {
    const kept = keeping({ files: [REFERENCE], keptOn: '2026-07-02' });
    const found = await done([ordinaryFile('college', 'Parent')], [], kept);
    expect(found.reference).toContain('02/07/2026');
  });

  test('without any export: what the file shows by itself is judged all the same', async () => {
    const { facts, reference, compared } = await done([edited('rows')]);
    expect({ reference, compared }).toEqual({ reference: undefined, compared: [] });
    expect(facts.uncontrolledFiles?.items).toMatchObject([{ state: 'no-reference' }]);
    expect(facts.fileFaults).toMatchObject({ items: [], complete: true });
  });

  test('an export that cannot be read says why', async () => {
    const { facts } = await done([edited('rows')], [{ name: 'export.csv', bytes: new Uint8Array() }]);
    expect(facts.uncontrolledFiles?.items).toMatchObject([
      { state: 'no-reference', says: expect.stringMatching(/^export\.csv.*vide/) },
    ]);
  });

  test('an export of another platform is compared with nothing', async () => {
    const header = 'externalid;Prénom*;Nom*;Date de naissance*;Courriel;Classe*';
    const export_ = new TextEncoder().encode(`${header}\r\n1;Zoé;LAMBERT;12/04/2012;;6e B\r\n`);
    const { facts, reference } = await done([edited('rows')], [{ name: 'edifice.csv', bytes: export_ }]);
    expect(reference).toBeUndefined();
    expect(facts.uncontrolledFiles?.items[0]?.says).toMatch(/autre ENT/);
  });

  test('several files are controlled together, one that cannot be read does not hide the others', async () => {
    const { facts, compared } = await done(
      [ordinaryFile('college', 'Parent'), { name: 'vide.csv', bytes: new Uint8Array() }],
      [REFERENCE],
    );
    expect(compared).toEqual([ordinaryFile('college', 'Parent').name]);
    expect(facts.uncontrolledFiles?.items).toMatchObject([
      { file: 'vide.csv', state: 'unreadable', says: expect.stringMatching(/^vide\.csv.*vide/) },
    ]);
  });

  test('a newer request takes its place', async () => {
    const stopped = new AbortController();
    stopped.abort();
    const found = await control([edited('rows')], [REFERENCE], keeping(), stopped.signal);
    expect(found).toEqual({ kind: 'superseded' });
  });

  test('storage that refuses is told as text', async () => {
    const kept = { ...keeping(), reference: () => Promise.reject(new Error('Stockage refusé.')) };
    const found = await control([edited('rows')], [], kept);
    expect(found).toMatchObject({ kind: 'failed', says: expect.stringContaining('Stockage refusé.') });
  });
});

describe('expected and found', () => {
  const at = { in: 'page', page: 'itslearning/synchros', key: 'x' } as const;
  const expected = {
    school: 'Collège',
    profile: 'Enseignants',
    at: '2026-08-25T06:00:00Z',
    created: 2,
    updated: 40,
    deleted: 1,
    updateAll: true,
  };
  const row = { at, date: '25/08/2026 08:00', profile: 'Enseignants', created: 2, updated: 40, deleted: 1 };

  test('the same numbers agree', () =>
    expect(importGaps([row], [expected]).says).toEqual([expect.stringContaining('conforme')]));
  test('another number is named', () =>
    expect(importGaps([{ ...row, deleted: 9 }], [expected]).says).toEqual([
      expect.stringContaining('au lieu de 1'),
    ]));
  test('what was seen is kept: numbers of one profile, sentences of several', () => {
    const [one] = importGaps([row], [expected]).seen;
    expect(one?.seen).toEqual({
      created: 2,
      updated: 40,
      deleted: 1,
      on: 'Suivi synchro, import du 25/08/2026 08:00',
    });
    const both = [
      { ...expected, profile: 'Élèves' },
      { ...expected, profile: 'Parents' },
    ];
    const { says, seen } = importGaps([{ ...row, profile: 'Elèves et parents' }], both);
    expect(seen.map(({ profile, seen }) => [profile, seen?.says])).toEqual([
      ['Élèves', says],
      ['Parents', says],
    ]);
  });
  test('an import older than the prediction proves nothing', () =>
    expect(importGaps([{ ...row, date: '24/08/2026 08:00' }], [expected]).says).toEqual([]));
  test('another profile is not compared', () =>
    expect(importGaps([{ ...row, profile: 'Elève seul' }], [expected]).says).toEqual([]));
  test('the latest import of a profile counts', () =>
    expect(importGaps([row, { ...row, created: 99 }], [expected]).says).toHaveLength(1));
});
