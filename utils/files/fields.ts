import { fold } from '@/utils/matching/fold';

/**
 * What a column of a roster can hold. `key` is what the platform recognises people by: « Clé de synchro » in itslearning,
 * `externalid` (« Id » in the classic export) in Edifice. `username` is what the person types to log in.
 */
export type Field =
  | 'key'
  | 'username'
  | 'lastName'
  | 'firstName'
  | 'usageName'
  | 'birthDate'
  | 'postalCode'
  | 'class'
  | 'level'
  | 'groups'
  | 'subjects'
  | 'headTeacher'
  | 'title'
  | 'gender'
  | 'email'
  | 'homePhone'
  | 'workPhone'
  | 'mobile'
  | 'address'
  | 'city'
  | 'country'
  | 'functions'
  | 'alias'
  | 'password'
  | 'uai'
  | 'schools'
  | 'nationalId'
  | 'type'
  | 'activationCode'
  | 'lastLogin'
  | 'children'
  | 'parents';

/** French names of the fields, for messages and for mapping a column by hand. */
export const FIELD_NAMES: Record<Field, string> = {
  key: 'Clé de synchro',
  username: 'Nom d’utilisateur',
  lastName: 'Nom',
  firstName: 'Prénom',
  usageName: 'Nom d’usage',
  birthDate: 'Date de naissance',
  postalCode: 'Code postal',
  class: 'Classe',
  level: 'Niveau',
  groups: 'Groupes',
  subjects: 'Matières',
  headTeacher: 'Professeur principal',
  title: 'Civilité',
  gender: 'Sexe',
  email: 'Courriel',
  homePhone: 'Téléphone',
  workPhone: 'Téléphone du travail',
  mobile: 'Téléphone portable',
  address: 'Adresse',
  city: 'Ville',
  country: 'Pays',
  functions: 'Fonctions',
  alias: 'Login personnalisé',
  password: 'Mot de passe',
  uai: 'UAI',
  schools: 'Établissements',
  nationalId: 'Identifiant national',
  type: 'Type',
  activationCode: 'Code d’activation',
  lastLogin: 'Dernière connexion',
  children: 'Enfants',
  parents: 'Parents',
};

/** Whom a column is about, as its header says. */
export type Owner = 'pupil' | 'parent' | 'child' | 'teacher' | 'staff' | 'guest';

const OWNERS: Record<string, Owner> = {
  eleve: 'pupil',
  eleves: 'pupil',
  apprenant: 'pupil',
  apprenants: 'pupil',
  student: 'pupil',
  parent: 'parent',
  parents: 'parent',
  responsable: 'parent',
  responsables: 'parent',
  enfant: 'child',
  enfants: 'child',
  child: 'child',
  enseignant: 'teacher',
  enseignants: 'teacher',
  teacher: 'teacher',
  formateur: 'teacher',
  formateurs: 'teacher',
  personnel: 'staff',
  personnels: 'staff',
  personal: 'staff',
  invite: 'guest',
  invites: 'guest',
  guest: 'guest',
};

/** Words that qualify an owner and mean nothing alone: « personnel Educatif », « responsable légal ». */
const QUALIFIERS = new Set(['educatif', 'administratif', 'legal', 'seul']);
const ARTICLES = new Set(['d', 'de', 'des', 'du', 'l', 'la', 'le', 'les', 'un', 'une']);

