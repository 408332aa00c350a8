import type { DeletionGauge, Departure, RosterPlatform, RosterRole } from '@/utils/core/roster-facts';
import { levelsOf } from '@/utils/matching/identity';
import { type Account, anchorAt, rolesIn } from './accounts';
import { type Group, levelLabel } from './classes';
import type { ExpectedCohort } from './control-result';
import { type Couple, isRecreated } from './couples';
import type { Found } from './examine';
import { type AbsentPerson, deletionGauge, detectCohort } from './gauge';

/** Who would be deleted, and the gauge of it. */
export interface Departures {
  /** The first of those whom nobody expected to leave, then the first of the others: the gauge counts them all. */
  people: readonly Departure[];
  /** How many nobody expected to leave. */
  unexpected: number;
  gauge: DeletionGauge;
}

/** The order in which those who leave are told. */
const UNEXPECTED = 0;
const EDITED = 1;
const EXPECTED = 2;

/** Says who leaves, who of them was expected to, and who only looks so because of an edited key; names the first `shown` of both kinds. */
export function departuresOf(
  found: Found,
  couples: readonly Couple[],
  expected: ExpectedCohort | undefined,
  platform: RosterPlatform,
  shown: number,
): Departures {
  const { comparison, classes, gone } = found;
  const cohort = { ...(expected ?? detectCohort(classes.groups)), detected: expected === undefined };
  const edited = new Uint8Array(gone.count);
  const markEdited = (account: Account) => {
    const at = gone.indexOf(account);
    if (at !== undefined) edited[at] = 1;
  };
  for (const { old } of found.explained) markEdited(old);
  for (const { old, by } of couples) if (by === 'pairing') markEdited(old);
  const expectations = new Expectations(found, cohort);
  const kinds = new Uint8Array(gone.count);
  let unexpected = 0;
  for (let at = 0; at < kinds.length; at++) {
    const kind = edited[at] === 1 ? EDITED : expectations.expects(at) ? EXPECTED : UNEXPECTED;
    kinds[at] = kind;
    if (kind === UNEXPECTED) unexpected++;
  }
  const people: Departure[] = [];
  for (const kind of [UNEXPECTED, EDITED, EXPECTED]) {
    const most = kind === UNEXPECTED ? shown : Math.min(unexpected, shown) + shown;
    for (let at = kinds.indexOf(kind); at >= 0 && people.length < most; at = kinds.indexOf(kind, at + 1)) {
      const { className = '', level = '' } = expectations.groupOf(at) ?? {};
      people.push({
        at: anchorAt(comparison.old, gone.spotOf(at)),
        person: gone.labelOf(at),
        profile: gone.roleOf(at),
        platform,
        expected: kind === EXPECTED || (kind === EDITED && expectations.expects(at)),
        looksEdited: kind === EDITED,
        ...(className ? { className } : {}),
        ...(level ? { level } : {}),
      });
    }
  }
  const [first] = comparison.old;
  return {
    people,
    unexpected,
    gauge: deletionGauge({
      known: knownPeople(found),
      absents: [...expectations.absents(kinds), ...replaced(found, couples, platform)],
      cohort,
      at: { in: 'file', file: first?.table.file ?? '', line: first?.table.headerLine ?? 1 },
    }),
  };
}

/** Who was expected to leave: the pupils of the cohort, and the parents of such pupils only. */
class Expectations {
  /** By table of the export and row: 1 for a pupil of the cohort who leaves. */
  private readonly leaving: readonly Uint8Array[];
  private readonly known = new Map<Group, boolean>();

  constructor(
    private readonly found: Found,
    private readonly cohort: ExpectedCohort,
  ) {
    const { gone, comparison } = found;
    const { tables, rows } = gone.places;
    this.leaving = comparison.old.map(({ table }) => new Uint8Array(table.rowCount));
    for (let at = 0; at < gone.count; at++) {
      if (gone.isInBlock(at)) continue;
      const group = this.groupOf(at);
      const place = gone.placeOf(at);
      if (group?.role === 'pupil' && this.isLeaving(group))
        (this.leaving[tables[place] as number] as Uint8Array)[rows[place] as number] = 1;
    }
  }

  expects(at: number): boolean {
    const { gone } = this.found;
    const role = gone.roleOf(at);
    if (role !== 'pupil' && role !== 'parent') return false;
    if (role === 'parent' && !gone.isInBlock(at))
      return childrenLeave(this.found, gone.account(at), (className, level) => this.isIn(className, level));
    const { tables, rows, nexts } = gone.places;
    for (let place = gone.placeOf(at); place >= 0; place = nexts[place] as number)
      if (this.leaving[tables[place] as number]?.[rows[place] as number] !== 1) return false;
    return true;
  }

  /** Those who leave, counted by profile and class. */
  absents(kinds: Uint8Array): AbsentPerson[] {
    const { gone } = this.found;
    const counts = new Map<Group | RosterRole, AbsentPerson[]>();
    let last: Group | RosterRole | undefined;
    let own: AbsentPerson[] = [];
    for (let at = 0; at < kinds.length; at++) {
      const profile = gone.roleOf(at);
      const group = this.groupOf(at);
      const of = group ?? profile;
      if (of !== last) {
        own = counts.get(of) ?? [];
        counts.set(of, own);
        last = of;
      }
      const kind = kinds[at] as number;
      const known = own[kind];
      if (known) known.count = (known.count ?? 0) + 1;
      else {
        const { className = '', level = '' } = group ?? {};
        own[kind] = {
          count: 1,
          profile,
          expected: kind === EXPECTED,
          edited: kind === EDITED,
          ...(className ? { className } : {}),
          ...(level ? { level } : {}),
        };
      }
    }
    return [...counts.values()].flatMap((own) => own.filter((one) => one !== undefined));
  }

  /** The class and level of a pupil who leaves. */
  groupOf(at: number): Group | undefined {
    const { gone, classes } = this.found;
    if (gone.isInBlock(at) || gone.roleOf(at) !== 'pupil') return undefined;
    const place = gone.placeOf(at);
    return classes.groupOf(gone.places.tables[place] as number, gone.places.rows[place] as number);
  }

  private isLeaving(group: Group): boolean {
    const known = this.known.get(group) ?? this.isIn(group.className, group.level);
    this.known.set(group, known);
    return known;
  }

  private isIn(className: string, level: string): boolean {
    const { levels, classes } = this.cohort;
    return (level !== '' && levels.includes(level)) || (className !== '' && classes.includes(className));
  }
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
