import { fold } from '@/utils/matching/fold';
import { quoted } from './problem';

/** What a column of EDT's lists can hold. */
export type ListField =
  | 'number'
  | 'subject'
  | 'subjectCode'
  | 'teacher'
  | 'teacherFirst'
  | 'audience'
  | 'day'
  | 'hour'
  | 'lastName'
  | 'firstName'
  | 'birthDate'
  | 'groups';

/** Names of the columns, folded and without spaces: those of exported files (facts itslearning §6.3), then those of screens. */
const COLUMNS: Record<ListField, string> = {
  number: 'numero n no num',
  subject: 'matlibelle matiere matieres libellematiere matierelibelle',
  subjectCode: 'matcode codematiere',
  teacher: 'profnom professeur professeurs prof enseignant enseignants nomprofesseur',
  teacherFirst: 'profprenom prenomprofesseur',
  audience: 'classe classes public classesgroupes classegroupe classesgroupesparties division divisions',
  day: 'jour',
  hour: 'hdebut heuredebut debut heure',
  lastName: 'nom',
  firstName: 'prenom',
  birthDate: 'datenaiss datenaissance neele nele datedenaissance',
  groups: 'groupes groupe',
};

const FIELDS = new Map(
  (Object.keys(COLUMNS) as ListField[]).flatMap((field) =>
    COLUMNS[field].split(' ').map((name) => [name, field] as const),
  ),
);

/** What a column holds, from its name in a file or on a screen; undefined for one that is not needed. */
export function listField(name: string): ListField | undefined {
  return FIELDS.get(fold(name).replaceAll(' ', ''));
}

/** A column whose absence leaves something unknown. */
interface Wanted {
  /** Any one of them will do. */
  fields: readonly ListField[];
  what: string;
  /** As the exported file and the screen of EDT call it. */
  inFile: string;
  onScreen: string;
  /** What nothing is said of without it. */
  unsaid: readonly string[];
}

const WANTED: Record<'lessons' | 'pupils', readonly Wanted[]> = {
  lessons: [
    {
      fields: ['subject', 'subjectCode'],
      what: 'la matière',
      inFile: 'MAT_LIBELLE',
      onScreen: 'Matière',
      unsaid: ['les noms des cours que l’ENT créera'],
    },
    {
      fields: ['teacher'],
      what: 'l’enseignant',
      inFile: 'PROF_NOM',
      onScreen: 'Professeur',
      unsaid: ['les séances sans enseignant', 'les enseignants à réconcilier', 'le nombre de participants'],
    },
  ],
  pupils: [
    {
      fields: ['birthDate'],
      what: 'la date de naissance',
      inFile: 'DATE_NAISS',
      onScreen: 'Né(e) le',
      unsaid: ['les homonymes', 'les élèves à réconcilier'],
    },
    {
      fields: ['audience'],
      what: 'la classe',
      inFile: 'CLASSE',
      onScreen: 'Classe',
      unsaid: ['les élèves de l’an passé', 'le nombre de participants'],
    },
    {
      fields: ['groups'],
      what: 'les groupes',
      inFile: 'GROUPES',
      onScreen: 'Groupes',
      unsaid: ['les groupes d’élèves', 'le nombre de participants des cours de groupes'],
    },
  ],
};

/** Which columns a list lacks, and what is therefore not concluded from it: French. Undefined when all are there. */
export function missingColumns(
  list: 'lessons' | 'pupils',
  columns: ReadonlySet<ListField>,
  place: 'inFile' | 'onScreen',
): { message: string; unsaid: string } | undefined {
  const missing = WANTED[list].filter(({ fields }) => !fields.some((field) => columns.has(field)));
  if (missing.length === 0) return undefined;
  const named = missing.map((wanted) => `${wanted.what} (${quoted(wanted[place])})`);
  const unsaid = [...new Set(missing.flatMap((wanted) => wanted.unsaid))];
  return {
    message: `Aucune colonne ne donne ${named.join(', ni ')}.`,
    unsaid: `Rien n’est donc conclu sur ${unsaid.join(', ni sur ')}.`,
  };
}

/** « Colonnes non reconnues : « Intervenant », « Salle ». », so that the right one is seen under its other name. */
export function unknownColumns(names: Iterable<string>): string {
  const unknown = [...new Set(names)].map((name) => name.trim()).filter((name) => name && !listField(name));
  const named = unknown.slice(0, MOST_NAMED).map((name) => quoted(name.slice(0, 40)));
  const more = unknown.length > MOST_NAMED ? `, et ${unknown.length - MOST_NAMED} de plus` : '';
  return named.length > 0 ? ` Autres colonnes trouvées\u00A0: ${named.join(', ')}${more}.` : '';
}

const MOST_NAMED = 6;
