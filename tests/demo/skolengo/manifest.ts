import { summerOn } from '../../../utils/core/context';
import type { Facts } from '../../../utils/core/facts';
import { inventSchool, type Planted } from './school';

/** What the demonstration's school says when it is asked: mode 2, and a year that ends with the lessons. */
export function planOn(date: string): Facts {
  const summer = summerOn(date);
  const at = { in: 'page', page: 'skolengo/year-plan', key: 'demo' } as const;
  const said = {
    mode: 2,
    yearEnd: `${summer}-07-02`,
    termStart: `${summer}-09-01`,
    timetableEnd: `${summer}-07-02`,
  } as const;
  return { yearPlans: { items: [{ at, ...said }], complete: true } };
}

/** Every planted fault and near-miss of the demonstration, by screen. What is not listed is ordinary. */
export function plantedOn(date: string): readonly Planted[] {
  const { startsIn, software } = inventSchool(date);
  const planted = (
    screen: string,
    rule: Planted['rule'],
    subject: string,
    expected: Planted['expected'],
    why: string,
  ): Planted => ({ screen, rule, subject, expected, why });
  return [
    planted('groupes', 'expiring-group', 'Chorale', 'violation', 'limited to the school year'),
    planted(
      'groupes',
      'expiring-group',
      'Liaison CM2-6e non limitée à une école',
      'violation',
      'only its name says « non limitée »',
    ),
    planted(
      'groupes',
      'expiring-group',
      'Club robotique',
      'review',
      'a date is no lifetime that the guide knows',
    ),
    planted('groupes', 'expiring-group', 'Conseil de vie collégienne', 'none', 'not limited'),
    planted('groupe', 'expiring-group', 'Chorale', 'violation', 'the same group, on its own form'),
    planted('comptes', 'expiring-account', 'ROCHEBRUNE Agathe', 'violation', 'not lasting'),
    planted('comptes', 'expiring-account', 'MONTVALLON Sévan', 'review', 'nothing is said of it'),
    planted('comptes', 'expiring-account', 'VALCOMBE Idris', 'none', 'lasting'),
    planted('rubriques', 'temporary-section', 'Voyage à Rome', 'violation', 'temporary'),
    planted('rubriques', 'temporary-section', 'Journal des 4e', 'violation', 'temporary'),
    planted(
      'rubriques',
      'temporary-section',
      'Exposition temporaire du CDI',
      'none',
      'only its name says so',
    ),
    planted(
      'parametres',
      'temporary-section',
      'Voyage à Rome',
      'violation',
      'the box of its own form is ticked',
    ),
    planted(
      'corbeille',
      'trash-to-restore',
      `Classe 3e A ${startsIn - 1}-${startsIn}`,
      'violation',
      'put there last summer',
    ),
    planted(
      'corbeille',
      'trash-to-restore',
      'Concours de nouvelles',
      'violation',
      'put there during the year',
    ),
    planted('blocage', 'access-window', 'Élèves', 'violation', 'starts while there are lessons'),
    planted('blocage', 'access-window', 'Parents', 'none', 'from 17 August to the return to school'),
    planted(
      'import-edt',
      'early-timetable-end',
      software,
      'review',
      'mode 2, and the year ends with the lessons',
    ),
    planted(
      'import-edt',
      'unsupported-timetable-version',
      software,
      'none',
      'the version of this school year',
    ),
    planted(
      'messagerie',
      'unfiled-message',
      'Boîte de réception',
      'violation',
      'messages that are not filed',
    ),
  ];
}
