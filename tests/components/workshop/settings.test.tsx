// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OwnSettings } from '@/components/workshop/settings/own-settings';
import type { LoadedSettings } from '@/entrypoints/workshop/settings/load';
import { type Doing, NOTHING_DOING, restoredText, settingsView } from '@/entrypoints/workshop/settings/view';
import type { RestorePlan } from '@/utils/backup/restore';
import { StorageProblem } from '@/utils/store/problem';
import { DEFAULT_SETTINGS } from '@/utils/store/settings';
import { axeFaults } from '../../helpers/axe';
import { typographyFaults } from '../../helpers/typography';

const NOW = new Date('2026-08-27T10:00:00.000Z');
const LOADED: LoadedSettings = {
  policy: { hosts: [], templates: [], faults: [] },
  settings: DEFAULT_SETTINGS,
  initials: 'CV',
  granted: false,
  persisted: false,
  held: [],
  expiring: [],
};
const PLAN: RestorePlan = {
  stores: [
    { store: 'ticks', added: 12, changed: 1, kept: 3 },
    { store: 'notes', added: 0, changed: 0, kept: 2 },
  ],
  unusable: 2,
  files: { until: '2026-09-11', fate: 'added' },
  initials: 'added',
};

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(loaded: Partial<LoadedSettings> = {}, doing: Partial<Doing> = {}) {
  const acts = {
    saveBackup: vi.fn(),
    giveBackup: vi.fn(),
    restore: vi.fn(),
    cancelRestore: vi.fn(),
    askPersistence: vi.fn(),
    remind: vi.fn(),
    keepFor: vi.fn(),
    setInitials: vi.fn(),
  };
  const view = settingsView({ ...LOADED, ...loaded }, { ...NOTHING_DOING, ...doing }, NOW);
  act(() => render(<OwnSettings view={view} acts={acts} />, root));
  return acts;
}
const button = (name: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(name));
const box = (name: string) =>
  [...root.querySelectorAll('label')].find((one) => one.textContent?.includes(name))?.control as
    | HTMLInputElement
    | undefined;
const plain = () => root.textContent?.replace(/\s/g, ' ') ?? '';

const STATES: Record<string, [Partial<LoadedSettings>, Partial<Doing>]> = {
  'of a new browser': [{}, {}],
  'with much in it': [
    {
      lastBackup: '2026-08-20T10:00:00.000Z',
      due: '34 modifications ont suivi la dernière sauvegarde : enregistrez-en une.',
      persisted: true,
      granted: true,
      settings: { ...DEFAULT_SETTINGS, notify: true },
      held: [
        { store: 'ticks', count: 40, bytes: 12_400 },
        { store: 'files', count: 1, bytes: 3_400_000 },
      ],
      expiring: [{ transition: 2025, on: '2026-09-03' }],
    },
    {},
  ],
  'about to restore': [{}, { preview: { plan: PLAN, at: '2026-08-20T10:00:00.000Z' } }],
  'a backup that is refused': [
    {},
    { refusals: ['« ticks », étape cochée n° 2 : même identifiant que le n° 1.'] },
  ],
  'set by the academy': [
    {
      policy: {
        hosts: ['ent.academie.example'],
        templates: [],
        retentionMonths: 2,
        holds: false,
        reminders: false,
        faults: ['« holds » doit être vrai ou faux : ce réglage est ignoré.'],
      },
      settings: { ...DEFAULT_SETTINGS, retentionMonths: 2, badge: false, banner: false },
    },
    {},
  ],
  'storage refused': [{}, { problem: new StorageProblem('full') }],
};

describe.each(Object.entries(STATES))('%s', (_name, [loaded, doing]) => {
  test('axe finds nothing, and the French is well set', async () => {
    draw(loaded, doing);
    expect(await axeFaults(root)).toEqual([]);
    expect(typographyFaults(root.textContent ?? '')).toEqual([]);
  });
});

test('a backup has the decisions unless one says no, and the names only if one says yes', () => {
  const acts = draw({ held: [{ store: 'files', count: 1, bytes: 1 }] });
  act(() => button('Enregistrer une sauvegarde')?.click());
  expect(acts.saveBackup).toHaveBeenLastCalledWith({ decisions: true, files: false });
  act(() => box('décisions')?.click());
  act(() => box('export de référence')?.click());
  act(() => button('Enregistrer une sauvegarde')?.click());
  expect(acts.saveBackup).toHaveBeenLastCalledWith({ decisions: false, files: true });
});

test('without a kept export, it is not even offered', () => {
  draw();
  expect(box('export de référence')).toBeUndefined();
});

test('what a restoration would do is told, under a title that takes the focus', () => {
  const acts = draw({}, { preview: { plan: PLAN, at: '2026-08-28T10:00:00.000Z' } });
  expect(document.activeElement?.textContent).toContain('Sauvegarde du 28/08/2026');
  expect([...root.querySelectorAll('.preview td')].map((cell) => cell.textContent)).toEqual([
    '12',
    '1',
    '3',
    '0',
    '0',
    '2',
  ]);
  expect(plain()).toContain('Sa date est à venir');
  expect(plain()).toContain('2 décisions sur des personnes');
  expect(plain()).toContain('sera gardé jusqu’au 11/09/2026');
  act(() => button('Restaurer')?.click());
  act(() => button('Ne rien restaurer')?.click());
  expect(acts.cancelRestore).toHaveBeenCalledOnce();
});

test('a backup that brings nothing can only be closed', () => {
  const stores = [{ store: 'ticks', added: 0, changed: 0, kept: 3 } as const];
  draw({}, { preview: { plan: { stores, unusable: 0 }, at: '2026-08-20T10:00:00.000Z' } });
  expect(plain()).toContain('est déjà ici');
  expect(button('Restaurer')).toBeUndefined();
  expect(button('Fermer')).toBeDefined();
});

test('what was restored is told', () => {
  expect(restoredText(PLAN).replace(/\s/g, ' ')).toBe(
    'Sauvegarde restaurée : 12 ajouts, 1 changement. L’export de référence est revenu.',
  );
});

test('the browser is asked to keep what is stored, and its refusal is told', () => {
  const acts = draw();
  act(() => button('Demander au navigateur')?.click());
  expect(acts.askPersistence).toHaveBeenCalledOnce();
  draw({}, { persistRefused: true });
  expect(plain()).toContain('Le navigateur a refusé');
  draw({ persisted: true });
  expect(button('Demander au navigateur')).toBeUndefined();
});

describe('reminders', () => {
  test('are chosen one by one', () => {
    const acts = draw();
    act(() => box('notification le matin')?.click());
    act(() => box('en retard sur le bouton')?.click());
    expect(acts.remind.mock.calls).toEqual([
      ['notify', true],
      ['badge', false],
    ]);
  });

  test('that the browser refused are not shown as given', () => {
    draw({ settings: { ...DEFAULT_SETTINGS, notify: true }, granted: false });
    expect(box('notification le matin')?.checked).toBe(false);
    expect(root.querySelector('[role=alert]')?.textContent).toContain('n’a pas accordé');
  });
});

test('what the academy set can be read, not changed', () => {
  const [loaded] = STATES['set by the academy'] ?? [];
  draw(loaded);
  expect(box('en retard sur le bouton')?.disabled).toBe(true);
  expect(root.querySelector('select')?.disabled).toBe(true);
  expect(root.querySelector('select')?.value).toBe('2');
  expect(plain()).toContain('Portails proposés : ent.academie.example.');
});
