import { readDate } from '@/utils/matching/dates';
import { diminutivesOf } from '@/utils/matching/diminutives';
import { fold } from '@/utils/matching/fold';
import { surname } from './generate-family';
import type { School } from './generate-school';
import { type Random, randomFrom } from './random';

/** The part of a person that makes the platform's key. */
export interface Key {
  lastName: string;
  firstName: string;
  birthDate?: string;
  postalCode?: string;
}

type Edit = (key: Key, random: Random) => Partial<Key> | undefined;

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

function changed(key: Key, field: 'lastName' | 'firstName', after: string): Partial<Key> | undefined {
  return after === key[field] || after.trim() === '' ? undefined : { [field]: after };
}

/** Edits one of the two names, the surname two times out of three. */
function inName(edit: (text: string, random: Random) => string): Edit {
  return (key, random) => {
    const fields = random.chance(0.66)
      ? (['lastName', 'firstName'] as const)
      : (['firstName', 'lastName'] as const);
    return (
      changed(key, fields[0], edit(key[fields[0]], random)) ??
      changed(key, fields[1], edit(key[fields[1]], random))
    );
  };
}

/** A slip on one letter of a word long enough for the slip to be one. */
function onLetter(edit: (before: string, letter: string, after: string, random: Random) => string): Edit {
  return inName((text, random) => {
    if (text.length < 5) return text;
    const at = 1 + random.below(text.length - 2);
    const letter = text[at] ?? '';
    if (!/\p{L}/u.test(letter)) return text;
    const slipped = edit(text.slice(0, at), letter, text.slice(at + 1), random);
    return text === text.toUpperCase() ? slipped.toUpperCase() : slipped;
  });
}

function onDate(edit: (day: string, month: string, year: string, random: Random) => string): Edit {
  return ({ birthDate }, random) => {
    if (!birthDate) return undefined;
    const [day = '', month = '', year = ''] = birthDate.split('/');
    const after = edit(day, month, year, random);
    return after === birthDate || !readDate(after) ? undefined : { birthDate: after };
  };
}

const WORDS_APART = /[- ]/;
const DAY = 86_400_000;

