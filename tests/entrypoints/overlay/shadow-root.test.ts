// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mountShadowRoot } from '@/entrypoints/overlay/shadow-root';

test('no script of the page reaches what we draw in it', () => {
  const { root, remove } = mountShadowRoot('vigie-test', '');
  root.textContent = 'Absent de votre liste : Élise Marchand';
  const host = document.querySelector('vigie-test');
  expect(host).not.toBeNull();
  expect(host?.shadowRoot).toBeNull();
  expect(document.documentElement.textContent).not.toContain('Marchand');
  remove();
  expect(document.querySelector('vigie-test')).toBeNull();
});
