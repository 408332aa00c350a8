import { linkDates } from './dates';
import { before, dateOf } from './day-slips';
import { KeyTable } from './key-table';
import { mixed, type Traits } from './traits';

/** As in `systemic.ts`: from so many people a change may be general. */
const FEWEST = 20;

/** Reads couples of people of one name, and says whether what differs between them looks like a change of a whole column. */
export type IsGeneral = (couples: readonly (readonly [number, number])[]) => boolean;

/** People of one name, positions on each side. */
export interface Namesake {
  gone: number[];
  arrived: number[];
}

function named(traits: Traits, at: number): number {
  return mixed(traits.name[at] as number, traits.profile[at] as number);
}

/** The people of one profile and one name on both sides, and what they tell of changes of whole columns. */
export class Namesakes {
  /** True when a whole column seems to have changed: all namesakes are then needed. */
  readonly isGeneral: boolean;
  /** Days of the new list as they were before a change that may be general. */
  readonly otherDays: Int32Array | undefined;
  private readonly byName = new Map<number, Namesake>();

  constructor(
    private readonly gone: Traits,
    private readonly arrived: Traits,
    isGeneral: IsGeneral,
  ) {
    this.gather();
    const days = new Map<string, number>();
    const telling: [number, number][] = [];
    for (const { gone: ones, arrived: others } of this.byName.values()) {
      const one = ones[0];
      const other = others[0];
      if (one === undefined || other === undefined || ones.length + others.length > 2) continue;
      if (this.tells(one, other, days)) telling.push([one, other]);
    }
    this.isGeneral = telling.length >= FEWEST && isGeneral(telling);
    const [change, count = 0] = [...days].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (this.isGeneral && change !== undefined && count >= FEWEST)
      this.otherDays = arrived.day.map((day) => before(day, change));
  }

  /** Every name that both sides bear. */
  *all(): Generator<Namesake> {
    for (const namesake of this.byName.values()) if (namesake.arrived.length > 0) yield namesake;
  }

  /** The pupils of a name (`Traits.name`), when both sides have some. */
  pupils(name: number): Namesake | undefined {
    const found = this.byName.get(mixed(name, 0));
    return found && found.arrived.length > 0 ? found : undefined;
  }

  private gather(): void {
    const { gone, arrived, byName } = this;
    const table = new KeyTable(arrived.count);
    for (let at = 0; at < arrived.count; at++) table.expect(named(arrived, at));
    for (let at = 0; at < gone.count; at++) {
      const name = named(gone, at);
      if (!table.isExpected(name)) continue;
      const known = byName.get(name);
      if (known) known.gone.push(at);
      else byName.set(name, { gone: [at], arrived: [] });
    }
    if (byName.size === 0) return;
    for (let at = 0; at < arrived.count; at++) byName.get(named(arrived, at))?.arrived.push(at);
  }

  /** True when two people of one name differ in a way that a whole column may. */
  private tells(one: number, other: number, days: Map<string, number>): boolean {
    const { gone, arrived } = this;
    if (gone.writingOf(one, 'names') !== arrived.writingOf(other, 'names')) return true;
    const from = gone.day[one] as number;
    const to = arrived.day[other] as number;
    if (from !== 0 && to !== 0) {
      if (from === to) return gone.form[one] !== arrived.form[other];
      const link = linkDates(dateOf(from), dateOf(to));
      if (link !== 'date-day-month' && link !== 'date-one-day' && link !== 'date-1904') return false;
      const change = link === 'date-day-month' ? link : `${link} ${to > from ? 1 : -1}`;
      days.set(change, (days.get(change) ?? 0) + 1);
      return true;
    }
    if (gone.writingOf(one, 'postal') === arrived.writingOf(other, 'postal')) return false;
    return (
      gone.postal[one] === arrived.postal[other] || gone.rounded[one] === 1 || arrived.rounded[other] === 1
    );
  }
}
