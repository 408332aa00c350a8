import { describe, expect, test } from 'vitest';
import { newRecall } from '@/entrypoints/overlay/recall';
import { FEED, PATHS, reading, row, THERE } from '@/tests/helpers/console';
import { contextOn } from '@/utils/core/context';
import { anchorKey, type Facts } from '@/utils/core/facts';
import { plainText } from '@/utils/core/person';
import { csvFile } from '@/utils/report/csv';
import { peopleSheet, printablePage } from '@/utils/report/people-sheet';
import { readSummary } from '@/utils/report/read-summary';
import { verdictFor } from '@/utils/report/verdicts';
import { EDIFICE_RULES } from '@/utils/rules/lists/edifice';

/* What a real directory holds and a tidy one doesn't, from the console's answer to the verdict on each person. */

const NOTHING_ELSE = {
  [PATHS.groups]: [],
  [PATHS.removed]: [],
  [PATHS.classes]: [],
  [PATHS.attachments]: [],
};

async function audited(users: readonly unknown[], more: Record<string, unknown> = {}) {
  const { facts, gaps } = await reading({ ...NOTHING_ELSE, [PATHS.users]: users, ...more }).result;
  return { ...judged(facts), facts, gaps };
}

function judged(facts: Facts) {
  const recall = newRecall();
  const context = contextOn(new Date('2026-11-23T12:00:00'), { ent: 'edifice' });
  const results = recall.audit(Object.values(EDIFICE_RULES), facts, context);
  const verdicts = recall.verdicts(results, facts.users?.items);
  const verdictOn = (id: string) => {
    const user = facts.users?.items.find((one) => one.id === id);
    return user && verdictFor(verdicts.byRow, user.at);
  };
  return { results, verdicts, verdictOn };
}

/** A teacher of the feed who is attached to another school, and has nothing here. */
const gone = (id: string, lastName: string, firstName: string, more = {}) =>
  row(id, lastName, firstName, {
    structures: [THERE],
    aafFunctions: [[THERE.externalId, ...FEED.ENS]],
    ...more,
  });
const attached = (id: string, externalId: string) => ({
  login: row(id, '', '').login,
  administrativeStructure: externalId,
});

describe('homonymes', () => {
  const users = [gone('u1', 'Baudry', 'Jean'), gone('u2', 'BAUDRY', 'Jean'), gone('u3', 'Seul', 'Léo')];
  const attachments = [attached('u1', 'EXT-3'), attached('u2', 'EXT-1'), attached('u3', 'EXT-3')];

  test('chacun son verdict sur sa fiche, et leurs lignes, qui ne se distinguent pas, ne poussent à rien', async () => {
    const { verdicts, verdictOn, facts } = await audited(users, { [PATHS.attachments]: attachments });
    expect(['u1', 'u2', 'u3'].map((id) => verdictOn(id)?.verdict)).toEqual([
      'detach',
      'never-detach',
      'detach',
    ]);
    const [twin] = facts.users?.items ?? [];
    const key = twin ? anchorKey(twin.at) : '?';
    expect(verdicts.byRow.get(key)?.verdict).toBe('never-detach');
    expect([...verdicts.shared]).toEqual([key]);
    expect(verdicts.people.map(({ name, apart }) => [name, apart])).toEqual([
      ['BAUDRY Jean', 'rattachement Ecole Jules Ferry'],
      ['SEUL Léo', undefined],
      ['BAUDRY Jean', 'rattachement ici'],
    ]);
  });
});

describe('deux comptes d’une même personne', () => {
  test('aucun des deux ne se détache ni ne se supprime avant d’avoir été rapproché de l’autre', async () => {
    const twin = (id: string) => ({ id, firstName: 'Anne', lastName: 'Double', score: 5, structures: [] });
    const users = [
      gone('u1', 'Double', 'Anne', { duplicates: [twin('u2')] }),
      row('u2', 'Doublé', 'Anne', { source: 'MANUAL', duplicates: [twin('u1')] }),
    ];
    const { results, verdictOn } = await audited(users, { [PATHS.attachments]: [attached('u1', 'EXT-3')] });
    const flags = results.find(({ rule }) => rule === 'duplicate-account')?.flags;
    expect(flags?.map(({ holds }) => holds)).toEqual([
      ['detach-user', 'delete-user', 'predelete-user'],
      ['detach-user', 'delete-user', 'predelete-user'],
    ]);
    expect([verdictOn('u1')?.verdict, verdictOn('u2')?.verdict]).toEqual(['check', 'check']);
    expect(verdictOn('u1')?.reasons.map(({ verdict }) => verdict)).toEqual(['check', 'detach']);
  });
});

