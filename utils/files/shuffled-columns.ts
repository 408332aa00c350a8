import type { ShuffledColumn } from '@/utils/core/shuffled-facts';
import { fold } from '@/utils/matching/fold';
import { levelsOf } from '@/utils/matching/identity';
import { anchorAt } from './accounts';
import type { ClassChange } from './classes';
import type { Comparison } from './compare';
import { FIELD_NAMES, type Field } from './fields';
import type { ComparedColumn, RosterTable } from './pairing';

/** Columns that tell one person from another: two people seldom share their values. */
const TELLING: ReadonlySet<Field> = new Set(['key', 'username', 'lastName', 'firstName', 'birthDate']);
/** Fewer rows, or a smaller share of them, may be as many corrections. */
const FEWEST = 10;
const SHARE = 0.2;
/** Of the rows that changed, those whose former value stands on another row. */
const ELSEWHERE = 0.9;
/** Changed rows that are looked at. */
const SAMPLE = 500;
/** Pupils who repeat or skip a year in one school are few: from this share, the classes are not those of the pupils. */
const WILD = 0.25;

/** A column that may have been sorted, and how many of its rows changed. */
interface Candidate {
  old: number;
  fresh: number;
  column: ComparedColumn;
  changed: number;
  compared: number;
}

/**
 * Columns whose values stand on the rows of other people, as after sorting one column of a spreadsheet without the
 * others. Rows are joined by key: when everything else stands elsewhere, it is the keys that were sorted.
 * `rewritten` says which fields underwent a change of writing, which dense dates could be mistaken for.
 */
export function shuffledColumns(
  comparison: Comparison,
  rewritten: ReadonlySet<Field>,
  classChanges: readonly ClassChange[],
): ShuffledColumn[] {
  const shuffled: (Candidate & { header: string })[] = [];
  for (const one of candidates(comparison)) {
    const { field, header } = one.column;
    if (field && !rewritten.has(field) && standsElsewhere(comparison, one)) shuffled.push({ ...one, header });
  }
  const told = new Map<string, ShuffledColumn[]>();
  for (const { old, fresh, column, changed, compared, header } of shuffled) {
    const block = column.block ?? 'main';
    const name = `${old} ${fresh} ${block}`;
    const roster = comparison.fresh[fresh] as RosterTable;
    const at = {
      in: 'file',
      file: roster.table.file,
      line: roster.table.headerLine,
      column: header,
    } as const;
    const list = told.get(name) ?? [];
    list.push({
      at,
      file: roster.table.file,
      column: header,
      kind: 'elsewhere',
      count: changed,
      of: compared,
    });
    told.set(name, list);
    const others = comparable(comparison, old, fresh, column.block);
    if (list.length < others.length) continue;
    // Everybody of a block moved together: parents who changed places, not a column.
    if (column.block !== undefined) told.delete(name);
    else told.set(name, [keysOf(comparison, fresh, changed, compared)]);
  }
  const all = [...[...told.values()].flat(), ...wildClasses(comparison, classChanges)];
  // Where the keys were sorted, the rest of the row follows: one cause, told once.
  const keys = new Set(all.filter(({ kind }) => kind === 'key').map(({ file }) => file));
  return all.filter(({ kind, file }) => kind === 'key' || !keys.has(file));
}

/** The new tables whose keys were sorted without the rest: what their rows are joined by means nothing. */
export function tablesOfShuffledKeys(
  comparison: Comparison,
  shuffled: readonly ShuffledColumn[],
): ReadonlySet<number> {
  const files = new Set(shuffled.filter(({ kind }) => kind === 'key').map(({ file }) => file));
  return new Set(comparison.fresh.flatMap(({ table }, at) => (files.has(table.file) ? [at] : [])));
}

function keysOf({ fresh }: Comparison, table: number, count: number, of: number): ShuffledColumn {
  const { table: sheet, layout } = fresh[table] as RosterTable;
  const key = layout.columns.key?.[0];
  const column = key === undefined ? FIELD_NAMES.key : sheet.columnName(key);
  const at = { in: 'file', file: sheet.file, line: sheet.headerLine, column } as const;
  return { at, file: sheet.file, column, kind: 'key', count, of };
}

/** The telling columns of one person, the one that joins the rows left out. */
function comparable({ pairings }: Comparison, old: number, fresh: number, block: number | undefined) {
  const pairing = pairings.find((one) => one.old === old && one.fresh === fresh);
  const own = (pairing?.columns ?? []).filter(
    (one) => one.block === block && one.field && TELLING.has(one.field),
  );
  return block === undefined ? own.filter(({ field }) => field !== 'key') : own;
}

function candidates({ pairings, columns }: Comparison): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  for (const { old, fresh, columns: own } of pairings) {
    own.forEach((column, index) => {
      const { changed = 0, compared = 0 } = columns[at + index] ?? {};
      if (!column.field || !TELLING.has(column.field)) return;
      if (changed >= FEWEST && changed >= SHARE * compared)
        found.push({ old, fresh, column, changed, compared });
    });
    at += own.length;
  }
  return found;
}

/** True when nearly every value that changed is still in its column, on another row. */
function standsElsewhere(comparison: Comparison, { old, fresh, column }: Candidate): boolean {
  const before = (comparison.old[old] as RosterTable).table;
  const after = (comparison.fresh[fresh] as RosterTable).table;
  const values: string[] = [];
  let changed = 0;
  for (const match of comparison.changedIn((one) => one === column)) {
    if (match.old.table !== old || match.fresh.table !== fresh) continue;
    const was = before.cell(match.old.row, column.old);
    const folded = fold(was);
    // A retouched value is a correction, wherever else it stands.
    if (folded !== '' && folded !== fold(after.cell(match.fresh.row, column.fresh))) values.push(was);
    if (++changed === SAMPLE) break;
  }
  if (values.length < FEWEST || values.length < changed / 2) return false;
  const wanted = new Set(values);
  const there = new Set<string>();
  for (let row = 0; row < after.rowCount; row++) {
    const value = after.cell(row, column.fresh);
    if (wanted.has(value)) there.add(value);
  }
  return values.filter((value) => there.has(value)).length >= ELSEWHERE * values.length;
}

/** Classes, or levels, that jump: from 6e to 3e, from 4e to 6e. */
function wildClasses(comparison: Comparison, changes: readonly ClassChange[]): ShuffledColumn[] {
  return (['class', 'level'] as const).flatMap((field) => {
    const steps = changes.flatMap((change) => {
      const [was, ...more] = levelsOf(change.was);
      const [is, ...others] = levelsOf(change.is);
      const single = change.field === field && more.length + others.length === 0;
      return single && was !== undefined && is !== undefined ? [{ ...change, step: is - was }] : [];
    });
    const total = sum(steps);
    const usual = Math.max(
      ...[...new Set(steps.map(({ step }) => step))].map((step) =>
        sum(steps.filter((one) => one.step === step)),
      ),
    );
    const most = steps.find(({ step }) => sum(steps.filter((one) => one.step === step)) === usual)?.step;
    const wild = steps.filter(({ step }) => step !== 0 && step !== 1 && step !== most);
    const [first] = wild;
    const count = sum(wild);
    if (!first || count < FEWEST || count < WILD * total) return [];
    const at = anchorAt(comparison.fresh, first.first, field);
    if (at.in !== 'file') return [];
    const example = `${first.was.trim()} → ${first.is.trim()}`;
    return [
      { at, file: at.file, column: at.column ?? '', kind: 'levels' as const, count, of: total, example },
    ];
  });
}

function sum(changes: readonly { count: number }[]): number {
  return changes.reduce((total, { count }) => total + count, 0);
}
