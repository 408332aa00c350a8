// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { DecideBar } from '@/components/overlay/decide-bar';
import { PeopleSection } from '@/components/overlay/people-section';
import { PersonCard } from '@/components/overlay/person-card';
import type { PeopleView, PersonCardView } from '@/components/overlay/view';
import { WalkBar } from '@/components/overlay/walk-bar';
import { axeFaults } from '@/tests/helpers/axe';
import { type PersonRow, STANDING_LABELS, VERDICT_LABELS } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';

const VERDICTS = Object.keys(VERDICT_LABELS) as Verdict[];
const row = (index: number): PersonRow => ({
  link: `/u/${index}`,
  name: `NOM${String(index).padStart(5, '0')} Prénom`,
  profile: index % 2 === 0 ? 'Teacher' : 'Personnel',
  verdict: VERDICTS[index % VERDICTS.length] ?? 'check',
  reasons: [],
  plain: `nom${String(index).padStart(5, '0')} prenom`,
});
const people = (count: number, some: Partial<PeopleView> = {}): PeopleView => ({
  rows: Array.from({ length: count }, (_, index) => row(index)),
  said: new Map([['/u/1', 'kept']]),
  done: 7,
  left: 33,
  passed: 0,
  ...some,
});

let root: HTMLElement | undefined;
function mount(node: Parameters<typeof render>[0]) {
  root ??= document.body.appendChild(document.createElement('main'));
  const mounted = root;
  act(() => render(node, mounted));
  return mounted;
}
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

function section(view: PeopleView) {
  const actions = { open: vi.fn(), walkOnly: vi.fn(), exportPeople: vi.fn() };
  const mounted = mount(<PeopleSection people={view} actions={actions} />);
  const unfold = () =>
    act(() => {
      const details = mounted.querySelector('details');
      if (!details) return;
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    });
  return { root: mounted, actions, unfold };
}
const rows = () => [...document.querySelectorAll<HTMLElement>('tbody tr')];
const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
  );
const set = (selector: string, value: string, type: string) =>
  act(() => {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(selector);
    field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true }));
  });

test('le tableau et la carte sont accessibles', async () => {
  const { root, unfold } = section(people(60));
  unfold();
  expect(await axeFaults(root)).toEqual([]);
});

const card: PersonCardView = {
  name: 'A B',
  profile: 'Teacher',
  verdict: 'detach',
  reasons: [{ rule: 'r', verdict: 'detach', says: 'Parce que.', unless: 'Sauf si.' }],
  notes: ['Autre chose.'],
  link: '/u/1',
};

test.each(VERDICTS)('la carte « %s » dit son verdict en toutes lettres, et passe axe', async (verdict) => {
  const actions = { startLive: vi.fn(), say: vi.fn(), pass: vi.fn() };
  const root = mount(<PersonCard card={{ ...card, verdict }} fresh={true} actions={actions} />);
  expect(root.querySelector('.verdict')?.textContent).toContain(VERDICT_LABELS[verdict]);
  expect(root.querySelector('.verdict svg')).not.toBeNull();
  expect(await axeFaults(root)).toEqual([]);
});

test('la carte sans lecture propose de contrôler, et ne dit aucun verdict', async () => {
  const actions = { startLive: vi.fn(), say: vi.fn(), pass: vi.fn() };
  const { verdict: _verdict, link: _link, ...rest } = card;
  const view = { ...rest, reasons: [], notes: [], doubt: 'Rien n’a été lu.', unread: true };
  const root = mount(<PersonCard card={view} fresh={true} actions={actions} />);
  expect(root.querySelector('.verdict')).toBeNull();
  expect(await axeFaults(root)).toEqual([]);
  act(() => button(/^Contrôler/)?.click());
  expect(actions.startLive).toHaveBeenCalledOnce();
});