/** Headers without owner, accents, spaces or articles (domain facts itslearning §2.3, edifice §5.2). */
const SYNONYMS: Record<Field, string> = {
  key: 'clesynchro clesynchronisation clesync synckey synchronizationkey synchronizationkeyid synchronisationkey externalid idexterno id',
  username: 'nomutilisateur utilisateur identifiant username login userid nomconnexion',
  lastName: 'nom nomfamille lastname surname nompatronymique',
  firstName: 'prenom firstname prenoms prenom1',
  usageName: 'nomusage usagename',
  birthDate: 'datenaissance naissance ddn birthdate dateofbirth nele neele datenaiss',
  postalCode: 'codepostal cp cp1 zipcode postalcode',
  class: 'classe classes division class libelleclasse classeouregroupement',
  level: 'niveau niveaux level',
  groups: 'groupe groupes groups regroupement regroupements',
  subjects: 'matiere matieres discipline disciplines subject subjects matiereenseignee matieresenseignees',
  headTeacher: 'professeurprincipal pp headteacher',
  title: 'civilite title',
  gender: 'sexe gender genre',
  email: 'email courriel mail adressemail adresseemail adressecourriel',
  homePhone: 'telephone telephonedomicile tel homephone',
  workPhone: 'telephonetravail workphone telephoneprofessionnel',
  mobile: 'telephoneportable portable mobile telephonemobile',
  address: 'adresse adresse1 address',
  city: 'ville commune commune1 city',
  country: 'pays country',
  functions: 'fonction fonctions function functions',
  alias: 'alias loginpersonnalisealias loginpersonnalise loginalias',
  password: 'motpasse password mdp',
  uai: 'uai rne codeuai coderne uaietablissement',
  schools: 'etablissement etablissements school schools',
  nationalId: 'ine identifiantsiecle idnational identifiantnational idsiecle',
  type: 'type profil profile',
  activationCode: 'codeactivation activationcode',
  lastLogin: 'derniereconnexion lastlogin',
  children: 'enfants children',
  parents: 'parents',
};

const FIELD_OF = new Map<string, Field>(
  Object.entries(SYNONYMS).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word, field as Field] as const),
  ),
);

/** A header as it is understood: its field, whom it is about, and the number of a repeated block (« parent 2 »). */
export interface ReadHeader {
  field?: Field;
  owner?: Owner;
  index?: number;
  /** The header without case, accents, spaces or signs. */
  folded: string;
}

/** Understands one header, whatever its case, accents, articles, owner (« Nom élève », « childLastName », « r1_nom ») or number. */
export function readHeader(header: string): ReadHeader {
  const visible = header.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '');
  const folded = fold(visible).replaceAll(' ', '');
  const whole = FIELD_OF.get(folded);
  if (whole) return { field: whole, folded };
  const words = fold(visible.replace(/^child(?=[A-Za-z])/i, 'child '))
    .split(' ')
    .filter((word) => word !== '' && !ARTICLES.has(word));
  const { base, owner, index } = takeOwner(words);
  const squashed = base.join('');
  const field = FIELD_OF.get(squashed) ?? FIELD_OF.get(squashed.replace(/[1-9]$/, ''));
  return {
    folded,
    ...(field ? { field } : {}),
    ...(owner ? { owner } : {}),
    ...(index === undefined ? {} : { index }),
  };
}

/** Takes the owner and its number off either end of a header. */
function takeOwner(words: readonly string[]): { base: string[]; owner?: Owner; index?: number } {
  const base = [...words];
  let owner: Owner | undefined;
  let index: number | undefined;
  for (const side of ['last', 'first'] as const) {
    while (base.length > 1) {
      const word = (side === 'last' ? base.at(-1) : base[0]) ?? '';
      const found = ownerIn(word);
      const isNoise =
        /^[1-9]$/.test(word) || (QUALIFIERS.has(word) && base.some((other) => ownerIn(other).owner));
      if (!found.owner && !isNoise) break;
      // « Clé de synchro élève / parent » speaks of the row's own person: the first word wins.
      owner = found.owner ?? owner;
      index = found.index ?? (/^[1-9]$/.test(word) ? Number(word) : index);
      if (side === 'last') base.pop();
      else base.shift();
    }
  }
  return { base, ...(owner ? { owner } : {}), ...(index === undefined ? {} : { index }) };
}

function ownerIn(word: string): { owner?: Owner; index?: number } {
  const numbered = /^([a-z]+?)([1-9])?$/.exec(word);
  if (!numbered) return {};
  const name = numbered[1] ?? '';
  const index = numbered[2] ? Number(numbered[2]) : undefined;
  // Edifice names the two responsables of a pupil r1_ and r2_.
  const owner = name === 'r' && index ? 'parent' : OWNERS[name];
  return owner ? { owner, ...(index === undefined ? {} : { index }) } : {};
}

/** Two 32-bit hashes of the folded headers, in order: enough to find a mapping again, too little to give a header back. */
export function signatureOf(read: readonly ReadHeader[]): string {
  const text = read.map((column) => column.folded).join('\n');
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x5bd1e995);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
