import { describe, expect, test } from 'vitest';
import { audit } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { RosterRole } from '@/utils/core/roster-facts';
import { controlImport, type GivenFile } from '@/utils/import-control';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';
import type { Profile } from './demo/edifice/model';
import { nextYearFile, type RosterFile, retyped, transitionExport } from './demo/edifice/roster-files';
import { PAPILLONS } from './demo/edifice/structures';
import { buildWorld } from './demo/edifice/world';

const WORLD = buildWorld('2026-08-27');
const ROLES: Record<Profile, RosterRole> = {
  Student: 'pupil',
  Relative: 'parent',
  Teacher: 'teacher',
  Personnel: 'staff',
  Guest: 'guest',
};
const PROFILES = Object.keys(ROLES) as Profile[];
const EXPORTS = PROFILES.map((profile) => transitionExport(WORLD, PAPILLONS.id, profile));

const next = (profile: Profile) => nextYearFile(WORLD, PAPILLONS.id, profile);
const as = (profile: Profile, file: RosterFile = next(profile)): GivenFile => ({
  ...file,
  roles: [ROLES[profile]],
});

async function control(files: readonly GivenFile[], references: readonly GivenFile[] = EXPORTS) {
  const kept = {
    reference: async () => undefined,
    memory: async () => ({ mappings: [], decisions: new Map() }),
  };
  const input = { platform: 'edifice', files, references } as const;
  const found = await controlImport(input, kept, new AbortController().signal);
  if (found.kind !== 'done') throw new Error(JSON.stringify(found));
  const context = contextOn(new Date(2026, 7, 27), { ent: 'edifice', updateAll: true });
  const results = audit(Object.values(USER_FILE_RULES), found.facts, context);
  const flags = results.flatMap(({ rule, flags }) => flags.map((flag) => ({ rule, ...flag })));
  return { ...found, flags, held: flags.filter(({ holds, review }) => holds && !review) };
}

const said = (flags: readonly { rule: string; says: string }[]) =>
  flags.map(({ rule, says }) => `${rule}: ${says}`);

/** A file of Edifice's model, made without the export: it has no `externalid`. */
function modelFile(header: string, rows: readonly (readonly string[])[]): RosterFile {
  const lines = [header, ...rows.map((row) => row.map((cell) => cell.replaceAll('"', '')).join(';'))];
  return { name: 'liste.csv', bytes: new TextEncoder().encode(lines.join('\r\n')) };
}

/** The cells of an export, without its quotes: none of its values holds a separator. */
function cellsOf({ bytes }: RosterFile): string[][] {
  const [, ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  return lines.map((line) => line.split(';'));
}

describe('files of an Edifice school, made from its own exports', () => {
  test.each(PROFILES)('%s alone: nothing is held, whatever the four others', async (profile) => {
    const { flags, compared } = await control([as(profile)]);
    expect(said(flags)).toEqual([]);
    expect(compared).toHaveLength(1);
  });

  test('all five at once: nothing is held, and each profile is counted', async () => {
    const { flags, prediction } = await control(PROFILES.map((profile) => as(profile)));
    expect(said(flags)).toEqual([]);
    expect(prediction?.ticked.perProfile.map(({ profile }) => profile).sort()).toEqual(
      Object.values(ROLES).sort(),
    );
  });

  test('an identifier typed otherwise holds the import, in its line and column', async () => {
    const [first = []] = cellsOf(next('Student'));
    const wrong = retyped(next('Student'), first[0] ?? '', `${first[0]}0`);
    const { held } = await control([as('Student', wrong), as('Teacher')]);
    expect(held).toMatchObject([
      { rule: 'changed-sync-key', at: { file: 'Student.csv', line: 2, column: 'externalid' } },
    ]);
    expect(held[0]?.says).toMatch(/Pré-supprimer.*cochée/);
  });

  test('half of the pupils missing holds the import by the gauge', async () => {
    const file = next('Student');
    const lines = new TextDecoder().decode(file.bytes).split('\r\n');
    const bytes = new TextEncoder().encode(lines.slice(0, lines.length / 2).join('\r\n'));
    const { held } = await control([as('Student', { ...file, bytes })]);
    expect(held.map(({ rule }) => rule)).toEqual(['dropped-user']);
  });

  test('pupils given as teachers hold the import', async () => {
    const { flags, held } = await control([as('Teacher', next('Student'))]);
    expect(flags).toHaveLength(1);
    expect(held).toMatchObject([{ rule: 'wrong-profile-file', at: { line: 1 } }]);
    expect(held[0]?.says).toMatch(/enseignants.*élèves/);
  });

  test('pupils given as teachers beside the right pupils: that only is told', async () => {
    const { flags, compared } = await control([as('Student'), as('Teacher', next('Student'))]);
    expect(flags.map(({ rule }) => rule)).toEqual(['wrong-profile-file']);
    expect(compared).toHaveLength(1);
  });
});

describe('files that are not made from the export', () => {
  const pupils = cellsOf(EXPORTS[0] as RosterFile).map(
    ([, first = '', last = '', born = '', , group = '']) => [first, last, born, group],
  );

  test('the model of pupils is compared by names and birth date, and only its missing column is told', async () => {
    const file = modelFile('Prénom*;Nom*;Date de naissance*;Classes*', pupils);
    const { flags, held } = await control([as('Student', file)]);
    expect(held).toEqual([]);
    expect(flags.find(({ rule }) => rule === 'broken-header')?.says).toMatch(/externalid.*date de naissance/);
  });

  test('staff without any telling column are those of the field that they were chosen in', async () => {
    const staff = cellsOf(EXPORTS[2] as RosterFile).map(([, first = '', last = '']) => [first, last, '']);
    const file = modelFile('Prénom*;Nom*;Courriel', staff);
    const { prediction, held } = await control([as('Teacher', file)]);
    expect(held).toEqual([]);
    expect(prediction?.ticked.perProfile).toMatchObject([{ profile: 'teacher' }]);
  });

  test('the classic export is no reference, and says which one is', async () => {
    const header = '"Id";"Identifiant SIECLE";"Type";"Nom";"Prénom";"Code d\'activation"';
    const classic = modelFile(header, [['1', '', 'Élève', 'LAMBERT', 'Zoé', '']]);
    const { flags, reference } = await control([as('Student')], [classic]);
    expect(reference).toBeUndefined();
    expect(flags).toMatchObject([{ rule: 'uncontrolled-file', says: expect.stringContaining('Transition') }]);
  });
});
