import type { Label } from '@/utils/reading/labels';

/**
 * What the screens of « Import EDT » call themselves (source 001 §3.3 to §4.2, in its own spellings: accents come and
 * go, which `norm` evens out). The module is French: no source has an English word of it, they are all supposed.
 */
export const IMPORT_TITLES = {
  subjects: ['Sélection des matières', 'Selection of subjects', 'Select subjects'],
  classes: ['Sélection des classes', 'Selection of classes', 'Select classes'],
  groups: ['Sélection des groupes', 'Selection of groups', 'Select groups'],
  courses: ['Sélection des cours', 'Selection of courses', 'Select courses'],
  teachers: ['Selection des enseignants', 'Selection of teachers', 'Select teachers'],
  pupils: ['Selection des Eleves', 'Sélection des apprenants', 'Selection of students', 'Select students'],
  summary: ["Résumé de l'import", 'Import summary', 'Summary of the import'],
  history: ['Historique', 'Historique des imports', 'Import history', 'History'],
} as const satisfies Record<string, Label>;

export const MANUAL_IMPORT: Label = ['Import Manuel', 'Manual import'];
export const NEXT: Label = ['Suivant', 'Next'];
export const VALIDATE: Label = ['Valider', 'Validate', 'Confirm'];
/** Heads the step of the school code. The same words key what is known of the file, and what its import would do. */
export const FILE_LABEL: Label = ['Importation du fichier', 'Import of the file', 'File import'];
export const FILE_KEY = 'Importation du fichier';

export const KEY_PRESENT: Label = ['Clé itslearning présente', 'itslearning key present'];
export const RUN_DATE: Label = ["Date d'import", "Date de l'import", 'Import date', 'Date of import'];

/** Lines of the recap (source 001 §3.12, §4.2). */
export const RECONCILIATION = {
  pupil: {
    reconciled: ["Nombre d'apprenants réconciliés", "Nombre d'élèves réconciliés", 'Reconciled students'],
    unreconciled: ['Apprenants non réconciliés', 'Élèves non réconciliés', 'Unreconciled students'],
  },
  teacher: {
    reconciled: ["Nombre d'enseignants réconciliés", 'Reconciled teachers'],
    unreconciled: ['Enseignants non réconciliés', 'Unreconciled teachers'],
  },
} as const satisfies Record<string, Record<string, Label>>;
export const TASKS: Label = ['Nombre de tâches effectuées', 'Number of tasks done', 'Tasks done'];

/** « Historique » is the title of many things: of an import, where the screen speaks of one. */
export const ABOUT_IMPORTS = /\bimports?\b/i;

const { history: _short, ...LONG_TITLES } = IMPORT_TITLES;

/** Every text by which one of these screens may be recognised; « Historique » alone names many others. */
export const IMPORT_SCREEN_WORDS: readonly string[] = [
  ...Object.values(LONG_TITLES).flat(),
  ...['Historique des imports', 'Import history'],
  ...[MANUAL_IMPORT, FILE_LABEL, KEY_PRESENT, RUN_DATE, TASKS].flat(),
  ...Object.values(RECONCILIATION).flatMap(({ unreconciled }) => unreconciled),
];
