import { h, icon, s5l } from './dom.js';
import { list, plain, searchInput } from './list.js';
import { fullName, PROFILES, send, store } from './store.js';

/** « Ajouter / Retirer des utilisateurs »: the school on the left, the group on the right. */
export function manageUsers(group, members, changed) {
  let inside = members;
  const users = () => (store.usersOf.get(store.structure.id) ?? []).filter((user) => !user.deleteDate);
  const left = side('Rechercher', () => users().filter((user) => !inside.some(({ id }) => id === user.id)));
  const right = side('Déjà dans le groupe', () => inside);
  const add = h(
    'button',
    {
      class: 'group-manage-button group-manage-button--add',
      type: 'button',
      disabled: true,
      onclick: () => move(left, 'add'),
    },
    '+',
  );
  const remove = h(
    'button',
    {
      class: 'group-manage-button group-manage-button--remove',
      type: 'button',
      disabled: true,
      onclick: () => move(right, 'delete'),
    },
    '-',
  );
  left.refresh();
  right.refresh();

  function side(title, items) {
    const chosen = new Set();
    let term = '';
    const rows = list({
      attributes: { searchplaceholder: 'search.user' },
      search: searchInput('Rechercher', (value) => {
        term = plain(value);
        refresh();
      }),
      row: (user) => [
        h('div', { class: 'display-name' }, fullName(user)),
        h('i', { class: `profile ${user.type}` }, PROFILES[user.type]),
        icon('check', { class: 'group-input-icon' }),
      ],
      select(user) {
        if (!chosen.delete(user)) chosen.add(user);
        mark();
      },
      empty: 'Aucun utilisateur',
    });
    const found = () => items().filter((user) => plain(fullName(user)).includes(term));
    function mark() {
      rows.select((user) => chosen.has(user));
      add.disabled = left.chosen.size === 0;
      remove.disabled = right.chosen.size === 0;
    }
    function refresh() {
      rows.set(found());
    }
    function all() {
      const visible = found();
      const full = visible.every((user) => chosen.has(user));
      for (const user of visible) full ? chosen.delete(user) : chosen.add(user);
      mark();
    }
    const header = h(
      'div',
      { class: 'group-manage-header' },
      h('strong', {}, s5l(title)),
      h('button', { class: 'check-all', type: 'button', onclick: all }, s5l('Tout sélectionner')),
    );
    return { chosen, refresh, mark, nodes: [header, rows.host] };
  }

  async function move(from, verb) {
    const userIds = [...from.chosen].map(({ id }) => id);
    await send('PUT', `/directory/group/${group.id}/users/${verb}`, { userIds });
    from.chosen.clear();
    inside = await changed();
    left.refresh();
    right.refresh();
    from.mark();
  }

  return h(
    'ode-group-manage-users',
    {},
    h('h2', {}, s5l('Ajouter / Retirer des utilisateurs')),
    h(
      'div',
      { class: 'group-manage-tabs' },
      h(
        'button',
        { class: 'group-manage-tab active', type: 'button' },
        s5l('Utilisateurs de mon établissement'),
      ),
    ),
    h(
      'div',
      { class: 'group-manage-columns' },
      h('ode-group-input-users', {}, left.nodes),
      h('div', { class: 'group-manage-buttons' }, add, remove),
      h('ode-group-output-users', {}, right.nodes),
    ),
  );
}
