import { confirmation, h, icon, lightbox, s5l, slot, text, toast } from './dom.js';
import { manageUsers } from './group-manage.js';
import { list, plain, searchInput } from './list.js';
import { frenchDate, fullName, get, isCentral, PROFILES, send, store } from './store.js';

/** The panel of one group, reused from group to group. */
export function groupDetail({ deleted, renamed }) {
  let group;
  let members = [];
  let term = '';
  const name = text();
  const heading = h('div', {}, h('div', {}, h('span', {}, name.node)));
  const created = slot(heading);
  const right = h('div');
  const buttons = slot(right);
  const padded = h('div', { class: 'padded' });
  const manageButton = slot(padded);
  const counter = h('strong', { class: 'tools__tool badge' });
  const rows = list({
    attributes: { searchplaceholder: 'search.user', noresultslabel: 'list.results.no.users' },
    search: searchInput('Rechercher', (value) => {
      term = plain(value);
      refreshMembers();
    }),
    toolbar: h('div', { class: 'tools' }, counter),
    row: memberRow,
    select: () => {},
    empty: 'Aucun utilisateur',
  });
  padded.append(h('ode-group-users-list', {}, rows.host));
  const confirm = confirmation('group.delete.confirm.title', 'Supprimer le groupe');
  const renaming = h('ode-lightbox');
  const renameBox = lightbox(renaming);
  const managing = h('ode-lightbox', { class: 'inner-list' });
  const manageBox = lightbox(managing);
  const host = h(
    'ode-group-detail',
    {},
    h('div', { class: 'panel-header is-display-flex has-space-between' }, heading, right),
    padded,
    confirm.host,
    renaming,
    managing,
  );

  function refresh() {
    name.set(group.name);
    const when = group.createdAt && `Créé par ${group.createdByName} le ${frenchDate(group.createdAt)}`;
    created.set(when ? h('div', { class: 'update-info' }, s5l(when)) : []);
    buttons.set(...actions());
    const manageable = group.type === 'ManualGroup' && (group.lockCompose !== true || isCentral());
    manageButton.set(
      manageable
        ? h('button', { type: 'button', onclick: openManage }, s5l('Gérer les utilisateurs du groupe'))
        : [],
      h('button', { type: 'button' }, s5l('Règles de communication du groupe')),
    );
    refreshMembers();
  }

  /** The class of the deletion button is reused for the lock: only the icon tells them apart. */
  function actions() {
    const out = [];
    if (group.type === 'ManualGroup' && group.lockDelete !== true)
      out.push(
        h(
          'button',
          { type: 'button', class: 'lct-group-update-button', onclick: askName },
          s5l('Renommer'),
          icon('pencil', { class: 'is-size-5' }),
        ),
        h(
          'button',
          { type: 'button', class: 'lct-group-delete-button', onclick: askDelete },
          s5l('Supprimer'),
          icon('trash', { class: 'is-size-5' }),
        ),
      );
    if (group.lockCompose && !isCentral())
      out.push(
        h(
          'button',
          { type: 'button', class: 'lct-group-delete-button', disabled: true },
          s5l('Groupe verrouillé'),
          icon('lock', { class: 'is-size-5' }),
        ),
      );
    return out;
  }

  function refreshMembers() {
    const found = members.filter((member) => plain(fullName(member)).includes(term));
    counter.replaceChildren(`${found.length} `, s5l(found.length > 1 ? 'Membres' : 'Membre'));
    rows.set(found);
  }

  function askDelete() {
    const sentence = h(
      'p',
      {},
      s5l('Veuillez confirmer la suppression définitive du groupe '),
      h('strong', {}, group.name),
      '.',
    );
    confirm.ask(sentence, async () => {
      const gone = group;
      await send('DELETE', `/directory/group/${gone.id}`);
      toast('Groupe supprimé.');
      deleted(gone);
    });
  }

  function askName() {
    const input = h('input', { name: 'name', value: group.name });
    renameBox.show([
      h('h2', {}, s5l('Renommer le groupe')),
      h('div', { class: 'lightbox-confirm-content' }, input),
      h(
        'div',
        { class: 'lightbox-confirm-action' },
        h('button', { class: 'cancel', type: 'button', onclick: () => renameBox.hide() }, s5l('Annuler')),
        h(
          'button',
          { class: 'confirm', type: 'button', onclick: () => rename(input.value) },
          s5l('Renommer'),
        ),
      ),
    ]);
  }

  async function rename(next) {
    await send('PUT', `/directory/group/${group.id}`, { name: next });
    group.name = next;
    const at = store.groups.indexOf(group);
    group = { ...group };
    store.groups[at] = group;
    renameBox.hide();
    renamed();
    refresh();
  }

  function openManage() {
    manageBox.show(
      manageUsers(group, members, async () => {
        members = await get(`/directory/user/admin/list?groupId=${group.id}`);
        refreshMembers();
        return members;
      }),
    );
  }

  return {
    host,
    show(nextGroup, nextMembers) {
      group = nextGroup;
      members = nextMembers;
      refresh();
    },
  };
}

/** A local administrator sees in italics a member who has no structure in the scope. */
function memberRow(member) {
  const mine = member.structures.some(({ id }) => store.structures.some((structure) => structure.id === id));
  const isolated = !mine && !isCentral();
  const places = member.structures.length > 0 ? member.structures.map(({ name }) => name) : ['\u00a0-\u00a0'];
  return [
    h('span', { class: isolated ? 'display-name isolated' : 'display-name' }, fullName(member)),
    h('i', { class: `profile ${member.type}` }, PROFILES[member.type]),
    h(
      'span',
      { class: 'structures' },
      h(
        'ul',
        {},
        places.map((place) => h('li', {}, place)),
      ),
    ),
  ];
}
