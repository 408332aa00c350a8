import type { School } from './model';
import type { Skin } from './skins';
import type { Person, Row, Run, StepName, TimetableImport } from './timetable';
import { type Listed, MODULE_SKINS, type ModuleDrawing } from './timetable-skins';

/** The screens of the module, in the order of the wizard; then those that tell of past imports. */
export const STAGES = [
  'etablissement',
  'fichier',
  'rne',
  'matieres',
  'classes',
  'groupes',
  'cours',
  'enseignants',
  'eleves',
  'resume',
  'historique',
  'recapitulatif',
] as const;
export type Stage = (typeof STAGES)[number];

/** What a screen is asked to show. */
export interface Asked {
  stage: Stage;
  skin: Skin;
  language: 'fr' | 'en';
  page: number;
  /** Which past import, from 0. */
  run: number;
}

/** The step of each stage that lists rows. */
export const STEPS: Partial<Record<Stage, StepName>> = {
  matieres: 'subjects',
  classes: 'classes',
  groupes: 'groups',
  cours: 'courses',
};

/** Labels exactly as the guide spells them, its inconsistencies included, and what an English screen would say. */
const WORDS = {
  fr: {
    module: 'Import EDT',
    manual: 'Import Manuel',
    add: 'Ajouter un fichier',
    send: 'importer',
    next: 'Suivant',
    subjects: 'Sélection des matières',
    classes: 'Sélection des classes',
    groups: 'Sélection des groupes',
    courses: 'Sélection des cours',
    teachers: 'Selection des enseignants',
    pupils: 'Selection des Eleves',
    summary: "Résumé de l'import",
    history: 'Historique',
    ent: 'ENT',
    edt: 'EDT',
    group: 'Groupe',
    on: 'Activer',
    off: { subjects: 'Désactiver', classes: 'Désactiver', groups: 'Desactiver', courses: 'Desactiver' },
    allOn: 'Tout Activer',
    allOff: {
      subjects: '',
      classes: 'Tout Désactiver',
      groups: 'Tout Desactiver',
      courses: 'Tout Desactiver',
    },
    addSubject: 'Ajouter',
    people: ['Nom Prenom', 'ItsLearning', 'Pronote', 'Actions'],
    accept: 'Valider',
    refuse: 'Refuser',
    file: [
      'Importation du fichier :',
      'Identifiant unique :',
      'Fichier encrypté :',
      'Clé itslearning présente:',
    ],
    totals: [
      'Nombre de cours créés',
      "Nombre d'évènements créés",
      "Nombre d'évènements supprimés",
      "Nombre d'appartenances créées",
      "Nombre d'appartenances supprimées",
    ],
    runs: ["Date d'import", 'Statut', 'Type'],
    runDate: "Date d'import :",
    tasks: 'Nombre de tâches effectuées :',
    recap: ['', 'Succès', 'Erreur'],
    found: { pupils: "Nombre d'apprenants réconciliés :", teachers: "Nombre d'enseignants réconciliés :" },
    lost: { pupils: 'Apprenants non réconciliés :', teachers: 'Enseignants non réconciliés :' },
    name: 'Nom Prénom',
    export: 'Export',
    none: 'Aucun enregistrement',
  },
  en: {
    module: 'Timetable import',
    manual: 'Manual import',
    add: 'Add a file',
    send: 'Import',
    next: 'Next',
    subjects: 'Selection of subjects',
    classes: 'Selection of classes',
    groups: 'Selection of groups',
    courses: 'Selection of courses',
    teachers: 'Selection of teachers',
    pupils: 'Selection of students',
    summary: 'Import summary',
    history: 'Import history',
    ent: 'LMS',
    edt: 'Timetable',
    group: 'Group',
    on: 'Enable',
    off: { subjects: 'Disable', classes: 'Disable', groups: 'Disable', courses: 'Disable' },
    allOn: 'Enable all',
    allOff: { subjects: '', classes: 'Disable all', groups: 'Disable all', courses: 'Disable all' },
    addSubject: 'Add',
    people: ['Name', 'ItsLearning', 'Pronote', 'Actions'],
    accept: 'Validate',
    refuse: 'Refuse',
    file: ['Import of the file:', 'Unique identifier:', 'Encrypted file:', 'itslearning key present:'],
    totals: [
      'Number of courses created',
      'Number of events created',
      'Number of events deleted',
      'Number of memberships created',
      'Number of memberships deleted',
    ],
    runs: ['Import date', 'Status', 'Type'],
    runDate: 'Import date:',
    tasks: 'Number of tasks done:',
    recap: ['', 'Success', 'Error'],
    found: { pupils: 'Reconciled students:', teachers: 'Reconciled teachers:' },
    lost: { pupils: 'Unreconciled students:', teachers: 'Unreconciled teachers:' },
    name: 'Name',
    export: 'Export',
    none: 'No record',
  },
} as const;
type Words = (typeof WORDS)[keyof typeof WORDS];

