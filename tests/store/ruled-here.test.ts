import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { RuleCount } from '@/utils/core/fiche';
import { closeStore } from '@/utils/store/db';
import { mergeFiches } from '@/utils/store/fiches';
import { recordReading } from '@/utils/store/proofs';
import { ruledHere } from '@/utils/store/ruled-here';
import { count, fiche } from '../helpers/fiches';
import { freshBrowser, SCHOOL } from './helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

const [OLD, NEW] = ['2026-08-27T10:00:00.000Z', '2026-08-28T10:00:00.000Z'];
const reading = (at: string, counts: RuleCount[], id = SCHOOL.id) =>
  recordReading({ school: { ...SCHOOL, id }, at, by: 'live', counts, read: [], figures: {} });

test('a rule is at work here when it last concluded something here, in any school', async () => {
  await reading(NEW, [count('empty-class')]);
  await reading(OLD, [count('empty-class'), count('empty-group', { outcome: 'inapplicable' })], 'c2');
  await reading(NEW, [count('empty-group', { outcome: 'error' })], 'c2');
  expect(await ruledHere()).toEqual(new Map([['empty-class', NEW]]));
});

test('what a colleague’s computer read is nothing that was seen here', async () => {
  await mergeFiches([fiche({ counts: [count('empty-class')] })]);
  expect(await ruledHere()).toEqual(new Map());
  await reading(OLD, [count('empty-class')]);
  await mergeFiches([fiche({ at: NEW, day: '2026-08-28', counts: [count('empty-class')] })]);
  expect(await ruledHere()).toEqual(new Map([['empty-class', OLD]]));
});
