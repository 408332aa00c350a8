import { expect, test } from 'vitest';
import type { RuleResult } from '@/utils/core/audit';
import { type Anchor, anchorKey, type User } from '@/utils/core/facts';
import { VERDICT_LABELS } from '@/utils/core/person';
import type { Flag, Verdict } from '@/utils/core/rule';
import { verdictFor, verdictsOf } from '@/utils/report/verdicts';

const at = (name: string, id?: string): Anchor => ({
  in: 'page',
  page: 'edifice/users',
  key: `${name}|Teacher`,
  ...(id && { link: `/admin/s1/users/list/${id}/details` }),
});
const flag = (name: string, verdict?: Verdict, some: Partial<Flag> = {}): Flag => ({
  at: at(name),
  subject: name,
  says: `Dit ${verdict ?? 'autre chose'}.`,
  ...(verdict && { verdict }),
  ...some,
});
const result = (rule: string, ...flags: Flag[]): RuleResult => ({
  rule,
  outcome: 'violation',
  flags,
  complete: true,
});
const user = (name: string, id: string): User => ({ at: at(name, id), id, name });
const only = (...results: RuleResult[]) => verdictsOf(results).get(anchorKey(at('A B')));

test('chaque verdict a son nom', () => {
  expect(VERDICT_LABELS).toEqual({
    detach: 'à détacher',
    'never-detach': 'ne pas détacher',
    purge: 'à purger',
    check: 'à vérifier',
    nothing: 'rien à faire',
  });
});

test('une personne : son verdict, ses raisons, ce qui le changerait', () => {
  const unless = 'Si elle revient.';
  expect(only(result('departed-teacher', flag('A B', 'detach', { unless })))).toEqual({
    at: at('A B'),
    subject: 'A B',
    verdict: 'detach',
    reasons: [{ rule: 'departed-teacher', verdict: 'detach', says: 'Dit detach.', unless }],
  });
});

const disagreements: readonly (readonly [readonly Verdict[], Verdict])[] = [
  [['detach', 'never-detach'], 'never-detach'],
  [['check', 'never-detach'], 'never-detach'],
  [['purge', 'never-detach'], 'never-detach'],
  [['detach', 'check'], 'check'],
  [['purge', 'check'], 'check'],
  [['nothing', 'check'], 'check'],
  [['nothing', 'detach'], 'detach'],
  [['purge', 'detach'], 'detach'],
];

test.each(disagreements)('%s donne « %s », dans un ordre comme dans l’autre', (said, verdict) => {
  const results = said.map((one, index) => result(`rule-${index}`, flag('A B', one)));
  for (const order of [results, results.toReversed()]) {
    const found = only(...order);
    expect(found?.verdict).toBe(verdict);
    expect(found?.reasons).toHaveLength(said.length);
    expect(found?.reasons[0]?.verdict).toBe(verdict);
  }
});

test('ce que dit la seule fiche compte ; ce qui ne conseille rien sur la personne ne compte pas', () => {
  expect(only(result('a', flag('A B', 'never-detach', { cardOnly: true })))?.verdict).toBe('never-detach');
  expect(only(result('a', flag('A B')))).toBeUndefined();
});

test('deux homonymes : la ligne ne dit que « à vérifier », chaque fiche dit le sien', () => {
  const verdicts = verdictsOf([
    result(
      'a',
      flag('A B', 'detach', { at: at('A B', 'u1') }),
      flag('A B', 'nothing', { at: at('A B', 'u2') }),
    ),
  ]);
  expect(verdicts.get(anchorKey(at('A B')))?.verdict).toBe('check');
  expect(verdictFor(verdicts, at('A B', 'u1'))?.verdict).toBe('detach');
  expect(verdictFor(verdicts, at('A B', 'u2'))?.verdict).toBe('nothing');
  expect(verdictFor(verdicts, at('A B'))?.verdict).toBe('check');
});

test('deux homonymes dont l’un ne doit pas être détaché : la ligne le dit', () => {
  const verdicts = verdictsOf([
    result(
      'a',
      flag('A B', 'detach', { at: at('A B', 'u1') }),
      flag('A B', 'never-detach', { at: at('A B', 'u2') }),
    ),
  ]);
  expect(verdicts.get(anchorKey(at('A B')))?.verdict).toBe('never-detach');
  expect(verdictFor(verdicts, at('A B', 'u1'))?.verdict).toBe('detach');
});

test('l’homonyme dont aucune règle ne parle compte aussi', () => {
  const results = [result('a', flag('A B', 'detach', { at: at('A B', 'u1') }))];
  const verdicts = verdictsOf(results, [user('A B', 'u1'), user('A B', 'u2'), user('C D', 'u3')]);
  expect(verdicts.get(anchorKey(at('A B')))?.verdict).toBe('check');
  expect(verdictFor(verdicts, at('A B', 'u1'))?.verdict).toBe('detach');
  expect(verdictFor(verdicts, at('A B', 'u2'))).toBeUndefined();
  expect(verdicts.size).toBe(1);
});

test('sans homonyme, la fiche et la ligne disent la même chose', () => {
  const results = [result('a', flag('A B', 'detach', { at: at('A B', 'u1') }))];
  const verdicts = verdictsOf(results, [user('A B', 'u1')]);
  expect(verdicts.get(anchorKey(at('A B')))).toEqual(verdictFor(verdicts, at('A B', 'u1')));
  expect(verdictFor(verdicts, at('A B', 'u1'))?.each).toBeUndefined();
});

test('le verdict d’une personne n’est jamais celui d’un homonyme que la lecture ne connaissait pas', () => {
  const results = [result('a', flag('A B', 'detach', { at: at('A B', 'u1') }))];
  const verdicts = verdictsOf(results, [user('A B', 'u1')]);
  expect(verdictFor(verdicts, at('A B', 'u9'))).toBeUndefined();
  expect(verdictFor(verdicts, at('A B'))?.verdict).toBe('detach');
});
