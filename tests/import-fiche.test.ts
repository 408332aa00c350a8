import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import { controlImport } from '@/utils/import-control';
import { type ControlOf, concluded, fileImport, fileTimetable } from '@/utils/import-fiche';
import type { ControlledImport } from '@/utils/import-messages';
import { closeStore } from '@/utils/store/db';
import { fichesOf } from '@/utils/store/fiches';
import { switchDetector } from '@/utils/switches';
import { editedFiles, exportedFile } from './demo/itslearning/manifest';
import { freshBrowser } from './store/helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

const OF = {
  host: 'module.itslfr-aws.com',
  platform: 'itslearning',
  school: { id: '0599101K', name: 'Collège Rosa Bonheur', uai: '0599101K' },
  updateAll: true,
} as const satisfies ControlOf;
const KEY = `itslearning|${OF.host}|${OF.school.id}`;

const reference = exportedFile('college', 'Parent');
const edited = editedFiles().find((one) => one.edit === 'rows') as NonNullable<
  ReturnType<typeof editedFiles>[number]
>;

async function controlled(references = [reference]): Promise<ControlledImport> {
  const kept = {
    reference: async () => undefined,
    memory: async () => ({ mappings: [], decisions: new Map() }),
  };
  const input = { platform: 'itslearning', files: [edited], references } as const;
  const control = await controlImport(input, kept, new AbortController().signal);
  if (control.kind !== 'done') throw new Error(JSON.stringify(control));
  return control;
}

const fiches = () => fichesOf(KEY, transitionOn(isoDate(new Date())));

describe('the control of the files chosen in the ENT’s own import', () => {
  test('writes a fiche of the school, in numbers', async () => {
    await fileImport(await controlled(), OF);
    const [fiche, ...others] = await fiches();
    expect(others).toEqual([]);
    expect(fiche).toMatchObject({ by: 'user-files', name: OF.school.name, uai: OF.school.uai });
    expect(fiche?.counts).toContainEqual(
      expect.objectContaining({ rule: 'changed-sync-key', outcome: 'violation' }),
    );
    expect(fiche?.figures).toHaveProperty('Import attendu, élèves supprimés');
  });

  test('names nobody of the files', async () => {
    await fileImport(await controlled(), OF);
    const written = JSON.stringify(await fiches()).toUpperCase();
    const text = new TextDecoder('windows-1252').decode(reference.bytes);
    const [header = '', ...rows] = text.split(/\r?\n/);
    const nameAt = header.split(';').findIndex((column) => /^"?nom eleve/i.test(column));
    const names = rows.flatMap((row) => row.split(';')[nameAt]?.replaceAll('"', '').trim() || []);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names.filter(({ length }) => length > 3)) expect(written).not.toContain(name);
  });

  test('is filed nowhere when nothing was compared, or nobody says which school it is', async () => {
    await fileImport(await controlled([]), OF);
    const { school: _school, ...ofNobody } = OF;
    await fileImport(await controlled(), ofNobody);
    expect(await fiches()).toEqual([]);
  });

  test('leaves out a rule that is switched off', async () => {
    await switchDetector('changed-sync-key', true);
    await fileImport(await controlled(), OF);
    const [fiche] = await fiches();
    expect(fiche?.counts.map(({ rule }) => rule)).not.toContain('changed-sync-key');
    expect(fiche?.counts.length).toBeGreaterThan(3);
  });

  test('counts the cases that a panel does not show', async () => {
    const control = await controlled();
    const { facts } = control;
    const edits = facts.keyEdits ?? { items: [], complete: true };
    const cut = { ...edits, complete: false, read: { shown: edits.items.length, total: 4000 } };
    const countOf = (of: ControlledImport) =>
      concluded(of, OF, new Set(), new Date()).counts.find(({ rule }) => rule === 'changed-sync-key');
    const total = (of: ControlledImport) => (countOf(of)?.violations ?? 0) + (countOf(of)?.reviews ?? 0);
    expect(total({ ...control, facts: { ...facts, keyEdits: cut } }) - total(control)).toBe(
      4000 - edits.items.length,
    );
  });
});

describe('the control of a timetable chosen on an import screen', () => {
  const REQUEST = { host: OF.host, upload: 'u', ent: 'itslearning', school: OF.school } as const;
  const flag = { at: { in: 'file', file: 'edt.xml', line: 1 }, subject: 'X', says: 'Dit.' } as const;
  const results = [
    { rule: 'homonym', outcome: 'violation', complete: true, flags: [flag, { ...flag, review: true }] },
    { rule: 'part-only-lesson', outcome: 'pass', complete: true, flags: [] },
  ] as const;
  const timetable = { kind: 'done', results, rules: [], lines: [], unknowable: [], problems: [] } as const;

  test('writes a fiche of the school', async () => {
    await fileTimetable(timetable, REQUEST);
    expect(await fiches()).toEqual([
      expect.objectContaining({
        by: 'timetable-file',
        counts: [
          { rule: 'homonym', outcome: 'violation', complete: true, violations: 1, reviews: 1 },
          { rule: 'part-only-lesson', outcome: 'pass', complete: true, violations: 0, reviews: 0 },
        ],
      }),
    ]);
  });

  test('of another school, writes none', async () => {
    const wrong = { rule: 'wrong-school-file', outcome: 'violation', complete: true, flags: [flag] } as const;
    await fileTimetable({ ...timetable, results: [...results, wrong] }, REQUEST);
    expect(await fiches()).toEqual([]);
  });
});