test('« À garder » et son retour ; pendant que la page change, rien ne se voit', () => {
  const actions = { say: vi.fn(), pass: vi.fn() };
  mount(<DecideBar card={card} fresh={true} actions={actions} />);
  act(() => button(/^À garder/)?.click());
  expect(actions.say).toHaveBeenCalledWith('/u/1', 'kept');
  const root = mount(<DecideBar card={{ ...card, said: 'kept' }} fresh={false} actions={actions} />);
  expect(root.querySelector('section')?.style.visibility).toBe('hidden');
  act(() => button(/^Revenir/)?.click());
  expect(actions.say).toHaveBeenLastCalledWith('/u/1', null);
  expect(button(/^Passer/)).toBeUndefined();
});

test('gardée, la carte dit la décision et sa date, et ne dit plus « à détacher » comme un verdict', async () => {
  const kept = { ...card, said: 'kept', saidAt: '2026-08-20T10:00:00.000Z' } as const;
  const root = mount(<PersonCard card={kept} fresh={true} actions={{ startLive: vi.fn() }} />);
  expect(root.querySelector('.verdict')?.textContent?.trim()).toBe(STANDING_LABELS.kept);
  expect(root.querySelector('section')?.className).toBe('person kept');
  expect(root.textContent).toContain('Décidé le 20 août 2026 pour cette année scolaire.');
  expect(root.textContent).toMatch(/Sans cette décision, le verdict serait\s: à détacher/);
  expect(await axeFaults(root)).toEqual([]);
});

test('« Passer » et son retour : rien n’est décidé, et la carte le dit', () => {
  const actions = { say: vi.fn(), pass: vi.fn() };
  mount(<DecideBar card={card} fresh={true} actions={actions} />);
  act(() => button(/^Passer/)?.click());
  expect(actions.pass).toHaveBeenCalledWith('/u/1');
  mount(<DecideBar card={{ ...card, said: 'seen' }} fresh={true} actions={actions} />);
  act(() => button(/^Ne plus passer/)?.click());
  expect(actions.say).toHaveBeenCalledWith('/u/1', null);
  const root = mount(
    <PersonCard card={{ ...card, said: 'seen' }} fresh={true} actions={{ startLive: vi.fn() }} />,
  );
  expect(root.textContent).toContain('Passée sans décision');
});

test('un filtre qui ne garde personne le dit et s’efface ; tant qu’il tient, la suite est la sienne', async () => {
  const { root, actions, unfold } = section(people(12));
  unfold();
  expect(actions.walkOnly).toHaveBeenLastCalledWith(undefined);
  set('input[type=search]', 'nom00003', 'input');
  expect(actions.walkOnly.mock.lastCall?.[0]).toMatchObject([{ link: '/u/3' }]);
  set('input[type=search]', 'personne de ce nom', 'input');
  expect(root.textContent).toContain('Aucune personne ne répond à ces choix.');
  expect(await axeFaults(root)).toEqual([]);
  act(() => button(/^Tout afficher/)?.click());
  expect(rows()).toHaveLength(12);
  expect(actions.walkOnly).toHaveBeenLastCalledWith(undefined);
});

test('la suite dit qu’elle ne va que dans le filtre, et combien y restent', () => {
  const actions = { next: vi.fn(), widen: vi.fn(), restart: vi.fn() };
  const walk = (leftOfFilter: number) =>
    mount(<WalkBar people={people(10, { leftOfFilter })} person={card} actions={actions} />);
  expect(walk(2).textContent).toMatch(/Dans le filtre du tableau\s: 2 à traiter/);
  expect(button(/^Suivant/)?.disabled).toBe(false);
  expect(button(/^Filtre terminé/)).toBeUndefined();
  walk(0);
  expect(button(/^Suivant/)?.disabled).toBe(true);
  act(() => button(/^Filtre terminé\s: voir les 33 autres/)?.click());
  expect(actions.widen).toHaveBeenCalledOnce();
});

test('sorti du filtre, le tableau montre de nouveau tout le monde', () => {
  const { unfold, actions } = section(people(12));
  unfold();
  set('input[type=search]', 'nom00003', 'input');
  expect(rows()).toHaveLength(1);
  mount(<PeopleSection people={people(12, { widened: 1 })} actions={actions} />);
  expect(rows()).toHaveLength(12);
  expect(actions.walkOnly).toHaveBeenLastCalledWith(undefined);
});

