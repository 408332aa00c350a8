import { describe, expect, test } from 'vitest';
import { EDIT_KINDS, type EditKind, editKeys, type LabelledEdit } from '@/tests/helpers/edit-keys';
import { generateSchool, nextSchoolYear, type School } from '@/tests/helpers/generate-school';
import { type FileOptions, keysOf, schoolFiles } from '@/tests/helpers/school-files';
import { typographyFaults } from '@/tests/helpers/typography';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { controlRosters } from '@/utils/files/control';
import type { RosterControl } from '@/utils/files/control-result';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';

/** What each kind of edit must be told as: one of these words of the matching. */
const TOLD_AS: Record<EditKind, readonly string[]> = {
  'accents retirés': ['accents'],
  'accent ajouté': ['accents'],
  casse: ['case'],
  'trait d’union': ['hyphen', 'spaces'],
  'mots réunis': ['joined', 'part-of-name', 'particle'],
  apostrophe: ['apostrophe'],
  'espace en trop': ['spaces'],
  'espace insécable': ['spaces'],
  'caractère invisible': ['invisible'],
  'encodage perdu': ['encoding'],
  // « TOUSSAINT-… » is cut too, and is then another name.
  saint: ['saint', 'replaced-surname'],
  particule: ['particle', 'part-of-name'],
  'prénom composé coupé': ['part-of-name'],
  'nom double coupé': ['part-of-name'],
  'nom double ajouté': ['part-of-name'],
  'nom double renversé': ['name-order', 'hyphen', 'swapped-names'],
  'nom et prénom échangés': ['swapped-names'],
  'lettre ajoutée': ['letter-added', 'letter-doubled', 'letter-removed'],
  'lettre oubliée': ['letter-removed', 'letter-doubled'],
  'lettre remplacée': ['letter-replaced', 'accents', 'letters-transposed', 'letter-doubled'],
  'lettre doublée': ['letter-doubled', 'letter-added'],
  'lettres interverties': ['letters-transposed', 'letter-replaced', 'two-letters'],
  'jour et mois intervertis': ['date-day-month', 'date-format'],
  'chiffre de la date': ['date-digit', 'date-one-day', 'date-changed', 'date-day-month', 'date-format'],
  'année sur deux chiffres': ['date-format', 'date-century'],
  'date ISO': ['date-format'],
  'numéro de série': ['date-format'],
  'zéro initial perdu': ['postal-zero'],
  'code en notation scientifique': ['postal-number'],
  'déménagement du parent': ['postal-changed', 'postal-digit'],
  diminutif: ['diminutive', 'letter-removed', 'letter-added', 'part-of-name', 'replaced-surname'],
  'nom remplacé': ['replaced-surname', 'two-letters', 'letter-replaced', 'letter-added', 'part-of-name'],
};
const SEEDS = [1, 2, 3];

/** Who stands at the place that a couple names, by the lasting identifier. */
function idAt(school: School, pair: string): string | undefined {
  const [table = 0, row = 0, block] = (pair.split('>')[0] ?? '').split('.').map(Number);
  if (table === 1) return school.teachers[row]?.id;
  if (table === 2) return school.staff[row]?.id;
  return block === undefined ? school.pupils[row]?.id : school.pupils[row]?.parentIds[block];
}

function scene(seed: number, kinds: readonly EditKind[] = EDIT_KINDS, count = 4) {
  const before = generateSchool(seed, { kind: seed % 2 === 0 ? 'elementary' : 'college' });
  const keys = keysOf(before);
  const year = nextSchoolYear(before, seed);
  const { school, edits } = editKeys(year, seed, kinds, count, new Set(keys.keys()));
  const control = (options: FileOptions = {}, original: FileOptions = {}) =>
    controlRosters({
      reference: schoolFiles(before, keys, original),
      fresh: schoolFiles(school, keys, options),
    });
  return { before, year, keys, edits, ids: new Set(edits.map(({ id }) => id)), control };
}

function expectAll(
  before: School,
  edits: readonly LabelledEdit[],
  found: readonly { pair?: string }[],
): Map<string, string> {
  const pairs = new Map(
    found.flatMap(({ pair }) => (pair ? [[idAt(before, pair) ?? '', pair] as const] : [])),
  );
  expect([...pairs.keys()].sort()).toEqual([...new Set(edits.map(({ id }) => id))].sort());
  return pairs;
}

function expectKinds(control: RosterControl, pairs: Map<string, string>, edits: readonly LabelledEdit[]) {
  const kinds = new Map(control.pairs.map((pair) => [pair.id, pair.kinds]));
  const mistaken = edits.flatMap(({ id, kind }) => {
    const told = kinds.get(pairs.get(id) ?? '') ?? [];
    return TOLD_AS[kind].some((one) => told.includes(one)) ? [] : [`${kind}: ${told.join(', ')}`];
  });
  expect(mistaken).toEqual([]);
}

/** The rules that a control of files feeds; the last one speaks of a file that no control has read. */
const { 'uncontrolled-file': _, 'damaged-file': __, ...CONTROL_RULES } = USER_FILE_RULES;

const outcomes = (control: RosterControl) =>
  audit(Object.values(CONTROL_RULES), control.facts, {
    ent: 'itslearning',
    today: '2026-08-26',
    schoolYear: schoolYearOn('2026-08-26'),
  });

