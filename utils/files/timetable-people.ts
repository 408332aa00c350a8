import type { TimetablePerson, TimetablePupil } from '@/utils/core/timetable-facts';
import { dayNumber, readDate } from '@/utils/matching/dates';
import { fold } from '@/utils/matching/fold';
import { pairPeople } from '@/utils/matching/pair';
import type { Person, Reason } from '@/utils/matching/person';
import { possibleSplits } from './listed-name';

/** Someone of the timetable whom the platform may not recognise. */
export interface Unreconciled {
  person: TimetablePerson;
  /** The account that is the same person, where one resembles. */
  account?: Person;
  /** True when the account is virtually certain to be theirs. */
  certain: boolean;
  /** French sentences: what differs, or why nobody was found. */
  reasons: readonly string[];
}

/** Who of a timetable the platform will recognise, among the accounts of a list. */
export interface PeopleCheck {
  /** Last name, first name and, for pupils, birth date are the same. */
  reconciled: number;
  /** The same but for accents, hyphens, case or spaces: the platforms differ on these. */
  doubtful: readonly Unreconciled[];
  /** Known under something else. */
  unreconciled: readonly Unreconciled[];
  /** Nobody in the list resembles them. */
  unknown: readonly Unreconciled[];
  /** Unknown pupils whom the timetable itself places in no class, or says gone: last year's. */
  former: readonly Unreconciled[];
  /** Of whom the timetable doesn't tell last and first names apart, or no birth date: nothing is concluded. */
  uncompared: readonly Unreconciled[];
  /** Accounts of nobody in the timetable, but for those that may be of somebody uncompared. */
  absent: readonly Person[];
}

/**
 * Compares the pupils or the teachers of a timetable with the accounts of the platform, as an export or a reference list
 * gives them. People are recognised by last name, first name and, for pupils, birth date (source 001 §3.10).
 * @param profile only accounts of this profile are looked at
 */
export function crossCheckPeople(
  profile: 'pupil' | 'teacher',
  people: readonly (TimetablePerson | TimetablePupil)[],
  accounts: readonly Person[],
): PeopleCheck {
  const free = new Map<string, Person[]>();
  const own = accounts.filter((account) => account.profile === profile);
  for (const account of own) {
    const key = exactKey(profile, account);
    free.set(key, [...(free.get(key) ?? []), account]);
  }
  const names = new Set(own.map(nameKey));
  const matched = new Set<Person>();
  const left: Person[] = [];
  const uncompared: Unreconciled[] = [];
  for (const [id, person] of people.entries()) {
    const account = accountOf(profile, person, free);
    if (account) matched.add(account);
    else if (person.unsplit) uncompared.push({ person, certain: false, reasons: [UNSPLIT] });
    else if (isUndated(person) && names.has(nameKey(person)))
      uncompared.push({ person, certain: false, reasons: [UNDATED] });
    else left.push(asPerson(id, profile, person));
  }
  const others = own.filter((account) => !matched.has(account));
  const result = pairPeople(left, others, { strictness: 'school', kept: [...matched] });
  const of = ({ id }: Person) => people[id] as TimetablePerson | TimetablePupil;
  const isWriting = result.systemic.every(({ transformation }) => WRITING.has(transformation));
  const general = result.systemic.map(({ text }) => text);
  const paired = [
    ...result.explained.map((couple) => ({
      ...couple,
      certain: true,
      reasons: general,
      isDoubtful: isWriting,
    })),
    ...result.pairs.map(({ reasons: all, ...pair }) => {
      const reasons = isUndated(of(pair.gone)) ? all.filter(({ kind }) => kind !== 'date-missing') : all;
      return {
        ...pair,
        certain: pair.verdict === 'same',
        reasons: worthSaying(reasons),
        isDoubtful: reasons.every(({ kind }) => WRITING.has(kind)),
      };
    }),
  ].map(({ gone, arrived, certain, reasons, isDoubtful }) => ({
    person: of(gone),
    account: arrived,
    certain,
    reasons,
    isDoubtful,
  }));
  const plain = ({ isDoubtful: _, ...rest }: (typeof paired)[number]): Unreconciled => rest;
  const ambiguous = result.ambiguous.flatMap(({ gone, text }) =>
    gone.map((person): Unreconciled => ({ person: of(person), certain: false, reasons: [text] })),
  );
  const alone = result.unpaired.gone.map((person): Unreconciled => {
    const former = isFormer(of(person));
    return {
      person: of(person),
      certain: false,
      reasons: [former ? FORMER : isUndated(of(person)) ? NAMELESS : NOBODY[profile]],
    };
  });
  return {
    reconciled: matched.size,
    doubtful: paired.filter(({ isDoubtful }) => isDoubtful).map(plain),
    unreconciled: [...paired.filter(({ isDoubtful }) => !isDoubtful).map(plain), ...ambiguous],
    unknown: alone.filter(({ person }) => !isFormer(person)),
    former: alone.filter(({ person }) => isFormer(person)),
    uncompared,
    absent: withoutWordsOf(uncompared, result.unpaired.arrived),
  };
}

