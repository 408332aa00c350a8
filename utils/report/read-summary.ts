import type { FactName, Facts, Gathered, Membership } from '@/utils/core/facts';
import type { HierarchyNode } from '@/utils/core/itslearning-facts';
import type { RosterFactTypes } from '@/utils/core/roster-facts';
import { modeOf, type TimetableImport } from '@/utils/core/skolengo-facts';
import type { TimetableFactTypes } from '@/utils/core/timetable-facts';
import { frenchDate } from '@/utils/rules/dates';

/** Facts read from screens: those of files are told where the file was given. */
type ScreenFact = Exclude<FactName, keyof RosterFactTypes | keyof TimetableFactTypes>;

/** French name of what was read, singular and plural; `undefined` for facts that are no list. */
const NAMES: Record<ScreenFact, readonly [string, string] | undefined> = {
  manualGroups: ['groupe manuel lu', 'groupes manuels lus'],
  memberships: undefined,
  users: ['compte lu', 'comptes lus'],
  removedUsers: ['personne détachée lue', 'personnes détachées lues'],
  classes: ['classe lue', 'classes lues'],
  structure: undefined,
  platform: undefined,
  importForm: undefined,
  userRows: ['ligne affichée', 'lignes affichées'],
  openUser: undefined,
  importWizard: undefined,
  importReport: ['ligne du rapport lue', 'lignes du rapport lues'],
  menuEntries: ['entrée de menu lue', 'entrées de menu lues'],
  strategies: ['stratégie lue', 'stratégies lues'],
  strategyUsers: ['utilisateur individuel lu', 'utilisateurs individuels lus'],
  presences: undefined,
  referenceLists: undefined,
  listedUsers: ['utilisateur lu', 'utilisateurs lus'],
  userListings: undefined,
  hierarchy: undefined,
  courses: ['cours lu', 'cours lus'],
  courseSearch: undefined,
  synchronisations: ['synchronisation lue', 'synchronisations lues'],
  wizardRows: ['ligne de l’étape lue', 'lignes de l’étape lues'],
  wizardSubjects: undefined,
  wizardSteps: undefined,
  importPeople: ['utilisateur de l’import lu', 'utilisateurs de l’import lus'],
  reconciliations: undefined,
  importFiles: undefined,
  importSummaries: undefined,
  importRuns: ['import lu', 'imports lus'],
  latestImports: undefined,
  importRecaps: ['récapitulatif lu', 'récapitulatifs lus'],
  likelyAccounts: undefined,
  selfEnrolments: undefined,
  expectedCourses: undefined,
  courseGaps: undefined,
  freeGroups: ['groupe libre lu', 'groupes libres lus'],
  createdAccounts: ['compte manuel lu', 'comptes manuels lus'],
  sections: ['rubrique lue', 'rubriques lues'],
  binnedSections: ['rubrique de la corbeille lue', 'rubriques de la corbeille lues'],
  accessBlocks: ['période de blocage lue', 'périodes de blocage lues'],
  timetableImports: undefined,
  // Somebody who holds two duties stands on two lines.
  dutyHolders: ['fonction attribuée lue', 'fonctions attribuées lues'],
  inboxes: ['message compté', 'messages comptés'],
  yearPlans: undefined,
};

/** « comptes lus », for so many of a list; `undefined` for facts that are no list on a screen. */
export function listName(list: FactName, count: number): string | undefined {
  return NAMES[list as ScreenFact]?.[count > 1 ? 1 : 0];
}

/** Lists of which the screen itself shows a part: nothing filters them. */
const ON_SCREEN: ReadonlySet<ScreenFact> = new Set<ScreenFact>([
  'freeGroups',
  'createdAccounts',
  'sections',
  'binnedSections',
  'accessBlocks',
  'dutyHolders',
  'inboxes',
]);

const number = (count: number) => count.toLocaleString('fr-FR');

