import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { exportFiches, importFiches } from '@/entrypoints/workshop/schools/exchange-acts';
import { ficheFile } from '@/utils/report/fiche-file';
import { closeStore } from '@/utils/store/db';
import { allFiches, mergeFiches } from '@/utils/store/fiches';
import { count, fiche } from '../../helpers/fiches';
import { generatedFiches } from '../../helpers/generate-fiches';
import { typographyFaults } from '../../helpers/typography';
import { freshBrowser } from '../../store/helpers';

const AT = '2026-08-28T08:00:00.000Z';
const MINE = fiche({
  uai: '0590000A',
  counts: [count('empty-group', { outcome: 'violation', violations: 2 })],
});
const file = (text: string, name = 'fiches.json') => Object.assign(new Blob([text]), { name });
const WHOLE = ficheFile([MINE], AT);

beforeEach(async () => {
  await freshBrowser();
  await mergeFiches([MINE]);
});
afterAll(closeStore);

describe('what a colleague gives', () => {
  test.each([
    ['a newer version', WHOLE.replace('"version":1', '"version":2'), 'version plus récente'],
    ['half a file', WHOLE.slice(0, 200), 'tronqué'],
    ['no file of fiches', '{"fiches":[]}', 'n’est pas un fichier de fiches'],
    ['a page of the web', '<script>alert(1)</script>', 'n’est pas un fichier de fiches'],
    ['nothing at all', '', 'tronqué'],
  ])('%s is refused in words, and what was there stays', async (_what, text, words) => {
    const said = await importFiches([file(text)]);
    expect(said).toMatchObject({ grade: 'critical', details: [] });
    expect(said.text).toContain('fiches.json');
    expect(said.text).toContain(words);
    expect(typographyFaults(said.text)).toEqual([]);
    expect(await allFiches(2026)).toEqual([MINE]);
  });

  test('a file that is far too large is not even opened', async () => {
    const huge = { name: 'f.json', size: 2 ** 31, text: () => Promise.reject(new Error('opened')) };
    expect((await importFiches([huge as never])).text).toContain('trop gros');
  });

  test('fiches that are already there, or twice in the file, are taken once', async () => {
    const other = fiche({ id: 'autre' });
    const said = await importFiches([file(ficheFile([MINE, other, other], AT))]);
    expect(said).toMatchObject({ grade: 'pass', text: expect.stringMatching(/^1\sfiche ajoutée/) });
    expect(said.details).toEqual([expect.stringMatching(/^fiches\.json\s: 2\sfiches déjà là/)]);
    expect(await allFiches(2026)).toHaveLength(2);
  });

  test('one fiche that is hostile is refused by its number, the others are taken', async () => {
    const bad = { ...fiche({ id: 'x' }), name: ['<script>'], counts: [{ rule: '../../etc' }] } as never;
    const said = await importFiches([file(ficheFile([bad, fiche({ id: 'autre' })], AT))]);
    expect(said.grade).toBe('review');
    expect(said.details).toEqual([
      expect.stringMatching(/^fiches\.json\s: fiche n°\s1 refusée, «\snom de l’établissement\s» manque/),
    ]);
    expect((await allFiches(2026)).map(({ id }) => id)).toContain('autre');
  });

  test('several files at once: each tells its own faults, and one that is refused stops no other', async () => {
    const blank = { ...fiche({ id: 'x' }), name: ' ' };
    const said = await importFiches([
      file(ficheFile([fiche({ id: 'a' })], AT), 'nord.json'),
      file('{', 'sud.json'),
      file(ficheFile([fiche({ id: 'b' }), blank], AT), 'est.json'),
    ]);
    expect(said).toEqual({
      grade: 'review',
      text: expect.stringMatching(/^2\sfiches ajoutées/),
      details: [
        expect.stringMatching(/^sud\.json\s: .*tronqué/),
        expect.stringMatching(/^est\.json\s: fiche n°\s2 refusée, «\snom de l’établissement\s» est vide\./),
      ],
    });
    expect((await allFiches(2026)).map(({ id }) => id).sort()).toEqual(['a', 'b', MINE.id]);
  });

  test('several files of which none can be read are all told', async () => {
    const said = await importFiches([file('{', 'nord.json'), file('', 'sud.json')]);
    expect(said).toMatchObject({ grade: 'critical', text: expect.stringContaining('nord.json') });
    expect(said.details).toEqual([expect.stringContaining('sud.json')]);
  });

  test('two schools that bear one UAI stay two, and this is said', async () => {
    const twin = fiche({ ent: 'itslearning', host: 'x.itslearning.com', id: '9', uai: '0590000A' });
    const said = await importFiches([file(ficheFile([MINE, twin], AT))]);
    expect(said.details.join()).toContain('portent l’UAI 0590000A');
    expect(await allFiches(2026)).toHaveLength(2);
  });

  test('thousands of refusals are told as a few', async () => {
    const empty = Array.from({ length: 3000 }, () => ({}) as never);
    const said = await importFiches([file(ficheFile(empty, AT))]);
    expect(said.details).toHaveLength(11);
    expect(said.details.at(-1)).toContain('2990 autres');
  });

  test('ten thousand fiches come in, and go out as they came', async () => {
    const many = generatedFiches({ schools: 500, rules: 5, days: 20 }, AT);
    expect(many).toHaveLength(10_000);
    await freshBrowser();
    expect((await importFiches([file(ficheFile(many, AT))])).text).toMatch(/10\s000\sfiches ajoutées/);
    const { blob, name } = await exportFiches(2026, AT);
    expect(name).toBe('vigie-fiches-2026-2026-08-28.json');
    const out = JSON.parse(await blob.text()).fiches as { school: string; at: string }[];
    const key = ({ school, at }: { school: string; at: string }) => `${school} ${at}`;
    expect(out.map(key).sort()).toEqual(many.map(key).sort());
  }, 60_000);
});
