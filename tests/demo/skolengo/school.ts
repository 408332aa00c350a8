import { schoolYearOn, summerOn } from '../../../utils/core/context';
import type { SKOLENGO_RULES } from '../../../utils/rules/lists/skolengo';

/** One invented school, with everything that its change of year would take away. Dates are as the screens write them. */
export interface School {
  /** First label of its host. */
  slug: string;
  name: string;
  /** Calendar year in which the school year starts. */
  startsIn: number;
  groups: readonly { name: string; kind: string; lifetime: string; members: number }[];
  accounts: readonly { name: string; profile: string; lifetime: string }[];
  sections: readonly { name: string; temporary: boolean }[];
  binned: readonly { name: string; on: string }[];
  blocks: readonly { who: string; from: string; to: string }[];
  software: string;
  softwares: readonly string[];
  duties: readonly { duty: string; person: string }[];
  messages: readonly { from: string; subject: string; on: string }[];
}

/** A planted fault or near-miss: what the rule must make of it, once the school said mode 2 and the calendar is known. */
export interface Planted {
  screen: string;
  rule: keyof typeof SKOLENGO_RULES;
  subject: string;
  expected: 'violation' | 'review' | 'none';
  why: string;
}

export const LASTING = 'Non limitée';
export const THIS_YEAR = "Limitée à l'année scolaire";

/** The school as it stands on an ISO date. All its people are invented. */
export function inventSchool(date: string): School {
  const { startsIn } = schoolYearOn(date);
  const summer = summerOn(date);
  return {
    slug: 'college-demo',
    name: 'COLLEGE MARGUERITE-VIDAL',
    startsIn,
    groups: [
      { name: 'Chorale', kind: 'Groupe libre', lifetime: THIS_YEAR, members: 34 },
      { name: 'Conseil de vie collégienne', kind: 'Groupe libre', lifetime: LASTING, members: 18 },
      { name: 'Club robotique', kind: 'Groupe libre', lifetime: `31/08/${startsIn + 3}`, members: 11 },
      { name: 'Commission numérique', kind: 'Groupe libre', lifetime: LASTING, members: 7 },
      {
        name: 'Liaison CM2-6e non limitée à une école',
        kind: 'Groupe libre',
        lifetime: THIS_YEAR,
        members: 22,
      },
    ],
    accounts: [
      { name: 'ROCHEBRUNE Agathe', profile: 'Intervenant extérieur', lifetime: 'Non pérenne' },
      { name: 'VALCOMBE Idris', profile: 'Personnel de collectivité', lifetime: 'Pérenne' },
      { name: 'MONTVALLON Sévan', profile: 'Médecin scolaire', lifetime: '' },
    ],
    sections: [
      { name: 'Vie du collège', temporary: false },
      { name: 'Voyage à Rome', temporary: true },
      { name: 'Exposition temporaire du CDI', temporary: false },
      { name: 'Journal des 4e', temporary: true },
    ],
    binned: [
      { name: `Classe 3e A ${startsIn - 1}-${startsIn}`, on: `28/07/${startsIn}` },
      { name: 'Concours de nouvelles', on: `12/10/${startsIn}` },
    ],
    blocks: [
      { who: 'Parents', from: `17/08/${summer}`, to: `01/09/${summer}` },
      { who: 'Élèves', from: `28/06/${summer}`, to: `31/08/${summer}` },
    ],
    software: `EDT ${startsIn}`,
    softwares: [`EDT ${startsIn}`, `EDT ${startsIn - 1}`, `UDT ${startsIn}`, `EDT ${startsIn - 4}`],
    duties: [
      { duty: 'Administrateurs ENT', person: 'SAINTAUBIN Maud' },
      { duty: 'Administrateurs ENT', person: 'ISNARDON Élie' },
      { duty: 'Référents numériques', person: 'SAINTAUBIN Maud' },
      { duty: 'PsyEN', person: 'NOIRMONT Ariane' },
    ],
    messages: [
      { from: 'ISNARDON Élie', subject: 'Conseil du 12', on: `14/11/${startsIn}` },
      { from: 'NOIRMONT Ariane', subject: 'Archive des sanctions', on: `09/11/${startsIn}` },
      { from: 'SAINTAUBIN Maud', subject: 'Salle informatique', on: `02/11/${startsIn}` },
    ],
  };
}
