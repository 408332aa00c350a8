// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { lateMasking } from '@/entrypoints/overlay/late-masking';
import { masking } from '@/entrypoints/overlay/masking';
import type { MaskedLook, MaskingScript } from '@/entrypoints/overlay/masking-script';
import { send } from '@/utils/messages';

vi.mock('@/utils/messages', () => ({ send: vi.fn() }));

const script = globalThis as MaskingScript;
afterEach(() => {
  delete script.vigieMasking;
  vi.mocked(send).mockReset();
});

const LOOK: MaskedLook = {
  kind: 'read',
  facts: {},
  places: new Map(),
  named: [],
  container: document.body,
  address: '/a',
};
const WHOLE = { covers: [], curtain: { masked: 'loading' }, masked: 'loading' };

test('the page stays masked whole until its script has come, which then knows of the last look', async () => {
  const changed = vi.fn();
  vi.mocked(send).mockImplementation(async () => {
    script.vigieMasking = masking;
    return null as never;
  });
  const mask = lateMasking(() => true, { changed, failed: vi.fn() });
  expect(mask.view()).toEqual(WHOLE);
  mask.look(LOOK);
  mask.look(LOOK);
  expect(mask.view()).toEqual(WHOLE);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
  expect(mask.view()).toEqual({ covers: [], masked: 'names' });
  expect(send).toHaveBeenCalledOnce();
  expect(send).toHaveBeenCalledWith('overlay/part', 'masking');
});

test('a script that does not come is told, leaves the page masked, and is asked for again at the next look', async () => {
  const failed = vi.fn();
  vi.mocked(send).mockRejectedValue(new Error('gone'));
  const mask = lateMasking(() => true, { changed: vi.fn(), failed });
  mask.look(LOOK);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  expect(mask.view()).toEqual(WHOLE);
  mask.look(LOOK);
  expect(send).toHaveBeenCalledTimes(2);
});

test('nothing comes, and nothing is masked, when nobody asked for it', () => {
  const mask = lateMasking(() => false, { changed: vi.fn(), failed: vi.fn() });
  mask.forget();
  mask.reveal();
  expect(mask.changed([])).toBe(false);
  expect(mask.view()).toEqual({ covers: [] });
  expect(send).not.toHaveBeenCalled();
});
