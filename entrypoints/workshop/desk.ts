import { platformOf } from '@/utils/files/accounts';
import { openTable } from '@/utils/files/csv';
import type { ColumnMapping } from '@/utils/files/headers';
import { applyMapping, recogniseLayout } from '@/utils/files/headers';
import { layoutProblems } from '@/utils/files/layout-problems';
import { repeatProblems } from '@/utils/files/own-repeats';
import type { RosterTable } from '@/utils/files/pairing';
import { type FileProblem, tooLarge } from '@/utils/files/problem';
import { isArchive } from '@/utils/files/sniff';
import type { Table } from '@/utils/files/table';
import { openZip } from '@/utils/files/zip';
import { columnOffers } from './columns';
import type { GivenFile, Progress, ReadFile, ReadSide, Side } from './protocol';

/** A file on the desk: its table stays here, what is said of it goes to the page. */
export interface DeskFile {
  id: number;
  side: Side;
  name: string;
  /** What reading the bytes found; the columns' own problems come and go with the mapping. */
  readingProblems: FileProblem[];
  table?: Table;
  roster?: RosterTable;
}

/** Without these nobody can be recognised: the comparison waits until they are named. */
const NAMES = ['lastName', 'firstName'] as const;

/** The files that were given, read. Knows no worker and no page. */
export class Desk {
  private files: DeskFile[] = [];
  private next = 1;

  /** Reads files in place of those that the side held. */
  read(
    side: Side,
    given: readonly GivenFile[],
    mappings: readonly ColumnMapping[],
    progress: (progress: Progress) => void,
  ): ReadSide {
    this.files = this.files.filter((file) => file.side !== side);
    const problems: FileProblem[] = [];
    const opened: { name: string; bytes?: Uint8Array; size: number }[] = [];
    for (const { name, size, bytes } of given) {
      const view = bytes && new Uint8Array(bytes);
      if (!view || !isArchive(name, view)) {
        opened.push({ name, size, ...(view ? { bytes: view } : {}) });
        continue;
      }
      const archive = openZip(name, view);
      problems.push(...archive.problems);
      for (const file of archive.files) opened.push({ ...file, size: file.bytes.length });
    }
    const read = opened.map(({ name, bytes, size }, index) => {
      progress({ what: name, done: index, total: opened.length });
      const file = this.open(side, name, bytes, size, mappings);
      this.files.push(file);
      return this.describe(file);
    });
    return { files: read, problems };
  }

  /** Applies a mapping made by hand to every file of the same header. */
  map(id: number, mapping: ColumnMapping): ReadFile {
    const file = this.file(id);
    if (!file.table) throw new Error(`File ${id} has no table`);
    file.roster = rosterOf(file.table, [mapping]);
    return this.describe(file);
  }

  /** The rosters of a side that can be compared, with their files. */
  rosters(side: Side): (DeskFile & { roster: RosterTable })[] {
    return this.files.filter(
      (file): file is DeskFile & { roster: RosterTable } => file.side === side && file.roster !== undefined,
    );
  }

  /** @throws {Error} when no such file is on the desk. */
  file(id: number): DeskFile {
    const file = this.files.find((candidate) => candidate.id === id);
    if (!file) throw new Error(`No file ${id} on the desk`);
    return file;
  }

  private open(
    side: Side,
    name: string,
    bytes: Uint8Array | undefined,
    size: number,
    mappings: readonly ColumnMapping[],
  ): DeskFile {
    const id = this.next++;
    if (!bytes) return { id, side, name, readingProblems: [tooLarge(name, size)] };
    const { table, problems } = openTable(name, bytes);
    if (!table) return { id, side, name, readingProblems: problems };
    return { id, side, name, readingProblems: problems, table, roster: rosterOf(table, mappings) };
  }

  private describe({ id, side, name, readingProblems, table, roster }: DeskFile): ReadFile {
    const base = { id, side, name, rows: table?.rowCount ?? 0, encoding: table?.encoding ?? '' };
    if (!table || !roster)
      return { ...base, problems: readingProblems, refused: true, unmapped: false, columns: [] };
    const { layout } = roster;
    return {
      ...base,
      ...(layout.profile ? { profile: layout.profile } : {}),
      platform: platformOf([roster]),
      signature: layout.signature,
      problems: [
        ...readingProblems,
        ...layoutProblems(table, layout),
        // The export is what the platform holds: what it repeats is no slip of anybody.
        ...(side === 'toImport' ? repeatProblems(roster) : []),
      ],
      refused: false,
      unmapped:
        NAMES.some((field) => !layout.columns[field]) || layout.missing.some(({ field }) => field === 'key'),
      columns: columnOffers(roster),
    };
  }
}

function rosterOf(table: Table, mappings: readonly ColumnMapping[]): RosterTable {
  const recognised = recogniseLayout(table.header, table.file);
  const mapping = mappings.find(({ signature }) => signature === recognised.signature);
  return { table, layout: mapping ? applyMapping(recognised, mapping) : recognised };
}
