import { expect, test, vi } from 'vitest';
import { newRecall } from '@/entrypoints/overlay/recall';
import { teacher, users } from '@/tests/helpers/users';
import { breathing } from '@/utils/breathing';
import { contextOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { Rule } from '@/utils/core/rule';

const TODAY = contextOn(new Date('2026-11-23T12:00:00'), { ent: 'edifice' });

/** A rule that finds nothing, and tells how often it was asked. */
function counting() {
  const check = vi.fn(() => []);
  const rule = {
    id: 'counting',
    impact: 'minor',
    title: '',
    why: '',
    remedy: '',
    source: { guide: 'entcore', section: '' },
    needs: ['users'],
    check,
  } as unknown as Rule;
  return { rule, check };
}

function school(): Facts {
  return users(teacher('MOREAU Claire'));
}

test('a school that was prepared is not judged again, even after a look at something else', async () => {
  const { rule, check } = counting();
  const recall = newRecall();
  const facts = school();
  const prepared = await recall.prepare([rule], facts, TODAY, async () => undefined);
  expect(check).toHaveBeenCalledOnce();
  recall.audit([rule], school(), TODAY);
  expect(check).toHaveBeenCalledTimes(2);
  const [again] = recall.audit([rule], facts, TODAY);
  expect(again).toBe(prepared[0]);
  expect(check).toHaveBeenCalledTimes(2);
});

test('another day, it is', () => {
  const { rule, check } = counting();
  const recall = newRecall();
  const facts = school();
  recall.audit([rule], facts, TODAY);
  recall.audit([rule], facts, { ...TODAY, today: '2026-11-24' });
  expect(check).toHaveBeenCalledTimes(2);
});

test('two pieces of work that breathe at once both go on', async () => {
  const now = vi.spyOn(performance, 'now');
  now.mockReturnValue(0);
  const breathe = breathing();
  now.mockReturnValue(1000);
  await expect(Promise.all([breathe(), breathe()])).resolves.toHaveLength(2);
  now.mockRestore();
});
