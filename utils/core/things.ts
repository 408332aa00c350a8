import type { FactName } from './facts';

/** Facts about things: groups, courses, files, dates. What is not listed here may name somebody. */
const THINGS: ReadonlySet<FactName> = new Set<FactName>([
  'manualGroups',
  'classes',
  'structure',
  'platform',
  'importForm',
  'importWizard',
  'importReport',
  'synchronisations',
  'menuEntries',
  'strategies',
  'referenceLists',
  'userListings',
  'hierarchy',
  'courses',
  'courseSearch',
  'wizardRows',
  'wizardSubjects',
  'wizardSteps',
  'reconciliations',
  'importFiles',
  'importSummaries',
  'importRuns',
  'latestImports',
  'importRecaps',
  'selfEnrolments',
  'expectedCourses',
  'courseGaps',
  'freeGroups',
  'sections',
  'binnedSections',
  'accessBlocks',
  'timetableImports',
  'inboxes',
  'yearPlans',
  'timetableFiles',
  'seenTimetables',
  'timetableClasses',
  'timetableGroups',
  'timetableUploads',
  'uncontrolledTimetables',
  'uncontrolledFiles',
  'fileFaults',
  'headerProblems',
  'removalFiles',
  'profileMismatches',
  'classPromotions',
  'deletionGauge',
  'systemicEdits',
  'mangledValues',
  'lostEncoding',
]);

/** True for facts that name nobody. */
export function isOfThings(list: FactName): boolean {
  return THINGS.has(list);
}

/** Ids of the rules whose findings are about things: what they name may be shown to anybody. */
export function rulesOfThings(
  rules: readonly { id: string; needs: readonly FactName[] }[],
): ReadonlySet<string> {
  return new Set(rules.filter(({ needs }) => needs.every(isOfThings)).map(({ id }) => id));
}