/** What hands and spreadsheets do to a key. Each gives what changes, or nothing when it does not apply to that person. */
export const EDITS = {
  'accents retirés': inName(bare),
  'accent ajouté': inName((text) => text.replace(/E(?=[^E]*$)/, 'É').replace(/e(?=[^e]*$)/, 'é')),
  casse: inName((text) =>
    text === text.toUpperCase() ? text[0] + text.slice(1).toLowerCase() : text.toUpperCase(),
  ),
  'trait d’union': inName((text) => (text.includes('-') ? text.replace('-', ' ') : text.replace(' ', '-'))),
  'mots réunis': inName((text) => text.replace(WORDS_APART, '')),
  apostrophe: inName((text) => text.replace("'", '’')),
  'espace en trop': inName((text, random) =>
    random.pick([`${text} `, ` ${text}`, `${text}\u00A0`, text.replace(' ', '  ')]),
  ),
  'espace insécable': inName((text) => text.replace(' ', '\u00A0')),
  'caractère invisible': inName((text) => `${text.slice(0, 2)}\u200B${text.slice(2)}`),
  'encodage perdu': inName((text) => Buffer.from(text, 'utf8').toString('latin1')),
  saint: inName((text) => text.replace(/SAINT(E?)(?=[- ])/, 'ST$1')),
  particule: (key) => changed(key, 'lastName', key.lastName.replace(/^(LE|DE LA|DE|DA|DOS|EL|DU|DI|D) /, '')),
  'prénom composé coupé': (key) => changed(key, 'firstName', key.firstName.replace(/[- ].*$/, '')),
  'nom double coupé': (key) =>
    /^\w{3,}-\w{3,}/.test(key.lastName)
      ? changed(key, 'lastName', key.lastName.split('-')[0] ?? '')
      : undefined,
  'nom double ajouté': (key, random) => changed(key, 'lastName', `${key.lastName}-${surname(random)}`),
  'nom double renversé': (key) => changed(key, 'lastName', key.lastName.split('-').reverse().join(' ')),
  'nom et prénom échangés': (key) => ({ lastName: key.firstName, firstName: key.lastName }),
  'lettre ajoutée': onLetter((a, letter, b, random) => a + letter + random.pick([...ALPHABET]) + b),
  'lettre oubliée': onLetter((a, _, b) => a + b),
  'lettre remplacée': onLetter((a, letter, b, random) => {
    const other = random.pick([...ALPHABET]);
    return a + (fold(letter) === other ? letter : other) + b;
  }),
  'lettre doublée': onLetter((a, letter, b) => a + letter + letter + b),
  'lettres interverties': onLetter((a, letter, b) =>
    /\p{L}/u.test(b[0] ?? '') ? a + b[0] + letter + b.slice(1) : a + letter + b,
  ),
  'jour et mois intervertis': onDate((day, month, year) => `${month}/${day}/${year}`),
  'chiffre de la date': onDate((day, month, year, random) =>
    random.chance(0.5)
      ? `${day}/${month}/${year.slice(0, 3)}${random.below(10)}`
      : `${day[0]}${random.below(10)}/${month}/${year}`,
  ),
  'année sur deux chiffres': onDate((day, month, year) => `${day}/${month}/${year.slice(2)}`),
  'date ISO': onDate((day, month, year) => `${year}-${month}-${day}`),
  'numéro de série': onDate((day, month, year) =>
    String((Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / DAY),
  ),
  'zéro initial perdu': ({ postalCode = '' }) =>
    postalCode.startsWith('0') ? { postalCode: postalCode.slice(1) } : undefined,
  'code en notation scientifique': ({ postalCode }) =>
    postalCode
      ? { postalCode: Number(postalCode).toExponential(1).replace('.', ',').replace('e+', 'E+0') }
      : undefined,
  'déménagement du parent': ({ postalCode }, random) =>
    postalCode
      ? { postalCode: `${11 + random.below(84)}${String(random.below(999)).padStart(3, '0')}` }
      : undefined,
  diminutif: (key, random) => {
    const short = diminutivesOf(fold(key.firstName));
    if (short.length === 0) return undefined;
    const word = random.pick(short);
    return { firstName: word[0]?.toUpperCase() + word.slice(1) };
  },
  // Nothing could tell a teacher whose surname changed: the rest of the key is a first name.
  'nom remplacé': (key, random) =>
    key.birthDate || key.postalCode ? changed(key, 'lastName', surname(random)) : undefined,
} as const satisfies Record<string, Edit>;

export type EditKind = keyof typeof EDITS;
export const EDIT_KINDS = Object.keys(EDITS) as EditKind[];

/** One edited key, by the person's own lasting identifier. */
export interface LabelledEdit {
  id: string;
  profile: 'pupil' | 'parent' | 'teacher' | 'staff';
  kind: EditKind;
}

/**
 * The same school with keys edited: about `count` people of each kind that applies, nobody twice, and nobody whose id
 * is not in `among` (those who were there last year).
 */
export function editKeys(
  school: School,
  seed: number,
  kinds: readonly EditKind[],
  count: number,
  among?: ReadonlySet<string>,
): { school: School; edits: LabelledEdit[] } {
  const random = randomFrom(seed ^ 0xed17);
  const everyone = (['pupil', 'parent', 'teacher', 'staff'] as const).flatMap((profile) =>
    listOf(school, profile).map((person) => ({ profile, person })),
  );
  const waiting = everyone.filter(({ person }) => !among || among.has(person.id));
  const edits: LabelledEdit[] = [];
  const newKeys = new Map<string, Partial<Key>>();
  for (const kind of kinds) {
    let left = count;
    for (const { profile, person } of random.shuffle(waiting)) {
      if (left === 0) break;
      if (newKeys.has(person.id)) continue;
      const key = EDITS[kind](person, random);
      if (!key) continue;
      newKeys.set(person.id, key);
      edits.push({ id: person.id, profile, kind });
      left--;
    }
  }
  const edited = <T extends { id: string }>(people: readonly T[]) =>
    people.map((person) => ({ ...person, ...newKeys.get(person.id) }));
  return {
    edits,
    school: {
      ...school,
      pupils: edited(school.pupils),
      parents: edited(school.parents),
      teachers: edited(school.teachers),
      staff: edited(school.staff),
    },
  };
}

function listOf(school: School, profile: LabelledEdit['profile']): readonly (Key & { id: string })[] {
  if (profile === 'pupil') return school.pupils;
  if (profile === 'parent') return school.parents;
  return profile === 'teacher' ? school.teachers : school.staff;
}
