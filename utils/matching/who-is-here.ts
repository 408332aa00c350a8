import type { PresenceStatus } from '@/utils/core/itslearning-facts';
import type { RosterRole } from '@/utils/core/roster-facts';
import { singleFault } from './distance';
import { nameWords, solid } from './fold';

/** Somebody of a reference list. A list that writes whole names has them as last names, without first ones. */
export interface ListedPerson {
  lastName: string;
  firstName: string;
  /** Absent where a list of accounts doesn’t say it. */
  role?: RosterRole;
  /** School code, where the list or its name says it. */
  uai?: string;
  /** What the list calls the school, where it has no code. */
  organisation?: string;
}

/** Who is here, as far as one knows. */
export interface WhoIsHere {
  people: readonly ListedPerson[];
  /** The profiles that the list covers. */
  roles: ReadonlySet<RosterRole>;
  /** Names (`orders`) seen elsewhere this year: they prove that somebody is here, never that another isn't. */
  seen: ReadonlySet<string>;
}

/** A whole name as it compares, whichever of its words come first: « Luc Petit » and « PETIT Luc » have one in common. */
export function orders(name: string): string[] {
  const words = nameWords(name);
  return words.map((_word, at) => [...words.slice(at), ...words.slice(0, at)].join(''));
}

/** A name as a screen writes it, in whichever order. */
export interface AskedPerson {
  name: string;
  role?: RosterRole;
}

/** What a list says of somebody; `says` is French and names nobody. */
export interface Standing {
  status: PresenceStatus;
  says?: string;
}

const PLURALS: Record<RosterRole, string> = {
  pupil: 'élèves',
  parent: 'parents',
  teacher: 'enseignants',
  staff: 'personnels',
  guest: 'invités',
};
/** Strategies are given to these; parents and guests are rarely named one by one. */
const EXPECTED: readonly RosterRole[] = ['teacher', 'staff', 'pupil'];

/** Looks people up in a list, names in both orders. The index lives as long as the function given: never keep one. */
export function whoIsHere(list: WhoIsHere): (asked: AskedPerson) => Standing {
  const { people, seen } = list;
  const byName = new Map<string, ListedPerson[]>();
  for (const person of people) {
    const { lastName, firstName } = person;
    const written = firstName
      ? [solid(`${lastName} ${firstName}`), solid(`${firstName} ${lastName}`)]
      : orders(lastName);
    for (const name of new Set(written)) byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  const names = [...byName.keys()];
  return (asked) => {
    const name = solid(asked.name);
    const found = likeliest(byName.get(name) ?? [], asked.role);
    if (found.length > 1)
      return {
        status: 'homonym',
        says: `${found.length} personnes de la liste portent ce nom\u00A0: vérifiez laquelle est visée, et qu’elle est toujours légitime.`,
      };
    if (found.length === 1 || seen.has(name)) return { status: 'present' };
    return missing(asked, list, names);
  };
}

/** A parent who works here has two accounts: the other one is meant, unless the screen says « parent ». */
function likeliest(people: readonly ListedPerson[], role: RosterRole | undefined): readonly ListedPerson[] {
  const sameRole = people.filter((person) => person.role === role);
  if (sameRole.length > 0) return sameRole;
  const others = people.filter((person) => person.role !== 'parent');
  return others.length > 0 ? others : people;
}

function missing({ name, role }: AskedPerson, { roles }: WhoIsHere, names: readonly string[]): Standing {
  const undetermined = (says: string): Standing => ({ status: 'undetermined', says });
  if (nameWords(name).length < 2)
    return undetermined('L’écran n’en montre pas le nom entier\u00A0: la comparaison n’a pas pu être faite.');
  const needed = role ? [role] : EXPECTED;
  const lacking = needed.filter((one) => !roles.has(one)).map((one) => PLURALS[one]);
  if (lacking.length > 0)
    return undetermined(`Absent de la liste, qui ne contient pas les ${lacking.join(' ni les ')}.`);
  const asked = solid(name);
  if (names.some((one) => singleFault(one, asked) !== undefined))
    return undetermined(
      'Absent de la liste, où un nom ne diffère que d’une lettre\u00A0: vérifiez l’orthographe.',
    );
  return { status: 'absent', says: 'Un compte créé à la main n’est dans aucun export.' };
}