describe.each(SEEDS)('school %i', (seed) => {
  test('names edited under the same key: all found, each told as what it is, and nobody else', async () => {
    const { before, edits, control } = scene(seed);
    const result = await control();
    const found = result.facts.keyEdits;
    expect(edits.length).toBeGreaterThan(60);
    expect(found?.items.every(({ by }) => by === 'key')).toBe(true);
    expectKinds(result, expectAll(before, edits, found?.items ?? []), edits);
    const violated = outcomes(result).filter(({ outcome }) => outcome === 'violation');
    expect(violated.map(({ rule }) => rule)).toContain('changed-sync-key');
  });

  test('keys made anew from the edited name: all found by the username', async () => {
    const { before, edits, ids, control } = scene(seed);
    const result = await control({ rekeyed: ids });
    const found = result.facts.keyEdits?.items ?? [];
    const rekeyed = found.filter(({ changes }) => changes.some(({ field }) => field === 'key'));
    expect(rekeyed.length).toBeGreaterThan(40);
    expect(rekeyed.every(({ by }) => by === 'username')).toBe(true);
    expectAll(before, edits, found);
  });

  test('people typed again without key or username: nearly all found, nobody mistaken for another', async () => {
    const { before, year, edits, ids, control } = scene(seed, EDIT_KINDS, 2);
    const { facts } = await control({ retyped: ids });
    const twins = facts.twinAccounts?.items.filter(({ existing }) => existing === 'gone') ?? [];
    const freshId = (pair = '') => idAt(year, pair.split('>')[1] ?? '');
    for (const { pair, verdict, person } of twins)
      if (verdict === 'same') expect(freshId(pair), person).toBe(idAt(before, pair ?? ''));
    const found = new Set(twins.map(({ pair }) => idAt(before, pair ?? '')));
    expect(edits.filter(({ id }) => found.has(id)).length).toBeGreaterThan(0.9 * edits.length);
  });

  test('a promoted year without any edit: no violation, only departures to look at', async () => {
    const { before, year, keys } = scene(seed);
    for (const encoding of ['utf-8', 'windows-1252'] as const) {
      const control = await controlRosters({
        reference: schoolFiles(before, keys),
        fresh: schoolFiles(year, keys, { encoding, delimiter: ',', newline: '\n' }),
      });
      const told = outcomes(control).filter(({ outcome }) => outcome !== 'pass');
      const said = told.map(({ rule, outcome }) => `${rule} ${outcome}`);
      // A newcomer with the name and the postal code of somebody known is a question whatever one does.
      expect(said.filter((one) => one !== 'twin-account review')).toEqual(['dropped-user review']);
      expect(control.facts.twinAccounts?.items.length).toBeLessThan(4);
      expect(control.gauge).toMatchObject({ state: 'green' });
      expect(control.gauge?.total.edited).toBeLessThan(4);
      expect(control.gauge?.cohort.levels).toEqual([before.kind === 'college' ? '3e' : 'CM2']);
      expect(control.gauge?.total.expected).toBeGreaterThan(100);
    }
  });

  test('the same files: nobody leaves, and only classes in which nobody moved are to be checked', async () => {
    const { before, keys } = scene(seed);
    const control = await controlRosters({
      reference: schoolFiles(before, keys),
      fresh: schoolFiles(before, keys, { encoding: 'windows-1252' }),
    });
    expect(outcomes(control).map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(
      Object.keys(CONTROL_RULES).map((rule) => `${rule} ${rule === 'unpromoted-pupil' ? 'review' : 'pass'}`),
    );
    expect(control.facts.departures?.items).toEqual([]);
    expect(control.pairCount).toBe(0);
  });
});

test('no sentence names anybody, and all are in good French', async () => {
  const { before, ids, control } = scene(6, EDIT_KINDS, 6);
  const names = new Set(
    [...before.pupils, ...before.parents, ...before.teachers, ...before.staff]
      .flatMap(({ lastName, firstName }) => [lastName, firstName])
      .map((name) => name.toLowerCase())
      .filter((name) => name.length > 5),
  );
  for (const options of [{}, { rekeyed: ids }, { retyped: ids }]) {
    const results = outcomes(await control(options));
    const said = results.flatMap(({ rule, flags }) => flags.map(({ says }) => ({ rule, says })));
    expect(said.length).toBeGreaterThan(100);
    for (const { rule, says } of said) {
      const words = says.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [];
      expect(
        words.filter((word) => names.has(word)),
        `${rule}: ${says}`,
      ).toEqual([]);
      expect(typographyFaults(says), says).toEqual([]);
    }
  }
});

test('both encodings on either side find the same edits', async () => {
  const writable = EDIT_KINDS.filter((kind) => kind !== 'caractère invisible');
  const { before, edits, control } = scene(5, writable);
  for (const [original, fresh] of [
    ['utf-8', 'windows-1252'],
    ['windows-1252', 'utf-8'],
    ['windows-1252', 'windows-1252'],
  ] as const) {
    const { facts } = await control({ encoding: fresh }, { encoding: original });
    expectAll(before, edits, facts.keyEdits?.items ?? []);
  }
});
