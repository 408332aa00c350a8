// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChangesSection } from '@/components/overlay/changes-section';
import { KeptReading } from '@/components/overlay/kept-reading';
import { TourPlace } from '@/components/overlay/tour-place';
import { TourSection } from '@/components/overlay/tour-section';
import type { TourActs, TourStep } from '@/components/overlay/tour-view';
import type { WhereView } from '@/components/overlay/view';
import { WhereChip, WhereSaid, WhereWords } from '@/components/overlay/whereabouts';
import type { Stop } from '@/utils/core/tour';
import { axeFaults } from '../helpers/axe';
import { typographyFaults } from '../helpers/typography';

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

const draw = (what: Parameters<typeof render>[0]) => act(() => render(what, root));
const button = (words: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(words)) as HTMLButtonElement;

const SCHOOLS = Array.from({ length: 120 }, (_, index) => ({
  id: `s${index}`,
  name: `École ${index}`,
  uai: `059000${index}A`,
}));
const [FIRST, SECOND, THIRD] = SCHOOLS as [(typeof SCHOOLS)[0], (typeof SCHOOLS)[0], (typeof SCHOOLS)[0]];
const risk = { critical: 2, serious: 0, minor: 1, reviews: 3 };
const DONE: Stop = {
  school: FIRST,
  state: 'done',
  risk,
  proved: true,
  gaps: ['Les classes n’ont pas pu être lues.'],
};
const FAILED: Stop = { school: SECOND, state: 'failed', why: 'La console refuse cette lecture.' };
const READING: Stop = {
  school: THIRD,
  state: 'reading',
  progress: { done: 2, total: 9, doing: 'Comptes' },
};

const STEPS: Record<string, TourStep> = {
  listing: { kind: 'listing' },
  refused: { kind: 'refused', why: 'Votre session a expiré.' },
  'one school only': { kind: 'choosing', schools: [FIRST], found: [FIRST], chosen: new Set(), text: '' },
  choosing: { kind: 'choosing', schools: SCHOOLS, found: SCHOOLS, chosen: new Set(['s1', 's2']), text: '' },
  running: { kind: 'touring', tour: { phase: 'running', stops: [DONE, FAILED, READING] } },
  paused: {
    kind: 'touring',
    tour: {
      phase: 'paused',
      stops: [DONE, { school: SECOND, state: 'waiting' }],
      why: 'Votre session a expiré.',
    },
  },
  over: { kind: 'touring', tour: { phase: 'over', stops: [DONE, FAILED] } },
};

function acts(): TourActs {
  const names = ['list', 'search', 'choose', 'chooseAll', 'run', 'pause', 'retry', 'openBoard', 'close'];
  return Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as TourActs;
}

describe.each(Object.entries(STEPS))('the tour, %s', (_name, step) => {
  test('breaks no accessibility rule, and is set in French', async () => {
    draw(<TourSection step={step} acts={acts()} />);
    expect(await axeFaults(root)).toEqual([]);
    expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  });
});

