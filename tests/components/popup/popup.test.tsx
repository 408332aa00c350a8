// @vitest-environment happy-dom
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Popup } from '@/components/popup/popup';
import type { BoardView, PopupActs, PopupView, Said } from '@/components/popup/view';
import type { StepView } from '@/components/steps/view';
import { RANGE_2026, TERM_START } from '@/tests/helpers/date-views';

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

function step(id: string, more: Partial<StepView> = {}): StepView {
  return {
    id,
    text: `Étape ${id}`,
    ticked: false,
    kind: 'asked',
    settled: false,
    who: 'administrateur de l’ENT',
    period: 'du 24/08 au 31/08',
    timing: 'now',
    why: 'Parce que.',
    source: 'Petit guide du changement d’année, p. 17',
    note: '',
    ...more,
  };
}

const STEPS = [
  step('a', { href: 'https://enthdf.fr/admin/b7c1/groups/manualGroup', where: 'Console › « Groupes »' }),
  step('b', { ticked: true, settled: true, word: { tone: 'proven', text: 'Constaté le 27/08' } }),
  step('c', { ticked: true, word: { tone: 'review', text: 'À revoir' }, note: 'Deux à vérifier' }),
  step('d', { timing: 'late', word: { tone: 'found', text: '2 points relevés' } }),
  step('e', { kind: 'platform' }),
  step('g', { kind: 'reminder', timing: 'late', word: { tone: 'check', text: '1 point à vérifier' } }),
  step('h', { timing: 'over' }),
  step('i', {
    timing: 'late',
    awaited: { milestone: 'staff-feed', says: 'Sans date, comptée en retard depuis le 01/10.' },
  }),
];
const BOARD: BoardView = {
  name: 'École des Papillons',
  about: '0590000A · ENT Hauts-de-France',
  lastRead: 'Contrôle entier le 27/08',
  list: {
    title: 'Edifice 1er degré',
    done: 1,
    total: 4,
    holds: '4 étapes et 1 rappel',
    asksDates: 'Une date reste à fixer\u00A0: 2 étapes en dépendent.',
    archived: false,
    caution: 'Attention.',
    headlines: [{ tone: 'review', text: '1 étape à revoir' }],
    phases: [
      {
        id: 'one',
        title: 'Avant l’été',
        done: 1,
        total: 4,
        past: false,
        press: { tone: 'review', text: '1 à revoir' },
        current: true,
        steps: STEPS,
      },
      { id: 'two', title: 'Rentrée', done: 1, total: 1, past: true, current: false, steps: [step('f')] },
    ],
    dates: [
      TERM_START,
      {
        milestone: 'staff-feed',
        label: 'Personnels',
        value: '',
        origin: 'à fixer',
        range: RANGE_2026,
        own: false,
      },
    ],
  },
};
const { asksDates: _asks, ...asked } = BOARD.list;
const ARCHIVED: BoardView = { ...BOARD, list: { ...asked, archived: true } };
const SCHOOLS = [
  { key: 'x', name: 'École des Papillons', chosen: true },
  { key: 'y', name: 'École du Lac', chosen: false },
];
const active = { kind: 'active' as const, portal: 'ENT' };
const inactive = {
  kind: 'inactive' as const,
  host: 'enthdf.fr',
  portal: 'ENT Hauts-de-France',
  reads: 'console' as const,
};
const PROBLEM = { says: 'Le navigateur n’a plus de place.', advice: 'Libérez de l’espace.' };

function doNothing(): PopupActs {
  return {
    activate: vi.fn(),
    activateTyped: vi.fn(),
    tick: vi.fn(),
    note: vi.fn(),
    setDate: vi.fn(),
    chooseList: vi.fn(),
    open: vi.fn(),
    chooseSchool: vi.fn(),
    reloadTab: vi.fn(),
    teach: vi.fn(),
    openDossier: vi.fn(),
    settle: vi.fn(),
    retry: vi.fn(),
    openWorkshop: vi.fn(),
  };
}

function show(
  view: PopupView | undefined,
  acts = doNothing(),
  said: Said = { text: '', turn: 0 },
): PopupActs {
  act(() => render(<Popup view={view} acts={acts} said={said} />, root));
  return acts;
}

/** The only element of a kind whose accessible text holds some words. */
function find<E extends HTMLElement>(selector: string, text = ''): E {
  const found = [...root.querySelectorAll<E>(selector)].find((element) =>
    element.textContent?.includes(text),
  );
  if (!found) throw new Error(`no ${selector} with « ${text} »`);
  return found;
}

const REMINDERS = [
  { id: 'a', text: 'TECHNO - 4 B, COLLEGE FICTIF', says: 'Inscription vue le 27/08/2026' },
  { id: 'b', text: 'LCA LATIN - 4 D', says: 'Inscription vue aujourd’hui' },
];

