import { correctionsFor } from '@/utils/files/control-corrections';
import type { ControlChoices } from '@/utils/files/control-result';
import { correctTable } from '@/utils/files/correct';
import type { DecidedCouple } from '@/utils/files/decide';
import type { Examined } from '@/utils/files/examine';
import type { RosterTable } from '@/utils/files/pairing';
import type { CorrectedFile, CorrectionChoice, CorrectionPreview } from './protocol';

/** The kind under which columns that changed as a whole are put back. */
export const WHOLE_COLUMNS = 'whole-columns';

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
  private readonly couples: readonly DecidedCouple[];

  constructor(
    private readonly examined: Examined,
    couples: readonly DecidedCouple[],
    private readonly choices: ControlChoices,
  ) {
    this.couples = couples.filter(({ decided, mixed }) => decided !== 'different' && !mixed);
  }

  /** Counts what a choice would change; nothing is written. */
  async preview(choice: CorrectionChoice, files: readonly FileToCorrect[]): Promise<CorrectionPreview> {
    const kinds = new Map<string, number>();
    const settled = this.couples.filter(isSettled);
    for (const couple of settled)
      for (const kind of couple.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const wholeColumns = (await correctionsFor(this.examined, { systemic: true }, this.choices)).people;
    const found = await this.ask(choice);
    return {
      total: this.couples.length + wholeColumns,
      chosen: found.people,
      undecided: this.couples.length - settled.length,
      kinds: [
        ...(wholeColumns > 0 ? [{ kind: WHOLE_COLUMNS, count: wholeColumns }] : []),
        ...[...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
      ],
      files: files.map(({ id, name, roster }) => ({
        id,
        name,
        cells: this.cellsIn(roster, found.files).length,
      })),
    };
  }

  /** Writes the files: byte for byte the same where nothing was chosen. */
  async write(choice: CorrectionChoice, files: readonly FileToCorrect[]): Promise<CorrectedFile[]> {
    const found = await this.ask(choice);
    return files.map(({ id, name, roster }) => {
      const own = found.problems.filter(({ file }) => file === name);
      const corrected = correctTable(roster.table, this.cellsIn(roster, found.files));
      if (corrected.problems) return { id, identical: false, problems: [...own, ...corrected.problems] };
      const identical = corrected.bytes === roster.table.original;
      return { id, bytes: new Uint8Array(corrected.bytes), identical, problems: own };
    });
  }

  private ask(choice: CorrectionChoice) {
    const [wanted, more, less] = [new Set(choice.kinds), new Set(choice.added), new Set(choice.removed)];
    const pairs = this.couples
      .filter(
        (couple) =>
          !less.has(couple.id) &&
          (more.has(couple.id) || (isSettled(couple) && couple.kinds.some((kind) => wanted.has(kind)))),
      )
      .map(({ id }) => id);
    return correctionsFor(this.examined, { pairs, systemic: wanted.has(WHOLE_COLUMNS) }, this.choices);
  }

  private cellsIn({ table }: RosterTable, files: Awaited<ReturnType<typeof correctionsFor>>['files']) {
    const fresh = this.examined.found?.comparison.fresh ?? [];
    return files.find((file) => fresh[file.table]?.table === table)?.corrections ?? [];
  }
}
