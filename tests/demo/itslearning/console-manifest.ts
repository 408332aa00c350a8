import { startingYear } from '../edifice/calendar';
import { GONE, homonymOf, oldEnough } from './console-model';
import type { School } from './model';

/** The screens of the administration, by the word of their address. */
export type ConsoleScreen = 'cours' | 'strategies' | 'hierarchie';

/**
 * One planted fault or near-miss of the console: what a rule must make of a line. `none` looks like the fault and isn't
 * one. Whatever is not listed is ordinary.
 */
export interface PlantedLine {
  screen: ConsoleScreen;
  rule: string;
  subject: string;
  expected: 'violation' | 'review' | 'none';
  why: string;
}

/** Everything planted in the console of a school on an ISO date, strategies compared with the four exports of the day. */
export function plantedLines(school: School, date: string): readonly PlantedLine[] {
  return school.kind === 'college' ? college(school, date) : [];
}

function college(school: School, date: string): PlantedLine[] {
  const startsIn = startingYear(date);
  const [year, last] = [`${startsIn}-${startsIn + 1}`, `${startsIn - 1}-${startsIn}`];
  // The platform archives and hides until 25 August: before, only a person can tell.
  const switching = date.slice(5) >= '08-01' && date.slice(5) < '08-26';
  const sure = switching ? 'review' : 'violation';
  const fortnight = (Date.parse(date) - Date.parse(oldEnough(date))) / 86_400_000 >= 14;
  const { lastName, firstName } = homonymOf(school);
  const line =
    (screen: ConsoleScreen) =>
    (rule: string, subject: string, expected: PlantedLine['expected'], why: string): PlantedLine => ({
      screen,
      rule,
      subject,
      expected,
      why,
    });
  const [course, strategy, node] = [line('cours'), line('strategies'), line('hierarchie')];
  return [
    course('unarchived-course', 'ANGLAIS LV1 - 6 B', sure, 'Imported a year ago, and active.'),
    course('unarchived-course', 'ANGLAIS LV1 - 6 A', 'none', 'Imported this year.'),
    course('duplicate-course', 'TECHNO - 4 B', 'violation', '« TECHNO - 4B » but for a space.'),
    course('duplicate-course', 'LCA LATIN - 3BDLATIN', 'none', 'A group, and the same group with another.'),
    course('empty-course', 'EPS - 5 C', 'violation', 'Nobody.'),
    course('empty-course', 'EPS - 5 D', 'review', 'One participant.'),
    course('unvisited-course', 'MUSIQUE - 3 B', fortnight ? 'review' : 'none', 'Never opened.'),
    course('unvisited-course', 'SVT - 4 A', 'none', 'Never opened, and made today.'),
    course('unrenamed-manual-course', `Club échecs ${last}`, 'violation', 'Its name bears last year.'),
    course('unrenamed-manual-course', 'Atelier radio', 'review', 'Not touched since June.'),
    course('unrenamed-manual-course', 'Journal du collège', 'none', 'Taken up again by its teacher.'),
    course('unrenamed-manual-course', `Chorale ${year}`, 'none', 'Renamed.'),
    strategy('orphan-strategy', GONE, 'review', 'In no export.'),
    strategy('unchecked-strategy', 'Messagerie restreinte', 'review', 'A number in place of the names.'),
    strategy('unchecked-strategy', `${lastName} ${firstName}`, 'review', 'Two accounts bear the name.'),
    strategy('unchecked-strategy', 'Stockage étendu', 'none', 'Profiles only.'),
    node('past-year-hierarchy', `Cours ${last}`, sure, 'Still shown.'),
    node('past-year-hierarchy', `Espaces de travail ${year}`, 'none', 'This year’s.'),
    node('missing-automatic-hierarchy', 'Responsables [synchronisé]', 'review', 'Not there.'),
    node('manual-hierarchy', 'Projet théâtre', 'review', 'Made by hand.'),
    node('manual-hierarchy', 'Conseil de vie collégienne', 'review', 'Made by hand.'),
    node('manual-hierarchy', 'Comédiens', 'none', 'Inside one that is told already.'),
    node('touched-automatic-hierarchy', 'Enseignants [synchronisé] (copie)', 'review', 'A copy.'),
    node('touched-automatic-hierarchy', 'Enseignants [Synchronisé]', 'none', 'Another case, the same mark.'),
  ];
}
