// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useAddress } from '@/entrypoints/workshop/schools/use-address';

let now: ReturnType<typeof useAddress> | undefined;
function Place() {
  now = useAddress();
  return null;
}
const place = document.createElement('div');
const draw = () => act(() => render(<Place />, place));
/** What the browser tells of an address it went to, forwards or back. */
const goes = (hash: string) =>
  act(() => {
    location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });

afterEach(() => {
  act(() => render(null, place));
  location.hash = '';
});

test('the school of the address is the one asked for, from the first drawing: a page loaded anew stays on it', () => {
  location.hash = '#ecoles/a%7Cb';
  draw();
  expect(now?.asked).toBe('a|b');
});

test('going back to the board closes the school; the skip link does not', () => {
  location.hash = '#ecoles';
  draw();
  expect(now?.asked).toBeUndefined();
  now?.go('a|b');
  expect(location.hash).toBe('#ecoles/a%7Cb');
  goes('#ecoles/a%7Cb');
  expect(now?.asked).toBe('a|b');
  goes('#contenu');
  expect(now?.asked).toBe('a|b');
  goes('#ecoles');
  expect(now?.asked).toBeUndefined();
});

test('what was forgotten leaves no address behind', () => {
  location.hash = '#ecoles/a%7Cb';
  draw();
  act(() => now?.leave());
  expect(now?.asked).toBeUndefined();
  expect(location.hash).toBe('#ecoles');
});