/** The account of the same names, taken from those that are free; a name in one column is read both ways round. */
function accountOf(
  profile: 'pupil' | 'teacher',
  person: TimetablePerson,
  free: ReadonlyMap<string, Person[]>,
): Person | undefined {
  const written = person.unsplit
    ? possibleSplits(person.lastName).map((names) => ({ ...person, ...names }))
    : [person];
  return written
    .map((one) => free.get(exactKey(profile, one)))
    .find((found) => found?.length)
    ?.shift();
}

/** An account that shares a word with somebody uncompared may be theirs: it is not told to be nobody's. */
function withoutWordsOf(uncompared: readonly Unreconciled[], accounts: readonly Person[]): readonly Person[] {
  const words = (text: string) => fold(text).split(' ');
  const said = new Set(uncompared.flatMap(({ person }) => words(person.lastName)));
  return accounts.filter((one) => !words(`${one.lastName} ${one.firstName}`).some((word) => said.has(word)));
}

const UNSPLIT =
  'Le nom et le prénom ne se distinguent pas dans cette liste\u00A0: rien n’est dit de son compte. Cherchez-le à la main.';

const UNDATED =
  'Un compte porte ces nom et prénom. La liste ne donne pas la date de naissance, sans laquelle l’ENT ne reconnaît pas un élève\u00A0: rien n’en est conclu.';

const FORMER =
  'Sans classe cette année, et aucun compte ne lui ressemble. C’est sans doute un élève de l’an passé.';
const NAMELESS = 'Aucun compte d’élève n’a ces nom et prénom, même à peu près.';
const NOBODY = {
  pupil: 'Aucun compte d’élève n’a ces nom, prénom et date de naissance, même à peu près.',
  teacher: 'Aucun compte d’enseignant n’a ces nom et prénom, même à peu près.',
};

/** A way of writing only: the birth date's counts for nothing, since platforms compare days. */
const WRITING: ReadonlySet<Reason['kind']> = new Set([
  'encoding',
  'invisible',
  'spaces',
  'apostrophe',
  'hyphen',
  'case',
  'ligature',
  'accents',
  'saint',
  'joined',
  'date-format',
  'level',
  'shared-relative',
]);

/** What keeps platforms from recognising somebody; the rest only told the account to be theirs. */
function worthSaying(reasons: readonly Reason[]): string[] {
  const said = reasons.filter(({ kind }) => !SUPPORTING.has(kind));
  return (said.length > 0 ? said : reasons).map(({ text }) => text);
}

const SUPPORTING: ReadonlySet<Reason['kind']> = new Set(['date-format', 'level', 'shared-relative']);

/** Names but for their case, and the day of birth: what every platform holds to be the same. */
function exactKey(profile: 'pupil' | 'teacher', person: TimetablePerson | Person): string {
  const born = profile === 'pupil' ? birthKey(person.birthDate) : '';
  return `${nameKey(person)}|${born}`;
}

function nameKey({ lastName, firstName }: TimetablePerson | Person): string {
  const name = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return `${name(lastName)}|${name(firstName)}`;
}

function birthKey(birthDate: string | undefined): string {
  const date = readDate(birthDate ?? '');
  return date ? String(dayNumber(date)) : fold(birthDate ?? '');
}

function asPerson(
  id: number,
  profile: 'pupil' | 'teacher',
  person: TimetablePerson | TimetablePupil,
): Person {
  const { lastName, firstName, birthDate } = person;
  const className = 'classes' in person ? person.classes[0] : undefined;
  return {
    id,
    profile,
    lastName,
    firstName,
    ...(profile === 'pupil' && birthDate && { birthDate }),
    ...(className && { className }),
  };
}

function isFormer(person: TimetablePerson | TimetablePupil): boolean {
  return 'classes' in person && person.classes.length === 0 && !person.classesUnknown;
}

function isUndated(person: TimetablePerson | TimetablePupil): boolean {
  return 'birthDateUnknown' in person;
}