const VIEWS: [string, PopupView | undefined][] = [
  ['loading', undefined],
  ['elsewhere', { place: { kind: 'elsewhere' }, schools: [] }],
  ['excluded', { place: { kind: 'excluded', host: 'cas.example.fr' }, schools: [] }],
  ['inactive', { place: inactive, schools: [] }],
  ['inactive elsewhere than Edifice', { place: { ...inactive, reads: 'import' }, schools: [] }],
  ['waiting', { place: { kind: 'waiting', portal: 'ENT', reads: 'console', running: false }, schools: [] }],
  ['running in silence', { place: { kind: 'waiting', portal: 'ENT', running: true }, schools: [] }],
  [
    'a page that may be taught',
    { place: { kind: 'waiting', portal: 'ENT', running: true, teachable: true }, schools: [] },
  ],
  ['courses to leave', { place: active, schools: [], reminders: REMINDERS }],
  ['board', { place: active, schools: SCHOOLS.slice(0, 1), board: BOARD }],
  ['board of an archived year', { place: active, schools: [], board: ARCHIVED }],
  [
    'board of several schools, storage failing',
    { place: inactive, schools: SCHOOLS, board: BOARD, problem: PROBLEM },
  ],
];

describe.each(VIEWS)('%s', (_name, view) => {
  test('axe finds nothing, unfolded or not', async () => {
    show(view);
    const folded = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    for (const details of root.querySelectorAll('details')) details.open = true;
    const unfolded = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(
      [...folded.violations, ...unfolded.violations].map(({ id, nodes }) => [id, nodes[0]?.html]),
    ).toEqual([]);
  });

  test('has one main title, and no heading level skipped', () => {
    show(view);
    const levels = [...root.querySelectorAll('h1, h2, h3')].map((heading) => heading.tagName);
    expect(levels.filter((level) => level === 'H1')).toHaveLength(1);
    expect(levels).not.toContain('H3');
  });
});

