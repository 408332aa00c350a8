// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withSaidSchool } from '@/entrypoints/overlay/said-school';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

const asked: [string, { typed?: string }][] = [];
let answers: object[] = [];
vi.mock('@/utils/messages', () => ({
  send: (name: string, carries: object) => {
    asked.push([name, carries]);
    return Promise.resolve(answers.shift() ?? { known: [] });
  },
}));

const LAKE = { id: '0590001B', name: 'Collège du Lac', uai: '0590001B' };
const SAID = { school: LAKE, label: 'Collège du Lac – 0590001B', known: ['Collège du Lac – 0590001B'] };
const SIGHT = { shown: {}, school: undefined, page: 'itslearning/strategies', title: 'Stratégies' } as const;
const url = () => new URL(location.href);

let root: HTMLElement;
beforeEach(() => {
  asked.length = 0;
  answers = [];
  document.documentElement.lang = 'fr';
  document.title = 'Stratégies';
  document.body.innerHTML = '<main></main>';
  root = document.body.querySelector('main') as HTMLElement;
});
afterEach(() => render(null, root));

/** A look at the screen, once what was asked is answered. */
async function looked() {
  const { ent, companion } = withSaidSchool(itslearning);
  const told = { changed: vi.fn(), failed: vi.fn() };
  const made = companion(ent, document, told as unknown as Parameters<typeof companion>[2]);
  made.look?.(SIGHT);
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalled());
  const draw = () => act(() => render(made.view?.(SIGHT).kept, root));
  return { ent, made, draw, told };
}

test('a screen that does not say its school asks for it, and has none until then', async () => {
  answers = [{ known: ['Collège du Lac – 0590001B'] }, SAID];
  const { ent, draw, told } = await looked();
  draw();
  expect(ent.school(document, url())).toBeUndefined();
  expect(await axeFaults(root)).toEqual([]);
  expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  const field = root.querySelector('input') as HTMLInputElement;
  act(() => {
    field.value = '0590001B';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalledTimes(2));
  expect(asked.at(-1)).toEqual(['school/say', expect.objectContaining({ typed: '0590001B' })]);
  expect(ent.school(document, url())).toEqual(LAKE);
  draw();
  expect(root.textContent).toContain('indiqué par vous');
  expect(await axeFaults(root)).toEqual([]);
});

test('what is refused is said where it was typed', async () => {
  answers = [{ known: [], refused: 'Tapez son UAI.' }];
  const { draw } = await looked();
  draw();
  expect(root.querySelector('[role=alert]')?.textContent).toBe('Tapez son UAI.');
});

test('« Changer » takes it back', async () => {
  answers = [SAID, { known: [] }];
  const { ent, draw, told } = await looked();
  draw();
  act(() => root.querySelector('button')?.click());
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalledTimes(2));
  // On a page it stands in our own root, where the screen's words are not looked for.
  render(null, root);
  expect(ent.school(document, url())).toBeUndefined();
});

test('a screen that says another school is believed, and what was said is forgotten at once', async () => {
  answers = [SAID];
  const { ent, made } = await looked();
  const line = document.body.appendChild(document.createElement('p'));
  line.textContent = 'Établissement : Lycée Azur (0590002C)';
  made.look?.(SIGHT);
  expect(asked.at(-1)).toEqual(['school/say', expect.objectContaining({ typed: '' })]);
  expect(ent.school(document, url())?.id).toBe('0590002C');
  expect(made.view?.(SIGHT)).toEqual({});
  line.remove();
  expect(ent.school(document, url())).toBeUndefined();
});
