import { field, h, icon, panelSection, s5l } from './dom.js';
import { frenchDate, PROFILES, sourceLabel, store } from './store.js';

const section = 'users.details.section.';

/** Sections of the user panel, in the console's order. Those that a profile doesn't have are hidden, not removed. */
export function userSections({ detach, attach }) {
  let detail;
  let user;

  const infos = () =>
    h(
      'form',
      {},
      h(
        'fieldset',
        {},
        field('lastName', 'Nom', detail.lastName),
        field('firstName', 'Prénom', detail.firstName),
        detail.birthDate && field('birthDate', 'Date de naissance', frenchDate(detail.birthDate)),
        field('profile', 'Profil', PROFILES[user.type]),
        detail.activationCode && field('activation.code', "Code d'activation", detail.activationCode),
        field('id', 'Identifiant', detail.id),
        field('externalId', 'Identifiant externe', detail.externalId),
        field('source', 'Source', sourceLabel(detail.source)),
        field('creation', 'Date de création', frenchDate(detail.created)),
        field('modification.date', 'Date de modification', frenchDate(detail.modified)),
        field('functions', 'Fonctions', detail.functions.flatMap(([code]) => code ?? []).join(', ') || ' - '),
      ),
    );

  const connection = () =>
    h(
      'form',
      {},
      h(
        'fieldset',
        {},
        field('login', 'Identifiant de connexion', detail.login),
        field('login.alias', 'Alias', ' - '),
      ),
    );

  const administrative = () =>
    h(
      'form',
      {},
      h(
        'fieldset',
        {},
        field('email', 'Courriel', detail.email ?? ' - '),
        field('phone', 'Téléphone', detail.mobile ?? ' - '),
      ),
    );

  const lines = (items) => () =>
    h(
      'ul',
      { class: 'actions-list' },
      items().map((item) => h('li', {}, h('span', {}, item))),
    );

  /** Attached and administered, then detached, then out of scope: the lines carry no identifier. */
  const structures = () => {
    const administered = (id) => store.structures.some((structure) => structure.id === id);
    const mine = detail.structureNodes.filter(({ id }) => administered(id));
    const left = store.structures.filter(({ externalId }) =>
      detail.removedFromStructures?.includes(externalId),
    );
    const others = detail.structureNodes.filter(({ id }) => !administered(id));
    return [
      addButton('Ajouter un établissement'),
      h(
        'ul',
        { class: 'actions-list' },
        mine.map((structure) =>
          h(
            'li',
            {},
            h('span', {}, structure.name),
            icon('times', {
              class: 'action',
              title: "Supprimer l'établissement",
              onclick: () => detach(structure),
            }),
          ),
        ),
        left.map((structure) =>
          h(
            'li',
            {},
            h('span', {}, h('s', {}, structure.name)),
            icon('plus', {
              class: 'action',
              title: 'Rétablir le rattachement',
              onclick: () => attach(structure),
            }),
          ),
        ),
        others.map(({ name }) => h('li', {}, h('span', {}, name))),
      ),
    ];
  };

  const classes = () => [
    addButton('Ajouter une classe'),
    h(
      'ul',
      { class: 'actions-list' },
      user.classes
        .filter(({ id }) => store.classes.some((classroom) => classroom.id === id))
        .map(({ name }) => h('li', {}, h('span', {}, name))),
    ),
  ];

  const twins = () =>
    h(
      'ul',
      { class: 'actions-list' },
      user.duplicates.map(({ lastName, firstName, score, structures: places }) =>
        h(
          'li',
          {},
          h('span', {}, `${lastName} ${firstName} (${places.map(({ name }) => name).join(', ')})`),
          h('span', { class: score > 3 ? 'badge blocking' : 'badge' }, score > 3 ? 'Bloquant' : 'Mineur'),
        ),
      ),
    );

  const manual = () => detail.manualGroups.flatMap(({ name }) => name ?? []);
  const functional = () => detail.functionalGroups.map(({ name }) => name);
  const fed = () => (user.aafFunctions ?? []).map((item) => item.slice(2).join(' / '));

  const all = [
    [{ tag: 'ode-user-info-section', key: `${section}infos`, title: 'Identité', open: true, content: infos }],
    [
      {
        tag: 'ode-user-connection-section',
        key: 'users.connection.section.infos',
        title: 'Connexion',
        open: true,
        content: connection,
      },
    ],
    [
      {
        tag: 'ode-user-administrative-section',
        key: `${section}administrative`,
        title: 'Informations administratives',
        open: true,
        content: administrative,
      },
    ],
    [
      {
        tag: 'ode-user-quota-section',
        key: `${section}quota`,
        title: 'Quota',
        content: () => h('p', {}, '20 Ko sur 100 Mo'),
      },
    ],
    [
      {
        tag: 'ode-user-duplicates-section',
        id: 'user-duplicates-section',
        key: `${section}duplicates`,
        title: 'Doublon(s)',
        open: true,
        content: twins,
      },
      () => user.duplicates.length > 0,
    ],
    [
      {
        tag: 'ode-user-relatives-section',
        key: `${section}relatives`,
        title: 'Responsable(s)',
        content: lines(() => detail.parents.map(({ displayName }) => displayName)),
      },
      () => user.type === 'Student',
    ],
    [
      {
        tag: 'ode-user-children-section',
        key: `${section}children`,
        title: 'Enfant(s)',
        content: lines(() => detail.children.map(({ displayName }) => displayName)),
      },
      () => user.type === 'Relative',
    ],
    [
      {
        tag: 'ode-user-positions-section',
        key: `${section}positions`,
        title: 'Fonctions',
        content: lines(() => detail.userPositions.map(({ name }) => name)),
      },
      () => ['Teacher', 'Personnel'].includes(user.type),
    ],
    [
      { tag: 'ode-user-aaf-functions-section', title: 'Groupe(s) de discipline(s)', content: lines(fed) },
      () => user.type === 'Teacher' && user.aafFunctions !== null,
    ],
    [
      {
        tag: 'ode-user-structures-section',
        key: `${section}structures`,
        title: 'Établissement(s)',
        content: structures,
      },
    ],
    [
      { tag: 'ode-user-classes-section', key: `${section}classes`, title: 'Classe(s)', content: classes },
      () => user.type !== 'Relative',
    ],
    [
      {
        tag: 'ode-user-functional-groups-section',
        key: `${section}functional.groups`,
        title: "Groupe(s) d'enseignement",
        content: lines(functional),
      },
    ],
    [
      {
        tag: 'ode-user-manual-groups-section',
        key: `${section}manual.groups`,
        title: 'Groupe(s) manuel(s)',
        content: lines(manual),
      },
    ],
  ].map(([definition, applies = () => true]) => ({ ...panelSection(definition), applies }));

  return {
    hosts: all.map(({ host }) => host),
    show(nextDetail, nextUser) {
      detail = nextDetail;
      user = nextUser;
      for (const { host, refresh, applies } of all) {
        host.hidden = !applies();
        if (applies()) refresh();
        else host.querySelector('.panel-section-content')?.remove();
      }
    },
  };
}

function addButton(label) {
  return h('button', { type: 'button' }, s5l(label), icon('plus-circle'));
}
