import type { FactName } from '@/utils/core/facts';

/**
 * What may stay of a string of a fact: `code`, a word of our own; `date`, shifted; `words`, the ENT's own words among
 * those listed here; `title`, the same and the years. What is left of `words`, `title` and `course` gets an alias, and so
 * does the whole of everything else: the text given is then what aliases are called.
 */
export type Treatment =
  | 'code'
  | 'level'
  | 'date'
  | 'day'
  | 'slot'
  | 'key'
  | 'page'
  | 'file'
  | 'uai'
  | 'course'
  | 'software'
  | 'drop'
  | { words: string }
  | { title: string }
  | { alias: string };

const alias = (noun: string): Treatment => ({ alias: noun });
const title = (noun: string): Treatment => ({ title: noun });
const words = (noun: string): Treatment => ({ words: noun });
const person = alias('Personne');

/** Fields of every kind of fact, by their own name. A field that is named nowhere is aliased. */
const FIELDS: Readonly<Record<string, Treatment>> = {
  in: 'code',
  page: 'page',
  key: 'key',
  file: 'file',
  fileChosen: 'file',
  column: words('Colonne'),
  link: 'drop',
  profile: 'code',
  source: 'code',
  state: 'code',
  kind: 'code',
  list: 'code',
  role: 'code',
  status: 'code',
  id: alias('Identifiant'),
  uai: 'uai',
  organisation: alias('Établissement'),
  schoolName: alias('Établissement'),
  attachedTo: alias('Établissement'),
  'structures.name': alias('Établissement'),
  software: 'software',
  'software.text': 'software',
  person,
  people: person,
  teachers: person,
  'members.name': person,
  lastName: alias('Nomdefamille'),
  firstName: alias('Prénom'),
  birthDate: 'day',
  account: alias('Compte'),
  class: title('Classe'),
  classes: title('Classe'),
  classesElsewhere: title('Classe'),
  className: title('Classe'),
  label: title('Libellé'),
  group: title('Groupe'),
  groups: title('Groupe'),
  course: 'course',
  courses: 'course',
  otherName: 'course',
  otherCourse: 'course',
  subject: alias('Matière'),
  level: 'level',
  levels: 'level',
  was: alias('Valeur'),
  is: alias('Valeur'),
  value: alias('Valeur'),
  date: 'date',
  since: 'date',
  from: 'date',
  to: 'date',
  createdOn: 'date',
  updatedOn: 'date',
  lastVisit: 'date',
  absentSince: 'date',
  preDeletedOn: 'date',
  binnedOn: 'date',
  madeOn: 'date',
  leftOn: 'date',
  yearEnd: 'date',
  termStart: 'date',
  timetableEnd: 'date',
  slot: 'slot',
  belongs: 'code',
  attachment: 'code',
  code: 'code',
  'functions.label': words('Fonction'),
  by: 'code',
  verdict: 'code',
  existing: 'code',
  platform: 'code',
  field: 'code',
  side: 'code',
  form: 'code',
  audience: 'code',
  product: 'code',
  edition: 'code',
  release: 'software',
  partners: words('Socle'),
  reconciled: 'code',
  lifetime: 'code',
  lifetimeWritten: words('Durée'),
  what: words('Ligne'),
  who: words('Public'),
  duty: words('Fonction'),
  type: words('Type'),
};

/** What a name is of, by kind of fact; and fields that mean something else there. */
const OF_A_KIND: { readonly [N in FactName]?: Readonly<Record<string, Treatment>> } = {
  users: { name: person },
  removedUsers: { name: person },
  userRows: { name: person },
  openUser: { name: person },
  manualGroups: { name: title('Groupe') },
  classes: { name: title('Classe') },
  importForm: { profile: words('Profil') },
  synchronisations: { profile: words('Profil') },
  strategies: { name: title('Stratégie') },
  listedUsers: { name: person },
  strategyUsers: { name: person, strategy: title('Stratégie') },
  menuEntries: { name: words('Entrée') },
  hierarchy: { name: title('Hiérarchie'), path: title('Hiérarchie') },
  courses: { title: 'course' },
  wizardRows: { name: 'course' },
  wizardSubjects: { name: 'course' },
  wizardSteps: { title: words('Étape') },
  importPeople: { name: person },
  importRuns: { status: words('État') },
  latestImports: { status: words('État') },
  importRecaps: { status: words('État') },
  likelyAccounts: { name: person },
  expectedCourses: { name: 'course' },
  courseGaps: { name: 'course' },
  timetableClasses: { name: title('Classe') },
  timetableGroups: { name: title('Groupe') },
  lessons: { 'parts.name': title('Partie') },
  freeGroups: { name: title('Groupe') },
  sections: { name: title('Rubrique') },
  binnedSections: { name: title('Rubrique') },
  createdAccounts: { name: person },
  dutyHolders: { name: person },
};

/** How a string of a fact is treated. `parent` is the field that holds the object in which it stands. */
export function treatmentOf(list: string, parent: string, field: string): Treatment {
  const own = (OF_A_KIND as Readonly<Record<string, Readonly<Record<string, Treatment>>>>)[list];
  return lookUp(own, parent, field) ?? lookUp(FIELDS, parent, field) ?? alias('Texte');
}

/** True for a field of a fact that is named here. */
export function isField(name: string): boolean {
  return name === 'at' || name === 'name' || name === 'items' || Object.hasOwn(FIELDS, name);
}

/** A name inside another thing is not the name of the thing itself. */
function lookUp(
  table: Readonly<Record<string, Treatment>> | undefined,
  parent: string,
  field: string,
): Treatment | undefined {
  if (!table) return undefined;
  const whole = parent === '' ? field : `${parent}.${field}`;
  if (Object.hasOwn(table, whole)) return table[whole];
  const isName = parent !== '' && parent !== 'at' && (field === 'name' || field === 'title');
  return !isName && Object.hasOwn(table, field) ? table[field] : undefined;
}

/** What the keys of a kind of fact are called: they are mostly made of a name. */
export function keyNoun(list: string): string {
  for (const field of ['name', 'title', 'group', 'person']) {
    const how = treatmentOf(list, '', field);
    if (how === 'course') return 'Cours';
    if (typeof how !== 'object') continue;
    const noun = 'alias' in how ? how.alias : 'words' in how ? how.words : how.title;
    if (noun !== 'Texte' && list !== '') return noun;
  }
  return 'Repère';
}
