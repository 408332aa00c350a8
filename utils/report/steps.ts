import {
  dayAndMonth,
  exampleText,
  MILESTONE_LABELS,
  type MilestoneDates,
  momentText,
  periodText,
  type ResolvedDate,
} from '@/utils/checklists/calendar';
import type { Checklist, Role, Step } from '@/utils/checklists/checklist';
import type { StepState } from '@/utils/checklists/progress';
import { isoDate } from '@/utils/core/context';

/** Who carries a step out, as it is written beside it. */
export const ROLE_WORDS: Record<Role, string> = {
  administrator: 'administrateur de l’ENT',
  head: 'direction',
  teacher: 'enseignants',
  'timetable-manager': 'responsable des emplois du temps',
  'school-office': 'secrétariat',
  'school-life': 'vie scolaire',
  'gar-assigner': 'responsable d’affectation GAR',
  everyone: 'chacun',
  platform: 'plateforme',
};

/** « administrateur de l’ENT », « itslearning, rien à faire ». */
export function whoText({ who, provider }: Pick<Step, 'who' | 'provider'>): string {
  return who === 'platform' ? `${provider ?? ROLE_WORDS.platform}, rien à faire` : ROLE_WORDS[who];
}

/** What tells of a step's state, and how it is to be coloured. */
export interface StateWords {
  tone: 'proven' | 'done' | 'review' | 'found' | 'check';
  text: string;
}

/** « Constaté le 27/08 à 14 h 02 », « Coché le 28/08 » or what a reading found; nothing when there is nothing to say. */
export function stateWords(state: StepState): StateWords | undefined {
  switch (state.kind) {
    case 'todo':
      return undefined;
    case 'done': {
      const by = state.by ? ` par ${state.by}` : '';
      return { tone: 'done', text: `Coché le ${dayAndMonth(isoDate(new Date(state.at)))}${by}` };
    }
    case 'proven':
      return { tone: 'proven', text: `Constaté le ${momentText(state.at)}` };
    case 'found': {
      const tone = state.violations > 0 ? 'found' : 'check';
      return { tone, text: `${pointsText(state)} (le ${momentText(state.at)})` };
    }
    case 'review':
      return { tone: 'review', text: `À revoir : ${pointsText(state)} (le ${momentText(state.at)})` };
  }
}

/** What is wrong and what is to be looked at are told apart, as the panel on the screen does. */
function pointsText({ violations, reviews }: { violations: number; reviews: number }): string {
  const points = (count: number) => `${count} point${count > 1 ? 's' : ''}`;
  if (violations === 0) return `${points(reviews)} à vérifier`;
  const found = `${points(violations)} relevé${violations > 1 ? 's' : ''}`;
  return reviews === 0 ? found : `${found}, ${reviews} à vérifier`;
}

/** By which reading, and on what: « par la lecture de tout l’établissement : 18 groupes manuels lus sur 18 ». */
export function readingText({ by, on }: { by: string; on?: string }): string {
  const which = by === 'live' ? 'par la lecture de tout l’établissement' : 'par la lecture d’un écran';
  return on ? `${which} : ${on}` : which;
}

/** When a step is to be done, from the dates that are known. */
export function stepPeriod({ when }: Pick<Step, 'when'>, list: Checklist, dates: MilestoneDates): string {
  return periodText(when, dates, 'milestone' in when ? list.usually?.[when.milestone] : undefined);
}

/** « Fermeture des modules d’import ». */
export function milestoneTitle(milestone: ResolvedDate['milestone']): string {
  const label = MILESTONE_LABELS[milestone].replace(/^la /, '');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Who gave a date, or that it is still to be set, with what is known of when it falls. */
export function originText({ origin, usually, example }: ResolvedDate): string {
  switch (origin) {
    case 'school':
      return 'fixée ici';
    case 'ent':
      return 'donnée par la liste de l’ENT';
    case 'national':
      return 'calendrier national';
    case 'unknown': {
      const hints = [usually, example && `exemple, ${exampleText(example)}`].filter(Boolean);
      return hints.length > 0 ? `à fixer (${hints.join(' ; ')})` : 'à fixer';
    }
  }
}

/** The address of a step's screen for one school, or the page that the school gave for it. */
export function addressOf(
  { where, link }: Pick<Step, 'where' | 'link'>,
  { host, id }: { host: string; id: string },
): string | undefined {
  const path = where?.path?.replace(':school', encodeURIComponent(id));
  return path === undefined ? link : `https://${host}${path}`;
}