test('pré-supprimée puis revenue, ou pré-supprimée pour de bon : le tableau ne dit pas la même chose', () => {
  const said = new Map([
    ['/u/0', 'treated' as const],
    ['/u/4', 'treated' as const],
  ]);
  const { unfold } = section(people(5, { said }));
  unfold();
  const tags = rows().map((one) => one.querySelector('.tag')?.textContent);
  expect(tags).toEqual(['traitée, puis rétablie', undefined, undefined, undefined, 'traitée']);
});

test('à l’oreille aussi, qui est gardé n’est plus à détacher', () => {
  const actions = { next: vi.fn(), widen: vi.fn(), restart: vi.fn() };
  const root = mount(<WalkBar people={people(1)} person={{ ...card, said: 'kept' }} actions={actions} />);
  expect(root.querySelector('[role=status]')?.textContent).toBe('A B\u00a0: à garder');
});

test('la progression, le suivant, et reprendre à tout moment qui a été passé', async () => {
  const actions = { next: vi.fn(), widen: vi.fn(), restart: vi.fn() };
  const walk = (some: Partial<PeopleView> = {}) =>
    mount(<WalkBar people={people(10, some)} person={card} actions={actions} />);
  expect(walk().textContent).toContain('7 sur 40 traitées');
  expect(button(/^Reprendre/)).toBeUndefined();
  act(() => button(/^Suivant à traiter/)?.click());
  expect(actions.next).toHaveBeenCalledOnce();
  const later = walk({ done: 7, left: 30, passed: 3 });
  expect(later.textContent).toMatch(/7 sur 40 traitées.*Reprendre les 3 passées/);
  expect(await axeFaults(later)).toEqual([]);
  expect(later.querySelector('[role=status]')?.textContent).toBe('A B\u00a0: à détacher');
  act(() => button(/^Reprendre les 3 passées/)?.click());
  expect(actions.restart).toHaveBeenCalledOnce();
  walk({ done: 40, left: 0 });
  expect(button(/^Suivant à traiter/)?.disabled).toBe(true);
});

