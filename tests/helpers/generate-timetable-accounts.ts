import type { TimetableModel } from './timetable-model';

const HEADER =
  'Clé de synchro élève;Nom d’utilisateur élève;Nom élève;Prénom élève;Date de naissance élève;Classe Apprenant;Niveau';

/** What differs from the timetable in the accounts of its pupils. */
export interface AccountFaults {
  /** The class that the ENT writes without its space. */
  respelt: string;
  /** Names, as the timetable writes them, of pupils whose account has one letter more. */
  misspelt: readonly string[];
  /** Who has an account and is not in the timetable. */
  missing: string;
}

/** The accounts of the pupils of a timetable, as « Suivi synchro » exports them, with one fault of each kind. */
export function pupilAccounts({ pupils, classes }: TimetableModel): { text: string; faults: AccountFaults } {
  const present = pupils.filter(({ className, leftOn }) => className !== undefined && !leftOn);
  const respelt = classes.find((name) => name.includes(' ')) ?? '';
  const odd = present[20];
  const rows = present.map((pupil, at) => {
    const { lastName, firstName, birthDate, className = '' } = pupil;
    const inEnt = className === respelt ? className.replaceAll(' ', '') : className;
    return [`k${at}`, `u${at}`, pupil === odd ? `${lastName}X` : lastName, firstName, birthDate, inEnt, ''];
  });
  const text = [
    HEADER,
    ...rows.map((row) => row.join(';')),
    `k9999;u9999;ABSENTE;Zoé;01/01/2013;${classes.at(-1)};`,
  ];
  return {
    text: text.join('\r\n'),
    faults: {
      respelt,
      misspelt: odd ? [`${odd.lastName} ${odd.firstName}`] : [],
      missing: 'ABSENTE Zoé',
    },
  };
}
