import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { loadPhases, type Phases } from '@/entrypoints/workshop/schools/load-phases';
import { addToCard } from '@/utils/core/fiche';
import { closeStore } from '@/utils/store/db';
import { saveTick } from '@/utils/store/progress';
import { fiche } from '../../helpers/fiches';
import { freshBrowser } from '../../store/helpers';

beforeEach(freshBrowser);
afterAll(closeStore);

const CARDS = Array.from({ length: 50 }, (_, index) => addToCard(undefined, fiche({ id: `s${index}` })));
const reading = { transition: 2026, today: '2026-08-27', breathe: vi.fn(async () => undefined) };

test('only the schools whose steps somebody follows here have phases, however many schools there are', async () => {
  const at = '2026-08-20T08:00:00.000Z';
  const key = { school: CARDS[41]?.school ?? '', transition: 2026, checklist: 'edifice-primary', step: 'x' };
  await saveTick(key, { done: true, at });
  let told: Phases = new Map();
  await loadPhases(CARDS, { ...reading, tell: (phases) => (told = phases), current: () => true });
  expect([...told.keys()]).toEqual([key.school]);
  expect(told.get(key.school)?.length).toBeGreaterThan(1);
  expect(reading.breathe).toHaveBeenCalled();
});

test('tells nothing any more once nobody waits', async () => {
  const tell = vi.fn();
  await loadPhases(CARDS, { ...reading, tell, current: () => false });
  expect(tell).not.toHaveBeenCalled();
});