test('le tableau dit qui est décidé, passé, ouvert, et ne garde que ceux qu’on veut', () => {
  const said = new Map<string, 'kept' | 'seen'>([
    ['/u/0', 'kept'],
    ['/u/5', 'seen'],
  ]);
  const { unfold } = section(people(12, { said, open: '/u/10' }));
  unfold();
  const tags = () => rows().map((one) => [...one.querySelectorAll('.tag')].map((tag) => tag.textContent));
  expect(tags()[0]).toEqual([]);
  expect(rows()[0]?.querySelector('.verdict')?.textContent?.trim()).toBe(STANDING_LABELS.kept);
  expect(rows()[0]?.textContent).toMatch(/sans cette décision\s: à détacher/);
  expect(tags()[5]).toEqual(['passée']);
  expect(tags()[10]).toEqual(['fiche ouverte']);
  expect(rows()[10]?.getAttribute('aria-current')).toBe('true');
  const follow = (value: string) => {
    const [, , field] = document.querySelectorAll<HTMLSelectElement>('.filters select');
    act(() => {
      if (!field) throw new Error('Suivi');
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return rows().map((one) => one.querySelector('.subject')?.textContent?.slice(6, 8));
  };
  expect(follow('kept')).toEqual(['00']);
  expect(follow('seen')).toEqual(['05']);
  // Neither « ne pas détacher » nor « rien à faire » asks for anything.
  expect(follow('left')).toEqual(['02', '03', '07', '08', '10']);
});

test('les raisons se lisent dans le tableau sans ouvrir personne, quand on le demande', () => {
  const reasons = [{ rule: 'departed-teacher', verdict: 'detach' as const, says: 'Aucune fonction ici.' }];
  const { root, unfold } = section(people(1, { rows: [{ ...row(0), reasons }] }));
  unfold();
  expect(root.textContent).not.toContain('Aucune fonction ici.');
  act(() => root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
  expect(rows()[0]?.textContent).toContain('Aucune fonction ici.');
});

test('deux homonymes se distinguent, à l’œil et à l’oreille', () => {
  const twins = [row(0), { ...row(5), name: row(0).name, apart: 'CE1, source AAF1D' }];
  const { unfold } = section(people(2, { rows: twins }));
  unfold();
  expect(rows()[1]?.querySelector('.says')?.textContent).toMatch(/^\p{L}+ · CE1, source AAF1D$/u);
  expect(rows().map((one) => one.querySelector('button')?.getAttribute('aria-label'))).toEqual([
    'Ouvrir NOM00000 Prénom dans la console',
    'Ouvrir NOM00000 Prénom, CE1, source AAF1D, dans la console',
  ]);
});

test('dix mille personnes : vingt-cinq lignes dessinées, aucune tant que c’est plié', () => {
  const { unfold } = section(people(10_000));
  expect(rows()).toHaveLength(0);
  unfold();
  expect(rows()).toHaveLength(25);
  act(() => button(/^Suivants/)?.click());
  expect(rows()[0]?.textContent).toContain('NOM00025');
  expect(document.querySelector('[role=status]')?.textContent).toBe('26 à 50 sur 10000');
});

test('filtrer par verdict, par profil, par nom ; un filtre ramène à la première page', () => {
  const { unfold } = section(people(1000));
  unfold();
  act(() => button(/^Suivants/)?.click());
  set('select', 'purge', 'change');
  expect(new Set(rows().map((one) => one.dataset.verdict))).toEqual(new Set(['purge']));
  expect(document.querySelector('[role=status]')?.textContent).toBe('1 à 25 sur 200');
  set('select', '', 'change');
  set('input[type=search]', 'Nom00042', 'input');
  expect(rows().map((one) => one.querySelector('.subject')?.textContent)).toEqual(['NOM00042 Prénom']);
  // In whichever order, with whatever spaces.
  set('input[type=search]', ' prénom   nom00042 ', 'input');
  expect(rows().map((one) => one.querySelector('.subject')?.textContent)).toEqual(['NOM00042 Prénom']);
  set('input[type=search]', 'personne', 'input');
  expect(rows()).toHaveLength(0);
  expect(document.querySelector('[role=status]')?.textContent).toBe('Aucune personne ne répond à ces choix.');
  expect(document.querySelector('table')?.hidden).toBe(true);
  act(() => button(/^Tout afficher/)?.click());
  expect(rows()).toHaveLength(25);
  expect(document.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('');
});

test('trier par nom le dit aux lecteurs d’écran, sans changer l’ordre reçu', () => {
  const shuffled = people(30, { rows: [row(5), row(2), row(9)] });
  const { unfold } = section(shuffled);
  unfold();
  act(() => button(/^Personne$/)?.click());
  expect(rows().map((one) => one.querySelector('.subject')?.textContent)).toEqual([
    'NOM00002 Prénom',
    'NOM00005 Prénom',
    'NOM00009 Prénom',
  ]);
  expect([...document.querySelectorAll('th')].map((one) => one.getAttribute('aria-sort'))).toEqual([
    'none',
    'ascending',
    null,
  ]);
  act(() => button(/^Personne/)?.click());
  expect(rows().map((one) => one.querySelector('.subject')?.textContent)).toEqual([
    'NOM00009 Prénom',
    'NOM00005 Prénom',
    'NOM00002 Prénom',
  ]);
  expect(document.querySelectorAll('th')[1]?.getAttribute('aria-sort')).toBe('descending');
  act(() => button(/^Verdict/)?.click());
  expect(document.querySelector('th')?.getAttribute('aria-sort')).toBe('ascending');
  expect(shuffled.rows.map(({ link }) => link)).toEqual(['/u/5', '/u/2', '/u/9']);
});

test('exporter : rien sans avoir choisi, et le choix se refait', () => {
  const { unfold, actions } = section(people(3));
  unfold();
  const csv = () => button(/^CSV/) as HTMLButtonElement;
  expect(csv().disabled).toBe(true);
  const [, unnamed] = document.querySelectorAll<HTMLInputElement>('input[type=radio]');
  act(() => unnamed?.click());
  expect(csv().disabled).toBe(false);
  act(() => csv().click());
  expect(actions.exportPeople).toHaveBeenCalledWith('csv', false, expect.arrayContaining([row(0)]));
  expect(csv().disabled).toBe(true);
});
