import type { EntId } from './core/facts';
import type { Action, Impact, Rule } from './core/rule';
import { holdSwitch, liveSwitch } from './detector-ids';
import { ENTS } from './ents';
import { ACTION_WORDS } from './report/action-words';
import { EDIFICE_RULES } from './rules/lists/edifice';
import { ITSLEARNING_RULES } from './rules/lists/itslearning';
import { ITSLEARNING_IMPORT_RULES } from './rules/lists/itslearning-import';
import { SKOLENGO_RULES } from './rules/lists/skolengo';
import { TIMETABLE_RULES } from './rules/lists/timetable';
import { TIMETABLE_UPLOAD_RULES } from './rules/lists/timetable-upload';
import { USER_FILE_RULES } from './rules/lists/user-files';

/** Something that reads, judges or holds back, and can be switched off by itself. */
export interface Detector {
  id: string;
  kind: 'rule' | 'screen' | 'live' | 'hold';
  /** French name, as it stands elsewhere. */
  title: string;
  impact?: Impact;
}

/** Detectors that belong together. */
export interface DetectorGroup {
  id: string;
  title: string;
  detectors: readonly Detector[];
}

const RULES: readonly { id: string; title: string; lists: readonly Readonly<Record<string, Rule>>[] }[] = [
  { id: 'edifice', title: 'Règles d’Edifice', lists: [EDIFICE_RULES] },
  { id: 'itslearning', title: 'Règles d’itslearning', lists: [ITSLEARNING_RULES, ITSLEARNING_IMPORT_RULES] },
  { id: 'skolengo', title: 'Règles de Skolengo', lists: [SKOLENGO_RULES] },
  { id: 'files', title: 'Règles des fichiers d’utilisateurs', lists: [USER_FILE_RULES] },
  { id: 'timetable', title: 'Règles des emplois du temps', lists: [TIMETABLE_RULES, TIMETABLE_UPLOAD_RULES] },
];

const LIVE_TITLE: Record<EntId, string> = {
  edifice: 'Contrôle de l’établissement par la console',
  itslearning: 'Contrôle de l’établissement',
  skolengo: 'Contrôle de l’établissement',
};

/** Every detector, in the order in which they are shown. */
export const DETECTORS: readonly DetectorGroup[] = [
  ...ENTS.map(({ id, name, pages, live }): DetectorGroup => {
    const screens = pages.map((page): Detector => ({ id: page.id, kind: 'screen', title: page.title }));
    const whole: Detector[] = live ? [{ id: liveSwitch(id), kind: 'live', title: LIVE_TITLE[id] }] : [];
    return { id: `screens-${id}`, title: `Écrans lus, ${name}`, detectors: [...whole, ...screens] };
  }),
  ...RULES.map(({ id, title, lists }): DetectorGroup => {
    const rules = lists.flatMap((list) => Object.values(list));
    return {
      id: `rules-${id}`,
      title,
      detectors: rules.map((rule) => ({
        id: rule.id,
        kind: 'rule',
        title: rule.title,
        impact: rule.impact,
      })),
    };
  }),
  {
    id: 'holds',
    title: 'Clics retenus',
    detectors: (Object.entries(ACTION_WORDS) as [Action, string][]).map(([action, title]) => ({
      id: holdSwitch(action),
      kind: 'hold',
      title,
    })),
  },
];

/** The pages that somebody taught, which are switched as the others are; one name may stand on several sites. */
export function learnedDetectors(pages: readonly { id: string; title: string }[]): DetectorGroup[] {
  const byId = new Map(pages.map(({ id, title }) => [id, { id, kind: 'screen' as const, title }]));
  if (byId.size === 0) return [];
  return [{ id: 'screens-learned', title: 'Écrans lus, pages apprises', detectors: [...byId.values()] }];
}
