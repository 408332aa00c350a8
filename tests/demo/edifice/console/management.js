import { field, h, icon, s5l } from './dom.js';
import { store } from './store.js';

/** « Gérer mon établissement »: only its first tab says anything. */
export function managementScreen() {
  const content = h('div');
  const tabs = [
    'Informations',
    'Messages flash',
    'Blocage en lot',
    'Import des emplois du temps',
    'Matières',
  ];
  const host = h(
    'ode-management-root',
    {},
    h('div', { class: 'flex-header' }, h('h1', {}, icon('cog'), s5l('Gérer mon établissement'))),
    h(
      'div',
      { class: 'tabs' },
      tabs.map((label, index) =>
        h('button', { class: index === 0 ? 'tab active' : 'tab', type: 'button' }, s5l(label)),
      ),
    ),
    content,
  );
  return {
    host,
    prepare: async ([page]) => {
      if (page !== 'infos') return { redirect: 'management/infos' };
      return { show: () => content.replaceChildren(infos()) };
    },
  };
}

function infos() {
  const { id, UAI, name, hasApp, source } = store.structure;
  const key = 'management.structure.informations';
  return h(
    'ode-structure-informations',
    {},
    h(
      'div',
      { class: 'padded panel' },
      h(
        'fieldset',
        {},
        field(`${key}.name`, "Nom de l'établissement", name),
        field(`${key}.id`, 'Identifiant', id),
        field(`${key}.UAI`, 'UAI', UAI),
        field(`${key}.hasApp`, 'Application mobile', hasApp ? 'Oui' : 'Non'),
        field(
          `${key}.sourceType`,
          'Alimentation',
          /AAF/.test(source) ? 'Automatique (annuaire académique)' : 'Manuelle',
        ),
      ),
    ),
  );
}
