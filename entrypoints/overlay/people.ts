import type { PeopleView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import { type PersonRow, type Said, TO_TREAT } from '@/utils/core/person';
import { type SeenSchool, send } from '@/utils/messages';
import { comparePeople } from '@/utils/report/people';

/** What was said of the people of each school this year: remembered by the background, which knows them by hash only. */
export interface People {
  /** Asks for what was said of those not asked about yet; `changed` is called when it is known. */
  recall(school: School, rows: readonly PersonRow[]): void;
  /** Asks for what was said of the person whose screen is open, as long as nobody else is known. */
  recallOne(school: School, link: string): void;
  said(schoolId: string | undefined): ReadonlyMap<string, Said>;
  /** When it was said, ISO date and time. */
  saidAt(schoolId: string | undefined): ReadonlyMap<string, string>;
  /** `open`: the address of the person whose screen is open. */
  view(schoolId: string, rows: readonly PersonRow[], open: string | undefined): PeopleView;
  /** How many of these are left to go through. */
  left(schoolId: string, rows: readonly PersonRow[]): number;
  say(school: School, links: readonly string[], said: Said | null): void;
  /** Remembers as treated who was to treat among these, whose accounts the screens have shown gone or pre-deleted. */
  settle(school: School, rows: readonly PersonRow[], treated: readonly string[]): void;
  /** The next person to treat after the one who is open or was opened last; opening somebody settles nothing. */
  next(schoolId: string, rows: readonly PersonRow[], open: string | undefined): PersonRow | undefined;
}

interface Roll {
  /** The rows that memory was last looked at for, and everybody it was asked about. */
  recalled?: readonly PersonRow[];
  asked: Set<string>;
  /** Those asked about by themselves, as their screen was opened. */
  opened: Set<string>;
  said: Map<string, Said>;
  saidAt: Map<string, string>;
  /** People of whom something was said and who have no verdict any more: gone, or mended. */
  others: number;
  /** Everybody who was to treat at some time of this visit, and the rows that it was last read from. */
  awaited: Set<string>;
  rows?: readonly PersonRow[];
  /** Where the walk stands: its person may be in the table no more. */
  last?: PersonRow;
}

interface PeopleOptions {
  seen(school: School): SeenSchool;
  changed(): void;
  failed(error: unknown): void;
}

/** The memory of one tab. */
export function peopleMemory({ seen, changed, failed }: PeopleOptions): People {
  const rolls = new Map<string, Roll>();
  const rollOf = (id: string): Roll => {
    const known = rolls.get(id);
    if (known) return known;
    const fresh: Roll = {
      asked: new Set(),
      opened: new Set(),
      said: new Map(),
      saidAt: new Map(),
      others: 0,
      awaited: new Set(),
    };
    rolls.set(id, fresh);
    return fresh;
  };
  const say = (school: School, links: readonly string[], said: Said | null) => {
    const roll = rollOf(school.id);
    const at = new Date().toISOString();
    for (const link of links) {
      if (said) roll.said.set(link, said);
      else roll.said.delete(link);
      if (said) roll.saidAt.set(link, at);
    }
    send('people/remember', { school: seen(school), people: links, said, at }).catch(failed);
  };
  return {
    recall(school, rows) {
      const roll = rollOf(school.id);
      if (roll.recalled === rows) return;
      roll.recalled = rows;
      if (rows.every(({ link }) => roll.asked.has(link))) return;
      for (const { link } of rows) roll.asked.add(link);
      // Whoever was treated meanwhile has no row any more, and must not be counted among the others.
      const people = [...new Set([...rows.map(({ link }) => link), ...roll.said.keys()])];
      send('people/recall', { school: seen(school), people })
        .then(({ said, at, others }) => {
          for (const [index, link] of people.entries()) {
            const one = said[index];
            if (!one || roll.said.has(link)) continue;
            roll.said.set(link, one);
            const when = at[index];
            if (when) roll.saidAt.set(link, when);
          }
          roll.others = others;
          changed();
        })
        .catch(failed);
    },
    recallOne(school, link) {
      const roll = rollOf(school.id);
      if (roll.asked.has(link) || roll.opened.has(link)) return;
      roll.opened.add(link);
      send('people/recall', { school: seen(school), people: [link] })
        .then(({ said: [one], at: [when] }) => {
          if (!one || roll.said.has(link)) return;
          roll.said.set(link, one);
          if (when) roll.saidAt.set(link, when);
          changed();
        })
        .catch(failed);
    },
    said: (id) => (id && rolls.get(id)?.said) || NOBODY,
    saidAt: (id) => (id && rolls.get(id)?.saidAt) || NEVER,
    left: (id, rows) => rows.filter((row) => isToTreat(row) && isLeft(rollOf(id).said.get(row.link))).length,
    view(id, rows, open) {
      const roll = rollOf(id);
      const toTreat = rows.filter(isToTreat);
      const count = (wanted: Said | undefined) =>
        toTreat.filter(({ link }) => roll.said.get(link) === wanted).length;
      const back = count('treated');
      return {
        rows,
        said: roll.said,
        done: roll.others + roll.said.size - back - count('seen'),
        left: count(undefined) + back,
        passed: count('seen'),
        ...(open && { open }),
      };
    },
    say(school, links, said) {
      say(school, links, said);
      changed();
    },
    settle(school, rows, treated) {
      const roll = rollOf(school.id);
      if (roll.rows !== rows) for (const row of rows) if (isToTreat(row)) roll.awaited.add(row.link);
      roll.rows = rows;
      const present = new Set(treated.length > 0 ? rows.filter(isToTreat).map(({ link }) => link) : []);
      const fresh = treated.filter(
        (link) => roll.awaited.has(link) && !present.has(link) && roll.said.get(link) !== 'treated',
      );
      if (fresh.length > 0) say(school, fresh, 'treated');
    },
    next(id, rows, open) {
      const roll = rollOf(id);
      const left = rows.filter((row) => isToTreat(row) && isLeft(roll.said.get(row.link)));
      const from = rows.find(({ link }) => link === open) ?? roll.last;
      const row = left.find((one) => from && comparePeople(one, from) > 0) ?? left[0];
      if (row) roll.last = row;
      return row;
    },
  };
}

function isToTreat({ verdict }: PersonRow): boolean {
  return TO_TREAT.includes(verdict);
}

/** Whoever was treated and is to treat all the same has come back: the platform, or somebody, undid it. */
function isLeft(said: Said | undefined): boolean {
  return said === undefined || said === 'treated';
}

const NOBODY: ReadonlyMap<string, Said> = new Map();
const NEVER: ReadonlyMap<string, string> = new Map();
