import { h, icon, slot } from './dom.js';
import { store } from './store.js';

const LINKS = [
  ['Accueil administration', 'home', '', ''],
  ['Gérer mon établissement', 'cog', 'management', 'management'],
  ['Utilisateurs', 'user', 'users', 'users/list/filter'],
  ['Groupes', 'users', 'groups', 'groups/manualGroup'],
  ['Services', 'th', 'services', ''],
  ['Imports / Exports', 'exchange', 'imports-exports', 'imports-exports/import-csv'],
  ['Signalements', 'flag', 'alertes', ''],
];

/** Navigation bar, side panel of structures, and the body that screens are put in. */
export function shell(app, navigate) {
  const title = h('h1', { tabindex: '0', onclick: () => go('') });
  const menu = h('div', { class: 'navbar--menu' });
  const menuIcon = icon('bars', { class: 'navbar--icon', title: 'Structures', onclick: togglePanel });
  const links = h('ul');
  const navbar = h(
    'ode-navbar',
    {},
    h(
      'nav',
      { class: 'navbar' },
      menu,
      h('div', { class: 'navbar--title' }, title),
      h('div', { class: 'navbar--links' }, links),
    ),
  );
  const panel = slot(navbar);
  const cube = h('ode-spinner-cube', { class: 'portal-spinner' });
  const structureHost = h('ode-structure', {}, h('router-outlet'));
  const body = h('section', { class: 'body' }, h('router-outlet'));
  app.replaceChildren(h('ode-admin-root', {}, navbar, cube, body, h('section', { class: 'footer' })));
  let panelShown = false;
  let routed;

  function go(rest) {
    if (store.structure) navigate(`/admin/${store.structure.id}${rest ? `/${rest}` : ''}`);
  }

  function togglePanel() {
    panelShown = !panelShown;
    panel.set(panelShown ? structuresPanel() : []);
  }

  /** The rest of the path is kept: only the structure changes. */
  function structuresPanel() {
    const [, , , ...rest] = location.pathname.split('/');
    return h(
      'ode-side-panel',
      { class: 'is-opened' },
      h(
        'ode-item-tree',
        {},
        h(
          'ul',
          {},
          store.structures.map((structure) =>
            h(
              'li',
              { class: structure.id === store.structure?.id ? 'selected' : undefined },
              h(
                'a',
                { onclick: () => [togglePanel(), navigate(['/admin', structure.id, ...rest].join('/'))] },
                h(
                  'span',
                  {},
                  structure.name,
                  h('span', { class: 'is-text-disabled' }, ` – ${structure.UAI}`),
                ),
              ),
            ),
          ),
        ),
      ),
    );
  }

  /** The menu only comes with the structures: before that it would open on nothing. */
  function put(host) {
    if (!menuIcon.isConnected) menu.append(menuIcon);
    if (routed === host && host.isConnected) return;
    routed?.remove();
    routed = host;
    body.append(host);
  }

  return {
    spin(on) {
      cube.replaceChildren(
        ...(on ? [h('div', { class: 'spinner-wrapper' }, h('div', { class: 'spinner-cube' }))] : []),
      );
    },
    /** A screen without structure. */
    body(host) {
      title.textContent = "Console d'administration";
      links.replaceChildren();
      put(host);
    },
    /** Unknown structure: nothing at all. */
    blank() {
      title.textContent = '';
      links.replaceChildren();
      routed?.remove();
    },
    structure(structure, area, host) {
      if (title.textContent !== structure.name) title.textContent = structure.name;
      links.replaceChildren(
        ...LINKS.map(([label, name, key, path]) =>
          h(
            'li',
            {},
            icon(name, {
              class: `navbar--icon${key === area ? ' active' : ''}`,
              title: label,
              onclick: () => go(path),
            }),
          ),
        ),
      );
      put(structureHost);
      if (structureHost.lastElementChild !== host) {
        structureHost.querySelectorAll(':scope > :not(router-outlet)').forEach((child) => {
          child.remove();
        });
        structureHost.append(host);
      }
    },
  };
}