const PER_PAGE = { rows: 10, people: 5 } as const;

interface Screen {
  draw: ModuleDrawing;
  words: Words;
  asked: Asked;
  done: TimetableImport;
  /** The address of a stage of the same import. */
  to(stage: Stage, more?: string): string;
}

/** One screen of « Import EDT », as the module shows it in its frame. */
export function timetableScreen(school: School, done: TimetableImport, asked: Asked): string {
  const words = WORDS[asked.language];
  const to = (stage: Stage, more = '') =>
    `/import-edt?site=${school.site}&amp;skin=${asked.skin}&amp;langue=${asked.language}&amp;etape=${stage}${more}`;
  const screen: Screen = { draw: MODULE_SKINS[asked.skin], words, asked, done, to };
  const [, after] = STAGES.slice(STAGES.indexOf(asked.stage));
  const goesOn = asked.stage !== 'fichier' && STAGES.indexOf(asked.stage) < STAGES.indexOf('resume');
  const next =
    goesOn && after && asked.stage !== 'etablissement' ? screen.draw.button(words.next, to(after)) : '';
  return `<!doctype html>
<html lang="${asked.language}"><head><meta charset="utf-8"><title>${words.module}</title><link rel="stylesheet" href="/style.css"></head>
<body><h1>${words.module}</h1><p>Établissement : ${school.name} (${school.uai})</p>
${body(screen, school)}
${next}</body></html>`;
}

function body(screen: Screen, school: School): string {
  const { asked, words, draw, done, to } = screen;
  const step = STEPS[asked.stage];
  if (step) return stepList(screen, step, school);
  switch (asked.stage) {
    case 'etablissement':
      return `<label>Etablissement <select><option>${school.name}</option></select></label> ${draw.button(words.manual, to('fichier'))} <a href="${to('historique')}">Historique des imports</a>`;
    case 'fichier':
      return `<form method="post" enctype="multipart/form-data" action="${to('rne')}"><label>${words.add} <input type="file" name="fichier" accept=".xml"></label> <button>${words.send}</button></form>
<p><a href="/exemples-edt?site=${school.site}">Fichiers d’exemple de la démonstration</a></p>`;
    case 'rne':
      return draw.pairs([
        [words.file[0], done.uai],
        [words.file[1], '7c0c7fa9-1bca-49e5-a880-1ec06bb7077d'],
        [words.file[2], String(done.encrypted)],
        [words.file[3], String(done.keyPresent)],
      ]);
    case 'enseignants':
      return people(screen, 'teachers');
    case 'eleves':
      return people(screen, 'pupils');
    case 'resume':
      return `${draw.title(words.summary)}${draw.pairs(words.totals.map((what, at) => [what, String(done.summary[at])]))}
<p>Votre demande a bien été prise en compte. L'import vers itsLearning a été mis en liste d'attente. Le statut de votre import est disponible sur la page d'historique.</p><a href="${to('historique')}">${words.history}</a>`;
    case 'historique':
      return `${draw.title(words.history)}${draw.list({
        headers: words.runs,
        rows: done.runs.map(({ date, status, type }, at) => ({
          cells: [`<a href="${to('recapitulatif', `&amp;import=${at}`)}">${date}</a>`, status, type],
        })),
        empty: words.none,
      })}`;
    default:
      return recap(screen, done.runs[asked.run]);
  }
}

