// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Calendar } from '@/components/workshop/calendar/calendar';
import type {
  CalendarActs,
  CalendarStep,
  CalendarView,
  Problem,
  SchoolView,
  Tab,
} from '@/components/workshop/calendar/view';
import { RANGE_2026, TERM_START } from '@/tests/helpers/date-views';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

let root: HTMLElement;
beforeEach(() => {
  document.documentElement.lang = 'fr';
  document.title = 'Calendrier';
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const STEP: CalendarStep = {
  id: 'edifice-primary/sort-aesh',
  text: 'Trier les AESH',
  ticked: false,
  kind: 'asked',
  settled: false,
  who: 'administrateur de l’ENT',
  period: 'du 24/08 au 08/09',
  timing: 'now',
  why: 'Ils sont chargés partout.',
  source: 'Petit guide, p. 15',
  rules: ['AESH à placer'],
  note: 'Deux',
  keepNote: true,
};
const OWN = {
  id: 'a1',
  text: 'Prévenir la mairie',
  why: '',
  who: 'head',
  anchor: 'date',
  on: '2026-08-28',
  until: '',
  from: '0',
  to: '',
  link: '',
  keep: true,
};
const STEPS: CalendarStep[] = [
  { ...STEP, href: 'https://enthdf.fr/admin', where: 'Console' },
  {
    ...STEP,
    id: 'a/b',
    text: 'Purger',
    settled: true,
    ticked: true,
    word: { tone: 'proven', text: 'Constaté le 27/08' },
    proof: 'par la lecture d’un écran',
  },
  { ...STEP, id: 'a/c', text: 'Retirer', word: { tone: 'review', text: 'À revoir' }, note: '' },
  { ...STEP, id: 'a/d', text: 'Bascule', kind: 'platform', rules: [], note: '' },
  { ...STEP, id: 'a/e', text: 'Ne pas supprimer', kind: 'reminder', note: '' },
  { ...STEP, id: 'own/a1', text: OWN.text, timing: 'unknown', why: '', rules: [], own: OWN },
];
const SCHOOL: SchoolView = {
  key: 'x',
  name: 'École des Papillons',
  about: '0590000A',
  transition: 2026,
  years: [
    { transition: 2027, title: 'Rentrée 2027', chosen: false },
    { transition: 2026, title: 'Rentrée 2026', chosen: true },
  ],
  tab: 'etapes',
  done: 1,
  total: 4,
  undated: 2,
  initials: 'CV',
  filters: {
    role: '',
    phase: '',
    state: '',
    roles: [{ value: 'direction', label: 'direction' }],
    phases: [{ value: 'one', label: 'Été' }],
    states: [{ value: 'late', label: 'En retard' }],
  },
  phases: [
    { id: 'edifice-primary/one', title: 'Été', list: 'Edifice 1er degré', done: 1, total: 4, steps: STEPS },
  ],
  shown: '4 étapes, 1 rappel et 1 opération de la plateforme',
  asksDates: '2 dates restent à fixer\u00A0: 4 étapes en dépendent.',
  timeline: {
    title: 'de juin à août 2026',
    months: [
      { label: 'juin', at: 0 },
      { label: 'juillet', at: 33 },
    ],
    today: 50,
    bands: [{ at: 20, width: 10 }],
    groups: [
      {
        title: 'Été',
        rows: [
          {
            id: 'r',
            text: 'Trier',
            who: 'direction',
            period: 'du 24/08 au 08/09',
            state: 'en retard',
            tone: 'late',
            bar: { at: 10, width: 20, endless: false },
          },
          { id: 's', text: 'Rentrée', who: '', period: 'à fixer', state: '', tone: 'milestone' },
        ],
      },
    ],
    undated: '1 étape',
  },
  dates: [
    {
      milestone: 'staff-feed',
      label: 'Personnels',
      value: '',
      origin: 'à fixer',
      range: RANGE_2026,
      own: false,
      missing: true,
    },
    { ...TERM_START, missing: false },
  ],
  journal: [{ id: '1', when: '27/08/2026 à 14 h 02', text: 'Coché', by: 'CV' }],
  lists: [
    { id: 'a', title: 'Edifice', about: 'Les écoles.', followed: true, optional: false, imported: false },
    { id: 'b', title: 'La mienne', about: 'Ici.', followed: false, optional: true, imported: true },
  ],
};

function doNothing(): CalendarActs {
  return {
    chooseSchool: vi.fn(),
    chooseYear: vi.fn(),
    openTab: vi.fn(),
    filter: vi.fn(),
    tick: vi.fn(),
    note: vi.fn(),
    keepNote: vi.fn(),
    setDate: vi.fn(),
    saveOwn: vi.fn(),
    removeOwn: vi.fn(),
    follow: vi.fn(),
    archive: vi.fn(),
    startFrom: vi.fn(),
    setInitials: vi.fn(),
    remind: vi.fn(),
    print: vi.fn(),
    exportMarkdown: vi.fn(),
    exportAgenda: vi.fn(),
    exportList: vi.fn(),
    importList: vi.fn(async () => []),
    removeList: vi.fn(),
    open: vi.fn(),
    retry: vi.fn(),
  };
}

function draw(
  more: Partial<SchoolView> | undefined = {},
  acts = doNothing(),
  problem?: Problem,
): CalendarActs {
  const schools = [
    { key: 'x', name: 'École des Papillons', chosen: true },
    { key: 'y', name: 'École du Lac', chosen: false },
  ];
  const view: CalendarView = { schools, school: { ...SCHOOL, ...more } };
  act(() => render(<Calendar view={view} problem={problem} acts={acts} />, root));
  return acts;
}

/** The only element of a kind whose text holds some words. */
function find<E extends HTMLElement>(selector: string, text = ''): E {
  const found = [...root.querySelectorAll<E>(selector)].find((one) => one.textContent?.includes(text));
  if (!found) throw new Error(`no ${selector} with « ${text} »`);
  return found;
}
const click = (selector: string, text = '') => act(() => find(selector, text).click());

const STATES: [string, Partial<SchoolView>, Problem?][] = [
  ...(['etapes', 'frise', 'dates', 'journal', 'listes'] as const).map(
    (tab): [string, Partial<SchoolView>] => [tab, { tab }],
  ),
  ...(['etapes', 'frise', 'dates', 'listes'] as const).map((tab): [string, Partial<SchoolView>] => [
    `${tab}, archived`,
    { tab, archived: 'Archivée le 12/10/2026' },
  ]),
  ['nothing to show', { phases: [], shown: 'Rien ne répond à ces choix' }],
  ['an empty journal', { tab: 'journal', journal: [] }],
  ['something to carry over', { carry: { from: 2025, text: '2 notes' } }],
  [
    'a line of time without dates',
    { tab: 'frise', timeline: { months: [], bands: [], groups: [], undated: '3 étapes' } },
  ],
  ['storage failing', {}, { says: 'Plus de place.', advice: 'Libérez de l’espace.' }],
];

describe.each(STATES)('%s', (_name, more, problem) => {
  test('axe finds nothing, unfolded or not, and the French is well set', async () => {
    draw(more, doNothing(), problem);
    expect(await axeFaults(root)).toEqual([]);
    for (const details of root.querySelectorAll('details')) details.open = true;
    expect(await axeFaults(root)).toEqual([]);
    expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  });
});

test('while it is read, and without a school, it says so', async () => {
  act(() => render(<Calendar view={undefined} problem={undefined} acts={doNothing()} />, root));
  expect(find('.calendar').getAttribute('aria-busy')).toBe('true');
  act(() => render(<Calendar view={{ schools: [] }} problem={undefined} acts={doNothing()} />, root));
  expect(root.textContent).toContain('Aucun établissement n’a encore été vu');
  expect(await axeFaults(root)).toEqual([]);
});

describe('steps', () => {
  test('a box tells the step and the wish', () => {
    const acts = draw();
    click('li.step input[type=checkbox]');
    expect(acts.tick).toHaveBeenCalledWith('edifice-primary/sort-aesh', true);
  });

  test('of the platform, and what is only to be known, have no box', () => {
    draw();
    for (const text of ['Bascule', 'Ne pas supprimer'])
      expect(find('li.step', text).querySelector(':scope > input')).toBeNull();
  });

  test('that are proven say by which reading', () => {
    draw();
    expect(find('li.step', 'Purger').textContent).toContain('Constaté le 27/08, par la lecture d’un écran');
  });

  test('of an archived year can be read, not ticked nor written on', () => {
    draw({ archived: 'Archivée le 12/10/2026' });
    for (const box of root.querySelectorAll<HTMLInputElement>('li.step > input'))
      expect(box.disabled).toBe(true);
    expect(root.querySelector('textarea')).toBeNull();
    expect(root.textContent).toContain('Deux');
    expect([...root.querySelectorAll('button')].map((one) => one.textContent)).not.toContain(
      'Ajouter une étape de l’établissement',
    );
  });

  test('a note may be kept for next year', () => {
    const acts = draw();
    click('.more .box input');
    expect(acts.keepNote).toHaveBeenCalledWith('edifice-primary/sort-aesh', false);
  });

  test('filters tell what was chosen', () => {
    const acts = draw();
    const select = find<HTMLSelectElement>('.filters label', 'État').querySelector('select');
    if (!select) throw new Error('no select');
    act(() => {
      select.value = 'late';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(acts.filter).toHaveBeenCalledWith({ state: 'late' });
  });
});

describe('a step of the school’s own', () => {
  const type = (label: string, value: string) => {
    const field = find('form label', label).querySelector('input');
    if (!field) throw new Error(`no field ${label}`);
    act(() => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };

  test('refused, what was typed stays with the reason; accepted, the form goes and the focus comes back', async () => {
    const acts = doNothing();
    vi.mocked(acts.saveOwn).mockReturnValueOnce('Dites en quelques mots.').mockReturnValueOnce(undefined);
    draw({}, acts);
    click('button', 'Ajouter une étape');
    expect(document.activeElement).toBe(find('form label', 'Ce qu’il y a à faire').querySelector('input'));
    expect(await axeFaults(root)).toEqual([]);
    type('Ce qu’il y a à faire', 'Appeler');
    click('button', 'Enregistrer l’étape');
    expect(find('[role=alert]').textContent).toBe('Dites en quelques mots.');
    expect(find('form label', 'Ce qu’il y a à faire').querySelector('input')?.value).toBe('Appeler');
    click('button', 'Enregistrer l’étape');
    expect(acts.saveOwn).toHaveBeenLastCalledWith(expect.objectContaining({ text: 'Appeler', id: '' }));
    expect(root.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(find('button', 'Ajouter une étape'));
  });

  test('is changed in the same form, and removed', () => {
    const acts = draw();
    click('button', 'Modifier');
    expect(find('form h2').textContent).toBe('Modifier l’étape');
    expect(find('form label', 'Premier jour').querySelector('input')?.value).toBe('2026-08-28');
    click('button', 'Retirer');
    expect(acts.removeOwn).toHaveBeenCalledWith('a1');
  });

  test('what is being typed for one school does not follow to another', () => {
    draw();
    click('button', 'Ajouter une étape');
    draw({ key: 'y' });
    expect(root.querySelector('form')).toBeNull();
  });
});

test('dates that nobody knows are asked for, first', () => {
  const acts = draw({ tab: 'dates' });
  expect([...root.querySelectorAll('h2')].map((title) => title.textContent)).toEqual([
    'École des Papillons',
    'À fixer',
    'Connues',
  ]);
  click('button', 'Effacer');
  expect(acts.setDate).toHaveBeenCalledWith('term-start', undefined);
  draw({ tab: 'etapes' }, acts);
  click('button', 'Fixer les dates');
  expect(acts.openTab).toHaveBeenCalledWith('dates');
  draw({ tab: 'dates' }, acts);
  expect(document.activeElement).toBe(find('li', 'Personnels').querySelector('input'));
});

test('a date that is not to be missed yet is asked for in the place of its tag', () => {
  const phases = SCHOOL.phases.map((phase) => ({
    ...phase,
    steps: [{ ...STEP, timing: 'unknown' as const, awaited: { milestone: 'staff-feed' } }],
  }));
  draw({ phases });
  const row = find('li.step');
  expect(row.querySelector('.when button')?.textContent).toContain('Fixer la date');
  expect(row.querySelector('.when .tag.print-only')?.textContent).toBe('Date à fixer');
  draw({ phases, archived: 'Archivée le 12/10/2026' });
  expect(row.querySelector('.when button')).toBeNull();
});

test('from a step, the way leads to its own date', () => {
  const awaited = { milestone: 'term-start', says: 'Sans date, comptée en retard depuis le 01/10.' };
  const steps = [{ ...STEP, timing: 'late' as const, awaited }];
  const phases = SCHOOL.phases.map((phase) => ({ ...phase, steps }));
  const acts = draw({ phases });
  expect(find('li.step').textContent).toContain('depuis le 01/10');
  click('li.step .awaited button');
  draw({ tab: 'dates' }, acts);
  expect(document.activeElement).toBe(find('li', 'Rentrée').querySelector('input'));
});

test('the line of time is a table that can be read, and scrolled by the keyboard', () => {
  draw({ tab: 'frise' });
  const row = find<HTMLTableRowElement>('tbody tr', 'Trier');
  expect([...row.cells].map((cell) => cell.textContent)).toEqual([
    'Trier',
    'direction',
    'du 24/08 au 08/09',
    'en retard',
    '',
  ]);
  expect(row.cells[4]?.getAttribute('aria-hidden')).toBe('true');
  expect(find('.scroll').tabIndex).toBe(0);
  // Nothing to draw: no empty column, and no key to it.
  draw({
    tab: 'frise',
    timeline: { months: [], bands: [], groups: SCHOOL.timeline.groups, undated: '3 étapes' },
  });
  expect(root.querySelector('.drawing, .axis, .key')).toBeNull();
});

describe('years and lists', () => {
  test('are chosen, archived, carried over, printed and written', () => {
    const acts = draw({ carry: { from: 2025, text: '2 notes' } });
    click('button', 'Les reprendre');
    click('button', 'Archiver cette année');
    click('button', 'Imprimer');
    click('.year-acts .box input');
    click('button', 'Markdown');
    expect(acts.startFrom).toHaveBeenCalledWith(2025);
    expect(acts.archive).toHaveBeenCalledWith(true);
    expect(acts.print).toHaveBeenCalledOnce();
    expect(acts.exportMarkdown).toHaveBeenCalledWith(true);
    click('button', 'Enregistrer pour un agenda');
    expect(acts.exportAgenda).toHaveBeenCalledWith();
    draw({ archived: 'Archivée' }, acts);
    click('button', 'Rouvrir');
    expect(acts.archive).toHaveBeenLastCalledWith(false);
  });

  test('a reminder is offered where it makes sense, until somebody wants it', () => {
    const acts = draw({ remindable: true });
    click('button', 'Me prévenir le matin');
    expect(acts.remind).toHaveBeenCalledOnce();
    draw({ remindable: false }, acts);
    expect([...root.querySelectorAll('button')].map((one) => one.textContent)).not.toContain(
      'Me prévenir le matin',
    );
  });

  test('the only list followed cannot be left', () => {
    draw({ tab: 'listes' });
    const boxes = [...root.querySelectorAll<HTMLInputElement>('.lists input')];
    expect(boxes.map(({ disabled }) => disabled)).toEqual([true, false]);
  });

  test('two lists of which a school follows only one are told apart; one in addition is no rival', async () => {
    const [first] = SCHOOL.lists;
    if (!first) throw new Error('no list');
    const other = { ...first, id: 'c', title: 'Par l’annuaire' };
    draw({ tab: 'listes', lists: [first, { ...other, optional: true }, { ...other, imported: true }] });
    expect(root.querySelector('[role=status]')).toBeNull();
    draw({ tab: 'listes', lists: [first, other] });
    expect(find('[role=status]').textContent).toMatch(
      /« Edifice » et « Par l’annuaire » sont suivies ensemble.*n’en suit qu’une/,
    );
    expect(await axeFaults(root)).toEqual([]);
  });

  test('a list that is refused says why, and the same file can be given again', async () => {
    const acts = doNothing();
    vi.mocked(acts.importList).mockResolvedValue(['checklist.id doit être fait de minuscules.']);
    draw({ tab: 'listes' }, acts);
    const input = find<HTMLInputElement>('input[type=file]');
    const file = new File(['{}'], 'liste.json');
    Object.defineProperty(input, 'files', { value: [file] });
    await act(async () => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(acts.importList).toHaveBeenCalledWith(file);
    expect(find('[role=alert]').textContent).toContain('minuscules');
    expect(await axeFaults(root)).toEqual([]);
  });

  test('every place of the calendar can be opened', () => {
    const acts = draw();
    const tabs: Tab[] = ['etapes', 'frise', 'dates', 'journal', 'listes'];
    for (const button of root.querySelectorAll<HTMLButtonElement>('.tab')) act(() => button.click());
    expect(vi.mocked(acts.openTab).mock.calls.map(([tab]) => tab)).toEqual(tabs);
  });
});
