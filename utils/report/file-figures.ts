import type { RuleResult } from '@/utils/core/audit';
import type { RuleCount } from '@/utils/core/fiche';
import type { DeletionGauge, RosterRole } from '@/utils/core/roster-facts';
import type { Prediction } from '@/utils/files/expected';
import { countsOf } from './figures';

/** A finding whose list may have been cut: only its length is known whole. */
interface Cut {
  rule: string;
  total: number;
  rows: readonly { review: boolean }[];
}

/**
 * What each rule concluded of lists that were put into words in part. Those that were not count with the doubtful ones
 * where a single one of those that were is doubtful. Pure.
 */
export function countsWithCuts(results: readonly RuleResult[], findings: readonly Cut[]): RuleCount[] {
  const cuts = new Map(findings.map((finding) => [finding.rule, finding]));
  return countsOf(results).map((count) => {
    const cut = cuts.get(count.rule);
    const missing = cut ? cut.total - cut.rows.length : 0;
    if (missing <= 0) return count;
    return count.reviews > 0
      ? { ...count, reviews: count.reviews + missing }
      : { ...count, violations: count.violations + missing };
  });
}

const ROLES: Record<RosterRole, string> = {
  pupil: 'élèves',
  parent: 'responsables',
  teacher: 'enseignants',
  staff: 'personnels',
  guest: 'invités',
};

/** How many of each thing the files of users held, and what their import would do: words that name nobody. */
export function rosterFigures(
  { gauge, prediction }: { gauge?: DeletionGauge; prediction?: Prediction },
  updateAll: boolean,
): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { profile, known, absent } of gauge?.byProfile ?? []) {
    figures[`Export, ${ROLES[profile]}`] = known;
    figures[`Fichiers à importer, ${ROLES[profile]} absents`] = absent;
  }
  const { perProfile = [] } = prediction?.[updateAll ? 'ticked' : 'unticked'] ?? {};
  for (const { profile, created, updated, deleted } of perProfile) {
    figures[`Import attendu, ${ROLES[profile]} créés`] = created;
    figures[`Import attendu, ${ROLES[profile]} reconnus`] = updated;
    figures[`Import attendu, ${ROLES[profile]} supprimés`] = deleted;
  }
  return figures;
}

/** What a timetable file held, in numbers. */
interface TimetableNumbers {
  counts: { lessons: number; classes: number; groups: number; pupils: number; teachers: number };
  outcomes: { course: number; several: number; nothing: number };
  courses: number;
}

/** The same of a timetable file. */
export function timetableFigures({ counts, outcomes, courses }: TimetableNumbers): Record<string, number> {
  return {
    'Emploi du temps, séances': counts.lessons,
    'Emploi du temps, séances ignorées par l’ENT': outcomes.nothing,
    'Emploi du temps, classes': counts.classes,
    'Emploi du temps, groupes': counts.groups,
    'Emploi du temps, élèves': counts.pupils,
    'Emploi du temps, enseignants': counts.teachers,
    'Emploi du temps, cours attendus': courses,
  };
}
