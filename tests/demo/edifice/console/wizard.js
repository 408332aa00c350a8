import { h, icon, s5l, toast } from './dom.js';
import { reportTable } from './report-table.js';
import { PROFILES, send, store } from './store.js';

const STEPS = [
  'Dépôt des fichiers',
  'Vérification des champs',
  'Vérification des classes',
  'Rapport intermédiaire',
  'Import effectué',
];
const OPTIONS = [
  [
    'predeleteOption',
    'Pré-supprimer les comptes des utilisateurs absents des fichiers',
    'Les comptes absents des fichiers seront pré-supprimés.',
  ],
  [
    'transitionOption',
    "Changement d'année scolaire",
    'Les classes et leurs groupes seront supprimés puis recréés ; les partages associés seront supprimés.',
  ],
];

/** « Imports / Exports »: the CSV wizard and the export form. */
export function importsScreen({ navigate }) {
  const base = `/admin/${store.structure.id}/imports-exports`;
  const pages = {
    'import-csv': ['Importer des utilisateurs', wizard()],
    export: ['Exporter des comptes', exportForm()],
  };
  const tabs = h('div', { class: 'tabs' });
  const content = h('div');
  const host = h(
    'ode-imports-exports-root',
    {},
    h('div', { class: 'flex-header' }, h('h1', {}, icon('exchange'), s5l('Imports / Exports'))),
    tabs,
    content,
  );
  return {
    host,
    prepare: async ([page]) => {
      if (!pages[page]) return { redirect: 'imports-exports/import-csv' };
      return {
        show() {
          tabs.replaceChildren(
            ...Object.entries(pages).map(([key, [label]]) =>
              h(
                'button',
                {
                  class: key === page ? 'tab active' : 'tab',
                  type: 'button',
                  onclick: () => navigate(`${base}/${key}`),
                },
                s5l(label),
              ),
            ),
          );
          content.replaceChildren(pages[page][1]);
        },
      };
    },
  };
}

/** All five steps are in the document at once; the current one is `.active`. */
function wizard() {
  let step = 0;
  const menu = STEPS.map((label) => h('li', {}, s5l(label)));
  const report = reportTable();
  const columns = h('tbody');
  const classes = h('tbody');
  const bodies = [
    deposit(),
    mappingTable('Champ du fichier', 'Champ de l’ENT', columns),
    mappingTable('Classe du fichier', 'Classe de l’ENT', classes),
    report.host,
    h('p', {}, s5l('Import effectué.')),
  ];
  const steps = bodies.map((body, index) => h('ode-step', {}, h('h2', {}, s5l(STEPS[index])), body));
  const button = (name, label, act) =>
    h('button', { class: `wizard-content-nav__button ${name}`, type: 'button', onclick: act }, s5l(label));
  const previous = button('previous', 'Précédent', () => go(step - 1));
  const next = button('wizard-content-nav__button--next', 'Suivant', forward);
  const cancel = button('cancel', 'Annuler', () => go(0));
  const host = h(
    'ode-import-csv',
    {},
    h(
      'ode-wizard',
      {},
      h('div', { class: 'wizard-menu' }, h('h2', {}, s5l('Import CSV')), h('ul', {}, menu)),
      h(
        'div',
        { class: 'wizard-content' },
        steps,
        h('div', { class: 'wizard-content-nav' }, cancel, previous, next),
      ),
    ),
  );
  go(0);

  function go(target) {
    step = Math.max(0, Math.min(STEPS.length - 1, target));
    menu.forEach((li, index) => {
      li.classList.toggle('active', index === step);
      li.classList.toggle('finish', index < step);
    });
    steps.forEach((element, index) => {
      element.classList.toggle('active', index === step);
    });
    previous.disabled = step === 0;
    next.disabled = step === STEPS.length - 1;
  }

  async function forward() {
    if (step === 0 && ![...host.querySelectorAll('input[type=file]')].some(({ files }) => files.length > 0))
      return toast('Aucun fichier', 'Choisissez au moins un fichier.', 'error');
    if (step === 0) fill(columns, (await send('POST', '/directory/wizard/column/mapping', {})).mappings);
    if (step === 1)
      fill(classes, (await send('POST', '/directory/wizard/classes/mapping', {})).classesMapping);
    if (step === 2) report.show((await send('POST', '/directory/wizard/validate', {})).rows);
    if (step === 3) await send('PUT', '/directory/wizard/import/demo-import');
    go(step + 1);
  }
  return host;
}

function deposit() {
  const automatic = /AAF/.test(store.structure.source);
  return h(
    'div',
    {},
    automatic &&
      h(
        'message-box',
        {},
        h(
          'div',
          { class: 'message is-warning' },
          s5l('Cet établissement est alimenté automatiquement par l’annuaire académique.'),
        ),
      ),
    Object.entries(PROFILES).map(([profile, label]) => {
      const file = h('input', { type: 'file', name: profile, id: 'loadFile', accept: '.csv', hidden: true });
      const box = h('input', {
        type: 'checkbox',
        name: `${profile}CB`,
        onchange: () => {
          file.hidden = !box.checked;
        },
      });
      return h('div', { class: 'file-line' }, h('label', {}, box, ' ', s5l(label)), file);
    }),
    h('h3', {}, s5l('Options')),
    OPTIONS.map(([name, label, warning]) => {
      const note = h('div', { class: 'message is-warning', hidden: true }, s5l(warning));
      const box = h('input', {
        type: 'checkbox',
        name,
        onchange: () => {
          note.hidden = !box.checked;
        },
      });
      return h('div', { class: 'option-line' }, h('label', {}, box, ' ', s5l(label)), note);
    }),
  );
}

function mappingTable(from, to, body) {
  const head = h('thead', {}, h('tr', {}, h('th', {}, s5l(from)), h('th', {}, s5l(to))));
  return h('ode-mappings-table', {}, h('table', {}, head, body));
}

function fill(body, mappings) {
  const lines = Object.values(mappings ?? {}).flatMap((mapping) => Object.entries(mapping));
  body.replaceChildren(
    ...lines.map(([from, to]) =>
      h('tr', {}, h('td', {}, from), h('td', {}, h('select', {}, h('option', {}, to)))),
    ),
  );
}

function exportForm() {
  const choice = (label, ...options) =>
    h(
      'ode-form-field',
      { label },
      h(
        'div',
        { class: 'form-field' },
        h('label', {}, label),
        h(
          'ode-mono-select',
          {},
          h(
            'select',
            {},
            options.map((option) => h('option', {}, option)),
          ),
        ),
      ),
    );
  return h(
    'ode-export',
    {},
    h(
      'div',
      { class: 'padded panel' },
      choice("Type d'export", 'Export classique', "Export Transition d'année"),
      choice('Classe', 'Toutes', ...store.classes.map(({ name }) => name)),
      choice('Profil', 'Tous', ...Object.values(PROFILES)),
      choice('Filtre', 'Tous', 'Activés', 'Non activés'),
      h('button', { type: 'button' }, s5l('Exporter')),
    ),
  );
}
