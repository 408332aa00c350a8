import type { RepeatedKey } from '@/utils/core/roster-facts';
import { type Account, anchorAt, columnsAt, labelOf, platformOf, readAccount, rolesIn } from './accounts';
import { Lane, LaneIndex, maybeRepeated, Numbering } from './lanes';
import type { RosterTable } from './pairing';
import { counted, type FileProblem } from './problem';

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
  return [
    ...repeatsAmong(roster, [undefined], 'key'),
    ...repeatsAmong(roster, [undefined], 'username'),
    ...repeatsAmong(roster, parents, 'key'),
  ];
}

function repeatsAmong(
  roster: RosterTable,
  blocks: readonly (number | undefined)[],
  field: RepeatedKey['field'],
): RepeatedKey[] {
  const columnsOf = (wanted: (typeof PERSON)[number] | 'key' | 'username') =>
    blocks.map((block) => columnsAt(roster, block)[wanted]?.[0]);
  if (columnsOf(field).every((column) => column === undefined)) return [];
  // A file with several parents a row is read as so many files.
  const numbering = new Numbering(blocks.map(() => roster.table));
  const [lane, ...person] = Lane.read(numbering, [columnsOf(field), ...PERSON.map(columnsOf)]);
  if (!lane) return [];
  const marked = maybeRepeated(lane);
  const index = new LaneIndex(lane, (id) => marked[id] === 1);
  const mayRecur = blocks[0] !== undefined || rolesIn(roster)[0] === 'parent';
  const platform = platformOf([roster]);
  return index.repeated.flatMap((head) => {
    const rows = index.chain(head);
    const isOne = rows.every((id) => person.every((own) => own.same(head, own, id)));
    // Edifice joins rows of one identifier; of one parent, every child has a row.
    if (isOne && (mayRecur || platform === 'edifice')) return [];
    const accounts = rows.slice(0, READ).map((id) => {
      const block = blocks[numbering.tableIndex(id)];
      const spot = { table: 0, row: numbering.rowOf(id), ...(block === undefined ? {} : { block }) };
      return readAccount([roster], spot);
    });
    const at = ({ spots: [spot] }: Account) => anchorAt([roster], spot, field);
    const [first, ...others] = accounts;
    if (!first) return [];
    const people = [...new Set(accounts.map(labelOf))];
    const value = first.values[field].trim();
    return [{ at: at(first), field, value, people, others: others.map(at), platform }];
  });
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
