import { describe, expect, test } from 'vitest';
import { ControlDesk } from '@/entrypoints/workshop/control-desk';
import { Desk } from '@/entrypoints/workshop/desk';
import { anchorPlace, placeOf } from '@/entrypoints/workshop/names';
import type { GivenFile, Side } from '@/entrypoints/workshop/protocol';
import { NO_FILTER } from '@/entrypoints/workshop/state';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import { controlImport } from '@/utils/import-control';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';
import { BAD_FILES, type BadFile, GOOD_FILE } from './helpers/bad-files';

const DAY = new Date(2026, 7, 27);
const RULES = Object.values(USER_FILE_RULES);

/** Everything that the import screen says of a file, each with its place. */
async function onImportScreen({ name, bytes }: Pick<BadFile, 'name' | 'bytes'>, references = [GOOD_FILE]) {
  const kept = {
    reference: async () => undefined,
    memory: async () => ({ mappings: [], decisions: new Map() }),
  };
  const files = [{ name, bytes, roles: ['pupil'] as const }];
  const input = { platform: 'itslearning', files, references } as const;
  const found = await controlImport(input, kept, new AbortController().signal);
  if (found.kind !== 'done') throw new Error(JSON.stringify(found));
  const context = contextOn(DAY, { ent: 'itslearning', updateAll: true });
  const flags = audit(RULES, found.facts, context).flatMap((result) => {
    expect(result.error, result.rule).toBeUndefined();
    return result.flags;
  });
  return flags.map(({ at, says, holds, review }) => ({
    place: anchorPlace(at),
    says,
    holds: holds !== undefined && !review,
  }));
}

/** Everything that the workshop says of a file, each with its place. */
async function inWorkshop({ name, bytes }: Pick<BadFile, 'name' | 'bytes'>) {
  const desk = new Desk();
  const given = (file: typeof GOOD_FILE): GivenFile => ({
    name: file.name,
    size: file.bytes.length,
    bytes: file.bytes.slice().buffer,
  });
  const read = (side: Side, file: typeof GOOD_FILE) => desk.read(side, [given(file)], [], () => undefined);
  read('reference', GOOD_FILE);
  const { files, problems } = read('toImport', { name, bytes });
  const told = [...problems, ...files.flatMap((file) => file.problems)].map((problem) => ({
    place: placeOf(problem),
    says: `${problem.message} ${problem.advice}`,
  }));
  const control = new ControlDesk(desk);
  const summary = await control.control({ updateAll: true }, '2026-08-27', () => undefined);
  const rows = (await control.list(NO_FILTER, {})).flatMap((finding) => finding.rows);
  return [
    ...told,
    ...summary.refusals.map((says) => ({ place: '', says })),
    ...rows.map(({ at, says }) => ({ place: anchorPlace(at), says })),
  ];
}

function expectTold({ name, says, line, column }: BadFile, told: readonly { place: string; says: string }[]) {
  const own = told.filter((one) => says.test(one.says));
  expect(own, JSON.stringify(told, null, 1)).not.toEqual([]);
  const where = own.map((one) => `${one.place} ${one.says}`).join('\n');
  expect(where).toContain(name.replace(/\.\w+$/, ''));
  if (line !== undefined) expect(where).toMatch(new RegExp(`ligne\\s${line}\\b`, 'i'));
  if (column !== undefined) expect(where).toContain(`«\u00A0${column}\u00A0»`);
}

describe('a bad file on the import screen', () => {
  test.each(BAD_FILES)('$what is told, where and what to do, and holds the import', async (bad) => {
    const told = await onImportScreen(bad);
    expectTold(bad, told);
    expect(told.some(({ holds }) => holds)).toBe(true);
  });

  test('a good file is not told so', async () => {
    expect(await onImportScreen(GOOD_FILE)).toEqual([]);
  });

  test.each(BAD_FILES)('$what is told without any export to compare with', async (bad) =>
    expectTold(bad, await onImportScreen(bad, [])),
  );

  test('a key that stands twice holds the import, whatever it is compared with', async () => {
    const bad = BAD_FILES.find(({ what }) => what === 'a key that stands twice') as BadFile;
    const told = await onImportScreen(bad, []);
    expect(told.find(({ says }) => bad.says.test(says))).toMatchObject({ holds: true });
  });
});

describe('a bad file in the workshop', () => {
  test('another profile is said as such, and not as so many lost columns', async () => {
    const bad = BAD_FILES.find(({ what }) => what === 'another profile') as BadFile;
    const told = await inWorkshop(bad);
    expect(told.filter(({ says }) => /a disparu/.test(says))).toEqual([]);
  });

  test('a letter spoilt in every column of the header is said once', async () => {
    const text = new TextDecoder().decode(GOOD_FILE.bytes).replaceAll('é', 'Ã©');
    const bytes = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
    const told = await inWorkshop({ name: 'Student.csv', bytes });
    expect(told.filter(({ says }) => /perdues à la ligne 1\s:/.test(says))).toHaveLength(1);
  });

  test.each(BAD_FILES)('$what is told, where and what to do', async (bad) =>
    expectTold(bad, await inWorkshop(bad)),
  );

  test('a good file is not told so', async () => {
    expect(await inWorkshop(GOOD_FILE)).toEqual([]);
  });
});
