// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { orSaidSchool } from '@/entrypoints/overlay/said-school';
import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { itslearning } from '@/utils/ents/itslearning/itslearning';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

const asked: [string, { typed?: string }][] = [];
let answers: object[] = [];
let inTab: School | undefined;
vi.mock('@/utils/messages', () => ({
  send: (name: string, carries: object) => {
    asked.push([name, carries]);
    return Promise.resolve(answers.shift() ?? { known: [] });
  },
}));

const LAKE = { id: '0590001B', name: 'Collège du Lac', uai: '0590001B' };
const SAID = { school: LAKE, label: 'Collège du Lac – 0590001B', known: ['Collège du Lac – 0590001B'] };
const at = { in: 'page', page: 'itslearning/strategies', key: '' } as const;
const listOf = (...organisations: string[]): Facts => ({
  strategies: {
    items: organisations.map((organisation) => ({ at, name: 'Sans messagerie', named: true, organisation })),
    complete: true,
  },
});
const SHOWN = listOf('Etablissement');
const SIGHT = {
  shown: SHOWN,
  school: undefined,
  page: 'itslearning/strategies',
  title: 'Stratégies',
} as const;

let root: HTMLElement;
beforeEach(() => {
  asked.length = 0;
  answers = [];
  inTab = undefined;
  document.documentElement.lang = 'fr';
  document.title = 'Stratégies';
  document.body.innerHTML = '<main></main>';
  root = document.body.querySelector('main') as HTMLElement;
});
afterEach(() => render(null, root));

/** A look at the screen, once what was asked is answered. */
async function looked() {
  const { elsewhere, companion } = orSaidSchool(() => () => inTab);
  const school = elsewhere('itslearning', () => undefined);
  const told = { changed: vi.fn(), failed: vi.fn() };
  const made = companion(itslearning, document, told as unknown as Parameters<typeof companion>[2]);
  made.look?.(SIGHT);
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalled());
  const draw = () => act(() => render(made.view?.(SIGHT).kept, root));
  return { school, made, draw, told };
}

test('a screen that does not say its school asks for it, and has none until then', async () => {
  answers = [{ known: ['Collège du Lac – 0590001B'] }, SAID];
  const { school, draw, told } = await looked();
  draw();
  expect(school(SHOWN)).toBeUndefined();
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
  expect(school(SHOWN)).toEqual(LAKE);
  draw();
  expect(root.textContent).toContain('indiqué par vous');
  expect(await axeFaults(root)).toEqual([]);
});

test('a name in the portal’s header is shown, and only its UAI is asked for', async () => {
  answers = [{ known: [], inHead: 'Collège du Lac' }];
  const { draw } = await looked();
  draw();
  const field = root.querySelector('input');
  expect(field?.labels?.[0]?.textContent).toContain('Collège du Lac');
  expect(field?.placeholder).toContain('chiffres');
  expect(await axeFaults(root)).toEqual([]);
  expect(typographyFaults(root.textContent ?? '')).toEqual([]);
});

test('what is refused is said where it was typed', async () => {
  answers = [{ known: [], refused: 'Tapez son UAI.' }];
  const { draw } = await looked();
  draw();
  expect(root.querySelector('[role=alert]')?.textContent).toBe('Tapez son UAI.');
});

test('« Changer » takes it back', async () => {
  answers = [SAID, { known: [] }];
  const { school, draw, told } = await looked();
  draw();
  act(() => root.querySelector('button')?.click());
  await vi.waitFor(() => expect(told.changed).toHaveBeenCalledTimes(2));
  // On a page it stands in our own root, where the screen's words are not looked for.
  render(null, root);
  expect(school(SHOWN)).toBeUndefined();
});

test('a screen that says another school is believed, and what was said is forgotten at once', async () => {
  answers = [SAID];
  const { school, made } = await looked();
  expect(school(SHOWN)).toEqual(LAKE);
  const line = document.body.appendChild(document.createElement('p'));
  line.textContent = 'Établissement : Lycée Azur (0590002C)';
  made.look?.(SIGHT);
  expect(asked.at(-1)).toEqual(['school/say', expect.objectContaining({ typed: '' })]);
  expect(made.view?.(SIGHT)).toEqual({});
  line.remove();
  expect(school(SHOWN)).toBeUndefined();
});

test('so is another screen of the same tab, and then nothing is asked', async () => {
  answers = [SAID];
  inTab = { id: '0590002C', name: 'Lycée Azur' };
  const { school, made } = await looked();
  expect(school(SHOWN)).toEqual(inTab);
  expect(made.view?.(SIGHT)).toEqual({});
});

test('a list of another school, or of several, is not of the one that was said: it is asked again', async () => {
  answers = [SAID];
  const { school, made, draw } = await looked();
  for (const shown of [listOf('Lycée Azur'), listOf('Collège du Lac', 'Lycée Azur')]) {
    expect(school(shown)).toBeUndefined();
    expect(made.view?.({ ...SIGHT, shown }).kept).toBeDefined();
  }
  expect(school(listOf('COLLEGE DU LAC (59-LILLE)'))).toEqual(LAKE);
  draw();
  expect(root.textContent).toContain('indiqué par vous');
});

test('on an import under way nothing is asked: the wrong file would be held for the right one', () => {
  const { elsewhere, companion } = orSaidSchool(() => () => undefined);
  const made = companion(itslearning, document, {} as Parameters<typeof companion>[2]);
  made.look?.({ ...SIGHT, shown: {} });
  expect(asked).toEqual([]);
  expect(elsewhere('itslearning', () => undefined)({})).toBeUndefined();
});
