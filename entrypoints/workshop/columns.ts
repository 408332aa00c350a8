import { ACCOUNT_FIELDS } from '@/utils/files/accounts';
import { FIELD_NAMES, type Field } from '@/utils/files/fields';
import type { ColumnChoice, FieldColumns } from '@/utils/files/headers';
import type { RosterTable } from '@/utils/files/pairing';
import type { ColumnOffer } from './protocol';

/** The value of a column that means nothing to us. */
export const IGNORED = 'ignore';

/** Enough of a value to tell what its column holds. */
const SAMPLE = 40;

/** The fields that matter when a column has to be named by hand, most needed first. */
const OFFERED: readonly Field[] = [
  ...ACCOUNT_FIELDS,
  'groups',
  'title',
  'email',
  'functions',
  'subjects',
  'uai',
  'schools',
  'nationalId',
];
/** The fields that a parent repeated in a pupil's row is recognised by. */
const OFFERED_IN_BLOCK: readonly Field[] = ['key', 'username', 'lastName', 'firstName', 'postalCode'];
const BLOCKS = 2;

/** « lastName » for the row's own person, « 0/lastName » for the first person repeated in it. */
function optionOf(field: Field, block: number | undefined): string {
  return block === undefined ? field : `${block}/${field}`;
}

/** Every column with what it is taken for, and a first value that shows what it holds. */
export function columnOffers({ table, layout }: RosterTable): ColumnOffer[] {
  const fields = new Map<number, string>();
  const add = (columns: FieldColumns, block?: number) => {
    for (const [field, list] of Object.entries(columns) as [Field, readonly number[]][])
      for (const column of list) fields.set(column, optionOf(field, block));
  };
  add(layout.columns);
  layout.blocks.forEach((block, index) => {
    add(block.columns, index);
  });
  return table.header.map((_, column) => ({
    column,
    header: table.columnName(column),
    sample: firstValue(table, column),
    field: fields.get(column) ?? IGNORED,
  }));
}

function firstValue(table: RosterTable['table'], column: number): string {
  const rows = Math.min(table.rowCount, 20);
  for (let row = 0; row < rows; row++) {
    const value = table.cell(row, column).trim();
    if (value !== '') return value.length > SAMPLE ? `${value.slice(0, SAMPLE)}…` : value;
  }
  return '';
}

/** What a column can be said to hold: the fields offered, and any that is already recognised among the columns. */
export function fieldChoices(columns: readonly ColumnOffer[]): { value: string; label: string }[] {
  const values = new Set<string>(OFFERED);
  for (let block = 0; block < BLOCKS; block++)
    for (const field of OFFERED_IN_BLOCK) values.add(optionOf(field, block));
  for (const { field } of columns) if (field !== IGNORED) values.add(field);
  return [
    { value: IGNORED, label: 'Autre chose' },
    ...[...values].map((value) => ({ value, label: labelOf(value) })),
  ];
}

function labelOf(value: string): string {
  const { field, block } = fieldOf(value);
  const name = FIELD_NAMES[field as Field];
  return block === undefined ? name : `${name} (responsable ${block + 1})`;
}

function fieldOf(value: string): { field: Field | 'ignore'; block?: number } {
  const [block, field] = value.split('/');
  return field === undefined
    ? { field: value as Field | 'ignore' }
    : { field: field as Field, block: Number(block) };
}

/** The choices of the form as a mapping of columns. */
export function choicesFrom(typed: readonly { column: number; field: string }[]): ColumnChoice[] {
  return typed.map(({ column, field }) => ({ column, ...fieldOf(field) }));
}
