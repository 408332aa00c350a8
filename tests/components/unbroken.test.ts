import { expect, test } from 'vitest';
import { unbroken } from '@/components/unbroken';

test.each([
  ['Le nom porte « 2025-2026 ».', 'Le nom porte « 2025\u20112026 ».'],
  ['CM2 2025-26', 'CM2 2025\u201126'],
  ['le 2026-08-27', 'le 2026-08-27'],
  ['0590000A-1234', '0590000A-1234'],
  ['12025-2026', '12025-2026'],
])('%s', (text, shown) => {
  expect(unbroken(text)).toBe(shown);
});