/** « 18 groupes manuels lus sur 18 », one sentence per kind of fact: how much was read is never left unsaid. */
export function readSummary(facts: Facts): string[] {
  const lines = (Object.keys(NAMES) as ScreenFact[]).flatMap((name) => {
    if (name === 'userRows' && facts.users?.complete && facts.userRows) return [rowsSummary(facts.userRows)];
    const names = NAMES[name];
    const gathered = facts[name];
    if (!names || !gathered) return [];
    const shown = gathered.read?.shown ?? gathered.items.length;
    const total = gathered.read?.total;
    const what = names[shown > 1 ? 1 : 0];
    if (total !== undefined) return [`${number(shown)} ${what} sur ${number(total)}`];
    const { seen = 0, of = 0 } = gathered.read?.pages ?? {};
    if (of > 0) return [`${number(shown)} ${what}, ${seen} page${seen > 1 ? 's' : ''} sur ${number(of)}`];
    return [`${number(shown)} ${what}, ${extentOf(name, shown, gathered)}`];
  });
  for (const form of facts.timetableImports?.items ?? []) lines.push(importSummary(form, facts));
  if (facts.hierarchy) lines.push(hierarchySummary(facts.hierarchy));
  return facts.memberships ? [...lines, membershipSummary(facts.memberships)] : lines;
}

/** Which part of a list was read, when nothing tells how long it is. */
function extentOf(name: ScreenFact, shown: number, { read }: Gathered<unknown>): string {
  if (read?.alone) return 'sur cette fiche seule, sans le reste de la liste';
  if (!ON_SCREEN.has(name)) return 'liste filtrée';
  return shown === 0 ? 'la liste est vide ou se charge encore' : 'sur ce que montre cet écran';
}

/** A list of a hundred rows beside six hundred accounts would look like a reading that stopped short. */
function rowsSummary({ items: { length } }: Gathered<unknown>): string {
  const shown = length > 1 ? `${length} lignes affichées` : `${length} ligne affichée`;
  return `${shown} à l’écran\u00a0: sans effet sur le contrôle, qui a lu tous les comptes`;
}

/** « EDT 2026, mode 1, fin d’année au 03/07/2027 »: what an import was judged by, and on whose word. */
function importSummary(form: TimetableImport, { yearPlans }: Facts): string {
  const plan = yearPlans?.items[0];
  const said = (known: unknown, words: string) => (known === undefined ? `${words} d’après vous` : words);
  const mode = modeOf(form, plan);
  const to = form.to ?? plan?.timetableEnd;
  const parts = [
    form.software ?? 'logiciel non lu',
    mode === undefined ? unknownMode(form) : said(form.mode, `mode ${mode}`),
    // Only mode 2 imports the dates.
    mode === 2 &&
      (to === undefined ? 'fin d’année inconnue' : said(form.to, `fin d’année le ${frenchDate(to)}`)),
    mode !== undefined && mode !== 2 && 'sans date importée',
  ];
  return `formulaire d’import\u00A0: ${parts.filter(Boolean).join(', ')}`;
}

/** « mode « Option 4 : autre » inconnu »: the screen's own word, when it has one. */
function unknownMode({ modeWritten }: TimetableImport): string {
  return modeWritten === undefined ? 'mode inconnu' : `mode «\u00A0${modeWritten}\u00A0» inconnu`;
}

/** A tree loads its branches as they are unfolded: nobody knows how many nodes it has. */
function hierarchySummary({ items, complete }: Gathered<HierarchyNode>): string {
  const shown = items.length > 1 ? `${items.length} nœuds affichés` : `${items.length} nœud affiché`;
  return complete ? shown : `${shown}\u00a0: les branches repliées n’ont pas été lues`;
}

/** Members are counted across groups: a list of lists has two numbers to tell. */
function membershipSummary({ items, read }: Gathered<Membership>): string {
  if (items.length === 0 && read === undefined) return 'Membres non lus\u00a0: la liste est filtrée';
  if (items.length === 0 && read?.total !== 0) return 'Membres des groupes non lus';
  const count = items.reduce((sum, { members }) => sum + members.length, 0);
  const groups = read?.total === undefined ? items.length : `${items.length} groupes sur ${read.total}`;
  const where = typeof groups === 'string' ? groups : `${groups} groupe${groups > 1 ? 's' : ''}`;
  return `${count} membre${count > 1 ? 's' : ''} lu${count > 1 ? 's' : ''} dans ${where}`;
}
