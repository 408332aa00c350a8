import { expect, test } from 'vitest';
import { blankIn } from '@/entrypoints/overlay/mark-spot';

const words = (...spans: [number, number][]) => spans.map(([left, right]) => ({ left, right }));

test('l’icône se met dans le premier blanc assez large de la ligne', () => {
  expect(blankIn(400, words([40, 120], [150, 200]))).toBe(0);
  expect(blankIn(400, words([10, 120], [130, 200]))).toBe(203);
  expect(blankIn(400, words([10, 120], [160, 200]))).toBe(123);
});

test('elle s’aligne sur celle de la ligne d’avant, là où rien n’est écrit', () => {
  expect(blankIn(400, words([10, 120]), 180)).toBe(180);
  expect(blankIn(400, words([10, 190]), 180)).toBe(193);
});

test('une ligne pleine n’en porte pas', () => {
  expect(blankIn(200, words([10, 190]))).toBeUndefined();
  expect(blankIn(200, words([10, 90], [100, 195]), 190)).toBeUndefined();
});
