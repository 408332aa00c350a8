import { afterEach, expect, test, vi } from 'vitest';
import { dossierActions } from '@/entrypoints/overlay/dossier-actions';
import type { DossierScript } from '@/entrypoints/overlay/dossier-script';

vi.mock('@/utils/messages', () => ({ send: () => Promise.resolve(null) }));

const script = globalThis as DossierScript;
afterEach(() => {
  script.vigieWanted = undefined;
});

function made() {
  const changed = vi.fn();
  return { ...dossierActions({ about: vi.fn(), changed, failed: vi.fn() }), changed };
}

test('a dossier asked for before the overlay was there opens once it is, and only once', async () => {
  script.vigieWanted = 'dossier';
  const first = made();
  first.wanted();
  await vi.waitFor(() => expect(first.view()).toEqual({ dossier: true }));
  const next = made();
  next.wanted();
  expect(next.view()).toEqual({});
  expect(next.changed).not.toHaveBeenCalled();
});

test('nothing opens by itself', () => {
  const { wanted, view } = made();
  wanted();
  expect(view()).toEqual({});
});