describe('the tour', () => {
  test('nothing is asked of the console before schools are chosen', () => {
    const done = acts();
    const none = { ...STEPS.choosing, chosen: new Set() } as TourStep;
    draw(<TourSection step={none} acts={done} />);
    expect(button('Commencer').disabled).toBe(true);
    draw(<TourSection step={STEPS.choosing as TourStep} acts={done} />);
    button('Commencer').click();
    expect(done.run).toHaveBeenCalledOnce();
    button('Tout décocher').click();
    expect(done.chooseAll).toHaveBeenCalledWith(false);
    // Thousands of boxes would be of no use to anybody.
    expect(root.querySelectorAll('input[type=checkbox]')).toHaveLength(100);
    expect(root.textContent).toContain('20 autres');
  });

  test('tells what each school risks, what could not be read, and which failed', () => {
    draw(<TourSection step={STEPS.over as TourStep} acts={acts()} />);
    expect(root.textContent).toContain('2 critiques, 1 mineur, 3 à vérifier');
    expect(root.textContent).toContain('lecture partielle');
    expect(root.textContent).toMatch(/Non lu\s: La console refuse/);
    expect(root.querySelector('[role=status]')?.textContent).toContain('1 n’a pas pu être lu');
  });

  test('when no school could be read, that is said, and trying again comes first', () => {
    const done = acts();
    const stops: Stop[] = [FAILED, { ...FAILED, school: THIRD }];
    draw(<TourSection step={{ kind: 'touring', tour: { phase: 'over', stops } }} acts={done} />);
    expect(root.querySelector('[role=status]')?.textContent).toBe('Aucun établissement n’a pu être lu.');
    expect(root.querySelector('.done')).toBeNull();
    const buttons = [...root.querySelectorAll('.line button')];
    expect(buttons.map((one) => [one.textContent, one.className])).toEqual([
      ['Réessayer', 'primary'],
      ['Ouvrir le tableau', ''],
    ]);
    button('Réessayer').click();
    expect(done.retry).toHaveBeenCalledOnce();
  });

  test('a school of which nothing was proved is not one without anything to tell', () => {
    const none = { critical: 0, serious: 0, minor: 0, reviews: 0 };
    const stops = [true, false].map((proved): Stop => ({ ...DONE, risk: none, proved }) as Stop);
    draw(<TourSection step={{ kind: 'touring', tour: { phase: 'over', stops } }} acts={acts()} />);
    const graded = [...root.querySelectorAll('.graded')];
    expect(graded.map(({ className }) => className)).toEqual(['graded pass', 'graded unproved']);
    expect(graded.map((one) => one.textContent?.trim())).toEqual([
      expect.stringMatching(/^Rien à signaler/),
      expect.stringMatching(/^Rien n’est conclu/),
    ]);
  });

  test('the keyboard follows from step to step, and nothing that comes by itself takes it', () => {
    const focused = () => document.activeElement?.textContent ?? '';
    const step = (name: string) => draw(<TourSection step={STEPS[name] as TourStep} acts={acts()} />);
    const elsewhere = document.body.appendChild(document.createElement('input'));
    step('listing');
    expect(focused()).toBe('Contrôler mes écoles');
    step('choosing');
    button('Commencer').focus();
    step('running');
    expect(focused()).toBe('Contrôler mes écoles');
    button('Interrompre').focus();
    step('paused');
    expect(focused()).toBe('Reprendre');
    step('running');
    expect(focused()).toBe('Interrompre');
    step('over');
    expect(focused()).toBe('Ouvrir le tableau');
    button('Réessayer celui').focus();
    step('running');
    expect(focused()).toBe('Contrôler mes écoles');
    elsewhere.focus();
    step('over');
    expect(document.activeElement).toBe(elsewhere);
    draw(null);
    step('running');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  test('each school and the end are announced by one and the same element', () => {
    draw(<TourSection step={STEPS.running as TourStep} acts={acts()} />);
    const status = root.querySelector('[role=status]');
    expect(status?.textContent).toBe('École 2, 3 sur 3');
    draw(<TourSection step={STEPS.over as TourStep} acts={acts()} />);
    expect(root.querySelector('[role=status]')).toBe(status);
    expect(status?.textContent).toContain('1 établissement contrôlé');
  });

  test('closed or dropped, the keyboard is on the way back to it; one that is recalled takes it from nobody', () => {
    const tour = { open: false, left: 0, start: vi.fn(), drop: vi.fn(), draw: vi.fn() };
    draw(<TourPlace tour={tour} />);
    draw(<TourPlace tour={{ ...tour, left: 3 }} />);
    expect(document.activeElement).toBe(document.body);
    draw(<TourPlace tour={{ ...tour, left: 3, open: true }} />);
    draw(<TourPlace tour={{ ...tour, left: 3 }} />);
    expect(document.activeElement).toBe(button('Reprendre la tournée'));
    draw(<TourPlace tour={tour} />);
    expect(document.activeElement).toBe(button('Contrôler mes écoles'));
  });

  test('cannot be closed while it runs: it is interrupted first', () => {
    draw(<TourSection step={STEPS.running as TourStep} acts={acts()} />);
    expect(button('Fermer')).toBeUndefined();
    expect(button('Interrompre')).toBeDefined();
  });

  test('an interrupted one is offered again, or dropped', () => {
    const tour = { open: false, left: 3, start: vi.fn(), drop: vi.fn(), draw: vi.fn() };
    draw(<TourPlace tour={tour} />);
    expect(root.textContent).toContain('il reste 3 établissements');
    button('Reprendre').click();
    button('Abandonner').click();
    expect([tour.start, tour.drop].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    draw(<TourPlace tour={{ ...tour, open: true }} />);
    expect(tour.draw).toHaveBeenCalledWith(expect.any(HTMLElement));
    draw(null);
    expect(tour.draw).toHaveBeenLastCalledWith(undefined);
  });
});

describe('two readings', () => {
  test('a reading is put aside, and the next one shows what changed', async () => {
    const kept = { keep: vi.fn(), forget: vi.fn() };
    draw(<KeptReading kept={kept} />);
    button('Garder cette lecture').click();
    expect(kept.keep).toHaveBeenCalledOnce();
    const drawChanges = vi.fn();
    const at = new Date(2026, 7, 27, 14, 2);
    draw(<KeptReading kept={{ ...kept, at, draw: drawChanges }} />);
    expect(root.textContent).toMatch(/14\sh\s02/);
    expect(drawChanges).toHaveBeenCalledWith(expect.any(HTMLElement), true);
    expect(await axeFaults(root)).toEqual([]);
    expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  });

  test('what changed is told with names and numbers; what did not is not', async () => {
    const list = { before: 3, after: 3, appeared: ['BLANC Hugo'], gone: ['LAC Inès'], altered: [] };
    const changes = {
      lists: [
        { title: 'Comptes', ...list },
        { title: 'Classes', before: 2, after: 2, appeared: [], gone: [], altered: [] },
      ],
      accounts: [
        { label: 'Enseignant, AAF1D', before: 12, after: 13 },
        { label: 'Élève, AAF1D', before: 100, after: 100 },
      ],
      unread: ['Groupes manuels'],
    };
    draw(<ChangesSection changes={changes} from="14 h 02" to="15 h 10" />);
    expect(root.textContent).toContain('1 apparu, 1 disparu');
    expect(root.textContent).toContain('(+1)');
    expect(root.textContent).not.toContain('Élève, AAF1D');
    expect(root.querySelectorAll('details')).toHaveLength(1);
    expect(await axeFaults(root)).toEqual([]);
  });
});

describe('« Où suis-je »', () => {
  const WHERE: WhereView = {
    id: 'a',
    name: 'École des Papillons',
    uai: '0590000A',
    ent: 'Edifice',
    role: 'administrateur local',
    phase: 'Avant la bascule',
    stale: false,
    chip: true,
  };
  const place = { right: 16, bottom: 16 };

  test('tells school, UAI, ENT, role, phase and the age of the reading', async () => {
    draw(<WhereChip where={{ ...WHERE, unread: true }} place={place} />);
    expect(root.textContent).toContain('0590000A · Edifice');
    expect(root.textContent).toContain('administrateur local · Avant la bascule · pas encore contrôlé');
    draw(<WhereChip where={{ ...WHERE, readAt: new Date(Date.now() - 5 * 60_000) }} place={place} />);
    expect(root.textContent).toContain('lu il y a 5 min');
    for (const [hours, words] of [
      [3, 'lu il y a 3 h'],
      [30, 'lu hier'],
      [12 * 24 + 1, 'lu il y a 12 jours'],
    ] as const) {
      draw(
        <WhereChip where={{ ...WHERE, readAt: new Date(Date.now() - hours * 3_600_000) }} place={place} />,
      );
      expect(root.textContent).toContain(words);
    }
    draw(<WhereChip where={WHERE} place={place} />);
    expect(root.textContent).not.toMatch(/lu |contrôlé/);
    draw(<WhereChip where={{ ...WHERE, reading: 'École du Centre' }} place={place} />);
    expect(root.textContent).toMatch(/lecture en cours\s: École du Centre/);
    expect(await axeFaults(root)).toEqual([]);
    expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  });

  test('is grey, and says why, once the screen has gone to another school', () => {
    draw(<WhereChip where={{ ...WHERE, stale: true }} place={place} />);
    expect(root.querySelector('.where.stale')?.textContent).toContain('l’écran a changé d’établissement');
    draw(<WhereWords where={WHERE} />);
    expect(root.textContent).not.toContain('a changé');
  });

  test('a change of school is announced for a while; the first school is not', () => {
    vi.useFakeTimers();
    const said = () => root.querySelector('[role=status]')?.textContent;
    draw(<WhereSaid where={undefined} />);
    draw(<WhereSaid where={WHERE} />);
    expect(said()).toBe('');
    const other = { ...WHERE, id: 'b', uai: '0590001B' };
    // The address has moved on, the title bar of a slow ENT has not yet.
    draw(<WhereSaid where={{ ...other, name: '…', nameless: true }} />);
    act(() => void vi.advanceTimersByTime(5000));
    expect(said()).toBe('');
    draw(<WhereSaid where={{ ...other, name: 'École du Centre' }} />);
    act(() => void vi.advanceTimersByTime(1));
    expect(said()).toBe('Vous êtes maintenant à École du Centre (0590001B).');
    // A screen without a school in between hides nothing.
    draw(<WhereSaid where={undefined} />);
    act(() => void vi.advanceTimersByTime(7000));
    expect(said()).toBe('');
    draw(<WhereSaid where={WHERE} />);
    act(() => void vi.advanceTimersByTime(1));
    expect(said()).toContain('École des Papillons');
    // Two schools of one name, proved to be two.
    draw(<WhereSaid where={{ ...WHERE, id: 'c', uai: '0590002C' }} />);
    act(() => void vi.advanceTimersByTime(1));
    expect(said()).toContain('0590002C');
    vi.useRealTimers();
  });

  test('a change that nothing names is said without a name, then anew under the right one', () => {
    vi.useFakeTimers();
    const said = () => root.querySelector('[role=status]')?.textContent;
    draw(<WhereSaid where={WHERE} />);
    const { uai: _, ...other } = { ...WHERE, id: 'b' };
    draw(<WhereSaid where={{ ...other, name: '…', nameless: true }} />);
    act(() => void vi.advanceTimersByTime(11_000));
    expect(said()).toBe('Vous êtes maintenant dans un autre établissement, affiché sous le même nom.');
    draw(<WhereSaid where={{ ...other, name: 'École du Centre' }} />);
    act(() => void vi.advanceTimersByTime(1));
    expect(said()).toBe('Vous êtes maintenant à École du Centre.');
    vi.useRealTimers();
  });

  test('a school that was there from the start is not announced when it is named', () => {
    vi.useFakeTimers();
    draw(<WhereSaid where={WHERE} />);
    draw(<WhereSaid where={{ ...WHERE, name: 'École élémentaire des Papillons' }} />);
    act(() => void vi.advanceTimersByTime(1));
    expect(root.querySelector('[role=status]')?.textContent).toBe('');
    vi.useRealTimers();
  });
});
