import { h, icon, s5l } from './dom.js';
import { store } from './store.js';

/** The first screen of somebody who administers several structures. */
export function picker(navigate) {
  return h(
    'ode-adml-home',
    {},
    h('div', { class: 'flex-header' }, h('h1', {}, s5l('Choisissez un établissement'))),
    h(
      'div',
      { class: 'card-layout' },
      store.structures.map((structure) =>
        h(
          'div',
          { class: 'card', onclick: () => navigate(`/admin/${structure.id}`) },
          h('div', { class: 'card-header' }, structure.name),
          h('div', { class: 'card-body' }, h('span', { class: 'is-text-disabled' }, structure.UAI)),
        ),
      ),
    ),
  );
}

/** Home of a structure: cards that lead to the screens. */
export function homeScreen({ navigate }) {
  const host = h('ode-structure-home');
  const link = (label, path) =>
    h(
      'button',
      { type: 'button', onclick: () => navigate(`/admin/${store.structure.id}/${path}`) },
      s5l(label),
    );
  const card = (tag, name, title, ...buttons) =>
    h(
      tag,
      {},
      h(
        'div',
        { class: 'card' },
        h('div', { class: 'card-header' }, icon(name), s5l(title)),
        h('div', { class: 'card-body' }, buttons),
      ),
    );
  host.append(
    h(
      'div',
      { class: 'card-layout' },
      card(
        'ode-quick-actions-card',
        'bolt',
        'Actions rapides',
        link('Créer un utilisateur', 'users/list/create'),
        link('Gérer les groupes', 'groups/manualGroup'),
        link('Gérer mon établissement', 'management/infos'),
      ),
      card(
        'ode-user-search-card',
        'search',
        'Rechercher un utilisateur',
        link('Voir tous les utilisateurs', 'users/list/filter'),
      ),
      card('ode-services-card', 'th', 'Services', link('Gérer les services', 'services/applications')),
      card(
        'ode-imports-exports-card',
        'exchange',
        'Imports / Exports',
        link('Importer des utilisateurs', 'imports-exports/import-csv'),
        link('Exporter des utilisateurs', 'imports-exports/export'),
      ),
    ),
  );
  return { host, prepare: async () => ({ show() {} }) };
}
