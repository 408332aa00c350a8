import type { DeletionGauge, Departure, RosterPlatform } from '@/utils/core/roster-facts';
import { levelsOf } from '@/utils/matching/identity';
import { type Account, anchorAt, labelOf, rolesIn, spotName } from './accounts';
import { levelLabel } from './classes';
import type { ExpectedCohort } from './control-result';
import { type Couple, isRecreated } from './couples';
import type { Found } from './examine';
import { type AbsentPerson, deletionGauge, detectCohort } from './gauge';

/** Who would be deleted, and the gauge of it. */
export interface Departures {
  /** Those whom nobody carries on; the unexpected ones first. */
  people: readonly Departure[];
  gauge: DeletionGauge;
}

/** Says who leaves, who of them was expected to, and who only looks so because of an edited key. */
export function departuresOf(
  found: Found,
  couples: readonly Couple[],
  expected: ExpectedCohort | undefined,
  platform: RosterPlatform,
): Departures {
  const { comparison, classes, gone } = found;
  const cohort = { ...(expected ?? detectCohort(classes.groups)), detected: expected === undefined };
  const edited = new Set<Account>(found.explained.map(({ old }) => old));
  for (const { old, by } of couples) if (by === 'pairing') edited.add(old);
  const inCohort = (className: string, level: string) =>
    (level !== '' && cohort.levels.includes(level)) ||
    (className !== '' && cohort.classes.includes(className));
  const leaving = new Set<string>();
  for (const account of gone) {
    const [spot] = account.spots;
    const group = spot.block === undefined ? classes.groupAt(spot) : undefined;
    if (group && account.role === 'pupil' && inCohort(group.className, group.level))
      leaving.add(spotName(spot));
  }
  const isExpected = (account: Account) => {
    if (account.role === 'pupil') return leaving.has(spotName(account.spots[0]));
    if (account.role !== 'parent') return false;
    if (account.spots[0].block !== undefined)
      return account.spots.every(({ table, row }) => leaving.has(spotName({ table, row })));
    return childrenLeave(found, account, inCohort);
  };
  const people = gone.map((account): Departure => {
    const { className = '', level = '' } = placeOf(found, account);
    return {
      at: anchorAt(comparison.old, account.spots[0]),
      person: labelOf(account),
      profile: account.role,
      platform,
      expected: isExpected(account),
      looksEdited: edited.has(account),
      ...(className ? { className } : {}),
      ...(level ? { level } : {}),
    };
  });
  const rank = ({ expected, looksEdited }: Departure) => (looksEdited ? 1 : expected ? 2 : 0);
  people.sort((one, other) => rank(one) - rank(other));
  const absents = [
    ...people.map(({ looksEdited, ...one }) => ({ ...one, edited: looksEdited })),
    ...replaced(found, couples, platform),
  ];
  const [first] = comparison.old;
  return {
    people,
    gauge: deletionGauge({
      known: knownPeople(found),
      absents,
      cohort,
      at: { in: 'file', file: first?.table.file ?? '', line: first?.table.headerLine ?? 1 },
    }),
  };
}

function placeOf({ classes }: Found, { role, spots: [spot] }: Account) {
  const group = role === 'pupil' && spot.block === undefined ? classes.groupAt(spot) : undefined;
  return group ? { className: group.className, level: group.level } : {};
}

/** People whose row is there but whom the platform would not recognise: their old account is absent for it. */
function replaced(found: Found, couples: readonly Couple[], platform: RosterPlatform): AbsentPerson[] {
  const joined = couples.filter((couple) => couple.by !== 'pairing' && isRecreated(couple, platform));
  const absent = { expected: false, edited: true };
  const known = joined.map(({ old }) => ({ ...absent, profile: old.role, ...placeOf(found, old) }));
  if (platform === 'edifice') return known;
  return [...known, ...[...found.general].map(([profile, count]) => ({ ...absent, profile, count }))];
}

/** The parent of an Edifice file, whose children stand in the row with their class. */
function childrenLeave(
  { comparison }: Found,
  { spots }: Account,
  inCohort: (className: string, level: string) => boolean,
): boolean {
  const classNames = spots.flatMap(({ table, row }) => {
    const roster = comparison.old[table];
    return (roster?.layout.blocks ?? []).flatMap(({ of, columns }) =>
      of === 'child' && columns.class
        ? columns.class.map((column) => roster?.table.cell(row, column) ?? '')
        : [],
    );
  });
  const said = classNames.filter((name) => name.trim() !== '');
  return said.length > 0 && said.every((name) => inCohort(name, levelLabel(levelsOf(name))));
}

/** Everybody of the export, by profile, class and level. */
export function knownPeople({ classes, comparison, knownParents }: Found) {
  const known = classes.groups.map(({ role, className, level, known }) => ({
    profile: role,
    known,
    ...(className ? { className } : {}),
    ...(level ? { level } : {}),
  }));
  const withParents = comparison.old.some((roster) => rolesIn(roster).includes('parent'));
  return withParents && knownParents > 0
    ? [...known, { profile: 'parent' as const, known: knownParents }]
    : known;
}