describe('acts', () => {
  test('ticking tells the step and the wish', () => {
    const acts = show({ place: active, schools: [], board: BOARD });
    act(() => find<HTMLInputElement>('li.step input[type=checkbox]').click());
    expect(acts.tick).toHaveBeenCalledWith('a', true);
  });

  test('a platform’s step has no box and no note', () => {
    show({ place: active, schools: [], board: BOARD });
    const row = find('li.step', 'Étape e');
    expect(row.querySelector('input, textarea')).toBeNull();
  });

  test('a reminder has no box and is never late, but may be noted and says what was read', () => {
    show({ place: active, schools: [], board: BOARD });
    const row = find('li.step', 'Étape g');
    expect(row.querySelector('input')).toBeNull();
    expect(row.querySelector('textarea')).not.toBeNull();
    expect(row.textContent).toContain('À savoir');
    expect(row.textContent).toContain('1 point à vérifier');
    expect(row.textContent).not.toContain('En retard');
    expect(find('.list > .small').textContent).toContain('4 étapes et 1 rappel');
  });

  test('a step whose time has passed says so without alarm, and may still be ticked', () => {
    const acts = show({ place: active, schools: [], board: BOARD });
    const row = find('li.step', 'Étape h');
    expect(row.classList).toContain('settled');
    expect(row.textContent).toContain('Période passée');
    act(() => row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
    expect(acts.tick).toHaveBeenCalledWith('h', true);
  });

  test('a folded phase still says what presses in it, or that its time has passed', () => {
    show({ place: active, schools: [], board: BOARD });
    expect(find('details.phase > summary', 'Avant l’été').textContent).toContain('1 à revoir');
    expect(find('details.phase > summary', 'Rentrée').textContent).toContain('Période passée');
  });

  test('every key stroke of a note is handed over', () => {
    const acts = show({ place: active, schools: [], board: BOARD });
    const field = find('li.step', 'Étape c').querySelector('textarea') as HTMLTextAreaElement;
    expect(field.value).toBe('Deux à vérifier');
    field.value = 'Trois';
    act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    expect(acts.note).toHaveBeenCalledWith('c', 'Trois', 'Deux à vérifier');
  });

  test('the list that is only supposed says so, and another can be chosen', () => {
    const choices = [
      { id: 'edifice-primary', title: 'Edifice 1er degré', chosen: true },
      { id: 'edifice-secondary', title: 'Edifice 2d degré', chosen: false },
    ];
    const supposed = { says: 'Le degré n’est pas encore connu.', choices };
    const board = { ...BOARD, list: { ...BOARD.list, supposed } };
    const acts = show({ place: { kind: 'elsewhere' }, schools: [], board });
    expect(root.textContent).toContain('Le degré n’est pas encore connu.');
    const select = [...root.querySelectorAll('select')].find(
      ({ value }) => value === 'edifice-primary',
    ) as HTMLSelectElement;
    act(() => {
      select.value = 'edifice-secondary';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(acts.chooseList).toHaveBeenCalledWith('edifice-secondary');
  });

  test('a note that changed elsewhere comes in, but never under the fingers', () => {
    const view = { place: active, schools: [], board: BOARD };
    show(view);
    const field = find('li.step', 'Étape c').querySelector('textarea') as HTMLTextAreaElement;
    const changed = (note: string) => {
      const phases = BOARD.list?.phases.map((phase) => ({
        ...phase,
        steps: phase.steps.map((other) => (other.id === 'c' ? { ...other, note } : other)),
      }));
      show({
        ...view,
        board: { ...BOARD, list: { ...BOARD.list, phases } as NonNullable<BoardView['list']> },
      });
    };
    changed('D’un autre onglet');
    expect(field.value).toBe('D’un autre onglet');
    field.focus();
    changed('Encore un autre');
    expect(field.value).toBe('D’un autre onglet');
  });

  test('« Ouvrir » is a real link, opened by the callback', () => {
    const acts = show({ place: active, schools: [], board: BOARD });
    const link = find<HTMLAnchorElement>('a.button', 'Ouvrir');
    expect(link.href).toBe(STEPS[0]?.href);
    act(() => link.click());
    expect(acts.open).toHaveBeenCalledWith(STEPS[0]?.href);
  });

  test('« Activer sur cet ENT » asks for that host', () => {
    const acts = show({ place: inactive, schools: [] });
    act(() => find<HTMLButtonElement>('button', 'Activer sur cet ENT').click());
    expect(acts.activate).toHaveBeenCalledWith('enthdf.fr');
  });

  test('a refused address stays on screen beside the reason', () => {
    const acts = doNothing();
    acts.activateTyped = () => 'Une adresse faite de chiffres…';
    show({ place: { kind: 'elsewhere' }, schools: [] }, acts);
    const input = find<HTMLInputElement>('input');
    input.value = '10.0.0.1';
    act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    act(() => void find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(find('[role=alert]').textContent).toContain('chiffres');
    expect(input.value).toBe('10.0.0.1');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('dates are set and cleared on purpose; a half-typed one is neither', () => {
    const acts = show({ place: active, schools: [], board: BOARD });
    const [first, second] = root.querySelectorAll<HTMLInputElement>('input[type=date]');
    if (!first || !second) throw new Error('no dates');
    first.value = '';
    act(() => void first.dispatchEvent(new Event('change', { bubbles: true })));
    expect(acts.setDate).not.toHaveBeenCalled();
    second.value = '2026-08-24';
    act(() => void second.dispatchEvent(new Event('change', { bubbles: true })));
    expect(acts.setDate).toHaveBeenCalledWith('staff-feed', '2026-08-24');
    act(() => find<HTMLButtonElement>('button', 'Effacer').click());
    expect(acts.setDate).toHaveBeenLastCalledWith('term-start', undefined);
    expect(document.activeElement).toBe(first);
  });

  test('a date of another year is refused with words; one still being typed is left alone', () => {
    const acts = show({ place: active, schools: [], board: BOARD });
    const field = root.querySelectorAll<HTMLInputElement>('input[type=date]')[1] as HTMLInputElement;
    const type = (value: string) => {
      field.value = value;
      act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
    };
    for (const year of ['0002', '0020', '0202']) type(`${year}-08-24`);
    expect(root.querySelector('.date [role=alert]')).toBeNull();
    type('2062-08-24');
    expect(find('.date [role=alert]').textContent).toBe(
      'Le 24/08/2062 n’est pas de la rentrée 2026\u00A0: donnez un jour du 01/03/2026 au 30/04/2027. Rien n’est changé.',
    );
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('2062-08-24');
    expect(acts.setDate).not.toHaveBeenCalled();
    type('2026-08-24');
    expect(acts.setDate).toHaveBeenCalledExactlyOnceWith('staff-feed', '2026-08-24');
    expect(root.querySelector('.date [role=alert]')).toBeNull();
  });

  test('missing dates are asked for where they are missed, and lead to their field', () => {
    show({ place: active, schools: [], board: BOARD });
    expect(find('.asks-dates').textContent).toContain('Une date reste à fixer');
    act(() => find<HTMLButtonElement>('.asks-dates button').click());
    expect(find<HTMLDetailsElement>('details.dates').open).toBe(true);
    const [back, staff] = root.querySelectorAll<HTMLInputElement>('input[type=date]');
    expect(document.activeElement).toBe(staff);
    back?.focus();
    const row = find('li.step', 'Étape i');
    expect(row.textContent).toContain('Sans date, comptée en retard depuis le 01/10.');
    act(() => row.querySelector<HTMLButtonElement>('.awaited button')?.click());
    expect(document.activeElement).toBe(staff);
  });

  test('dates that nothing waits for are not asked for', () => {
    show({ place: active, schools: [], board: { ...BOARD, list: asked } });
    expect(find('details.dates summary').textContent).not.toContain('à fixer');
    show({ place: active, schools: [], board: BOARD });
    expect(find('details.dates summary').textContent).toContain('1 à fixer');
  });

  test('an archived year can be read, and nothing in it changed', () => {
    show({ place: active, schools: [], board: ARCHIVED });
    const boxes = root.querySelectorAll<HTMLInputElement>('li.step > input, input[type=date]');
    expect([...boxes].every(({ disabled }) => disabled)).toBe(true);
    expect(root.querySelector('textarea')).toBeNull();
    expect(find('li.step', 'Étape c').textContent).toContain('Deux à vérifier');
    expect(root.textContent).toContain('rouvrez-la dans l’atelier');
  });

  test('another school is chosen by its key', () => {
    const acts = show({ place: active, schools: SCHOOLS, board: BOARD });
    const select = find<HTMLSelectElement>('select');
    select.value = 'y';
    act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    expect(acts.chooseSchool).toHaveBeenCalledWith('y');
  });

  test('a course to leave stays until somebody says that it is left', () => {
    const acts = show({ place: active, schools: [], reminders: REMINDERS });
    expect(root.textContent).toContain('Inscription vue le 27/08/2026');
    act(() => find<HTMLButtonElement>('.reminders li:last-child button', 'Je suis désinscrit').click());
    expect(acts.settle).toHaveBeenCalledExactlyOnceWith('b');
    show({ place: active, schools: [] });
    expect(root.querySelector('.reminders')).toBeNull();
  });

  test('a storage problem is an alert, and leaves the list on screen', () => {
    const acts = show({ place: active, schools: [], board: BOARD, problem: PROBLEM });
    expect(find('[role=alert]').textContent).toContain('Libérez de l’espace');
    expect(find('li.step', 'Étape a')).toBeTruthy();
    act(() => find<HTMLButtonElement>('button', 'Réessayer').click());
    expect(acts.retry).toHaveBeenCalledOnce();
  });

  test('what was saved is said politely, and the same words are a new announcement', () => {
    const view = { place: active, schools: [], board: BOARD };
    show(view, doNothing(), { text: 'Étape cochée.', turn: 1 });
    const region = find('[role=status]');
    expect(region.textContent).toBe('Étape cochée.');
    const announced = region.firstElementChild;
    show(view, doNothing(), { text: 'Étape cochée.', turn: 1 });
    expect(region.firstElementChild).toBe(announced);
    show(view, doNothing(), { text: 'Étape cochée.', turn: 2 });
    expect(find('[role=status]')).toBe(region);
    expect(region.firstElementChild).not.toBe(announced);
    expect(region.textContent).toBe('Étape cochée.');
  });

  test('only what is read today is promised', () => {
    show({ place: { kind: 'elsewhere' }, schools: [] });
    const text = root.textContent?.replaceAll('\u00a0', ' ') ?? '';
    expect(text).toContain(
      'la console des ENT Edifice (ONE, NEO…), l’administration et les imports d’itslearning',
    );
    expect(text).toContain('les écrans de Skolengo où le changement d’année efface quelque chose');
  });
});

test('the screens of Skolengo that are read are told one by one', () => {
  show({ place: { kind: 'waiting', portal: 'ENT', reads: 'screens', running: true }, schools: [] });
  expect(root.textContent).toMatch(/«\sBlocage des accès ENT\s», l’import d’emploi du temps/);
});

test('a page that is not recognised is taught or captured', () => {
  const acts = show({
    place: { kind: 'waiting', portal: 'ENT', running: true, teachable: true },
    schools: [],
  });
  act(() => find('button', 'Apprendre cette page').click());
  act(() => find('button', 'Capture anonymisée').click());
  expect(vi.mocked(acts.teach).mock.calls).toEqual([['learn'], ['capture']]);
  expect(root.textContent).not.toContain('Dossier de support');
});

test('a page of which nothing is read still gives a dossier for support', () => {
  const acts = show({
    place: { kind: 'waiting', portal: 'ENT', running: false, teachable: true, dossier: 'skolengo' },
    schools: [],
  });
  act(() => find('button', 'Dossier de support').click());
  expect(acts.openDossier).toHaveBeenCalledWith('skolengo');
});
