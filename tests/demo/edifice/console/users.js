import { h, icon, s5l } from './dom.js';
import { userFilters } from './filters.js';
import { list, plain, sideLayout } from './list.js';
import { fullName, loadUser, loadUsers, PROFILES, store } from './store.js';
import { userDetail } from './user-detail.js';

const STEP = 100;

/** « Utilisateurs »: the list, and beside it the filters or one user. */
export function usersScreen({ navigate }) {
  const base = `/admin/${store.structure.id}/users/list`;
  const term = { firstName: '', lastName: '' };
  let users = [];
  let order = { by: 'lastName', descending: false };
  let selected;

  const count = h('strong', { class: 'badge' });
  const sorts = [
    ['sort-alpha-asc', { by: 'lastName', descending: false }, 'Nom croissant'],
    ['sort-alpha-desc', { by: 'lastName', descending: true }, 'Nom décroissant'],
    ['sort-amount-asc', { by: 'type', descending: false }, 'Profil croissant'],
    ['sort-amount-desc', { by: 'type', descending: true }, 'Profil décroissant'],
  ].map(([name, next, title]) => {
    const button = icon(name, {
      title,
      class: same(next) ? 'selected' : undefined,
      onclick: () => sort(next),
    });
    return [button, next];
  });
  const toolbar = h(
    'div',
    { class: 'user-toolbar', toolbar: true },
    sorts.map(([button]) => button),
    count,
    h(
      'a',
      { class: 'button is-primary', title: 'Filtres', onclick: () => navigate(`${base}/filter`) },
      icon('filter'),
    ),
  );
  const rows = list({
    attributes: { searchplaceholder: 'search.user', noresultslabel: 'list.results.no.users' },
    toolbar,
    row: userRow,
    select: choose,
    step: STEP,
    empty: 'Aucun utilisateur',
  });
  const search = h(
    'admin-user-search-input',
    { issearchbuttondisabled: 'true' },
    h(
      'form',
      { class: 'search-container', onsubmit: (event) => event.preventDefault() },
      searchField('lastName', 'Nom'),
      searchField('firstName', 'Prénom'),
    ),
  );
  const filters = userFilters(() => restart());
  const detail = userDetail({
    removed: (id) => drop(id),
    closed: () => navigate(`${base}/filter`),
  });
  const layout = sideLayout(h('ode-user-list', {}, search, rows.host));
  const host = h(
    'ode-users-root',
    {},
    h('div', { class: 'flex-header' }, h('h1', {}, icon('user'), s5l('Utilisateurs'))),
    h(
      'div',
      { class: 'tabs' },
      h('button', { class: 'tab active', type: 'button' }, 'Utilisateurs de mon établissement'),
    ),
    h(
      'ode-users-list',
      {},
      h(
        'div',
        { class: 'flex-header list-header' },
        h(
          'button',
          { type: 'button', onclick: () => navigate(`${base}/create`) },
          s5l('Créer un utilisateur'),
          icon('user-plus', { class: 'is-size-5' }),
        ),
      ),
      layout.host,
    ),
  );

  function searchField(key, placeholder) {
    const name = key === 'lastName' ? 'searchLastNameTerm' : 'searchFirstNameTerm';
    const input = h('input', {
      name,
      placeholder,
      autocomplete: 'off',
      oninput: () => {
        term[key] = plain(input.value);
        restart();
      },
    });
    return input;
  }

  function same(next) {
    return next.by === order.by && next.descending === order.descending;
  }

  function sort(next) {
    order = next;
    for (const [button, value] of sorts) button.classList.toggle('selected', same(value));
    restart();
  }

  function restart() {
    rows.restart();
    refresh();
  }

  function refresh() {
    const found = users.filter(
      (user) =>
        plain(user.lastName).includes(term.lastName) &&
        plain(user.firstName).includes(term.firstName) &&
        filters.keeps(user),
    );
    const sign = order.descending ? -1 : 1;
    const key = (user) =>
      `${order.by === 'type' ? PROFILES[user.type] : ''}\t${user.lastName}\t${user.firstName}`;
    found.sort((a, b) => sign * key(a).localeCompare(key(b), 'fr'));
    count.replaceChildren(`${found.length} `, s5l('utilisateurs'));
    rows.set(found);
  }

  function drop(id) {
    users.splice(
      users.findIndex((user) => user.id === id),
      1,
    );
    refresh();
  }

  /** The selected row moves at once; so does the panel of a user who was opened before. The address follows. */
  function choose(user) {
    selected = user.id;
    rows.select((item) => item.id === selected);
    if (store.opened.has(user.id)) detail.show(store.opened.get(user.id), user);
    navigate(`${base}/${user.id}/details`);
  }

  return {
    host,
    async prepare([place, id, page], query) {
      if (place !== 'list') return { redirect: 'users/list/filter' };
      users = await loadUsers();
      if (query.get('duplicates') === 'true') filters.preset('Doublons', 'yes');
      if (query.get('blocked') === 'true') filters.preset('Blocage', 'yes');
      const user = users.find((candidate) => candidate.id === id);
      if (!['filter', 'create'].includes(id) && !user) return { redirect: 'users/list/filter' };
      if (user && page === 'details') await loadUser(id);
      return {
        show() {
          refresh();
          selected = user?.id;
          rows.select((item) => item.id === selected);
          filters.refresh(users);
          if (user && store.opened.has(id)) detail.show(store.opened.get(id), user);
          layout.show(user ? detail.host : id === 'create' ? creation() : filters.host);
        },
      };
    },
  };
}

function creation() {
  return h(
    'ode-user-create',
    {},
    h('div', { class: 'panel-header' }, h('span', {}, s5l('Créer un utilisateur'))),
  );
}

function userRow(user) {
  const waiting = user.disappearanceDate && !user.deleteDate;
  return [
    h('span', { class: 'display-name' }, ` ${fullName(user)} `),
    h(
      'span',
      { class: 'icons' },
      user.code && icon('lock', { title: 'Compte non activé' }),
      user.blocked && icon('ban', { title: 'Compte bloqué' }),
      user.duplicates.length > 0 && h('i', { class: 'fonticon duplicates', title: 'Compte en doublon' }),
      user.deleteDate && icon('times-circle', { title: 'Compte pré-supprimé' }),
      waiting &&
        h('i', { class: 'fonticon waiting-predelete', title: 'Compte en attente de pré-suppression' }),
    ),
    h('i', { class: `profile ${user.type}` }, PROFILES[user.type]),
  ];
}
