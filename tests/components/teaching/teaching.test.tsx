// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CaptureDialog } from '@/components/teaching/capture';
import { Draft } from '@/components/teaching/draft';
import { Pointing } from '@/components/teaching/pointing';
import { Saved } from '@/components/teaching/saved';
import type { DraftView } from '@/components/teaching/view';
import { Learned } from '@/components/workshop/pages/learned';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const nothing = () => ({
  chooseFact: vi.fn(),
  chooseField: vi.fn(),
  explain: vi.fn(),
  set: vi.fn(),
  save: vi.fn(),
  back: vi.fn(),
  close: vi.fn(),
  light: vi.fn(),
  choose: vi.fn(),
  nextFrame: vi.fn(),
  capture: vi.fn(),
  chooseHost: vi.fn(),
  give: vi.fn(),
  export: vi.fn(),
  forget: vi.fn(),
  rename: vi.fn(),
  setTitle: vi.fn(),
  saveTitle: vi.fn(),
});
const FIELDS = [{ value: 'name', says: 'nom de la personne' }];
const DRAFT: DraftView = {
  kind: 'list',
  facts: [{ value: 'createdAccounts', says: 'comptes créés manuellement' }],
  fact: 'createdAccounts',
  columns: [
    {
      label: 'Intéressé',
      sample: 'ROCHEBRUNE Agathe',
      field: 'name',
      fields: FIELDS,
      unknown: [],
      meanings: [],
    },
    {
      label: 'Validité',
      sample: '',
      field: 'lifetime',
      fields: FIELDS,
      unknown: [{ says: 'Un an', means: '' }],
      meanings: [{ value: 'year', says: 'limité à l’année scolaire' }],
      doubt: 'Est-ce la bonne\u202F?',
    },
  ],
  branches: [],
  under: '',
  title: 'Annuaire local',
  names: ['Annuaire local'],
  name: 'Annuaire local',
  preview: { kind: 'read', says: '1 ligne.', heads: ['nom de la personne'], rows: [['ROCHEBRUNE Agathe']] },
  replaces: true,
  saving: false,
};
const THINGS = [
  { says: 'Liste\u00A0: Nom', about: '3\u00A0lignes' },
  { says: 'Formulaire\u00A0: Recherche', about: '1\u00A0champ' },
];
const CAPTURE = {
  html: '<p>xx</p>',
  says: '3 éléments.',
  frames: true,
  keepLabels: true,
  kept: ['Nom'],
  otherFrames: true,
};
const ROW = {
  key: 'k',
  title: 'Annuaire local',
  shows: 'comptes',
  host: 'ent.commune.fr',
  learnedOn: '23/11/2026',
};
const LEARNED = {
  pages: [ROW],
  hosts: [{ host: 'ent.commune.fr', label: 'ent.commune.fr' }],
  host: '',
  refusal: 'Choisissez d’abord l’ENT.',
  problem: { says: 'Le disque est plein.', advice: 'Libérez de l’espace.' },
};

const states: [string, (acts: ReturnType<typeof nothing>) => ComponentChild][] = [
  [
    'pointing',
    (acts) => <Pointing view={{ things: THINGS, lit: 1, otherFrames: true, up: true }} {...acts} />,
  ],
  [
    'nothing to point at',
    (acts) => <Pointing view={{ things: [], otherFrames: false, up: false }} {...acts} />,
  ],
  ['a draft', (acts) => <Draft view={DRAFT} acts={acts} problem="Le disque est plein." />],
  [
    'a draft of a tree',
    (acts) => <Draft view={{ ...DRAFT, kind: 'tree', branches: ['Corbeille'] }} acts={acts} />,
  ],
  ['a draft of a form', (acts) => <Draft view={{ ...DRAFT, kind: 'form' }} acts={acts} />],
  ['a draft of nothing yet', (acts) => <Draft view={{ ...DRAFT, fact: '' }} acts={acts} />],
  ['saved', ({ close }) => <Saved title="Annuaire local" read={false} close={close} />],
  ['a capture', (acts) => <CaptureDialog view={{ ...CAPTURE, saved: 'vigie.html' }} acts={acts} />],
  [
    'a capture without labels of ours',
    (acts) => <CaptureDialog view={{ ...CAPTURE, kept: [] }} acts={acts} />,
  ],
  ['the pages learnt', (acts) => <Learned view={LEARNED} acts={acts} />],
  [
    'a page being renamed',
    (acts) => (
      <Learned
        view={{ ...LEARNED, renaming: { key: 'k', title: '', refusal: 'Tapez un nom.' } }}
        acts={acts}
      />
    ),
  ],
  [
    'a page that this version does not read',
    (acts) => (
      <Learned view={{ ...LEARNED, pages: [{ ...ROW, unread: 'Mettez Vigie à jour.' }] }} acts={acts} />
    ),
  ],
  ['no page learnt', (acts) => <Learned view={{ pages: [], hosts: [], host: '' }} acts={acts} />],
];

