import { expect, test } from 'vitest';
import { type BoardLine, boardCsv } from '@/utils/report/board-csv';

const LINE: BoardLine = {
  name: 'École des Papillons',
  uai: '0590000A',
  portal: 'ENT Hauts-de-France',
  worst: 'Critique',
  critical: 1,
  serious: 0,
  minor: 3,
  reviews: 2,
  lateSteps: 4,
  at: '2026-08-27T10:00:00.000Z',
  rules: { 'empty-group': { violations: 2, reviews: 1 } },
};
const RULES = [
  { id: 'empty-group', title: 'Groupe vide' },
  { id: 'changed-sync-key', title: 'Clé modifiée ; « critique »' },
];

test('one line a school, one column a rule; a rule that did not speak, and steps nobody follows, are blank', () => {
  const { lateSteps: _unfollowed, ...unfollowed } = LINE;
  const [head, first, second, ...rest] = boardCsv([LINE, unfollowed], RULES).split('\r\n');
  expect(head).toMatch(
    /^\ufeffÉtablissement;UAI;ENT;Au pire;.*;Dernier contrôle;Groupe vide;"Clé modifiée ; /,
  );
  expect(first).toBe('École des Papillons;0590000A;ENT Hauts-de-France;Critique;1;0;3;2;4;2026-08-27;3;');
  expect(second).toContain(';2;;2026-08-27;');
  expect(rest).toEqual(['']);
});

test.each(['=HYPERLINK("http://x";"y")', '+33', '-1+1', '@SUM(A1)', '\t=1', '＝1', '\u200B=1'])(
  'a school whose name a spreadsheet would run, « %s », is text',
  (name) => {
    const [, line = ''] = boardCsv([{ ...LINE, name }], []).split('\r\n');
    expect(line.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('none found in a part that was read is no zero', () => {
  const rules = { 'empty-group': { violations: 0, reviews: 0, complete: false } };
  const [, line = ''] = boardCsv([{ ...LINE, rules }], RULES).split('\r\n');
  expect(line).toContain('lecture partielle');
});
