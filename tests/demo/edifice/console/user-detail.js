import { confirmation, h, icon, s5l, slot, text, toast } from './dom.js';
import { daysLeft, frenchDate, fullName, PROFILES, send, store } from './store.js';
import { userSections } from './user-sections.js';

const FED = ['AAF', 'AAF1D', 'EDT', 'UDT'];

/**
 * The panel of one user. There is only one, reused from user to user: its nodes stay and their text changes, its open
 * sections stay open.
 */
export function userDetail({ removed, closed }) {
  let detail;
  let user;
  const name = text();
  const pupilClass = h('span', { class: 'user-class' });
  const badge = h('span', {});
  const loginDate = h('div', { class: 'login-date' });
  const info = h(
    'div',
    { class: 'panel-header-info' },
    h('span', { class: 'user-displayname' }, name.node, pupilClass),
    ' ',
    badge,
    loginDate,
  );
  const marks = slot(info);
  const right = h('div', { class: 'right' });
  const buttons = slot(right);
  const header = h(
    'div',
    { class: 'panel-header' },
    h(
      'div',
      { class: 'panel-header-content is-display-flex has-space-between' },
      h('div', { class: 'left' }, info),
      right,
    ),
  );
  const messages = slot(header);
  const sections = userSections({ detach, attach });
  const blocking = confirmation('user.block.confirm.title', 'Bloquer le compte');
  const deleting = confirmation('user.delete.confirm.title', 'Supprimer le compte');
  const host = h(
    'ode-user-detail',
    {},
    header,
    h('div', { class: 'sections' }, sections.hosts),
    blocking.host,
    deleting.host,
  );

  function refresh() {
    name.set(` ${fullName(detail)} `);
    pupilClass.textContent = user.type === 'Student' && user.classes[0] ? ` - ${user.classes[0].name}` : '';
    badge.className = `badge profile ${user.type}`;
    badge.textContent = PROFILES[user.type];
    loginDate.textContent = detail.lastLogin ? `Dernière connexion le ${frenchDate(detail.lastLogin)}` : '';
    const admin = detail.functions.some(([code]) => code === 'ADMIN_LOCAL');
    marks.set(
      admin ? h('span', { class: 'user-admin' }, s5l('Administrateur local')) : [],
      detail.activationCode ? h('span', { class: 'user-inactive' }, s5l('Inactif')) : [],
    );
    messages.set(...banners());
    buttons.set(...(detail.deleteDate ? [] : actions()));
    sections.show(detail, user);
  }

  function message(iconNode, content, button, act, tone = '') {
    return h(
      'div',
      { class: `panel-message${tone}` },
      iconNode,
      h('span', {}, s5l(content)),
      button && h('button', { type: 'button', onclick: act }, s5l(button)),
    );
  }

  function banners() {
    const { config, structure } = store;
    const delay = config[`${user.type.toLowerCase()}-pre-delete-delay`];
    const out = [];
    if (detail.blocked) out.push(message(icon('ban'), 'Utilisateur bloqué', 'Débloquer', () => block(false)));
    if (detail.removedFromStructures?.includes(structure.externalId))
      out.push(
        message(icon('unlink'), 'Utilisateur retiré de cet établissement', 'Rétablir le rattachement', () =>
          attach(structure),
        ),
      );
    if (user.duplicates.length > 0)
      out.push(
        message(
          h('i', { class: 'fonticon duplicates' }),
          'Utilisateur en doublon',
          'Gérer les doublons',
          () => host.querySelector('#user-duplicates-section')?.scrollIntoView(),
        ),
      );
    if (detail.deleteDate) {
      const days = daysLeft(detail.deleteDate, config['delete-user-delay']);
      out.push(
        message(
          icon('times-circle'),
          `Utilisateur pré-supprimé. Suppression effective dans ${days} jour(s).`,
          'Restaurer',
          restore,
        ),
      );
    } else if (detail.disappearanceDate) {
      const days = daysLeft(detail.disappearanceDate, delay);
      const content = `Utilisateur en attente de pré-suppression. Il sera pré-supprimé dans ${days} jour(s).`;
      out.push(
        message(h('i', { class: 'fonticon waiting-predelete' }), content, undefined, undefined, ' yellow'),
      );
    }
    return out;
  }

  function actions() {
    const button = (label, name, act) =>
      h('button', { type: 'button', onclick: act }, s5l(label), icon(name, { class: 'is-size-5' }));
    const out = [
      detail.blocked
        ? button('Débloquer le compte', 'ban', () => block(false))
        : button('Bloquer le compte', 'ban', askBlock),
    ];
    if (detail.disappearanceDate || !FED.includes(detail.source))
      out.push(
        detail.activationCode
          ? button('Supprimer le compte', 'times-circle', askDelete)
          : button('Pré-supprimer le compte', 'times-circle', preDelete),
      );
    out.push(button("Règles de communication de l'utilisateur", 'podcast', () => {}));
    return out;
  }

  function askBlock() {
    const leaving = ['Teacher', 'Personnel'].includes(user.type);
    blocking.ask(
      h('p', {}, s5l(`Voulez-vous bloquer le compte de ${detail.displayName} ?`)),
      () => block(true),
      leaving ? [['Retirer de cet établissement.', () => detach(store.structure)]] : [],
    );
  }

  async function block(on) {
    await send('PUT', `/auth/block/${detail.id}`, { block: on });
    detail.blocked = on;
    user.blocked = on;
    refresh();
  }

  function askDelete() {
    deleting.ask(
      h('p', {}, s5l(`Vous allez définitivement supprimer l'utilisateur ${detail.displayName}.`)),
      async () => {
        await send('DELETE', `/directory/user?userId=${detail.id}`);
        store.opened.delete(detail.id);
        removed(detail.id);
        toast('Utilisateur supprimé.');
        closed();
      },
    );
  }

  async function preDelete() {
    await send('DELETE', `/directory/user?userId=${detail.id}`);
    detail.deleteDate = Date.now();
    user.deleteDate = detail.deleteDate;
    toast('Utilisateur pré-supprimé.');
    refresh();
  }

  async function restore() {
    await send('PUT', `/directory/restore/user?userId=${detail.id}`);
    for (const item of [detail, user]) {
      delete item.deleteDate;
      delete item.disappearanceDate;
    }
    toast('Utilisateur restauré.');
    refresh();
  }

  /** The red cross: at once, nothing is asked. The list loses the user, the panel keeps showing them. */
  async function detach(structure) {
    await send('DELETE', `/directory/structure/${structure.id}/unlink/${detail.id}`);
    detail.removedFromStructures = [...(detail.removedFromStructures ?? []), structure.externalId];
    detail.structureNodes = detail.structureNodes.filter(({ id }) => id !== structure.id);
    if (structure.id === store.structure.id) removed(detail.id);
    toast('Structure supprimée.');
    refresh();
  }

  async function attach(structure) {
    await send('PUT', `/directory/structure/${structure.id}/link/${detail.id}`);
    detail.removedFromStructures = detail.removedFromStructures.filter((id) => id !== structure.externalId);
    detail.structureNodes.push(structure);
    toast('Structure ajoutée.');
    refresh();
  }

  return {
    host,
    show(nextDetail, nextUser) {
      detail = nextDetail;
      user = nextUser;
      refresh();
    },
  };
}
