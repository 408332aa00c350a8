import type { Anchor } from '@/utils/core/facts';
import type { RosterRole } from '@/utils/core/roster-facts';
import type { RosterProfile } from '@/utils/files/headers';
import type { FileProblem } from '@/utils/files/problem';

const ROLES: Record<RosterRole, string> = {
  pupil: 'Élèves',
  parent: 'Responsables',
  teacher: 'Enseignants',
  staff: 'Personnels',
  guest: 'Invités',
};

/** « Élèves ». */
export function roleName(role: RosterRole): string {
  return ROLES[role];
}

const PROFILES: Record<RosterProfile, string> = {
  pupils: 'élèves',
  'pupils-and-parents': 'élèves et leurs responsables',
  parents: 'responsables',
  teachers: 'enseignants',
  staff: 'personnels',
  guests: 'invités',
  mixed: 'tous les profils',
};

/** « élèves et leurs responsables »; « profil non reconnu » when neither columns nor file name tell. */
export function profileText(profile: RosterProfile | undefined): string {
  return profile ? PROFILES[profile] : 'profil non reconnu';
}

/** The profile as the guide writes it in a removal request. */
export function requestProfile(profile: RosterProfile | undefined): string {
  if (profile === 'teachers') return 'Enseignants';
  return profile === 'staff' ? 'Personnels' : 'Utilisateurs';
}

/** « Student.csv, ligne 12, colonne « Nom » ». */
export function placeOf({ file, line, column }: Pick<FileProblem, 'file' | 'line' | 'column'>): string {
  return [
    file,
    ...(line === undefined ? [] : [`ligne\u00A0${line}`]),
    ...(column === undefined
      ? []
      : [`colonne\u00A0${/^\d+$/.test(column) ? column : `«\u00A0${column}\u00A0»`}`]),
  ].join(', ');
}

/** The same of an anchor; a page's anchor has no file to name. */
export function anchorPlace(at: Anchor): string {
  return at.in === 'file' ? placeOf(at) : at.key;
}

const ENCODINGS: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

export function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding;
}

/** « 27/08/2026 » of an ISO date or instant. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** « 1 fiche », « 12 fiches », « 1 234 fiches ». */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('fr-FR')}\u00A0${count < 2 ? one : many}`;
}

/** What differs between two writings, as a heading. */
const KINDS: Record<string, string> = {
  'whole-columns': 'Colonnes changées en entier',
  key: 'Clé de synchro',
  username: 'Nom d’utilisateur',
  encoding: 'Lettres codées autrement',
  invisible: 'Caractères invisibles',
  spaces: 'Espaces',
  apostrophe: 'Apostrophes',
  hyphen: 'Traits d’union',
  case: 'Majuscules et minuscules',
  ligature: 'Lettres liées (œ, æ)',
  accents: 'Accents',
  saint: 'Saint abrégé',
  joined: 'Mots réunis ou séparés',
  particle: 'Particules (de, le…)',
  'part-of-name': 'Nom ou prénom écourté',
  'name-order': 'Ordre des noms',
  'swapped-names': 'Nom et prénom échangés',
  'letter-added': 'Lettre ajoutée',
  'letter-removed': 'Lettre oubliée',
  'letter-replaced': 'Lettre remplacée',
  'letter-doubled': 'Lettre doublée',
  'letters-transposed': 'Lettres interverties',
  'two-letters': 'Deux lettres changées',
  diminutive: 'Diminutif',
  'replaced-surname': 'Nom remplacé',
  'date-format': 'Format de date',
  'date-day-month': 'Jour et mois intervertis',
  'date-missing': 'Date de naissance effacée',
  'postal-zero': 'Zéro du code postal perdu',
  'postal-missing': 'Code postal effacé',
};

/** « Accents »; the field alone where the way it changed has no name of its own. */
export function correctionKind(kind: string): string {
  if (KINDS[kind]) return KINDS[kind];
  if (kind.startsWith('date-')) return 'Date de naissance';
  return kind.startsWith('postal-') ? 'Code postal' : 'Autres différences';
}
