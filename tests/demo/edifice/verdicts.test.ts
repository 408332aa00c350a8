import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import type { Anchor } from '@/utils/core/facts';
import { VERDICT_LABELS } from '@/utils/core/person';
import { newEdificeLive } from '@/utils/ents/edifice/live';
import { LiveError } from '@/utils/ents/get-json';
import { verdictsOf } from '@/utils/report/verdicts';
import { ALL_RULES } from '@/utils/rules';
import { ask } from '../request';
import { type Demo, startDemo } from '../server';
import { type PlantedSchool, plantedOn } from './manifest';
import { CENTRE, COLLEGE, PAPILLONS } from './structures';

const SCHOOLS: Record<PlantedSchool, { id: string; name: string }> = {
  papillons: PAPILLONS,
  college: COLLEGE,
  centre: CENTRE,
};
const DATES = ['2026-11-23', '2027-06-20'];
let demo: Demo;

/** The GET of the product, towards the demonstration: the same refusals, without a browser. */
async function get(path: string): Promise<unknown> {
  const { status, text } = await ask(demo, path);
  if (status === 401 || status === 403) throw new LiveError('refused', path);
  if (status >= 300) throw new LiveError('server', path, String(status));
  try {
    return JSON.parse(text);
  } catch {
    throw new LiveError('unreadable', path);
  }
}

async function judged(school: PlantedSchool, today: string) {
  const { signal } = new AbortController();
  const { id, name } = SCHOOLS[school];
  const reading = await newEdificeLive().gather({ id, name }, { get, signal, tell: () => undefined });
  const { facts, gaps, ...known } = reading;
  const context = { ent: 'edifice', today, schoolYear: schoolYearOn(today), ...known } as const;
  return { facts, gaps, results: audit(ALL_RULES, facts, context) };
}

/** Everything the rules list of a school: « rule: subject: verdict: identifier », sorted. */
async function said(school: PlantedSchool, today: string): Promise<string[]> {
  const { results, gaps } = await judged(school, today);
  expect(gaps).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  return results
    .flatMap(({ rule, flags }) =>
      flags
        .filter(({ cardOnly }) => !cardOnly)
        .map(
          ({ at, subject, review }) =>
            `${rule}: ${subject}: ${review ? 'review' : 'violation'}: ${idOf(at) ?? SCHOOLS[school].id}`,
        ),
    )
    .sort();
}

/** Links lead to what has an identifier; what is missing altogether stands for the school. */
function idOf(at: Anchor): string | undefined {
  return at.in === 'page' ? at.link?.split('/').at(-2) : undefined;
}

function awaited(school: PlantedSchool, date: string): string[] {
  return plantedOn(date)
    .filter((item) => item.school === school && item.expected !== 'none')
    .map(({ rule, subject, expected, id }) => `${rule}: ${subject}: ${expected}: ${id}`)
    .sort();
}

describe.each(DATES)('on %s, a complete reading', (date) => {
  beforeAll(async () => {
    demo = await startDemo({ date });
  });
  beforeEach(() => demo.set({ role: 'ADML', faults: {} }));
  afterAll(() => demo.close());

  describe.each(['ADML', 'ADMC'] as const)('as %s', (role) => {
    it.each(Object.keys(SCHOOLS) as PlantedSchool[])(
      'of %s finds every planted fault and nothing else',
      async (school) => {
        demo.set({ role });
        expect(await said(school, date)).toEqual(awaited(school, date));
      },
    );
  });
});

describe('the same without the attachments in bulk, one person at a time', () => {
  beforeAll(async () => {
    demo = await startDemo({ date: '2026-11-23' });
  });
  afterAll(() => demo.close());
  const bulk = '/directory/user/structures/list';

  it.each(['papillons', 'college'] as const)('finds the same in %s', async (school) => {
    demo.set({ faults: { [bulk]: '500' } });
    demo.clearRequests();
    const { results } = await judged(school, '2026-11-23');
    demo.set({ faults: {} });
    const { results: before } = await judged(school, '2026-11-23');
    const listed = (some: typeof results) =>
      some.flatMap(({ rule, flags }) =>
        flags.filter(({ cardOnly }) => !cardOnly).map((flag) => [rule, flag]),
      );
    expect(listed(results)).toEqual(listed(before));
    expect(demo.requests().every(({ method }) => method === 'GET')).toBe(true);
  });

  it('never says « à détacher » when no attachment at all can be read', async () => {
    demo.set({ faults: { [bulk]: 'html', '/directory/user/': '500' } });
    const { results, facts, gaps } = await judged('papillons', '2026-11-23');
    demo.set({ faults: {} });
    const verdicts = [...verdictsOf(results, facts.users?.items).values()];
    expect(verdicts.filter(({ verdict }) => verdict === 'detach')).toEqual([]);
    expect(verdicts.find(({ subject }) => subject === 'LAMBERT Zoé')?.verdict).toBe('check');
    expect(gaps.join('\n')).toMatch(/d’un seul coup.*\n.*personnes n’a pas pu être lu/s);
  });

  test('the verdict on each person of the demonstration', async () => {
    const { results, facts } = await judged('papillons', '2026-11-23');
    const verdicts = [...verdictsOf(results, facts.users?.items).values()];
    const verdictOn = (name: string) => {
      const found = verdicts.find(({ subject }) => subject === name);
      return found && VERDICT_LABELS[found.verdict];
    };
    const names = [
      'LAMBERT Zoé',
      'REMPLAÇANT Paul',
      'TITEUX Inès',
      'COMPLÉMENT Sarah',
      'ÉCHANGE Lucie',
      'DÉCHARGE Marc',
      'INCONNU Alix',
      'RETRAITE Odile',
      'VASSEUR Claire',
      'PISCINE Intervenante',
      'MICHAUDS Margot',
      'BAUDRY Jean-Paul',
    ];
    expect(Object.fromEntries(names.map((name) => [name, verdictOn(name)]))).toEqual({
      'LAMBERT Zoé': 'à détacher',
      'REMPLAÇANT Paul': 'ne pas détacher',
      'TITEUX Inès': 'ne pas détacher',
      'COMPLÉMENT Sarah': 'à vérifier',
      'ÉCHANGE Lucie': 'à vérifier',
      'DÉCHARGE Marc': undefined,
      'INCONNU Alix': 'à vérifier',
      'RETRAITE Odile': 'rien à faire',
      'VASSEUR Claire': 'ne pas détacher',
      'PISCINE Intervenante': 'à purger',
      'MICHAUDS Margot': 'à vérifier',
      'BAUDRY Jean-Paul': 'ne pas détacher',
    });
    const namesakes = verdicts.find(({ subject }) => subject === 'BAUDRY Jean-Paul')?.each;
    expect(namesakes?.map(({ verdict }) => verdict).sort()).toEqual(['detach', 'never-detach']);
  });
});
