import type { KeyField } from '@/utils/core/roster-facts';
import { type Account, columnsAt, keyFields, readAccount, type Spot } from './accounts';
import type { ControlChoices } from './control-result';
import type { CellCorrection } from './correct';
import { decide } from './decide';
import type { Examined, Found } from './examine';
import { type FileProblem, quoted } from './problem';

/** What to put back. Nothing is put back for a doubtful couple, unless it is named or decided « même personne ». */
export interface CorrectionChoice {
  /** Couples by their id, or all those that are certain. */
  pairs?: readonly string[] | 'certain';
  /** Only couples that differ in one of these ways (`ControlPair.kinds`). */
  kinds?: readonly string[];
  /** Puts back the columns that changed as a whole. */
  systemic?: boolean;
}

/** The corrections of one of the new files, for `correctTable`. */
export interface FileCorrections {
  /** Position among the new files that were compared, and its name. */
  table: number;
  file: string;
  corrections: readonly CellCorrection[];
}

/** Everything to put back, and what could not be decided. */
export interface Corrections {
  files: readonly FileCorrections[];
  /** How many people are put back. */
  people: number;
  /** Cells for which two corrections disagree: neither is made. */
  problems: readonly FileProblem[];
}

/** The cells that give people back the key, names and username of the export. */
export async function correctionsFor(
  examined: Examined,
  choice: CorrectionChoice,
  choices: ControlChoices = {},
): Promise<Corrections> {
  const { found } = examined;
  if (!found) return { files: [], people: 0, problems: [] };
  const sheet = new Sheet(found);
  let people = 0;
  for (const { id, old, fresh, verdict, kinds, decided, mixed } of await decide(found.couples, choices)) {
    if (mixed) continue;
    const named = choice.pairs !== 'certain' && choice.pairs?.includes(id);
    const certain = choice.pairs === 'certain' && verdict === 'same' && decided !== 'different';
    if (!named && !certain) continue;
    if (choice.kinds && !choice.kinds.some((kind) => kinds.includes(kind))) continue;
    if (sheet.restore(old, fresh, [...keyFields(old.role), 'username'])) people++;
  }
  if (choice.systemic) people += restoreColumns(found, sheet);
  return { ...sheet.finish(), people };
}

/** Puts back whole columns, row by row, and those people of whom nothing else differs. */
function restoreColumns(found: Found, sheet: Sheet): number {
  const { comparison, systemic, explained } = found;
  const fields = (role: Account['role']) =>
    systemic.filter(({ profile }) => profile === role).map(({ field }) => field);
  let people = 0;
  for (const { old, fresh, columns } of comparison.changedIn(({ field }) => field !== undefined)) {
    for (const block of new Set(columns.map((column) => column.block))) {
      const inBlock = block === undefined ? {} : { block };
      const was = readAccount(comparison.old, { ...old, ...inBlock });
      const is = readAccount(comparison.fresh, { ...fresh, ...inBlock });
      // Parents may have changed places inside the row.
      const same = was.values.key === is.values.key || was.values.username === is.values.username;
      if (same && sheet.restore(was, is, fields(was.role))) people++;
    }
  }
  for (const { old, fresh } of explained)
    if (sheet.restore(old, fresh, [...keyFields(old.role), 'username'])) people++;
  return people;
}

/** Cells to rewrite, at most one value for each. */
class Sheet {
  private readonly cells = new Map<string, { table: number; correction: CellCorrection }>();
  private readonly conflicts = new Map<string, FileProblem>();

  constructor(private readonly found: Found) {}

  /** True when something is put back. */
  restore(old: Account, fresh: Account, fields: readonly KeyField[]): boolean {
    let restored = false;
    for (const spot of fresh.spots) {
      for (const field of fields) if (this.put(old, fresh, spot, field)) restored = true;
    }
    return restored;
  }

  finish(): { files: FileCorrections[]; problems: FileProblem[] } {
    const perTable = new Map<number, CellCorrection[]>();
    for (const [name, { table, correction }] of this.cells) {
      if (this.conflicts.has(name)) continue;
      const list = perTable.get(table);
      if (list) list.push(correction);
      else perTable.set(table, [correction]);
    }
    const files = [...perTable].map(([table, corrections]) => ({
      table,
      file: this.found.comparison.fresh[table]?.table.file ?? '',
      corrections,
    }));
    return { files, problems: [...this.conflicts.values()] };
  }

  private put(old: Account, fresh: Account, spot: Spot, field: KeyField): boolean {
    const value = old.values[field];
    if (value === fresh.values[field]) return false;
    const { comparison } = this.found;
    const [from, to] = [comparison.old[old.spots[0].table], comparison.fresh[spot.table]];
    if (!from || !to) return false;
    const source = columnsAt(from, old.spots[0].block)[field]?.[0];
    const column = columnsAt(to, spot.block)[field]?.[0];
    if (source === undefined || column === undefined) return false;
    const name = `${spot.table} ${spot.row} ${column}`;
    const known = this.cells.get(name);
    if (known && known.correction.value !== value) {
      this.conflicts.set(name, this.conflict(spot, column));
      return false;
    }
    const restoredFrom = { table: from.table, row: old.spots[0].row, column: source };
    this.cells.set(name, {
      table: spot.table,
      correction: { row: spot.row, column, value, restoredFrom },
    });
    return true;
  }

  private conflict({ table, row }: Spot, column: number): FileProblem {
    const { table: file } = this.found.comparison.fresh[table] as Found['comparison']['fresh'][number];
    const [line, name] = [file.lineOf(row), file.columnName(column)];
    return {
      code: 'conflicting-corrections',
      file: file.file,
      line,
      column: name,
      message: `Deux corrections différentes sont demandées pour la même cellule (ligne ${line}, colonne ${quoted(name)}).`,
      advice:
        'Décidez d’abord laquelle des deux personnes est la bonne\u00A0: aucune des deux n’a été faite.',
      fatal: false,
    };
  }
}
