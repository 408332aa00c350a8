import type { Anchor } from '@/utils/core/facts';
import type { Field } from './fields';
import type { FieldColumns, RosterLayout } from './headers';
import type { RosterTable } from './pairing';
import type { Table } from './table';

/** One person's values, as typed. A field that stands in several columns is joined by « , ». */
export type Values = Partial<Record<Field, string>>;

/** A place where a person stands: a row, and a block of columns inside it for a repeated parent or child. */
export interface Place {
  row: number;
  line: number;
  block?: number;
}

/** The same person with two different values of one field: the platform keeps only one, and nobody knows which. */
export interface Contradiction {
  field: Field;
  values: readonly { value: string; place: Place }[];
}

/** A person of a roster. */
export interface Person {
  values: Values;
  /** Where the person stands: several places for a parent of several pupils. */
  places: readonly Place[];
  contradictions: readonly Contradiction[];
}

/** A row's own person and the people repeated in it. */
export interface RosterRow {
  row: number;
  line: number;
  values: Values;
  /** Positions in `Roster.relatives`. */
  relatives: readonly number[];
}

/** Everybody in a table. */
export interface Roster {
  readonly table: Table;
  readonly layout: RosterLayout;
  readonly rows: readonly RosterRow[];
  /** The people repeated in blocks (parents of pupils, children of parents), merged on their key. */
  readonly relatives: readonly Person[];
  /** The rows' own people, merged on their key: fewer than the rows when a parent has a row a child. */
  readonly people: readonly Person[];
}

/** Fields whose value tells people apart: two of them under one key contradict each other. */
const IDENTITY: readonly Field[] = ['lastName', 'firstName', 'birthDate', 'postalCode', 'username'];

/** Reads the people of a table. Makes text of every recognised cell: for very large files prefer `compareRosters`. */
export function readRoster({ table, layout }: RosterTable): Roster {
  const relatives = new Merger();
  const people = new Merger();
  const rows: RosterRow[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const cells = table.cells(row);
    const line = table.lineOf(row);
    const values = valuesOf(cells, layout.columns);
    people.add(values, { row, line });
    const own: number[] = [];
    layout.blocks.forEach((block, index) => {
      const inBlock = valuesOf(cells, block.columns);
      if (Object.keys(inBlock).length > 0) own.push(relatives.add(inBlock, { row, line, block: index }));
    });
    rows.push({ row, line, values, relatives: own });
  }
  return { table, layout, rows, relatives: relatives.people, people: people.people };
}

/** Reads the own person of one row: what a comparison shows of the rows it found. */
export function readRow({ table, layout }: RosterTable, row: number): RosterRow {
  const values = valuesOf(table.cells(row), layout.columns);
  return { row, line: table.lineOf(row), values, relatives: [] };
}

/** Where a field of a person stands in the file. */
export function anchorOf({ table, layout }: RosterTable, place: Place, field?: Field): Anchor {
  const columns = place.block === undefined ? layout.columns : layout.blocks[place.block]?.columns;
  const column = field ? columns?.[field]?.[0] : undefined;
  return {
    in: 'file',
    file: table.file,
    line: place.line,
    ...(column === undefined ? {} : { column: table.columnName(column) }),
  };
}

function valuesOf(cells: readonly string[], columns: FieldColumns): Values {
  const values: Values = {};
  for (const field of Object.keys(columns) as Field[]) {
    const own = columns[field] ?? [];
    const [first] = own;
    const value =
      own.length === 1 && first !== undefined
        ? (cells[first] ?? '')
        : own
            .map((column) => cells[column] ?? '')
            .filter((text) => text.trim() !== '')
            .join(', ');
    if (value !== '') values[field] = value;
  }
  return values;
}

/** Brings together the lines of one person. People without a key are never merged: nothing proves that they are one. */
class Merger {
  readonly people: { values: Values; places: Place[]; contradictions: Contradiction[] }[] = [];
  private readonly byKey = new Map<string, number>();

  /** Gives the person's position. */
  add(values: Values, place: Place): number {
    const key = values.key?.trim();
    const known = key ? this.byKey.get(key) : undefined;
    const person = known === undefined ? undefined : this.people[known];
    if (known !== undefined && person) {
      this.contradict(person, values, place);
      person.places.push(place);
      return known;
    }
    const position = this.people.push({ values, places: [place], contradictions: [] }) - 1;
    if (key) this.byKey.set(key, position);
    return position;
  }

  private contradict(
    person: { values: Values; places: Place[]; contradictions: Contradiction[] },
    values: Values,
    place: Place,
  ): void {
    for (const field of IDENTITY) {
      const [was, is] = [person.values[field], values[field]];
      const [first] = person.places;
      if (was === undefined || is === undefined || was === is || !first) continue;
      const known = person.contradictions.find((contradiction) => contradiction.field === field);
      const entry = { value: is, place };
      if (known) (known.values as { value: string; place: Place }[]).push(entry);
      else person.contradictions.push({ field, values: [{ value: was, place: first }, entry] });
    }
  }
}
