import { norm } from '@/utils/reading/labels';
import { columnOf, findTables, isWhole, type Table, type TableRow } from '@/utils/reading/table';
import { chosenTexts, isUnseen, textOf, visibleText } from '@/utils/reading/text';
import {
  type Look,
  listed,
  quoted,
  type Read,
  type Sighting,
  type Task,
  type Value,
  valueIn,
} from './described-look';
import { type CountReading, type ListReading, requiredLabels, type Wordings } from './descriptor';
import { fieldInfo } from './fact-fields';
import { isNarrowed } from './narrowed-list';

/** An empty list that is whole says so; one that says nothing may still be loading. */
const SAYS_EMPTY =
  /\b(?:vide|pas de)\b|\baucune?\b(?!.{0,40}(?:selection|coche|choisi|filtre|correspond|recherche|resultat|non lu))|(?<![\w.,/-])0(?![\w.,/:-])/;
const LONGEST_NOTICE = 400;

/** Reads a list by its headers. */
export function lookAtList(reading: ListReading, { fact, document }: Task): Look {
  const found = theTable(document, requiredLabels(reading));
  if ('problem' in found) return found;
  const { table } = found;
  const columns = reading.fields.map((field) => ({ field, at: columnOf(table, field.labels) }));
  const missing = columns.find(({ field, at }) => field.required && at === undefined);
  if (missing) return { problem: `deux colonnes de la liste s’appellent ${quoted(missing.field.labels)}` };
  const seen = table.rows.map((row): Sighting => {
    const values: Record<string, Value> = {};
    const texts = new Map<string, string>();
    for (const { field, at } of columns) {
      if (at === undefined) continue;
      const read = cellOf(row, at);
      if (!texts.has(field.field)) texts.set(field.field, read.text);
      const value = valueIn(field, fact, read);
      if (value !== undefined) values[field.field] ??= value;
    }
    const key = reading.key.map((field) => texts.get(field) ?? '').join('|');
    return { key, element: row.element, values };
  });
  const needed = reading.fields.filter(({ field }) => fieldInfo(fact, field)?.needed);
  const understood = seen.filter(({ values }) => needed.every(({ field }) => values[field] !== undefined));
  if (seen.length > 0 && understood.length === 0)
    return { problem: `la colonne ${listed(needed.map(({ labels }) => labels))} est vide` };
  const { complete, read } = extentOf(table);
  // A row without a name is a heading, a total, or something that is not known yet: what it holds is not read.
  return { seen: understood, complete: complete && understood.length === seen.length, read };
}

/** Counts the rows of a list, and keeps nothing else of it. */
export function lookAtCount(reading: CountReading, { document }: Task): Look {
  const found = theTable(document, reading.columns);
  if ('problem' in found) return found;
  const { table } = found;
  const { complete, read } = extentOf(table);
  const count = read.total ?? read.shown;
  const key = table.headers.find((header) => header !== '') ?? '';
  return { seen: [{ key, element: table.element, values: { [reading.field]: count } }], complete, read };
}

/** No word tells one list from another. */
const ONE_LIST = 'Ouvrez l’écran qui n’en montre qu’une, ou transmettez une capture anonymisée de celui-ci';

function theTable(
  document: Document,
  labels: readonly Wordings[],
): { table: Table } | { problem: string; instead?: string } {
  const tables = findTables(document, labels);
  const filled = tables.filter(({ rows, unread }) => rows.length > 0 || unread > 0);
  const columns = `${labels.length > 1 ? 'les colonnes' : 'la colonne'} ${listed(labels)}`;
  if (filled.length > 1)
    return {
      problem: `${filled.length} listes portent ${columns}, sans que rien ne dise laquelle lire`,
      instead: ONE_LIST,
    };
  const [table, other] = filled.length > 0 ? filled : tables;
  if (!table) return { problem: `aucune liste ne porte ${columns}` };
  if (other && other.headers.join('|') !== table.headers.join('|'))
    return { problem: `${tables.length} listes vides portent ${columns}`, instead: ONE_LIST };
  return { table };
}

function extentOf(table: Table): { complete: boolean; read: { shown: number; total?: number } } {
  const shown = table.rows.length;
  const whole =
    isWhole(table) &&
    !isNarrowed(table.element) &&
    (shown > 0 || table.pager?.total === 0 || saysEmpty(table));
  const total = whole ? shown : table.pager?.total;
  return { complete: whole, read: { shown, ...(total !== undefined && { total }) } };
}

/** Neither the titles of its columns nor « aucun élément sélectionné » say that a list is empty. */
function saysEmpty({ element, headers }: Table): boolean {
  const beside = [element, element.nextElementSibling, element.parentElement?.nextElementSibling];
  const titles = headers.map(norm).filter(Boolean);
  return beside.some((one) => {
    if (!one || isUnseen(one) || (one.textContent ?? '').length > LONGEST_NOTICE) return false;
    const words = titles.reduce((left, title) => left.replace(title, ' '), norm(visibleText(one)));
    return SAYS_EMPTY.test(words);
  });
}

/** A list of choices keeps its value in its hidden `select`, whatever dresses it up (domain Skolengo §4). */
function cellOf(row: TableRow, at: number): Read {
  const cell = row.parts[at];
  const [select, other] = cell?.querySelectorAll('select') ?? [];
  if (select && !other) return { text: chosenTexts(select).join(', ') };
  const boxes = [
    ...(cell?.querySelectorAll('input[type="checkbox"], [role="checkbox"], [role="switch"]') ?? []),
  ];
  const [box] = boxes;
  const text = row.cells[at] ?? '';
  if (!box || boxes.length > 1) return { text };
  const ticked = box.getAttribute('aria-checked');
  const checked = ticked === null ? (box as HTMLInputElement).checked : ticked === 'true';
  return { text: textOf(cell) === textOf(box) ? '' : text, checked };
}
