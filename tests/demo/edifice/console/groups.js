import { h, icon, s5l } from './dom.js';
import { groupDetail } from './group-detail.js';
import { list, plain, searchInput, sideLayout } from './list.js';
import { get, isCentral, loadUsers, store, touch } from './store.js';

const TYPES = {
  manualGroup: [
    'Groupes manuels',
    ({ type, subType }) => type === 'ManualGroup' && subType !== 'BroadcastGroup',
  ],
  profileGroup: ['Groupes de profil', ({ type }) => type === 'ProfileGroup'],
  functionalGroup: ["Groupes d'enseignement", ({ type }) => type === 'FunctionalGroup'],
  functionGroup: ['Groupes fonction/discipline', ({ type }) => type === 'FunctionGroup'],
};

/** « Groupes »: tabs by type, the list, and beside it one group. */
export function groupsScreen({ navigate }) {
  const base = `/admin/${store.structure.id}/groups`;
  const tabs = h('div', { class: 'tabs' });
  const detail = groupDetail({
    deleted(group) {
      store.groups = store.groups.filter((candidate) => candidate !== group);
      navigate(`${base}/manualGroup`);
    },
    renamed: () => current?.refresh(),
  });
  const listHost = h('div', { class: 'groups-content' });
  const host = h(
    'ode-groups-root',
    {},
    h(
      'div',
      { class: 'flex-header' },
      h('h1', {}, icon('users'), s5l('Groupes')),
      h(
        'button',
        { type: 'button', onclick: () => navigate(`${base}/manualGroup/create`) },
        s5l('Créer un groupe'),
        icon('plus'),
      ),
    ),
    tabs,
    listHost,
  );
  let current;

  /** The list of one type; it is made anew when the tab changes. */
  function typeView(type, belongs) {
    let term = '';
    const rows = list({
      attributes: { searchplaceholder: 'search.group', noresultslabel: 'list.results.no.groups' },
      search: searchInput('Rechercher un groupe', (value) => {
        term = plain(value);
        refresh();
      }),
      row: (group) => group.name,
      select: (group) => navigate(`${base}/${type}/${group.id}/details`),
      empty: 'Aucun groupe',
    });
    const layout = sideLayout(rows.host);
    const place = belongs === 'classes' ? 'ode-classes' : 'ode-groups-type-view';
    function refresh() {
      const items = belongs === 'classes' ? store.classes : store.groups.filter(belongs);
      const found = items.filter(({ name }) => plain(name).includes(term));
      rows.set(found.sort((a, b) => a.name.localeCompare(b.name, 'fr')));
    }
    return { type, host: h(place, {}, layout.host), layout, rows, refresh };
  }

  function drawTabs(type) {
    const shown = Object.entries(TYPES).filter(
      ([key, [, test]]) => key !== 'functionGroup' || store.groups.some(test),
    );
    const all = [...(isCentral() ? [['classes', ['Classes']]] : []), ...shown];
    tabs.replaceChildren(
      ...all.map(([key, [label]]) =>
        h(
          'button',
          {
            class: key === type ? 'tab active' : 'tab',
            type: 'button',
            routerlinkactive: 'active',
            onclick: () => navigate(`${base}/${key}`),
          },
          s5l(label),
        ),
      ),
    );
  }

  return {
    host,
    async prepare([type, id, page]) {
      const belongs = type === 'classes' ? 'classes' : TYPES[type]?.[1];
      if (!belongs) return { redirect: 'groups/manualGroup' };
      const items = type === 'classes' ? store.classes : store.groups.filter(belongs);
      const chosen = items.find((candidate) => candidate.id === id);
      if (id && id !== 'create' && (!chosen || page !== 'details')) return { redirect: `groups/${type}` };
      const members = chosen && type !== 'classes' ? await readGroup(id) : [];
      return {
        show() {
          if (current?.type !== type) {
            current = typeView(type, belongs);
            listHost.replaceChildren(current.host);
            drawTabs(type);
          }
          current.refresh();
          current.rows.select((group) => group === chosen);
          if (!chosen) current.layout.show(id === 'create' ? creation() : undefined);
          else if (type === 'classes') current.layout.show(classDetail(chosen));
          else {
            detail.show(chosen, members);
            current.layout.show(detail.host);
          }
        },
      };
    },
  };
}

/** The calls of one group, in the console's order: the members are asked for twice. */
async function readGroup(id) {
  const { structure } = store;
  await touch(`/communication/group/${id}`);
  await touch('/admin/api/platform/config');
  await touch(`/directory/user/admin/list?groupId=${id}`);
  await touch(`/directory/positions?structureId=${structure.id}&includeSubStruct=true`);
  await loadUsers();
  return get(`/directory/user/admin/list?groupId=${id}`);
}

function creation() {
  return h(
    'ode-group-create',
    {},
    h('div', { class: 'panel-header' }, h('span', {}, s5l('Créer un groupe'))),
  );
}

function classDetail(classroom) {
  return h(
    'ode-class-detail',
    {},
    h(
      'div',
      { class: 'panel-header is-display-flex has-space-between' },
      h('div', {}, h('div', {}, h('span', {}, classroom.name))),
      h(
        'div',
        {},
        h('button', { type: 'button' }, s5l('Renommer'), icon('pencil')),
        h('button', { type: 'button', disabled: true }, s5l('Supprimer'), icon('trash')),
      ),
    ),
  );
}