describe('un compte dans quatorze établissements', () => {
  const schools = Array.from({ length: 14 }, (_, index) => ({
    id: `p${index}`,
    name: `Ecole ${index}`,
    externalId: `P-${index}`,
  }));
  const everywhere = [{ id: 's1', name: 'Ecole Les Papillons', externalId: 'EXT-1' }, ...schools.slice(1)];
  const aesh = (id: string, functions: readonly string[]) =>
    row(id, 'Aide', id, {
      type: 'Personnel',
      structures: everywhere,
      aafFunctions: functions.map((externalId) => [externalId, ...FEED.AEH]),
    });

  test('le nombre est dit, et ce qui tient la personne ici décide', async () => {
    const users = [
      aesh(
        'u1',
        everywhere.map(({ externalId }) => externalId),
      ),
      aesh(
        'u2',
        schools.slice(1).map(({ externalId }) => externalId),
      ),
    ];
    const attachments = [attached('u1', 'P-4'), attached('u2', 'P-4')];
    const { verdictOn } = await audited(users, { [PATHS.attachments]: attachments });
    expect(verdictOn('u1')).toMatchObject({
      verdict: 'check',
      reasons: [{ says: expect.stringMatching(/dans 14 établissements.*une fonction/) }],
    });
    expect(verdictOn('u2')).toMatchObject({
      verdict: 'detach',
      reasons: [{ says: expect.stringMatching(/dans 14 établissements.*rattachement\s: Ecole 4/) }],
    });
  });

  test('rattaché à plusieurs à la fois, dont celui-ci : jamais à détacher', async () => {
    const attachments = [attached('u1', 'P-4'), attached('u1', 'EXT-1'), attached('u1', 'P-9')];
    const { verdictOn } = await audited([aesh('u1', [])], { [PATHS.attachments]: attachments });
    expect(verdictOn('u1')?.verdict).toBe('never-detach');
  });
});

describe('un établissement sans aucun compte', () => {
  test('rien n’échoue, rien n’est signalé des personnes, et le vide est dit', async () => {
    const { results, verdicts, facts, gaps } = await audited([]);
    expect(gaps).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    expect(verdicts.people).toEqual([]);
    expect(readSummary(facts)).toContain('0 compte lu sur 0');
    expect(results.find(({ rule }) => rule === 'departed-teacher')?.outcome).toBe('pass');
  });
});

describe('des noms à trébucher', () => {
  const NAMES = [
    ['O\'Brien "Max"', 'Maëlys', 'O\'BRIEN "MAX" Maëlys'],
    ['N’Diaye', 'Aïssatou', 'N’DIAYE Aïssatou'],
    ['العلوي', 'سلمى', 'العلوي سلمى'],
    ['כהן', 'נועה', 'כהן נועה'],
    ['Roy', 'Zoé 🌻', 'ROY Zoé 🌻'],
    ['<b>Gras</b>', 'Tom & Léo', '<B>GRAS</B> Tom & Léo'],
    ['=1+1', '@SOMME(A1)', '=1+1 @SOMME(A1)'],
    [' Espace\u00a0 ', '\tFine\u202f ', 'ESPACE Fine'],
    ['Straße', 'İpek', 'STRASSE İpek'],
    ['', '', '(compte sans nom)'],
  ] as const;
  const users = NAMES.map(([last, first], index) => gone(`u${index}`, last, first));
  const attachments = NAMES.map((_, index) => attached(`u${index}`, 'EXT-3'));
  const all = () => audited(users, { [PATHS.attachments]: attachments });

  test('chacun est lu sous le nom que la console écrit, et jugé', async () => {
    const { facts, verdictOn } = await all();
    expect(facts.users?.items.map(({ name }) => name)).toEqual(NAMES.map(([, , shown]) => shown));
    for (const index of NAMES.keys()) expect(verdictOn(`u${index}`)?.verdict).toBe('detach');
  });

  test('le tableau les trouve, sans accents ni majuscules', async () => {
    const { verdicts } = await all();
    const found = (typed: string) =>
      verdicts.people.filter(({ plain }) => plain.includes(plainText(typed))).map(({ name }) => name);
    expect(found("n'diaye aissatou")).toEqual(['N’DIAYE Aïssatou']);
    expect(found('"max"')).toEqual(['O\'BRIEN "MAX" Maëlys']);
    expect(found('سلمى')).toEqual(['العلوي سلمى']);
    expect(found('🌻')).toEqual(['ROY Zoé 🌻']);
  });

  test('ni le CSV ni la page à imprimer n’en font du code', async () => {
    const sheet = peopleSheet((await all()).verdicts.people, new Map(), true);
    const csv = new TextDecoder().decode(await new Blob([csvFile(sheet)]).arrayBuffer());
    expect(csv).toContain('"O\'BRIEN ""MAX"" Maëlys"');
    // A spreadsheet computes what begins with « = » or « @ ».
    expect(csv).not.toMatch(/(^|;|\n)"?[=@]/);
    const page = printablePage('Personnes', sheet);
    expect(page).toContain('&lt;B&gt;GRAS&lt;/B&gt; Tom &amp; Léo');
    expect(page).not.toMatch(/<b>gras/i);
  });
});

describe('dix mille comptes', () => {
  test('tous lus, tous jugés, chacun avec son verdict et une seule ligne', async () => {
    const users = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0
        ? gone(`u${index}`, `Nom${index}`, 'Léa')
        : row(`u${index}`, `Nom${index}`, 'Léa', { type: 'Student' }),
    );
    const attachments = users.map(({ id }) => attached(String(id), 'EXT-3'));
    const { facts, results, verdicts } = await audited(users, { [PATHS.attachments]: attachments });
    expect(facts.users?.items).toHaveLength(10_000);
    expect(results.filter(({ outcome }) => outcome === 'error')).toEqual([]);
    expect(verdicts.people.filter(({ verdict }) => verdict === 'detach')).toHaveLength(5000);
    expect(verdicts.people.filter(({ verdict }) => verdict === 'check')).toHaveLength(5000);
    expect(new Set(verdicts.people.map(({ link }) => link)).size).toBe(10_000);
    expect(readSummary(facts)).toContain('10\u202f000 comptes lus sur 10\u202f000');
  });
});