function stepList(screen: Screen, step: StepName, school: School): string {
  const { asked, words, draw, done, to } = screen;
  const rows = done.rows[step];
  const every = [words.allOn, words.allOff[step]].map((label) => draw.button(label, to(asked.stage)));
  const headers = {
    subjects: [words.ent, words.edt, ''],
    classes: [words.ent, words.edt, ...every],
    groups: [words.group, ...every],
    courses: [words.ent, ...every],
  }[step];
  const drawn = rows.map((row, at) => {
    const turn = (to: 'on' | 'off') =>
      `/import-edt/basculer?site=${school.site}&amp;skin=${asked.skin}&amp;langue=${asked.language}&amp;etape=${asked.stage}&amp;page=${asked.page}&amp;ligne=${at}&amp;vers=${to}`;
    const on = draw.button(words.on, turn('on'), row.on);
    const off = draw.button(words.off[step], turn('off'), !row.on);
    return {
      cells: cellsOf(row, step, at, [on, off], draw.button(words.addSubject, turn('on'))),
      tint: tintOf(row),
    };
  });
  return (
    draw.title(words[step]) +
    draw.list(paged({ headers, rows: drawn, empty: words.none }, screen, PER_PAGE.rows))
  );
}

function cellsOf(
  row: Row,
  step: StepName,
  at: number,
  buttons: readonly [string, string],
  add: string,
): string[] {
  const numbered = `${row.name} (Id : ${at + 1})`;
  if (step === 'subjects') return [row.ent ?? '', numbered, row.ent === '' ? add : buttons.join(' ')];
  if (step === 'classes') return [row.ent ?? '', row.name, ...buttons];
  return [step === 'groups' ? numbered : row.name, ...buttons];
}

function tintOf({ ent, on }: Row): 'green' | 'red' | undefined {
  if (ent === '') return undefined;
  return on ? 'green' : 'red';
}

function people(screen: Screen, which: 'teachers' | 'pupils'): string {
  const { words, draw, done, asked, to } = screen;
  const buttons = () =>
    [words.accept, words.refuse].map((label) => draw.button(label, to(asked.stage))).join(' ');
  const rows = done[which].map(({ name, account, idpn, refused }: Person) => ({
    cells: [name, account, idpn, buttons()],
    tint: account === '' || refused ? ('red' as const) : ('green' as const),
  }));
  const listed = { headers: words.people, rows, empty: words.none };
  return draw.title(words[which]) + draw.list(paged(listed, screen, PER_PAGE.people));
}

function paged(listed: Listed, { asked, to }: Screen, size: number): Listed {
  const pages = Math.ceil(listed.rows.length / size);
  const page = Math.min(Math.max(asked.page, 1), Math.max(pages, 1));
  return {
    ...listed,
    rows: listed.rows.slice((page - 1) * size, page * size),
    pager: {
      page,
      pages,
      sizes: size === PER_PAGE.rows ? [10, 25, 50] : [5, 10, 25],
      href: (number) => to(asked.stage, `&amp;page=${number}`),
    },
  };
}

function recap({ words, draw }: Screen, run: Run | undefined): string {
  if (!run) return draw.title(words.history);
  const counts = run.counts.map(([what, done, failed]) => ({ cells: [what, String(done), String(failed)] }));
  const lost = (['pupils', 'teachers'] as const).map((which) => {
    const names = run.lost[which];
    return `${draw.pairs([
      [words.found[which], String(run.found[which])],
      [words.lost[which], String(names.length)],
    ])}<p><a href="#export">${words.export}</a></p>${draw.list({ headers: [words.name], rows: names.map((name) => ({ cells: [name] })), empty: words.none })}`;
  });
  return `${draw.pairs([
    [words.runDate, run.date],
    [words.tasks, String(run.tasks)],
  ])}
${draw.list({ headers: words.recap, rows: counts, empty: words.none })}
${lost.join('\n')}`;
}
