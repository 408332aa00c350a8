// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { schoolElsewhere } from '@/entrypoints/overlay/school-elsewhere';
import { importPerson } from '@/tests/helpers/import-facts';
import { course, strategy, tree } from '@/tests/helpers/itslearning-facts';
import { complete } from '@/tests/helpers/test-rule';
import type { Facts } from '@/utils/core/facts';
import { send } from '@/utils/messages';

vi.mock('@/utils/messages', () => ({ send: vi.fn() }));
const sent = vi.mocked(send);
const MOLIERE = {
  ent: 'itslearning',
  host: 'modules',
  id: '0490001A',
  name: 'Collège Molière',
  uai: '0490001A',
};

beforeEach(() => {
  sent.mockReset().mockResolvedValue(MOLIERE as never);
});

/** What is known of the school of a screen once the background has answered. */
async function schoolOf(facts: Facts): Promise<string | undefined> {
  const changed = vi.fn();
  const ask = schoolElsewhere('itslearning', changed);
  ask(facts);
  await Promise.resolve();
  await Promise.resolve();
  return ask(facts)?.name;
}

test.each<[string, Facts, string | undefined]>([
  ['courses of « Etablissement »', { courses: complete(course('A')) }, MOLIERE.name],
  [
    'courses of its name, with its town',
    { courses: complete(course('A', { organisation: 'COLLEGE MOLIERE (49-BEAUFORT EN VALLEE)' })) },
    MOLIERE.name,
  ],
  ['courses of another', { courses: complete(course('A', { organisation: 'COLLEGE DEBUSSY' })) }, undefined],
  [
    'courses of two schools',
    { courses: complete(course('A'), course('B', { organisation: 'COLLEGE MOLIERE' })) },
    undefined,
  ],
  ['strategies of no school in particular', { strategies: complete(strategy('Dépôt')) }, MOLIERE.name],
  [
    'one school’s hierarchies',
    { hierarchy: complete(...tree('Etablissement', 'Etablissement/Apprenants [synchronisé]')) },
    MOLIERE.name,
  ],
  [
    'hierarchies of two schools',
    { hierarchy: complete(...tree('A/Apprenants [synchronisé]', 'B/Apprenants [synchronisé]')) },
    undefined,
  ],
  ['an import under way', { importPeople: complete(importPerson('A B', 'no')) }, undefined],
])('%s', async (_what, facts, expected) => {
  expect(await schoolOf(facts)).toBe(expected);
});

test('it is asked for once, and nobody’s school is nobody’s', async () => {
  sent.mockResolvedValue(null as never);
  const ask = schoolElsewhere('itslearning', () => undefined);
  const facts = { courses: complete(course('A')) };
  for (let n = 0; n < 3; n++) expect(ask(facts)).toBeUndefined();
  expect(sent).toHaveBeenCalledTimes(1);
  sent.mockResolvedValue({ ...MOLIERE, ent: 'skolengo' } as never);
  expect(await schoolOf(facts)).toBeUndefined();
});
