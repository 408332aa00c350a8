import type { Strategy, StrategyUser } from '@/utils/core/itslearning-facts';
import type { Page } from '@/utils/ents/page';
import type { Label } from '@/utils/reading/labels';
import { columnOf, findTable, isWhole, type Table, type TableRow } from '@/utils/reading/table';
import { ORGANISATION } from './admin-titles';
import { cellOf, placesByKey, readOf } from './cells';
import { honest } from './import-screen';
import { type PeopleLines, peopleIn } from './people-lines';
import { isOnlyAFrame, isShortTitled } from './screen';
import { hasField, INDIVIDUALS } from './strategy-user';
import { unreadList } from './unread-list';

const ID = 'itslearning/strategies';
/** No guide shows the columns of the list (domain itslearning §9): the name, and one more that tells it from others. */
const NAME: Label = ['Nom', 'Nom de la stratégie', 'Stratégie', 'Intitulé', 'Name', 'Policy', 'Policy name'];
const BESIDE: readonly Label[] = [INDIVIDUALS, ['Profils', 'Profil', 'Profiles', 'Profile'], ORGANISATION];

/** « Stratégies »: the list, with whom each one names where the column « Utilisateurs individuels » says it. */
export const strategiesPage: Page = {
  id: ID,
  title: 'Stratégies',

  recognise(document) {
    if (isOnlyAFrame(document) || !isShortTitled(document, 'strategies')) return false;
    // The form of one strategy may bear the title of the list.
    return !hasField(document) || list(document) !== undefined;
  },

  gather(document) {
    const table = list(document);
    if (!table) throw unreadList(document, [NAME, INDIVIDUALS], 'la liste des stratégies');
    // A filter, or a grid that failed, shows none as well as a school that has none: nothing is concluded of it.
    const complete = isWhole(honest(table, 'Stratégies')) && table.rows.length > 0;
    const read = table.rows.map((row) => strategyIn(table, row));
    const strategies = { items: read.map(({ strategy }) => strategy), complete };
    const users = read.flatMap((one) => one.users.map(({ user }) => user));
    return {
      strategies: { ...strategies, read: readOf(table.rows, complete, table.pager?.total) },
      ...(users.length > 0 && {
        strategyUsers: {
          items: users,
          complete: complete && read.every(({ strategy }) => strategy.named),
          read: { shown: users.length, ...(complete && { total: users.length }) },
        },
      }),
    };
  },

  places(document) {
    const table = list(document);
    const rows = table?.rows ?? [];
    return placesByKey(
      rows.flatMap((row) => {
        const { strategy, users } = strategyIn(table as Table, row);
        // Names that share a line of text have no place of their own: the row is theirs.
        const shared = new Set(users.map(({ element }) => element)).size < users.length;
        const people = users.map(
          ({ user, element }) => [keyAt(user.at), shared ? row.element : element] as const,
        );
        return [[keyAt(strategy.at), row.element] as const, ...people];
      }),
    );
  },
};

function keyAt(at: Strategy['at']): string {
  return at.in === 'page' ? at.key : '';
}

function list(document: Document): Table | undefined {
  for (const beside of BESIDE) {
    const table = findTable(document, [NAME, beside]);
    if (table) return table;
  }
  return undefined;
}

function strategyIn(table: Table, row: TableRow) {
  const name = cellOf(table, row, NAME);
  const organisation = cellOf(table, row, ORGANISATION);
  const school = organisation && { organisation };
  const column = columnOf(table, INDIVIDUALS);
  const cell = column === undefined ? undefined : row.parts[column];
  const lines: PeopleLines | undefined = cell && peopleIn(cell);
  const named = lines !== undefined && !lines.more && lines.count === undefined;
  const individuals = lines?.count ?? (lines && !lines.more ? lines.people.length : undefined);
  const strategy: Strategy = {
    at: { in: 'page', page: ID, key: `${name}|${organisation}` },
    name,
    ...school,
    ...(individuals !== undefined && { individuals }),
    named: named || individuals === 0,
  };
  const users = (lines?.people ?? []).map(({ name: person, role, element }) => {
    const at = { in: 'page', page: ID, key: `${person}|${name}|${organisation}` } as const;
    const user: StrategyUser = { at, name: person, strategy: name, ...school, ...(role && { role }) };
    return { user, element };
  });
  return { strategy, users };
}
