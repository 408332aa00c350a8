// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ControlView, WorkshopView } from '@/components/workshop/view';
import { Workshop } from '@/components/workshop/workshop';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';
import { doNothing, EMPTY, EXPECTED, FATAL, FILE, PEOPLE, RESULTS, VIEW } from './views';

let root: HTMLElement;
beforeEach(() => {
  document.documentElement.lang = 'fr';
  document.title = 'Vigie ENT';
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(view: WorkshopView, said = '') {
  const acts = doNothing();
  act(() => render(<Workshop view={view} acts={acts} said={said} />, root));
  return acts;
}

const control = (more: Partial<ControlView>): WorkshopView => ({ ...VIEW, control: { ...EMPTY, ...more } });
const refused = { ...FILE, about: '', refused: true, problems: Array.from({ length: 7 }, () => FATAL) };
const { mapping: _mapping, ...unreadable } = refused;
const unmapped = { ...FILE, mapping: { ...(FILE.mapping ?? { columns: [], fields: [] }), needed: true } };

const STATES: Record<string, WorkshopView> = {
  empty: VIEW,
  reading: control({ busy: { what: 'Lecture de Student.csv', done: 1, total: 3 } }),
  'refused file': control({
    reference: { side: 'reference', problems: [FATAL], files: [unreadable] },
    refusal: 'Aucun fichier de référence n’a pu être lu.',
  }),
  'columns to name': control({ toImport: { side: 'toImport', problems: [], files: [unmapped] } }),
  'kept on request': control({
    reference: { side: 'reference', problems: [], files: [FILE], origin: 'Conservé depuis le 27/08/2026.' },
    keep: { ...EMPTY.keep, possible: true, until: 'jusqu’au 11/09/2026' },
  }),
  'to be kept': control({ keep: { ...EMPTY.keep, possible: true } }),
  results: control({ results: RESULTS }),
  'nothing found': control({
    results: {
      ...RESULTS,
      verdict: { grade: 'pass', text: 'Rien à signaler.' },
      groups: [],
      cautions: [],
    },
  }),
  'storage failed': { ...VIEW, problem: { says: 'Plus de place.', advice: 'Libérez de l’espace.' } },
  'no staff file': { ...VIEW, section: 'suppression' },
  removal: PEOPLE,
  'nothing expected': { ...VIEW, section: 'attendu' },
  expected: EXPECTED,
  settings: { ...VIEW, section: 'reglages' },
  'settings, kept': {
    ...VIEW,
    section: 'reglages',
    control: { ...EMPTY, keep: { ...EMPTY.keep, until: 'jusqu’au 11/09/2026' } },
  },
  'about to erase': { ...VIEW, section: 'reglages', settings: { erasing: 'asked' } },
  erased: { ...VIEW, section: 'reglages', settings: { erasing: 'done' } },
};

describe.each(Object.entries(STATES))('%s', (_name, view) => {
  test('breaks no accessibility rule', async () => {
    draw(view, 'Fichier lu.');
    expect(await axeFaults(root)).toEqual([]);
  });

  test('is in typeset French', () => {
    draw(view);
    const texts: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!element?.closest('.value, option, textarea')) texts.push(walker.currentNode.textContent ?? '');
    }
    expect(
      texts.flatMap((text) =>
        typographyFaults(
          text
            .replace(/^[ \n]+|[ \n]+$/g, '')
            .replace(/^\u00A0:/, 'x\u00A0:')
            .replace(/:\u00A0$/, ':'),
        ),
      ),
    ).toEqual([]);
  });
});

test('sections are links, the current one is told', () => {
  draw(VIEW);
  const links = [...root.querySelectorAll('nav a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '#controle',
    '#suppression',
    '#attendu',
    '#calendrier',
    '#reglages',
  ]);
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['page', null, null, null, null]);
});

test('files are given by the picker and by dropping', () => {
  const acts = draw(VIEW);
  const file = new File(['x'], 'Student.csv');
  const [reference, toImport] = root.querySelectorAll('.target');
  const drop = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { files: [file] } });
  act(() => void reference?.dispatchEvent(drop));
  expect(acts.give).toHaveBeenCalledWith('reference', [file]);
  const input = toImport?.querySelector('input') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [file] });
  act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  expect(acts.give).toHaveBeenLastCalledWith('toImport', [file]);
});

test('changed characters are struck and underlined, invisible ones spelt out', () => {
  draw(control({ results: RESULTS }));
  expect(root.querySelector('.difference del')?.textContent).toBe('é');
  const added = [...root.querySelectorAll('.difference ins')].map((one) => one.textContent);
  expect(added).toEqual(['e', '[espace insécable]']);
  const [before, after] = [...root.querySelectorAll('.difference dd')].map((one) => one.textContent);
  expect(before).toBe('avant Zoé');
  expect(after).toBe('maintenant Zoe[espace insécable]');
});

test('nothing is decided by default, and a decision is told by its hash', () => {
  const acts = draw(control({ results: RESULTS }));
  const radios = [...root.querySelectorAll<HTMLInputElement>('.group .decision input')];
  expect(radios.map((radio) => radio.checked)).toEqual([false, false, true]);
  act(() => radios[0]?.click());
  expect(acts.decide).toHaveBeenCalledWith('h1', 'same');
});

test('a file that could not be read is blocking, never « aucune différence »', () => {
  draw(STATES['refused file'] as WorkshopView);
  expect(root.textContent).toContain('Bloquant');
  expect(root.textContent).toContain('Le contrôle n’a pas pu être fait.');
  expect(root.querySelector('.results')).toBeNull();
  expect(root.querySelectorAll('.problems li')).toHaveLength(1 + 7);
});

test('columns are named by hand, only those that were changed', () => {
  const acts = draw(STATES['columns to name'] as WorkshopView);
  const select = root.querySelector('.columns select') as HTMLSelectElement;
  act(() => {
    select.value = 'firstName';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  act(
    () => void root.querySelector('.mapping form')?.dispatchEvent(new Event('submit', { cancelable: true })),
  );
  expect(acts.map).toHaveBeenCalledWith(1, [{ column: 0, field: 'firstName' }]);
});

test('erasing takes two steps, and the safe button has the focus', () => {
  const acts = draw({ ...VIEW, section: 'reglages' });
  act(() => [...root.querySelectorAll('button')].at(-1)?.click());
  expect(acts.askErase).toHaveBeenCalled();
  expect(acts.erase).not.toHaveBeenCalled();
  draw(STATES['about to erase'] as WorkshopView);
  expect(document.activeElement?.textContent).toBe('Ne rien effacer');
});
