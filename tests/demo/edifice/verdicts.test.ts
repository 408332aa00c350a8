import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import { edificeLive } from '@/utils/ents/edifice/live';
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
const rules = new Set(ALL_RULES.map(({ id }) => id));
let demo: Demo;

/** Everything the rules say of a school, read live: « rule: subject: verdict », sorted. */
async function said(school: PlantedSchool, today: string): Promise<string[]> {
  const { facts, ...reading } = await edificeLive.gather(SCHOOLS[school], {
    get: async (path) => (await ask(demo, path)).json(),
    signal: new AbortController().signal,
    tell: () => undefined,
  });
  const context = { ent: 'edifice', today, schoolYear: schoolYearOn(today), ...reading } as const;
  return audit(ALL_RULES, facts, context)
    .flatMap(({ rule, flags }) =>
      flags.map(({ subject, review }) => `${rule}: ${subject}: ${review ? 'review' : 'violation'}`),
    )
    .sort();
}

describe.each(DATES)('on %s, a complete reading', (date) => {
  beforeAll(async () => {
    demo = await startDemo({ date });
  });
  afterAll(() => demo.close());

  it.each(Object.keys(SCHOOLS) as PlantedSchool[])(
    'of %s finds every planted fault and nothing else',
    async (school) => {
      const awaited = plantedOn(date)
        .filter((item) => item.school === school && item.expected !== 'none' && rules.has(item.rule))
        .map(({ rule, subject, expected }) => `${rule}: ${subject}: ${expected}`);
      expect(await said(school, date)).toEqual(awaited.sort());
    },
  );
});
