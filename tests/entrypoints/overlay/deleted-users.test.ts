import { describe, expect, test } from 'vitest';
import { deletedUsers } from '@/entrypoints/overlay/deleted-users';
import type { Anchor, Facts } from '@/utils/core/facts';

const key = (name: string) => `${name}|Guest`;
const at = (name: string): Anchor => ({ in: 'page', page: 'edifice/user', key: key(name) });

/** The list of people with these rows, and one of them open beside it. */
function screen(rows: readonly string[], open?: string, total?: number): Facts {
  const items = rows.map((name) => ({
    at: { in: 'page', page: 'edifice/users', key: key(name) } as const,
    name,
  }));
  const read = { shown: rows.length, ...(total !== undefined && { total }) };
  const user = open && { at: at(open), name: open, detached: false, preDeleted: false };
  return {
    userRows: { items, complete: false, read },
    ...(user && { openUser: { items: [user], complete: true } }),
  };
}

function clickedOn(shown: Facts, now = () => 0) {
  const deleted = deletedUsers(now);
  deleted.clicked(shown);
  return deleted;
}

describe('a deletion', () => {
  test('is proved by the row that is gone, once', () => {
    const deleted = clickedOn(screen(['A', 'B', 'C'], 'B'));
    expect(deleted.look(screen(['A', 'B', 'C'], 'B'))).toBeUndefined();
    expect(deleted.look(screen(['A', 'C']))).toEqual(at('B'));
    expect(deleted.look(screen(['A', 'C']))).toBeUndefined();
  });

  test('is proved by the next row that comes up as well, and by one of two namesakes', () => {
    expect(clickedOn(screen(['A', 'B'], 'B')).look(screen(['A', 'Z']))).toEqual(at('B'));
    expect(clickedOn(screen(['B', 'B'], 'B')).look(screen(['B']))).toEqual(at('B'));
  });

  test('of somebody beyond the rows shown is proved by the number of accounts', () => {
    expect(clickedOn(screen(['A'], 'Z', 650)).look(screen(['A'], undefined, 649))).toEqual(at('Z'));
  });
});

describe('nothing is concluded', () => {
  test('when the person thought better of it and closed the screen, or opened another', () => {
    expect(clickedOn(screen(['A', 'B'], 'B', 2)).look(screen(['A', 'B'], undefined, 2))).toBeUndefined();
    const deleted = clickedOn(screen(['A', 'B'], 'B'));
    expect(deleted.look(screen(['A', 'B'], 'A'))).toBeUndefined();
    expect(deleted.look(screen(['A']))).toBeUndefined();
  });

  test('from a list that was filtered meanwhile, or is not there', () => {
    expect(clickedOn(screen(['A', 'B', 'C'], 'B')).look(screen(['A']))).toBeUndefined();
    expect(clickedOn(screen(['A', 'B'], 'B')).look({})).toBeUndefined();
  });

  test('long after the click', () => {
    let now = 0;
    const deleted = clickedOn(screen(['A', 'B'], 'B'), () => now);
    now = 10 * 60_000;
    expect(deleted.look(screen(['A', 'B']))).toBeUndefined();
    expect(deleted.look(screen(['A']))).toBeUndefined();
  });
});
