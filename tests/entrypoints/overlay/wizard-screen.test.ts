// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Sight, Told } from '@/entrypoints/overlay/companion';
import { wizardScreen } from '@/entrypoints/overlay/wizard-screen';
import { importRun } from '@/tests/helpers/import-facts';
import { strategy } from '@/tests/helpers/itslearning-facts';
import { complete, partial } from '@/tests/helpers/test-rule';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';

vi.mock('@/utils/messages', () => ({ send: vi.fn(async () => null) }));

function onScreens(...screens: Facts[]): Facts {
  const companion = wizardScreen(itslearning, document, {
    changed: vi.fn(),
    failed: vi.fn(),
  } as unknown as Told);
  return screens.reduce<Facts>((_last, shown) => companion.facts?.({ shown } as Sight) ?? {}, {});
}

test('what is no part of the wizard is left to others', () => {
  expect(onScreens({ strategies: complete(strategy('Dépôt')) })).toEqual({});
});

test('a recap is whole when the history, before it, showed that its import is the last one', () => {
  const [date, other] = ['11/10/2026 10:32', '01/09/2026 08:00'];
  const history: Facts = { latestImports: complete(importRun(date, { latest: true })) };
  const recap = (of: string): Facts => ({ importRecaps: partial(importRun(of, { counts: [] })) });
  expect(onScreens(recap(date)).importRecaps?.complete).toBe(false);
  expect(onScreens(history, recap(other)).importRecaps?.complete).toBe(false);
  expect(onScreens(history, recap(date)).importRecaps?.complete).toBe(true);
});
