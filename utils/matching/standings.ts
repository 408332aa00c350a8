import { type AskedPerson, type Standing, type WhoIsHere, whoIsHere } from './who-is-here';

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
  const schools = new Set(who.people.flatMap(({ uai }) => uai ?? []));
  const alone = new Set(people.map(({ organisation }) => organisation ?? '')).size <= 1;
  const lookUps = new Map<string, ReturnType<typeof whoIsHere>>();
  const lookUpIn = (uai: string) => {
    const known = lookUps.get(uai) ?? whoIsHere(uai === '' ? who : ofSchool(who, uai));
    lookUps.set(uai, known);
    return known;
  };
  return people.map((person): Standing => {
    const { organisation = '' } = person;
    const uai = /\b\d{7}[A-Z]\b/.exec(organisation)?.[0] ?? (organisation && uaiNamed(organisation));
    const undetermined = (says: string): Standing => ({ status: 'undetermined', says });
    if (uai && schools.size > 0)
      return schools.has(uai)
        ? lookUpIn(uai)(person)
        : undetermined(`La liste est celle de ${[...schools].join(', ')}, et non de ${organisation}.`);
    if (alone && schools.size <= 1) return lookUpIn('')(person);
    const whose = schools.size > 0 ? ` (${[...schools].join(', ')})` : '';
    return undetermined(
      `L’écran couvre plusieurs établissements\u00A0: rien ne dit si la liste${whose} est celle de ${organisation || 'cette personne'}.`,
    );
  });
}

/** The part of a list that is one school's: it covers the profiles that stand in it. */
function ofSchool(who: WhoIsHere, uai: string): WhoIsHere {
  const people = who.people.filter((person) => person.uai === uai);
  return { ...who, people, roles: new Set(people.map(({ role }) => role)) };
}
