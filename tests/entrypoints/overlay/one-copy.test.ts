// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { takeOver } from '@/entrypoints/overlay/one-copy';

const { id } = browser.runtime;
/** What WXT calls the event, for a script of no name. */
const STARTED = `${id}:${import.meta.env.ENTRYPOINT}:wxt:content-script-started`;

afterEach(() => {
  Object.assign(browser.runtime, { id });
  for (const copy of copies.splice(0)) copy.notifyInvalidated();
  delete (globalThis as { vigieOverlays?: unknown }).vigieOverlays;
});

const copies: ContentScriptContext[] = [];
function copy() {
  const ctx = new ContentScriptContext('overlay');
  copies.push(ctx);
  return ctx;
}
const forge = () =>
  document.dispatchEvent(
    new CustomEvent(STARTED, {
      detail: { contentScriptName: 'overlay', messageId: 'forged' },
    }),
  );

test('la page ne met pas fin à l’overlay en se faisant passer pour une copie plus récente', () => {
  const unguarded = copy();
  forge();
  expect(unguarded.signal.aborted).toBe(true);
  const guarded = copy();
  takeOver(guarded, 'edifice');
  forge();
  expect(guarded.signal.aborted).toBe(false);
});

test('une vraie copie plus récente prend la place, d’une même famille seulement', () => {
  const [first, other, second] = [copy(), copy(), copy()];
  takeOver(second, 'edifice');
  const newest = copy();
  expect(second.signal.aborted).toBe(false);
  takeOver(newest, 'edifice');
  expect(second.signal.aborted).toBe(true);
  expect(newest.signal.aborted).toBe(false);
  const elsewhere = copy();
  takeOver(elsewhere, 'skolengo');
  expect(newest.signal.aborted).toBe(false);
  expect([first, other].every(({ signal }) => signal.aborted)).toBe(true);
});

test('extension mise à jour : la nouvelle est crue, l’ancienne s’en va', () => {
  const former = copy();
  takeOver(former, 'edifice');
  Object.assign(browser.runtime, { id: undefined });
  forge();
  expect(former.signal.aborted).toBe(true);
});
