import { controlsIn, findControl, findControls } from '@/utils/reading/control';
import { beginsWithLabel, isLabel, type Label } from '@/utils/reading/labels';
import { isWhole, type Table } from '@/utils/reading/table';
import { visibleText } from '@/utils/reading/text';
import { type PeopleLines, type PersonLine, peopleIn } from './people-lines';
import { peopleOf, peopleTable, WHOLE_NAME } from './people-table';
import { headingsOf } from './screen';

/** Source 000 §2: the field that one clicks to see whom a strategy names. */
export const INDIVIDUALS: Label = [
  'Utilisateurs individuels',
  'Utilisateur individuel',
  'Individual users',
  'Individual user',
];
const STRATEGY_NAME: Label = ['Nom', 'Nom de la stratégie', 'Name', 'Policy name'];
/** « Modifier la stratégie : Impression », « Utilisateurs individuels – Impression ». */
const NAMED =
  /^(?:.*(?:strat[ée]gie|policy)|utilisateurs individuels|individual users)\s*[:–«-]\s*(.+?)\s*»?$/iu;
const LIST = 'ul, ol, dd, td, select, textarea, table';
/** How far around its label the content of the field may be. */
const LEVELS = 5;

/** What the field or chooser of one strategy shows; `whole` is false when some people are on another page of it. */
export interface OpenStrategy {
  name?: string;
  people: readonly PersonLine[];
  whole: boolean;
  /** What holds the names. */
  element: Element;
}

type Found = Omit<OpenStrategy, 'name'>;

/** Reads « Utilisateurs individuels » wherever it is open: a field, a list of choices, a table, a dialog. */
export function openStrategy(document: Document): OpenStrategy | undefined {
  const found = inField(document) ?? besideLabel(document);
  const name = strategyName(document);
  return found && { ...found, ...(name && { name }) };
}

/** True when a field bears the label: not a button, that only leads to it. */
export function hasField(document: Document): boolean {
  return findControls(document, INDIVIDUALS).some(({ kind }) => kind === 'text' || kind === 'select');
}

function inField(document: Document): Found | undefined {
  const field = findControl(document, INDIVIDUALS, 'select') ?? findControl(document, INDIVIDUALS, 'text');
  if (!field) return undefined;
  const lines = peopleIn(field.element);
  // A field to search in is empty, and the people stand below it.
  return lines.people.length > 0 || field.element.tagName.toUpperCase() !== 'INPUT'
    ? told(lines, field.element)
    : undefined;
}

function told({ people, more, count }: PeopleLines, element: Element): Found | undefined {
  return count !== undefined && count > 0 ? undefined : { people, whole: !more, element };
}

function besideLabel(document: Document): Found | undefined {
  const labels = [
    ...document.querySelectorAll('h1, h2, h3, h4, legend, label, dt, td, th, span, strong, p, div'),
  ];
  for (const label of labels.filter((one) => (one.textContent ?? '').length < 200)) {
    const words = visibleText(label);
    if (!isLabel(words, INDIVIDUALS) && !(isHeading(label) && beginsWithLabel(words, INDIVIDUALS))) continue;
    let at: Element | null = label;
    for (let level = 0; at?.parentElement && level < LEVELS; level++, at = at.parentElement) {
      if (at.tagName.toUpperCase() === 'BODY') break;
      const next = contentOf(at);
      if (next) return next;
    }
  }
  return undefined;
}

function isHeading(element: Element): boolean {
  return headingsOf(element.ownerDocument).includes(element);
}

/** What stands after an element: a list of people, or a word for nobody. */
function contentOf(element: Element): Found | undefined {
  const at = element.parentElement ?? element;
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    // A table is looked for inside an element, which may be the table itself.
    const table = peopleTable(next.matches('table') ? at : next);
    if (table && table.rows.length > 0)
      return { people: chosenOf(table), whole: isWhole(table), element: table.element };
    const lists = next.matches(LIST) ? [next] : [...next.querySelectorAll(LIST)];
    const list = lists.find((one) => isColumn(one) && checkedOnly(one).length > 0);
    if (list) return told({ ...peopleIn(list), people: checkedOnly(list) }, list);
    if (/^(?:aucune?|no users|none)\b/i.test(visibleText(next)))
      return { people: [], whole: true, element: next };
  }
  return undefined;
}

/** A table of several columns that are not understood is no list of names. */
function isColumn(list: Element): boolean {
  return !list.matches('table') || [...list.querySelectorAll('tr')].every((row) => row.children.length === 1);
}

/** In a chooser, the people are those whose box is ticked; without any tick, the list is of those who were chosen. */
function checkedOnly(list: Element): readonly PersonLine[] {
  const people = peopleIn(list).people.filter(({ name }) => !isLabel(name, WHOLE_NAME));
  const isTicked = ({ element }: PersonLine) => {
    const item = element.closest('li') ?? element;
    return controlsIn(item).some(({ checked }) => checked);
  };
  return people.some(isTicked) ? people.filter(isTicked) : people;
}

/** In a table of choices, those whose box is ticked; without any tick, the table is of those who were chosen. */
function chosenOf(table: Table): readonly PersonLine[] {
  const ticked = table.rows.filter(({ checked }) => checked);
  return peopleOf(table, ticked.length > 0 ? ticked : table.rows);
}

function strategyName(document: Document): string | undefined {
  const said = headingsOf(document).map((heading) => NAMED.exec(visibleText(heading))?.[1]);
  return said.find(Boolean) ?? (findControl(document, STRATEGY_NAME, 'text')?.value || undefined);
}
