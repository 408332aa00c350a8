import { isLabel, type Label, norm } from '@/utils/reading/labels';
import type { Outlined } from '@/utils/reading/outline';
import { visibleText } from '@/utils/reading/text';
import { valueIn } from './described-look';
import type { ScreenDescriptor } from './descriptor';
import { choicesOf, type DescribedFact, fieldInfo } from './fact-fields';
import { ORGANISATION } from './itslearning/admin-titles';
import { COLUMNS } from './itslearning/course-rows';
import { knownMeanings } from './known-meanings';
import { type Column, choosableFields } from './page-draft';
import { titleParts } from './signs';
import { type Term, wordsFor } from './skolengo/vocabulary';

/** Fields whose columns bear words that are known. */
const KNOWN: Readonly<Record<string, readonly Term[]>> = {
  name: ['groupName', 'personName', 'sectionName'],
  lifetime: ['lifetime'],
  temporary: ['temporary'],
  binnedOn: ['binnedOn'],
  who: ['blocked'],
  from: ['from', 'yearStart'],
  to: ['to', 'yearEnd'],
  software: ['software'],
  mode: ['mode'],
};
/** The same for courses, whose columns a public guide shows, and for classes. */
const { createdBy, ...COURSES } = COLUMNS;
const KNOWN_COLUMNS: Readonly<Record<string, Label>> = {
  ...COURSES,
  imported: createdBy,
  organisation: ORGANISATION,
  pupils: ['Élèves', 'Effectif', 'Nombre d’élèves'],
  teachers: ['Enseignants', 'Nombre d’enseignants'],
};
/** More values than this are names, dates or numbers, not the few words of a choice. */
const MOST_VALUES = 12;
const LONGEST_NAME = 160;

/** What the columns of a thing most likely give: only where their words say so. */
export function likelyColumns(fact: DescribedFact, labels: readonly string[]): Column[] {
  const words = wordsFor('');
  const taken = new Set<string>();
  const found: Column[] = [];
  for (const label of labels) {
    const field = choosableFields(fact).find(
      (one) =>
        !taken.has(one.field) &&
        (norm(one.says) === norm(label) ||
          isLabel(label, KNOWN_COLUMNS[one.field] ?? []) ||
          (KNOWN[one.field] ?? []).some((term) => isLabel(label, words(term)))),
    );
    if (!field) continue;
    taken.add(field.field);
    found.push({ label, field: field.field });
  }
  return found;
}

/** The titles of the columns, or the names of the fields. */
export function labelsOf(outlined: Outlined): readonly string[] {
  if (outlined.kind === 'list') return outlined.table.headers.filter((header) => header !== '');
  return outlined.kind === 'form' ? outlined.fields.map(({ label }) => label) : [];
}

/** « Liste : Nom, Profil »: what a thing is called before anybody chose it. */
export function outlinedName(outlined: Outlined): string {
  const labels = outlined.kind === 'tree' ? outlined.folders : labelsOf(outlined);
  const first = labels.slice(0, 4).join(', ') + (labels.length > 4 ? '…' : '');
  return `${{ list: 'Liste', form: 'Formulaire', tree: 'Arbre' }[outlined.kind]}\u00A0: ${first}`;
}

/** What the page calls itself, the surest first: the headings above the thing, from the nearest up, then its title. */
export function namesOn(document: Document, outlined: Outlined): string[] {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, legend, [role="heading"]')].filter(
    (heading) => !heading.querySelector('a[href]') && !heading.closest('a[href]'),
  );
  const above = headings.filter((heading) => heading.compareDocumentPosition(outlined.element) & 4).reverse();
  const inside = headings.filter((heading) => outlined.element.contains(heading));
  const [title = ''] = titleParts(document);
  const texts = [...above, ...inside, ...headings].map((heading) => visibleText(heading));
  return [...new Set([...texts, title])].filter((text) => text !== '' && text.length <= LONGEST_NAME);
}

/** The words of a column that are not understood yet, each once; `undefined` where there are too many to be choices. */
export function unknownValues(
  outlined: Outlined,
  fact: DescribedFact,
  label: string,
  field: string,
): readonly string[] | undefined {
  const info = fieldInfo(fact, field);
  if (!info || info.otherwise !== undefined || !(choicesOf(info) || info.kind === 'flag')) return [];
  const values = [...new Set(valuesOf(outlined, label).filter((text) => text !== ''))];
  const reading = { field, labels: [label], meanings: [...knownMeanings(field)] };
  const unknown = values.filter((text) => valueIn(reading, fact, { text }) === undefined);
  return unknown.length > MOST_VALUES ? undefined : unknown;
}

/** True when a column says something, and nothing of it is a date, or a number, as its field would have it. */
export function readsNothing(outlined: Outlined, fact: DescribedFact, label: string, field: string): boolean {
  const kind = fieldInfo(fact, field.split(' ')[0] ?? '')?.kind;
  if (kind !== 'date' && kind !== 'count') return false;
  const texts = valuesOf(outlined, label).filter((text) => text !== '');
  return (
    texts.length > 0 &&
    texts.every((text) =>
      field.split(' ').every((one) => valueIn({ field: one, labels: [label] }, fact, { text }) === undefined),
    )
  );
}

/** The words that a description would read as nothing, each once; an empty one for a cell that says nothing. */
export function unreadWords(outlined: Outlined, { fact, reads }: ScreenDescriptor): string[] {
  const fields = reads.flatMap((reading) => ('fields' in reading ? reading.fields : []));
  const unread = fields.flatMap((field) => {
    const [label = ''] = field.labels;
    const texts =
      outlined.kind === 'form'
        ? outlined.fields.flatMap((one) => (one.label === label ? [one.control.value] : []))
        : valuesOf(outlined, label);
    return texts.filter((text) => valueIn(field, fact, { text }) === undefined);
  });
  return [...new Set(unread)];
}

function valuesOf(outlined: Outlined, label: string): string[] {
  if (outlined.kind === 'form') {
    const field = outlined.fields.find((one) => one.label === label);
    return field ? (field.choices.length > 0 ? [...field.choices] : [field.control.value]) : [];
  }
  if (outlined.kind !== 'list') return [];
  const at = outlined.table.headers.indexOf(label);
  return outlined.table.rows.map(({ cells }) => cells[at] ?? '');
}
