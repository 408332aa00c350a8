import { expect, test } from 'vitest';
import { decisionKey } from '@/utils/matching/decision';
import { parent, pupil } from './people';

const [before, after] = [pupil('LEROY/Hélène/12/03/2012'), pupil('LEROI/Hélène/12/03/2012')];

test('a decision is found again whatever the writing', async () => {
  const key = await decisionKey('salt', before, after);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  const rewritten = [pupil('leroy/HELENE/2012-03-12', { id: 99, className: '6e A' }), after] as const;
  expect(await decisionKey('salt', ...rewritten)).toBe(key);
});

test('another salt, another order, another person give another key', async () => {
  const keys = await Promise.all([
    decisionKey('salt', before, after),
    decisionKey('other', before, after),
    decisionKey('salt', after, before),
    decisionKey('salt', before, pupil('LEROI/Hélène/13/03/2012')),
    decisionKey('salt', parent('LEROY/Hélène/75011'), parent('LEROI/Hélène/75011')),
    decisionKey('salt', parent('LEROY/Hélène/75011'), parent('LEROI/Hélène/75012')),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
});
