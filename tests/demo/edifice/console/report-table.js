import { h, icon, s5l } from './dom.js';

const PAGE = 10;
const COLUMNS = [
  'N°',
  'Opération',
  'Nom',
  'Prénom',
  'Date de naissance',
  'Login ou Alias',
  'Profil',
  'ID ext',
  'Classes',
];
const OPERATIONS = ['Créé', 'Modifié', 'Supprimé'];

/** The report before the import: ten rows a page, and the values in fields, not in text. */
export function reportTable() {
  const body = h('tbody');
  const pager = h('ode-pager');
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      COLUMNS.map((label) => h('th', {}, s5l(label))),
    ),
  );
  const host = h('div', {}, h('table', { class: 'report' }, head, body), pager);
  let rows = [];
  let page = 0;

  function draw() {
    const from = page * PAGE;
    body.replaceChildren(...rows.slice(from, from + PAGE).map(line));
    const to = Math.min(rows.length, from + PAGE);
    pager.replaceChildren(
      icon('chevron-left', { onclick: () => turn(-1) }),
      h('span', {}, ` ${from + 1} - ${to} / ${rows.length} `),
      icon('chevron-right', { onclick: () => turn(1) }),
    );
  }

  function turn(step) {
    page = Math.max(0, Math.min(Math.ceil(rows.length / PAGE) - 1, page + step));
    draw();
  }

  return {
    host,
    show(next) {
      rows = next;
      page = 0;
      draw();
    },
  };
}

function line(row) {
  const value = (name) => {
    const input = h('input', { type: 'text', name });
    input.value = row[name];
    return h('td', {}, input);
  };
  const select = h(
    'select',
    {},
    OPERATIONS.map((name) => h('option', {}, name)),
  );
  select.value = row.state;
  const state = row.state === 'Supprimé' ? 'state-delete' : row.error;
  return h(
    'tr',
    { class: state || undefined },
    h('td', {}, String(row.line)),
    h('td', {}, select),
    ['lastName', 'firstName', 'birthDate', 'login', 'profile', 'externalId', 'classes'].map(value),
  );
}
