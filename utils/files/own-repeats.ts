import type { RepeatedKey } from '@/utils/core/roster-facts';
import { type Account, anchorAt, columnsAt, labelOf, platformOf, readAccount, rolesIn } from './accounts';
import { isBlank } from './cell-bytes';
import { CellHash } from './cell-hash';
import { Lane, LaneIndex, maybeRepeated, Numbering } from './lanes';
import type { RosterTable } from './pairing';
import { counted, type FileProblem } from './problem';
import { writtenAlike } from './written-cells';

/** Fields that two rows of one parent have in common. */
const PERSON = ['lastName', 'firstName', 'postalCode'] as const;
/** Rows of one key that are read: a key pasted over a whole column must not be read whole. */
const READ = 50;
/** Lines that a message names. */
const NAMED = 5;
/** Repeated keys told one by one. */
const SHOWN = 20;

/**
 * Keys and usernames that stand on several rows of one file, compared with nothing: a parent may stand in the rows of
 * each child, everybody else stands once. Reads no text but of those that it tells.
 */
export function ownRepeats(roster: RosterTable): RepeatedKey[] {
  const { layout } = roster;
  const parents = layout.blocks.flatMap(({ of }, block) => (of === 'parent' ? [block] : []));
  const own = (field: RepeatedKey['field']) => ({ field, blocks: [undefined] });
  return repeatsAmong(roster, [own('key'), own('username'), { field: 'key', blocks: parents }]);
}

/** A field that should stand once, among the people of some blocks, or the rows' own people. */
interface Wanted {
  field: RepeatedKey['field'];
  blocks: readonly (number | undefined)[];
}

function repeatsAmong(roster: RosterTable, wanted: readonly Wanted[]): RepeatedKey[] {
  // A file with several parents a row is read as so many files.
  const most = Math.max(...wanted.map(({ blocks }) => blocks.length));
  const numbering = new Numbering(Array.from({ length: most }, () => roster.table));
  const columns = wanted.map(({ field, blocks }) =>
    blocks.map((block) => columnsAt(roster, block)[field]?.[0]),
  );
  const lanes = Lane.read(numbering, columns);
  return lanes.flatMap((lane, at) => {
    const part = writtenAlike(numbering, columns[at] ?? []);
    return repeatsIn(roster, lane, numbering, wanted[at] as Wanted, part);
  });
}

/** `part` parts rows of one hash by what is written in them. */
function repeatsIn(
  roster: RosterTable,
  lane: Lane,
  numbering: Numbering,
  { field, blocks }: Wanted,
  part: (rows: readonly number[]) => (readonly number[])[],
): RepeatedKey[] {
  const marked = maybeRepeated(lane);
  const index = new LaneIndex(lane, (id) => marked[id] === 1);
  const mayRecur = blocks[0] !== undefined || rolesIn(roster)[0] === 'parent';
  const platform = platformOf([roster]);
  const writing = writingOf(
    roster,
    blocks.map((block) => PERSON.map((name) => columnsAt(roster, block)[name]?.[0])),
    numbering,
  );
  // Edifice joins rows of one identifier; of one parent, every child has a row.
  const isOnePerson = ([head, ...others]: readonly number[]) => {
    if (head === undefined || !(mayRecur || platform === 'edifice')) return false;
    const first = writing(head);
    return others.every((id) => writing(id) === first);
  };
  const accused = index.repeated.flatMap((head) => {
    const rows = index.chain(head);
    return isOnePerson(rows) ? [] : part(rows);
  });
  return accused.flatMap((rows) => {
    if (isOnePerson(rows)) return [];
    const accounts = rows.slice(0, READ).map((id) => {
      const block = blocks[numbering.tableIndex(id)];
      const spot = { table: 0, row: numbering.rowOf(id), ...(block === undefined ? {} : { block }) };
      return readAccount([roster], spot);
    });
    const place = ({ spots: [spot] }: Account) => anchorAt([roster], spot, field);
    const [first, ...others] = accounts;
    if (!first) return [];
    const people = [...new Set(accounts.map(labelOf))];
    const value = first.values[field].trim();
    return [{ at: place(first), field, value, people, others: others.map(place), platform }];
  });
}

/** Gives a number for how a person's fields are written, `columns` being theirs in each block; the same for nobody else. */
function writingOf(
  { table }: RosterTable,
  columns: readonly (readonly (number | undefined)[])[],
  numbering: Numbering,
): (id: number) => number {
  const reader = table.scanner();
  const hash = new CellHash(table);
  return (id) => {
    reader.enter(numbering.rowOf(id));
    hash.reset();
    for (const column of columns[numbering.tableIndex(id)] ?? []) {
      if (column !== undefined && reader.findCell(column)) {
        const { bytes, cellStart, cellEnd } = reader;
        if (!isBlank(bytes, cellStart, cellEnd)) hash.addBytewise(cellStart, cellEnd);
      }
      hash.separate();
    }
    return hash.single;
  };
}

/** The same, as problems of the file. */
export function repeatProblems(roster: RosterTable): FileProblem[] {
  const repeats = ownRepeats(roster);
  const told = repeats.slice(0, SHOWN).map(({ at, field, others }, index): FileProblem => {
    const lines = others.slice(0, NAMED).map((other) => (other.in === 'file' ? `${other.line}` : other.key));
    const more = others.length > lines.length ? '…' : '';
    const left = index === SHOWN - 1 ? repeats.length - SHOWN : 0;
    return {
      code: 'repeated-key',
      file: roster.table.file,
      ...(at.in === 'file'
        ? { line: at.line, ...(at.column === undefined ? {} : { column: at.column }) }
        : {}),
      message: `${field === 'key' ? 'Cette clé figure' : 'Ce nom d’utilisateur figure'} sur ${others.length + 1} lignes (aussi ${lines.join(', ')}${more})\u00A0: l’ENT n’en ferait qu’un seul compte.${left > 0 ? ` Et ${counted(left, 'autre cas', 'autres cas')} du même ordre.` : ''}`,
      advice:
        'Rendez à chaque personne la valeur de l’export\u202F; laissez-la vide pour une personne nouvelle.',
      fatal: false,
    };
  });
  return told;
}
