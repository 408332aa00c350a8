// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Board } from '@/components/workshop/schools/board';
import type { BoardActs, BoardView, SchoolRow, SchoolView } from '@/components/workshop/schools/view';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

let root: HTMLElement;
beforeEach(() => {
  document.documentElement.lang = 'fr';
  document.title = 'Vigie ENT';
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const ROW: SchoolRow = {
  key: 'edifice|enthdf.fr|b7c1',
  name: 'École des Papillons',
  about: '0590000A · ENT Hauts-de-France',
  grade: 'critical',
  critical: 1,
  serious: 0,
  minor: 3,
  reviews: 2,
  seen: 'vue il y a 12 jours',
  stale: true,
  trend: { text: '3 de moins', since: 'depuis le 27/08', better: true },
  cells: { 'changed-sync-key': { grade: 'critical', count: 1, says: '1\u00A0constat' } },
};

const VIEW: BoardView = {
  years: [{ value: '2026', label: 'Rentrée 2026' }],
  year: '2026',
  filters: { text: '', ent: '', state: '', unseen: '', phase: '', sort: 'risk', by: 'summary' },
  ents: [
    { value: 'enthdf.fr', label: 'ENT Hauts-de-France' },
    { value: 'x.itslearning.com', label: 'itslearning' },
  ],
  summary: '1 établissement, dont 1 avec un risque critique',
  rows: [ROW],
  columns: [{ id: 'changed-sync-key', title: 'Clé de synchro modifiée' }],
  phases: new Map([
    [ROW.key, { grade: 'late', text: '3 étapes en retard', detail: 'Avant la bascule et 1 autre phase' }],
  ]),
  cellsOf: ({ cells }) => cells,
  shared: [],
  exchange: { busy: false },
  loading: false,
};

const SCHOOL: SchoolView = {
  key: ROW.key,
  name: ROW.name,
  about: ROW.about,
  fiches: [
    { value: 'b', label: '02/09 à 10 h 40, contrôle de tout l’établissement' },
    { value: 'a', label: '27/08 à 10 h 05, contrôle de tout l’établissement' },
  ],
  phases: [
    { id: 'a/b', list: 'Edifice', title: 'Avant la bascule', says: '3 étapes en retard', grade: 'serious' },
    { id: 'a/c', list: 'Edifice', title: 'En septembre', says: 'à venir', grade: 'none' },
  ],
  predictions: [],
  compared: 'Les nombres sont ceux des fiches.',
  shown: {
    id: 'b',
    title: '02/09 à 10 h 40, contrôle de tout l’établissement',
    read: ['214 comptes lus sur 214'],
    rules: [{ id: 'empty-group', title: 'Groupe vide', grade: 'minor', says: '2\u00A0constats' }],
    passed: '18 règles ont tout lu et n’ont rien trouvé.',
    figures: [{ label: 'Comptes Élève, AAF1D', count: 148 }],
  },
  comparison: {
    before: 'a',
    after: 'b',
    view: {
      title: '27/08 → 02/09',
      rules: [{ label: 'Groupe vide', before: '0', after: '2', change: 'apparu', grade: 'worse' }],
      figures: [{ label: 'Comptes Élève, AAF1D', before: '151', after: '148', change: '−3', grade: 'other' }],
      same: [{ label: 'Classes', before: '7', after: '7', change: 'inchangé', grade: 'same' }],
      unread: ['Groupes manuels'],
    },
  },
};

const STATES: Record<string, BoardView> = {
  empty: { ...VIEW, years: [], rows: [], columns: [], summary: '' },
  loading: { ...VIEW, years: [], rows: [], columns: [], loading: true },
  summary: VIEW,
  'by rule': { ...VIEW, filters: { ...VIEW.filters, by: 'rules' } },
  'import refused': {
    ...VIEW,
    exchange: {
      busy: false,
      says: { text: 'Aucune fiche nouvelle.', details: ['Fiche n°\u00A03 refusée.'], grade: 'critical' },
    },
  },
  'store failed': { ...VIEW, problem: { says: 'Plus de place.', advice: 'Libérez de l’espace.' } },
  'by phase': {
    ...VIEW,
    filters: { ...VIEW.filters, by: 'phases' },
    columns: [
      { id: 'a/b', title: 'Avant la bascule', about: 'Edifice' },
      { id: 'a/c', title: 'En septembre', about: 'Edifice' },
    ],
    cellsOf: () => ({
      'a/b': { grade: 'serious', count: 3, says: '3 étapes en retard' },
      'a/c': { grade: 'none', count: 0, says: 'à venir', text: 'à venir' },
    }),
  },
  'one UAI, two schools': { ...VIEW, shared: ['0590000A\u00A0: École A (ENT X), École B (itslearning)'] },
  'no step followed': { ...VIEW, filters: { ...VIEW.filters, by: 'phases' }, columns: [] },
  school: { ...VIEW, school: SCHOOL },
  'school with what was expected': {
    ...VIEW,
    school: {
      ...SCHOOL,
      predictions: [
        {
          id: 'p',
          school: 'École des Papillons',
          profile: 'Élèves',
          when: 'Contrôle du 27/08/2026',
          numbers: [
            { id: 'created', label: 'Créés', expected: 12, found: '14', verdict: '+2', agrees: false },
          ],
          gaps: ['14 comptes créés au lieu de 12.'],
        },
      ],
    },
  },
};

function draw(view: BoardView): BoardActs {
  const names = [
    'chooseYear',
    'filter',
    'openSchool',
    'showFiche',
    'compare',
    'forget',
    'importFiches',
  ] as const;
  const more = ['exportFiches', 'exportTable', 'print'] as const;
  const acts = Object.fromEntries([...names, ...more].map((name) => [name, vi.fn()])) as unknown as BoardActs;
  act(() => render(<Board view={view} acts={acts} />, root));
  return acts;
}

const button = (words: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(words)) as HTMLButtonElement;

describe.each(Object.entries(STATES))('%s', (_name, view) => {
  test('breaks no accessibility rule, and is set in French', async () => {
    draw(view);
    expect(await axeFaults(root)).toEqual([]);
    expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  });
});

test('states are said in words beside the icon', () => {
  draw(VIEW);
  expect(root.querySelector('tbody')?.textContent).toContain('Critique');
});

test('a school opens from its name, and the page it opens takes the focus', () => {
  const acts = draw(VIEW);
  button('Papillons').click();
  expect(acts.openSchool).toHaveBeenCalledWith(ROW.key);
  draw(STATES.school as BoardView);
  expect(document.activeElement?.textContent).toBe(ROW.name);
});

test('fiches are only forgotten at a second click', () => {
  const acts = draw(STATES.school as BoardView);
  act(() => button('Oublier').click());
  expect(acts.forget).not.toHaveBeenCalled();
  act(() => button('définitivement').click());
  expect(acts.forget).toHaveBeenCalledWith(ROW.key);
});

describe.each(['summary', 'rules'] as const)('a long board, %s', (by) => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ ...ROW, key: `s${index}` }));
  const columns = Array.from({ length: 60 }, (_, index) => ({ id: `r${index}`, title: `Règle ${index}` }));
  const drawn = () => root.querySelectorAll('tbody tr:not(.gap)').length;

  test('draws what is in sight, and tells how long it is', () => {
    draw({ ...VIEW, rows, columns, filters: { ...VIEW.filters, by } });
    expect(drawn()).toBeGreaterThan(0);
    expect(drawn()).toBeLessThan(60);
    expect(root.querySelector('table')?.getAttribute('aria-rowcount')).toBe('501');
    expect(root.querySelector('tbody tr')?.getAttribute('aria-rowindex')).toBe('2');
    const cells = [...root.querySelectorAll<HTMLTableCellElement>('tbody tr:first-child > *')];
    const headings = root.querySelectorAll('thead th').length;
    expect(cells.reduce((sum, { colSpan }) => sum + colSpan, 0)).toBe(headings);
  });

  test('is whole on paper before the browser looks at it', () => {
    draw({ ...VIEW, rows, columns, filters: { ...VIEW.filters, by } });
    dispatchEvent(new Event('beforeprint'));
    expect(drawn()).toBe(500);
    act(() => {
      dispatchEvent(new Event('afterprint'));
    });
    expect(drawn()).toBeLessThan(60);
  });
});

