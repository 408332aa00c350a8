// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { DossierDialog } from '@/components/overlay/dossier-dialog';
import { Detectors } from '@/components/workshop/detectors/detectors';
import type { DetectorsView } from '@/components/workshop/detectors/view';
import { DossierSection } from '@/components/workshop/dossier/dossier';
import type { DossierView } from '@/components/workshop/dossier/view';
import { axeFaults } from '@/tests/helpers/axe';
import { typographyFaults } from '@/tests/helpers/typography';

let root: HTMLElement | undefined;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

function draw(drawn: ComponentChild): HTMLElement {
  const place = document.createElement('main');
  root = document.body.appendChild(place);
  act(() => render(drawn, place));
  return place;
}

async function expectSound(place: HTMLElement): Promise<void> {
  expect(await axeFaults(place)).toEqual([]);
  for (const element of place.querySelectorAll('p, label, button, h2'))
    expect(typographyFaults(element.textContent ?? ''), element.textContent ?? '').toEqual([]);
}

const acts = { give: vi.fn(), remove: vi.fn(), more: vi.fn(), copy: vi.fn() };
const READ: NonNullable<DossierView['read']> = {
  name: 'vigie-dossier.txt',
  sheet: 'DOSSIER',
  replayed: true,
  verdict: 'Un contrôle conclut autre chose ici\u00A0: la raison est dite sous son nom.',
  agrees: false,
  rules: [
    { rule: 'a', title: 'Groupes sans membre', was: 'signalé', is: 'signalé', grade: 'serious', same: true },
    {
      rule: 'b',
      title: 'Comptes',
      was: 'signalé',
      is: 'sans objet ici',
      same: false,
      why: 'Jugé hors de l’écran.',
    },
  ],
  groups: [],
};

test.each([
  ['waiting', { busy: false }],
  ['refused', { busy: false, problem: 'Ce fichier n’est pas un dossier.' }],
  ['read', { busy: false, read: READ }],
  ['read, without facts', { busy: false, read: { ...READ, replayed: false, rules: READ.rules.slice(0, 1) } }],
] satisfies [string, DossierView][])('the section of dossiers, %s', async (_name, view) => {
  await expectSound(draw(<DossierSection view={view} acts={acts} />));
});

const VIEW: DetectorsView = {
  loading: false,
  summary: '2 détecteurs\u00A0: 1 actif, 1 éteint',
  unusual: false,
  groups: [
    {
      id: 'g',
      title: 'Règles',
      count: '2',
      rows: [
        {
          id: 'a',
          title: 'Groupes sans membre',
          on: true,
          state: 'actif',
          grade: 'pass',
          seen: 'Vu à l’œuvre.',
        },
        { id: 'b', title: 'Comptes', on: false, state: 'éteint', grade: 'serious' },
      ],
    },
  ],
  sheet: 'ÉTAT',
};

test('the state of detectors: each has its switch, and the whole is copied', async () => {
  const own = { switch: vi.fn(), showUnusual: vi.fn(), copy: vi.fn() };
  const place = draw(<Detectors view={VIEW} acts={own} />);
  await expectSound(place);
  const [first, second] = place.querySelectorAll<HTMLInputElement>('[role="switch"]');
  act(() => first?.click());
  act(() => second?.click());
  expect(own.switch.mock.calls).toEqual([
    ['a', false],
    ['b', true],
  ]);
  act(() => place.querySelector<HTMLButtonElement>('button.primary')?.click());
  expect(own.copy).toHaveBeenCalledWith('ÉTAT', 'état des contrôles');
});

test('the dialog copies and saves what it shows, to the letter, and says when the browser refused', async () => {
  const write = vi.fn(({ facts }: { facts: boolean }) => `texte ${facts}`);
  const copy = vi.fn(async () => false);
  const [save, onClose] = [vi.fn(), vi.fn()];
  const place = draw(<DossierDialog {...{ write, copy, save, onClose }} />);
  await expectSound(place);
  const button = (name: string) =>
    [...place.querySelectorAll('button')].find((one) => one.textContent === name) as HTMLButtonElement;
  const area = place.querySelector('textarea') as HTMLTextAreaElement;
  expect(area.value).toBe('texte false');
  await act(async () => button('Copier').click());
  expect(copy).toHaveBeenCalledWith('texte false');
  expect(place.querySelector('[role="status"]')?.textContent).toMatch(/copiez-le au clavier/);
  act(() => place.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click());
  expect(area.value).toBe('texte true');
  act(() => button('Enregistrer le fichier').click());
  expect(save).toHaveBeenCalledWith('texte true');
  act(() => place.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true })) as never);
  expect(onClose).toHaveBeenCalled();
});
