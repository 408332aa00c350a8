import { fold } from './fold';
import { type AskedPerson, type ListedPerson, type Standing, type WhoIsHere, whoIsHere } from './who-is-here';

/** Somebody on a screen, of whom it is asked whether they are here this year. */
export interface QuestionedPerson extends AskedPerson {
  /** The school that the screen names beside them. */
  organisation?: string;
}

/** Each person against the list of their own school; where it can't be told which school, nothing is concluded. */
export function standingsOf(
  people: readonly QuestionedPerson[],
  who: WhoIsHere,
  uaiNamed: (organisation: string) => string | undefined,
): Standing[] {
  const codes = new Set(who.people.flatMap(({ uai }) => uai ?? []));
  const named = new Set(who.people.flatMap(({ organisation }) => (organisation ? fold(organisation) : [])));
  const asked = new Set(people.map(({ organisation }) => organisation ?? ''));
  const alone = asked.size <= 1;
  const lookUps = new Map<string, ReturnType<typeof whoIsHere>>();
  const lookUpIn = (school: string, list: () => WhoIsHere) => {
    const known = lookUps.get(school) ?? whoIsHere(list());
    lookUps.set(school, known);
    return known;
  };
  return people.map((person): Standing => {
    const { organisation = '' } = person;
    const uai = UAI.exec(organisation)?.[0] ?? (organisation && uaiNamed(organisation));
    const undetermined = (says: string): Standing => ({ status: 'undetermined', says });
    if (uai && codes.size > 0)
      return codes.has(uai)
        ? lookUpIn(uai, () => partOf(who, (one) => one.uai === uai))(person)
        : undetermined(`La liste est celle de ${[...codes].join(', ')}, et non de ${organisation}.`);
    const name = fold(organisation);
    if (name && named.has(name))
      return lookUpIn(name, () => partOf(who, (one) => fold(one.organisation ?? '') === name))(person);
    if (name && named.size > 0)
      return undetermined(`La liste lue dans l’ENT n’est pas celle de «\u00A0${organisation}\u00A0».`);
    if (alone && codes.size <= 1 && named.size <= 1) return lookUpIn('', () => who)(person);
    return undetermined(unknownSchool(organisation, alone ? 0 : asked.size, [...codes]));
  });
}

const UAI = /\b\d{7}[A-Z]\b/;

/** Why nothing is concluded, and what the person can do: one school at a time is always compared. */
function unknownSchool(organisation: string, schools: number, codes: readonly string[]): string {
  const whose = codes.length > 0 ? ` (${codes.join(', ')})` : '';
  const here = organisation ? `«\u00A0${organisation}\u00A0»` : 'cette personne';
  return schools > 1
    ? `L’écran couvre ${schools} établissements, sans leur code\u00A0: rien ne dit si la liste${whose} est celle de ${here}. Choisissez-y un seul établissement dans «\u00A0Organisation\u00A0», puis donnez son export.`
    : `La liste réunit plusieurs établissements${whose}\u00A0: rien ne dit lequel est ${here}. Donnez l’export de celui-ci seul.`;
}

/** The part of a list that is one school's: it covers the profiles that stand in it. */
function partOf(who: WhoIsHere, isOfSchool: (one: ListedPerson) => boolean): WhoIsHere {
  const people = who.people.filter(isOfSchool);
  // A list of accounts covers what it was asked for, whether or not it says the profile of each.
  const roles = people.every(({ role }) => role)
    ? new Set(people.flatMap(({ role }) => role ?? []))
    : who.roles;
  return { ...who, people, roles };
}
