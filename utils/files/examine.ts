import type {
  HeaderProblem,
  ProfileMismatch,
  RemovalFile,
  RosterPlatform,
  RosterRole,
} from '@/utils/core/roster-facts';
import type { ShuffledColumn } from '@/utils/core/shuffled-facts';
import { type Account, isNobody, platformOf, readAccount } from './accounts';
import { compareBlockPeople } from './block-people';
import { type Classes, readClasses } from './classes';
import { type Comparison, compareRosters } from './compare';
import { type SpoiltCells, spoiltCells } from './control-cells';
import { headerProblems } from './control-headers';
import type { ControlFiles, Tell } from './control-result';
import { scopeOf } from './control-scope';
import { type Couple, Explainer, type Systemic } from './couples';
import { explainRows, generalColumns, sampleOfMatched } from './joined-rows';
import { keptDoubles } from './kept-doubles';
import { type KeyRule, learnKeyRule } from './key-rule';
import { MatchedRows } from './matched-rows';
import { type PairedResidue, pairResidue } from './pair-residue';
import type { RosterTable } from './pairing';
import { type People, peopleOf } from './people';
import { readTraits } from './read-traits';
import { removalFiles } from './removal-file';
import { shuffledColumns, tablesOfShuffledKeys } from './shuffled-columns';

/** Keys looked at to learn how they were composed. */
const LEARNT_FROM = 300;

/** Everything that was found in the files, whatever anybody decides. Stays where the tables are. */
export interface Examined {
  platform: RosterPlatform;
  headers: readonly HeaderProblem[];
  mismatches: readonly ProfileMismatch[];
  uncontrolled: readonly string[];
  /** Absent when the headers, or the profiles, do not let the files be compared. */
  found?: Found;
}

/** What the comparison found. */
export interface Found {
  comparison: Comparison;
  couples: readonly Couple[];
  /** Couples beyond those kept, and those of whom a change of a whole column is the only difference. */
  more: number;
  general: ReadonlyMap<RosterRole, number>;
  systemic: readonly Systemic[];
  explained: PairedResidue['explained'];
  twins: PairedResidue['twins'];
  undecidable: number;
  gone: People;
  arrived: People;
  classes: Classes;
  /** New parents of one key and several names. */
  repeatedParents: readonly (readonly Account[])[];
  /** Different parents in the blocks of the export. */
  knownParents: number;
  cells: SpoiltCells;
  shuffled: readonly ShuffledColumn[];
  removals: readonly RemovalFile[];
  keyRules: readonly { table: number; rule: KeyRule }[];
}

/** The heavy part of a control: joins, pairs, classes, values. */
export async function examineRosters(
  files: ControlFiles,
  tell: Tell = () => {},
  signal?: AbortSignal,
): Promise<Examined> {
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
  const check = () => signal?.throwIfAborted();
  check();
  tell({ step: 'join', done: 0 });
  const scope = scopeOf(files.reference, files.fresh);
  const platform = files.platform ?? platformOf(files.reference);
  const headers = headerProblems(files.reference, files.fresh, platform);
  const examined = {
    platform,
    headers,
    mismatches: scope.mismatches,
    uncontrolled: scope.uncontrolled,
  };
  if (headers.some(({ refused }) => refused) || scope.fresh.length === 0) return examined;
  await pause();
  check();
  const comparison = compareRosters(scope.reference, scope.fresh);
  tell({ step: 'join', done: 0.5 });
  await pause();
  check();
  const classes = readClasses(comparison);
  const rows = explainRows(comparison, examined.platform, check);
  const matched = new MatchedRows(comparison, check);
  const parents = explainParents(comparison, matched);
  const gone = peopleOf(comparison.old, comparison.gone, parents.before, parents.gone);
  const arrived = peopleOf(comparison.fresh, comparison.arrived, parents.after, parents.arrived);
  tell({ step: 'pair', done: 0 });
  await pause();
  check();
  const traits = { gone: readTraits(gone), arrived: readTraits(arrived) };
  check();
  const paired = pairResidue({
    gone,
    arrived,
    traits,
    kept: keptDoubles(comparison, matched, traits.gone, traits.arrived),
    unchanged: () => [...sampleOfMatched(comparison), ...sampleOfParents(comparison)],
    strictness: files.strictness ?? 'school',
  });
  tell({ step: 'pair', done: 1 });
  await pause();
  check();
  const general = new Map(rows.general);
  for (const [role, count] of parents.explainer.general) general.set(role, (general.get(role) ?? 0) + count);
  const rewritten = rows.systemic.flatMap(({ field, kind }) => (kind === 'column' ? [] : [field]));
  const shuffled = shuffledColumns(comparison, new Set(rewritten), classes.changes);
  const own = withoutShuffledKeys(rows, tablesOfShuffledKeys(comparison, shuffled));
  const found: Found = {
    comparison,
    couples: [...own.couples, ...parents.explainer.couples, ...paired.couples],
    more: rows.more + parents.explainer.more,
    general,
    systemic: [...own.systemic, ...parents.explainer.systemic, ...paired.systemic],
    explained: paired.explained,
    twins: paired.twins,
    undecidable: paired.undecidable,
    gone,
    arrived,
    classes,
    repeatedParents: parents.repeated,
    knownParents: parents.known,
    cells: spoiltCells(comparison, classes, check),
    shuffled,
    removals: removalFiles(comparison),
    keyRules: scope.reference.flatMap(learn),
  };
  return { ...examined, found };
}

const OTHER_KEY =
  'La clé de cette ligne est celle d’une autre personne\u00A0: la colonne des clés a sans doute été triée sans les autres.';

/**
 * Where the keys themselves were sorted, rows of one key are two people: nothing is sure any more, and putting names or
 * usernames back would give each row the name of somebody else.
 */
function withoutShuffledKeys({ couples, systemic }: Explainer, tables: ReadonlySet<number>) {
  if (tables.size === 0) return { couples, systemic };
  return {
    couples: couples.map((couple) =>
      couple.by === 'key' && tables.has(couple.fresh.spots[0].table)
        ? { ...couple, verdict: 'check' as const, mixed: true as const, reasons: [OTHER_KEY] }
        : couple,
    ),
    systemic: systemic.filter(({ first }) => first === undefined || !tables.has(first.spots[0].table)),
  };
}

function learn(roster: RosterTable, table: number): { table: number; rule: KeyRule }[] {
  const rule = learnKeyRule(roster, LEARNT_FROM);
  return rule ? [{ table, rule }] : [];
}

function explainParents(comparison: Comparison, matched: MatchedRows) {
  const { joined, ...people } = compareBlockPeople(comparison, matched);
  const explainer = new Explainer(generalColumns(comparison), joined, () => ({
    joined,
    unchanged: sampleOfParents(comparison),
  }));
  for (const one of joined) explainer.add(one);
  return { explainer, ...people };
}

/** Parents of rows whose parents did not change at all. */
function sampleOfParents(comparison: Comparison): Account[] {
  const changed = new Set<string>();
  for (const { fresh } of comparison.changedIn(({ block }) => block !== undefined))
    changed.add(`${fresh.table} ${fresh.row}`);
  return sampleOfMatched(comparison).flatMap(({ spots: [{ table, row }] }) => {
    if (changed.has(`${table} ${row}`)) return [];
    const blocks = comparison.fresh[table]?.layout.blocks ?? [];
    const parents = blocks.flatMap(({ of }, block) =>
      of === 'parent' ? [readAccount(comparison.fresh, { table, row, block })] : [],
    );
    return parents.filter((parent) => !isNobody(parent));
  });
}
