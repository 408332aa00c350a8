import { describe, expect, test } from 'vitest';
import { detailedFindings, filterFindings, PAGE } from '@/entrypoints/workshop/findings-list';
import { NO_FILTER } from '@/entrypoints/workshop/state';
import type { Anchor, Facts } from '@/utils/core/facts';
import type { Finding } from '@/utils/core/finding';
import { defineRule, type Rule } from '@/utils/core/rule';

const at = (line: number): Anchor => ({ in: 'file', file: 'Student.csv', line, column: 'Prénom' });
const difference = [
  { kind: 'removed', text: 'é' },
  { kind: 'added', text: 'e' },
] as const;

const FACTS: Facts = {
  keyEdits: {
    complete: false,
    read: { shown: 2, total: 900 },
    items: [2, 3].map((line) => ({
      at: at(line),
      person: line === 2 ? 'LAMBERT Zoé' : 'DA SILVA Noah',
      profile: 'pupil',
      platform: 'itslearning',
      by: 'username',
      verdict: 'same',
      reasons: ['Même nom d’utilisateur.'],
      changes: [{ at: at(line), field: 'firstName', was: 'Zoé', is: 'Zoe', difference }],
      before: at(20 + line),
      pair: `p${line}`,
    })),
  },
};

const RULE: Rule = defineRule({
  id: 'changed-sync-key',
  impact: 'critical',
  title: 'Clé changée',
  why: 'Doublon.',
  remedy: 'Remettre.',
  source: { guide: '000', section: '1.4.A' },
  needs: ['keyEdits'],
  *check() {},
});

const FINDING: Finding = {
  rule: 'changed-sync-key',
  impact: 'critical',
  review: false,
  title: 'Clé changée',
  why: 'Doublon.',
  remedy: 'Remettre.',
  source: 'Guide 000',
  places: [
    { at: at(2), subject: 'LAMBERT Zoé (Prénom : Zoé → Zoe)', says: 'Le prénom a changé.', review: false },
    { at: at(3), subject: 'DA SILVA Noah', says: 'Le prénom a changé.', review: true },
  ],
};

const PAIRS = [
  { id: 'p2', hash: 'h2', kinds: ['accents'], correctable: true, settled: true },
  { id: 'p3', hash: 'h3', decided: 'same' as const, kinds: ['accents'], correctable: true, settled: true },
];

const findings = () => detailedFindings([FINDING], [RULE], FACTS, PAIRS);

test('rows carry what the facts behind them know', () => {
  const [finding] = findings();
  expect(finding?.rows[0]).toMatchObject({
    profile: 'pupil',
    changes: [{ label: 'Prénom', difference }],
    reasons: ['Même nom d’utilisateur.'],
    pair: { id: 'p2', hash: 'h2' },
  });
  expect(finding?.rows[1]?.pair?.decided).toBe('same');
});

test('a list that was cut keeps its true length', () => {
  expect(findings()[0]).toMatchObject({ total: 900, matching: 2 });
});

describe('filters', () => {
  const subjects = (filters: object) =>
    filterFindings(findings(), { ...NO_FILTER, ...filters }, {})[0]?.rows.map(({ subject }) => subject);

  test.each([
    [{ text: 'zoe lambert' }, ['LAMBERT Zoé']],
    [{ profile: 'teacher' }, []],
    [{ profile: 'pupil' }, ['LAMBERT Zoé', 'DA SILVA Noah']],
    [{ verdict: 'certain' }, ['LAMBERT Zoé']],
    [{ verdict: 'review' }, ['DA SILVA Noah']],
    [{ verdict: 'undecided' }, ['LAMBERT Zoé']],
    [{ verdict: 'decided' }, ['DA SILVA Noah']],
    [{ className: '6e A' }, []],
  ])('%j', (filters, expected) => {
    expect(subjects(filters)).toEqual(expected);
  });
});

test('a page at a time, whose limit is each finding’s own', () => {
  const [finding] = findings();
  if (!finding) throw new Error('no finding');
  const [row] = finding.rows;
  if (!row) throw new Error('no row');
  const long = {
    ...finding,
    rows: Array.from({ length: 300 }, (_, index) => ({ ...row, id: String(index) })),
  };
  expect(filterFindings([long], NO_FILTER, {})[0]).toMatchObject({ matching: 300, rows: { length: PAGE } });
  expect(filterFindings([long], NO_FILTER, { 'changed-sync-key': 125 })[0]?.rows).toHaveLength(125);
});
