import type { PeopleView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import { type PersonRow, type Said, TO_TREAT } from '@/utils/core/person';
import { type SeenSchool, send } from '@/utils/messages';

/** What was said of the people of each school this year: remembered by the background, which knows them by hash only. */
export interface People {
  /** Asks once for what was said of them; `changed` is called when it is known. */
  recall(school: School, rows: readonly PersonRow[]): void;
  said(schoolId: string | undefined): ReadonlyMap<string, Said>;
  view(schoolId: string, rows: readonly PersonRow[]): PeopleView;
  say(school: School, links: readonly string[], said: Said | null): void;
  /** The first person to treat whom nobody has looked at yet. */
  next(schoolId: string, rows: readonly PersonRow[]): PersonRow | undefined;
}

interface Roll {
  said: Map<string, Said>;
  /** People of whom something was said and who have no verdict any more: gone, or mended. */
  others: number;
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
    const fresh = { said: new Map<string, Said>(), others: 0 };
    rolls.set(id, fresh);
    return fresh;
  };
  const isLeft = (roll: Roll) => (row: PersonRow) =>
    TO_TREAT.includes(row.verdict) && !roll.said.has(row.link);
  return {
    recall(school, rows) {
      if (rolls.has(school.id)) return;
      const roll = rollOf(school.id);
      const people = rows.map(({ link }) => link);
      send('people/recall', { school: seen(school), people })
        .then(({ said, others }) => {
          for (const [index, link] of people.entries()) {
            const one = said[index];
            if (one && !roll.said.has(link)) roll.said.set(link, one);
          }
          roll.others = others;
          changed();
        })
        .catch(failed);
    },
    said: (id) => (id && rolls.get(id)?.said) || NOBODY,
    view(id, rows) {
      const roll = rollOf(id);
      const left = rows.filter(isLeft(roll)).length;
      return { rows, said: roll.said, done: roll.others + roll.said.size, left };
    },
    say(school, links, said) {
      const roll = rollOf(school.id);
      for (const link of links) {
        if (said) roll.said.set(link, said);
        else roll.said.delete(link);
      }
      const at = new Date().toISOString();
      send('people/remember', { school: seen(school), people: links, said, at }).catch(failed);
      changed();
    },
    next: (id, rows) => rows.find(isLeft(rollOf(id))),
  };
}

const NOBODY: ReadonlyMap<string, Said> = new Map();