describe.each(states)('%s', (_name, draw) => {
  test('axe finds nothing, and the French is well set', async () => {
    act(() => render(draw(nothing()), root));
    // The environment loads no frame, and axe waits for it; the real browser's axe sees it.
    root.querySelector('iframe')?.remove();
    expect(await axeFaults(root)).toEqual([]);
    for (const element of root.querySelectorAll('p, h2, button, legend'))
      expect(typographyFaults(element.textContent ?? '')).toEqual([]);
  });
});

test('arrows go round the things to choose; the one that has the focus is lit', () => {
  const acts = nothing();
  act(() => render(<Pointing view={{ things: THINGS, otherFrames: false, up: false }} {...acts} />, root));
  const [first, second] = root.querySelectorAll<HTMLButtonElement>('.things button');
  expect(document.activeElement).toBe(first);
  const press = (key: string) =>
    act(
      () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
    );
  press('ArrowDown');
  expect(document.activeElement).toBe(second);
  press('ArrowDown');
  expect(document.activeElement).toBe(first);
  press('ArrowUp');
  expect(document.activeElement).toBe(second);
  act(() => second?.click());
  expect(acts.choose).toHaveBeenCalledWith(1);
});

test('nothing can be saved before something would be read; Escape goes back to pointing', () => {
  const acts = nothing();
  const preview = { kind: 'missing', says: 'Donnez un nom.' } as const;
  act(() => render(<Draft view={{ ...DRAFT, preview }} acts={acts} />, root));
  expect(root.querySelector<HTMLButtonElement>('[type=submit]')?.disabled).toBe(true);
  act(
    () =>
      void root
        .querySelector('h2')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
  );
  expect(acts.back).toHaveBeenCalledOnce();
});

test('a page is renamed where it stands, and Escape gives up', () => {
  const acts = nothing();
  act(() =>
    render(<Learned view={{ ...LEARNED, renaming: { key: 'k', title: 'Annuaire' } }} acts={acts} />, root),
  );
  const input = root.querySelector<HTMLInputElement>('tbody input');
  expect(document.activeElement).toBe(input);
  act(() => input?.form?.requestSubmit());
  expect(acts.saveTitle).toHaveBeenCalledOnce();
  act(() => void input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(acts.rename).toHaveBeenCalledWith(undefined);
  act(() => render(<Learned view={{ ...LEARNED, back: 'k' }} acts={acts} />, root));
  expect(document.activeElement?.textContent).toContain('Renommer');
});

test('every field of the window is named by its own label', () => {
  act(() => render(<Draft view={DRAFT} acts={nothing()} />, root));
  const ids = [...root.querySelectorAll('select, input')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(root.querySelectorAll(`label[for="${id}"]`)).toHaveLength(1);
});

test.each([
  ['pointing', <Pointing view={{ things: [], otherFrames: false, up: false }} {...nothing()} />],
  ['a draft', <Draft view={DRAFT} acts={nothing()} />],
  ['a page learnt', <Saved title="Annuaire local" read={true} close={() => {}} />],
  ['a capture', <CaptureDialog view={CAPTURE} acts={nothing()} />],
])('%s has the focus as soon as it is drawn: an Escape pressed at once must find it', (_name, window) => {
  // Without `act`: nothing that waits for the next frame has run.
  render(window, root);
  expect(document.activeElement).toBe(root.querySelector('h2'));
});
