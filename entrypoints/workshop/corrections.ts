import type { KeyField } from '@/utils/core/roster-facts';
import { columnsAt } from '@/utils/files/accounts';
import { type CellCorrection, correctTable } from '@/utils/files/correct';
import type { DecidedCouple } from '@/utils/files/decide';
import type { Found } from '@/utils/files/examine';
import type { RosterTable } from '@/utils/files/pairing';
import type { CorrectedFile, CorrectionChoice, CorrectionPreview } from './protocol';

/** What a platform recognises people by: the only values that are put back. */
const FIELDS: readonly KeyField[] = ['key', 'username', 'lastName', 'firstName', 'birthDate', 'postalCode'];

/** A couple with the cells that putting it back would rewrite, by the roster they stand in. */
interface Correction {
  couple: DecidedCouple;
  settled: boolean;
  cells: { roster: RosterTable; cell: CellCorrection }[];
}

/** A file on the desk, as the corrections need it. */
interface FileToCorrect {
  id: number;
  name: string;
  roster: RosterTable;
}

/** Certain, or said by the person to be one: what may be put back along with all of its kind. */
export function isSettled({ verdict, decided }: DecidedCouple): boolean {
  return decided === 'same' || (decided === undefined && verdict === 'same');
}

/** Everything that can be put back in the files to import, and what a choice makes of it. */
export class Corrections {
  private readonly all: readonly Correction[];

  constructor(found: Found, couples: readonly DecidedCouple[]) {
    this.all = couples.flatMap((couple) => {
      if (couple.decided === 'different') return [];
      const cells = cellsOf(found, couple);
      return cells.length > 0 ? [{ couple, settled: isSettled(couple), cells }] : [];
    });
  }

  /** The couples of whom something can be put back. */
  get ids(): ReadonlySet<string> {
    return new Set(this.all.map(({ couple }) => couple.id));
  }

  /** Counts what a choice would change; nothing is written. */
  preview(choice: CorrectionChoice, files: readonly FileToCorrect[]): CorrectionPreview {
    const chosen = this.chosen(choice);
    const kinds = new Map<string, number>();
    for (const { couple, settled } of this.all)
      if (settled) for (const kind of couple.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return {
      total: this.all.length,
      chosen: chosen.length,
      undecided: this.all.filter(({ settled }) => !settled).length,
      kinds: [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
      files: files.map(({ id, name, roster }) => ({ id, name, cells: inTable(chosen, roster).length })),
    };
  }

  /** Writes the files: byte for byte the same where nothing was chosen. */
  write(choice: CorrectionChoice, files: readonly FileToCorrect[]): CorrectedFile[] {
    const chosen = this.chosen(choice);
    return files.map(({ id, roster }) => {
      const corrected = correctTable(roster.table, inTable(chosen, roster));
      if (corrected.problems) return { id, identical: false, problems: corrected.problems };
      const identical = corrected.bytes === roster.table.original;
      return { id, bytes: new Uint8Array(corrected.bytes), identical, problems: [] };
    });
  }

  private chosen({ kinds, added, removed }: CorrectionChoice): Correction[] {
    const [wanted, more, less] = [new Set(kinds), new Set(added), new Set(removed)];
    return this.all.filter(
      ({ couple, settled }) =>
        !less.has(couple.id) &&
        (more.has(couple.id) || (settled && couple.kinds.some((kind) => wanted.has(kind)))),
    );
  }
}

/** The cells of one file, each once: a parent of two pupils stands on two rows, never twice on one. */
function inTable(chosen: readonly Correction[], { table }: RosterTable): CellCorrection[] {
  const own = chosen.flatMap(({ cells }) =>
    cells.filter(({ roster }) => roster.table === table).map(({ cell }) => cell),
  );
  return [...new Map(own.map((cell) => [`${cell.row} ${cell.column} ${cell.value}`, cell])).values()];
}

function cellsOf({ comparison }: Found, { old, fresh }: DecidedCouple): Correction['cells'] {
  const [origin] = old.spots;
  const from = comparison.old[origin.table];
  if (!from) return [];
  return fresh.spots.flatMap(({ table, row, block }) => {
    const roster = comparison.fresh[table];
    if (!roster) return [];
    return FIELDS.flatMap((field) => {
      const column = columnsAt(roster, block)[field]?.[0];
      const source = columnsAt(from, origin.block)[field]?.[0];
      if (column === undefined || source === undefined) return [];
      const value = from.table.cell(origin.row, source);
      if (value === '' || roster.table.cell(row, column) === value) return [];
      const restoredFrom = { table: from.table, row: origin.row, column: source };
      return [{ roster, cell: { row, column, value, restoredFrom } }];
    });
  });
}