test('several files of fiches are given at once, chosen or dropped', () => {
  const acts = draw(VIEW);
  const [one, other] = [new File(['{}'], 'nord.json'), new File(['{}'], 'sud.json')];
  const input = root.querySelector<HTMLInputElement>('.exchange input[type=file]') as HTMLInputElement;
  expect(input.multiple).toBe(true);
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [one, other] },
  });
  act(() => void root.querySelector('.exchange')?.dispatchEvent(drop));
  expect(acts.importFiches).toHaveBeenCalledWith([one, other]);
  expect(drop.defaultPrevented).toBe(true);
});

test('a comparison is still a table where its cells are stacked', () => {
  draw(STATES.school as BoardView);
  const table = root.querySelector('table.changes') as HTMLTableElement;
  const parts = [table, ...table.querySelectorAll('thead, tbody, tr, th, td')];
  // Browsers tell none of these by the element alone once it is displayed as a block.
  expect(parts.filter((part) => !part.hasAttribute('role'))).toEqual([]);
  expect(table.querySelector('[role=rowheader]')?.textContent).toBe('Groupe vide');
});

test('one fiche alone says what to do to compare', () => {
  const { comparison: _, ...school } = STATES.school?.school ?? SCHOOL;
  draw({ ...VIEW, school });
  expect(root.textContent).toContain('refaites le contrôle après l’intervention');
});
