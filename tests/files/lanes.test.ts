import { expect, test } from 'vitest';
import { Lane, Numbering } from '@/utils/files/lanes';
import { latin1, tableOf } from './tables';

function laneOf(...tables: ReturnType<typeof tableOf>[]): Lane {
  return Lane.read(new Numbering(tables), [tables.map(() => 0)])[0] as Lane;
}

test.each([
  ['zoé', '"zoé"', true],
  ['a"b', '"a""b"', true],
  ['"a""b"', '"a""b"  ', true],
  ['a""b', '"a""b"', false],
  ['zoé', 'zoè', false],
  ['abcde', 'abcd', false],
  ['abcd', 'abcd ', false],
])('the cells %j and %j: same is %s', (one, other, same) => {
  for (const bytes of [(text: string) => text, latin1]) {
    const [a, b] = [one, other].map((cell) => laneOf(tableOf(bytes(`Clé;Nom\n${cell};x`)))) as [Lane, Lane];
    expect(a.same(0, b, 0)).toBe(same);
  }
});

test('rows of several tables are numbered in one sequence, short and blank ones included', () => {
  const lane = laneOf(tableOf('Clé;Nom\nk1;a\n  ;b\n'), tableOf('Clé;Nom\nk2;c\nk1;"d"\n"k2"'));
  expect([0, 1, 2, 3, 4].map((id) => lane.isEmpty(id))).toEqual([false, true, false, false, false]);
  expect(lane.same(0, lane, 3)).toBe(true);
  expect(lane.same(2, lane, 4)).toBe(true);
  expect(lane.same(0, lane, 2)).toBe(false);
});
