import { h, icon, s5l, slot } from './dom.js';
import { PROFILES, sourceLabel, store } from './store.js';

const yesNo = (yes, no) => () => [
  ['yes', yes],
  ['no', no],
];
const is = (test) => (user, chosen) => chosen.has(test(user) ? 'yes' : 'no');
const anyOf = (values) => (user, chosen) => values(user).some((value) => chosen.has(value));
const unique = (users, values) =>
  [...new Set(users.flatMap(values))]
    .sort((a, b) => String(a).localeCompare(String(b), 'fr'))
    .map((value) => [value, value]);

/** Title, options as [value, label] from the users, and the test of one user. */
const FILTERS = [
  ['Profils (par défaut tous)', () => Object.entries(PROFILES), anyOf((user) => [user.type])],
  [
    'Classes',
    () => store.classes.map(({ id, name }) => [id, name]),
    anyOf((user) => user.classes.map(({ id }) => id)),
  ],
  [
    "Groupes d'enseignement",
    (users) => unique(users, (user) => user.functionalGroups),
    anyOf((user) => user.functionalGroups),
  ],
  [
    'Groupes manuels',
    (users) => unique(users, (user) => user.manualGroups),
    anyOf((user) => user.manualGroups),
  ],
  ['Activation', yesNo('Activé', 'Non activé'), is((user) => !user.code)],
  ['Fonctions', () => [], () => true],
  ['Disciplines', (users) => unique(users, disciplines), anyOf(disciplines)],
  [
    'Sources',
    (users) => unique(users, (user) => [user.source]).map(([value]) => [value, sourceLabel(value)]),
    anyOf((user) => [user.source]),
  ],
  ['Doublons', yesNo('En doublon', 'Sans doublon'), is((user) => user.duplicates.length > 0)],
  ['Courriel', yesNo('Avec courriel', 'Sans courriel'), is(() => false)],
  [
    'Administrateurs locaux',
    yesNo('Administrateur local', 'Non administrateur'),
    is((user) => user.functions.some(([name]) => name === 'ADMIN_LOCAL')),
  ],
  [
    'Date de création',
    yesNo('Moins de 30 jours', 'Plus ancienne'),
    is((user) => Date.now() - Date.parse(user.creationDate) < 2_592_000_000),
  ],
  [
    'Pré-suppression',
    () => [
      ['deleted', 'Pré-supprimé'],
      ['waiting', 'En attente de pré-suppression'],
      ['none', 'Non pré-supprimé'],
    ],
    anyOf((user) => [user.deleteDate ? 'deleted' : user.disappearanceDate ? 'waiting' : 'none']),
  ],
  ['Blocage', yesNo('Bloqué', 'Non bloqué'), is((user) => Boolean(user.blocked))],
];

function disciplines(user) {
  return (user.aafFunctions ?? []).filter(([, code]) => code === 'ENS').map((item) => item[4]);
}

/** « Filtres »: one combo per filter, and the values chosen beside it. */
export function userFilters(changed) {
  const chosen = new Map(FILTERS.map(([title]) => [title, new Set()]));
  chosen.set('Pré-suppression', new Set(['waiting', 'none']));
  const content = h('div', { class: 'padded filters' });
  const host = h(
    'ode-user-filters',
    {},
    h('div', { class: 'panel-header' }, h('span', {}, s5l('Filtres'))),
    content,
  );
  let known;

  function combo([title, options], users) {
    const values = chosen.get(title);
    const model = options(users);
    if (model.length === 0) return undefined;
    const button = h('button', { type: 'button', onclick: toggle }, title);
    const element = h('ode-multi-combo', {}, button);
    const menu = slot(element);
    const companion = h('div', { class: 'multi-combo-companion' });
    let open = false;
    function toggle() {
      open = !open;
      draw();
    }
    function change(value) {
      if (!values.delete(value)) values.add(value);
      draw();
      changed();
    }
    function draw() {
      const item = ([value, label]) =>
        h('li', { class: values.has(value) ? 'selected' : undefined, onclick: () => change(value) }, label);
      menu.set(open ? h('ul', { class: 'options' }, model.map(item)) : []);
      const taken = model.filter(([value]) => values.has(value));
      companion.replaceChildren(
        ...taken.map(([value, label]) =>
          h('div', {}, h('span', {}, label), icon('trash', { onclick: () => change(value) })),
        ),
      );
    }
    draw();
    return h('div', { class: 'multi-combo-root' }, element, companion);
  }

  return {
    host,
    /** Draws the combos once for each list of users. */
    refresh(users) {
      if (known === users) return;
      known = users;
      content.replaceChildren(...FILTERS.map((filter) => combo(filter, users)).filter(Boolean));
    },
    preset(title, value) {
      chosen.set(title, new Set([value]));
      known = undefined;
    },
    keeps(user) {
      return FILTERS.every(([title, , keeps]) => {
        const values = chosen.get(title);
        return values.size === 0 || keeps(user, values);
      });
    },
  };
}
