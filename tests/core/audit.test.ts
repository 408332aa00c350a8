import { expect, test } from 'vitest';
import { group } from '@/tests/helpers/groups';
import { complete, partial } from '@/tests/helpers/test-rule';
import { audit } from '@/utils/core/audit';
import { type Context, schoolYearOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { defineRule, type Flag } from '@/utils/core/rule';

const today = '2026-11-23';
const context: Context = { ent: 'edifice', today, schoolYear: schoolYearOn(today) };
const one = group('APE');
const flag: Flag = { at: one.at, subject: 'APE', says: 'Constat.' };

function ruleThat(check: () => Iterable<Flag>) {
  return defineRule({
    id: 'test-rule',
    impact: 'minor',
    title: 't',
    why: 'w',
    remedy: 'r',
    source: { guide: '004', section: 's' },
    needs: ['manualGroups'],
    check,
  });
}

const outcome = (facts: Facts, check: () => Iterable<Flag>) =>
  audit([ruleThat(check)], facts, context)[0]?.outcome;

test.each<[string, Facts, () => Iterable<Flag>, string]>([
  ['faits absents', {}, () => [flag], 'inapplicable'],
  ['constat certain', { manualGroups: complete(one) }, () => [flag], 'violation'],
  ['constat certain sur liste partielle', { manualGroups: partial(one) }, () => [flag], 'violation'],
  ['constat à vérifier', { manualGroups: complete(one) }, () => [{ ...flag, review: true }], 'review'],
  [
    'certain et à vérifier',
    { manualGroups: complete(one) },
    () => [{ ...flag, review: true }, flag],
    'violation',
  ],
  ['ce que dit la seule fiche', { manualGroups: complete(one) }, () => [{ ...flag, cardOnly: true }], 'pass'],
  ['rien, tout lu', { manualGroups: complete(one) }, () => [], 'pass'],
  ['rien, liste partielle', { manualGroups: partial(one) }, () => [], 'review'],
])('%s', (_name, facts, check, expected) => {
  expect(outcome(facts, check)).toBe(expected);
});

test('une règle qui échoue n’emporte pas les autres', () => {
  const failing = ruleThat(() => {
    throw new Error('panne');
  });
  const results = audit([failing, ruleThat(() => [flag])], { manualGroups: complete(one) }, context);
  expect(results.map((result) => [result.outcome, result.error])).toEqual([
    ['error', 'panne'],
    ['violation', undefined],
  ]);
});
