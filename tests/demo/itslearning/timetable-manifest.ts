import { partOf } from './cast';
import type { School } from './model';
import type { Stage } from './timetable-screens';

/** One planted fault: on which screen of « Import EDT », under which rule, and of whom or what it must speak. */
export interface PlantedFault {
  school: School['kind'];
  stage: Stage;
  rule: string;
  expected: 'violation' | 'review';
  /** What the finding's subject begins with. */
  subject: string;
}

const [accent, hyphen] = [partOf('college', 'accent'), partOf('college', 'hyphen')];

const planted =
  (school: School['kind'], stage: Stage) =>
  (rule: string, expected: PlantedFault['expected'], ...subjects: string[]): PlantedFault[] =>
    subjects.map((subject) => ({ school, stage, rule, expected, subject }));

/** Every planted fault of the two schools' imports. What is not listed here is ordinary. */
export function plantedFaults(): readonly PlantedFault[] {
  const lost = [
    `${accent.firstName} ${accent.lastName}`,
    `Jean Batiste ${hyphen.lastName}`,
    'Ondine PASDECHEZNOUS',
  ];
  return [
    ...planted('college', 'matieres')(
      'unrecognised-subject',
      'violation',
      'DEVOIRS COMMUNS',
      'Evaluation Numérique',
    ),
    ...planted('college', 'matieres')('disabled-course', 'review', 'BILAN CLASSE'),
    ...planted('college', 'groupes')('disabled-course', 'review', '3FLS'),
    ...planted('college', 'cours')('disabled-course', 'review', 'LCA LATIN - 4BCCHAT'),
    ...planted('college', 'enseignants')('unreconciled-user', 'violation', 'Helene RENE', 'Firmin TRIQUETAL'),
    ...planted('college', 'enseignants')('unreconciled-user', 'review', ''),
    ...planted('college', 'eleves')('unreconciled-user', 'violation', ...lost),
    ...planted('college', 'resume')(
      'shrinking-import',
      'review',
      "Nombre d'évènements supprimés",
      "Nombre d'appartenances supprimées",
    ),
    ...planted('college', 'recapitulatif')('failed-import', 'violation', '11/02/2026', '11/02/2026'),
    ...planted('college', 'recapitulatif')(
      'unreconciled-user',
      'violation',
      ...lost,
      'Helene RENE',
      'Firmin TRIQUETAL',
    ),
    ...planted('lycee', 'rne')('wrong-school-file', 'violation', '0490856P'),
    ...planted('lycee', 'rne')('missing-import-key', 'violation', '0490856P'),
    ...planted('college', 'historique')('unfinished-import', 'review', '11/02/2026 10:32'),
    ...planted('lycee', 'historique')('unfinished-import', 'violation', '25/08/2026 09:12'),
  ];
}
