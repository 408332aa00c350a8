import { describe, expect, test } from 'vitest';
import { controlImport, type KeptForControl } from '@/utils/import-control';
import { importGaps } from '@/utils/import-gaps';
import { bytesOf, type CarriedFile, carried, type ImportRequest } from '@/utils/import-messages';
import { editedFiles, exportedFile, ordinaryFile } from './demo/itslearning/manifest';

const REFERENCE = exportedFile('college', 'Parent');

function edited(edit: string) {
  const file = editedFiles().find((one) => one.edit === edit);
  if (!file) throw new Error(`No file « ${edit} ».`);
  return file;
}

const wire = ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
  // Through JSON, as messages go.
  JSON.parse(JSON.stringify(carried(name, bytes))) as CarriedFile;

function keeping(reference?: Awaited<ReturnType<KeptForControl['reference']>>): KeptForControl {
  return {
    reference: async () => reference,
    memory: async () => ({ mappings: [], decisions: new Map() }),
  };
}

const control = (request: ImportRequest, kept = keeping(), signal = new AbortController().signal) =>
  controlImport(request, kept, signal);

describe('bytes on the wire', () => {
  test.each([0, 1, 0x8000, 0x8001])('%i bytes come back as they went', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
    expect(bytesOf(wire({ name: 'a.csv', bytes }))).toEqual(bytes);
  });
});

describe('the control of the chosen file', () => {
  test('against an export that was given', async () => {
    const found = await control({ file: wire(edited('rows')), references: [wire(REFERENCE)] });
    if (found.kind !== 'done') throw new Error(found.kind);
    expect(found.facts.keyEdits?.items[0]).toMatchObject({
      at: { in: 'file', line: 2, column: 'Prenom eleve' },
    });
    expect(found.prediction?.ticked.deleted).toBeGreaterThan(found.prediction?.unticked.deleted ?? 0);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test('against the kept export, and says since when', async () => {
    const kept = keeping({ files: [REFERENCE], keptOn: '2026-07-02' });
    const found = await control({ file: wire(ordinaryFile('college', 'Parent')), references: [] }, kept);
    expect(found).toMatchObject({ kind: 'done', reference: expect.stringContaining('02/07/2026') });
  });

  test('without any export', async () => {
    const found = await control({ file: wire(edited('rows')), references: [] });
    expect(found).toEqual({ kind: 'no-reference', problems: [] });
  });

  test('an export that cannot be read says why', async () => {
    const references = [wire({ name: 'export.csv', bytes: new Uint8Array() })];
    const found = await control({ file: wire(edited('rows')), references });
    expect(found).toMatchObject({ kind: 'no-reference', problems: [expect.stringMatching(/^export\.csv/)] });
  });

  test('a file that cannot be read says why', async () => {
    const file = wire({ name: 'vide.csv', bytes: new Uint8Array() });
    const found = await control({ file, references: [] });
    expect(found).toMatchObject({
      kind: 'unreadable',
      problems: [expect.stringMatching(/^vide\.csv.*vide/)],
    });
  });

  test('a quote never closed is said with its line', async () => {
    const found = await control({ file: wire(edited('unclosed quote')), references: [wire(REFERENCE)] });
    expect(JSON.stringify(found)).toMatch(/ligne\u00A0120/);
  });

  test('a newer request takes its place', async () => {
    const stopped = new AbortController();
    stopped.abort();
    const request = { file: wire(edited('rows')), references: [wire(REFERENCE)] };
    expect(await control(request, keeping(), stopped.signal)).toEqual({ kind: 'superseded' });
  });

  test('storage that refuses is told as text', async () => {
    const kept = { ...keeping(), reference: () => Promise.reject(new Error('Stockage refusé.')) };
    const found = await control({ file: wire(edited('rows')), references: [] }, kept);
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
    expect(importGaps([row], [expected])).toEqual([expect.stringContaining('conforme')]));
  test('another number is named', () =>
    expect(importGaps([{ ...row, deleted: 9 }], [expected])).toEqual([
      expect.stringContaining('au lieu de 1'),
    ]));
  test('an import older than the prediction proves nothing', () =>
    expect(importGaps([{ ...row, date: '24/08/2026 08:00' }], [expected])).toEqual([]));
  test('another profile is not compared', () =>
    expect(importGaps([{ ...row, profile: 'Elève seul' }], [expected])).toEqual([]));
  test('the latest import of a profile counts', () =>
    expect(importGaps([row, { ...row, created: 99 }], [expected])).toHaveLength(1));
});
