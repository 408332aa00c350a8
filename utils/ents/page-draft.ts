import type { EntId, PageId } from '@/utils/core/facts';
import { norm } from '@/utils/reading/labels';
import type { Outlined } from '@/utils/reading/outline';
import type { FieldReading, Meaning, Reading, ScreenDescriptor } from './descriptor';
import { type DescribedFact, FACT_FIELDS, type FieldInfo, fieldInfo } from './fact-fields';
import { knownMeanings } from './known-meanings';
import { type ParsedDescriptor, parseDescriptor } from './parse-descriptor';

/** A column or a field of the page, and the field of the fact that it gives. */
export interface Column {
  label: string;
  field: string;
}

/** What a person said of a page: nothing else of it goes into its description. */
export interface PageDraft {
  ent: EntId;
  title: string;
  /** What the page calls itself: one of its headings. */
  name: string;
  fact: DescribedFact;
  /** What columns or fields of the page, named as it writes them, give. */
  columns: readonly Column[];
  /** What the words of a field mean, as the person explained them. */
  meanings: readonly { field: string; says: string; means: Meaning['means'] }[];
  /** Name of the node whose branches are read, in a tree. */
  under?: string;
}

/** One column that tells when a period starts and ends. */
export const BOTH_DATES = 'from to';
/** What is written stays beside what it means, so that what nobody knows can be shown: read along, never chosen. */
const TWIN = 'Written';
const LONGEST_SLUG = 40;
const LONGEST_TITLE = 80;

/** The fields that a person may choose for a column, as they are named. */
export function choosableFields(fact: DescribedFact): { field: string; says: string }[] {
  const fields: Readonly<Record<string, FieldInfo>> = FACT_FIELDS[fact].fields;
  const own = Object.entries(fields)
    .filter(([field]) => !(field.endsWith(TWIN) && field.slice(0, -TWIN.length) in fields))
    .map(([field, { says }]) => ({ field, says }));
  return 'from' in fields && 'to' in fields ? [...own, { field: BOTH_DATES, says: 'début et fin' }] : own;
}

/** True for facts that only say how many rows a list has: its columns tell it, and nothing of them is read. */
export function isCounted(fact: DescribedFact): boolean {
  const kinds = Object.values(FACT_FIELDS[fact].fields as Readonly<Record<string, FieldInfo>>);
  return kinds.every(({ kind, needed }) => kind === 'count' && needed);
}

/** The description that comes of what a person said, or what is missing, in French. */
export function describe(draft: PageDraft, kind: Outlined['kind']): ParsedDescriptor {
  const missing = missingIn(draft, kind);
  if (missing) return { problem: missing };
  const { ent, title, name, fact } = draft;
  const descriptor: ScreenDescriptor = {
    version: 1,
    id: ownPageId(ent, title),
    title: title.trim(),
    names: [name],
    // Other screens may bear the name: a list is told by its columns too. A form or a tree has no column to tell it by.
    ...(kind === 'list' && { common: true }),
    fact,
    reads: [readingOf(draft, kind)],
  };
  return parseDescriptor(JSON.stringify(descriptor), 'Choisissez un autre titre, ou d’autres colonnes.');
}

/** Why a page cannot bear a name that somebody typed, in French, with what to do; `undefined` when it can. */
export function titleFault(title: string): string | undefined {
  if (norm(title) === '') return 'Donnez un nom à cette page.';
  if (title.trim().length > LONGEST_TITLE)
    return `Ce nom est trop long\u00A0: ${LONGEST_TITLE} caractères au plus.`;
  if (/[<>\p{C}]/u.test(title.trim()))
    return 'Un nom ne contient ni «\u00A0<\u00A0», ni «\u00A0>\u00A0», ni caractère invisible\u00A0: retirez-les.';
  return undefined;
}

function missingIn(
  { title, name, fact, columns, under }: PageDraft,
  kind: Outlined['kind'],
): string | undefined {
  const fault = titleFault(title);
  if (fault) return fault;
  if (norm(name) === '') return 'Dites à quel titre la page se reconnaît.';
  if (kind === 'tree') return norm(under ?? '') === '' ? 'Choisissez la branche à lire.' : undefined;
  const chosen = columns.flatMap(({ field }) => field.split(' '));
  if (isCounted(fact)) return chosen.length > 0 ? undefined : 'Choisissez au moins une colonne.';
  const missing = kind === 'list' ? neededFields(fact).find((field) => !chosen.includes(field)) : undefined;
  if (missing) return `Dites quelle colonne donne\u00A0: ${fieldInfo(fact, missing)?.says}.`;
  if (chosen.length === 0) return 'Dites ce que donne au moins une colonne ou un champ.';
  const twice = chosen.find((field, at) => chosen.indexOf(field) !== at);
  return (
    twice && `Deux colonnes donnent la même chose\u00A0: ${fieldInfo(fact, twice)?.says}. Gardez-en une.`
  );
}

function readingOf(draft: PageDraft, kind: Outlined['kind']): Reading {
  const { fact, columns, under = '' } = draft;
  if (kind === 'tree') return { as: 'tree', field: neededField(fact) ?? '', under: [under] };
  if (isCounted(fact)) {
    const field = neededField(fact) ?? '';
    return { as: 'count', field, columns: columns.map(({ label }) => [label]) };
  }
  const fields = columns.flatMap(({ label, field }) => fieldsOf(draft, label, field));
  if (kind === 'form') return { as: 'form', fields };
  const needed = neededField(fact);
  const named = [...new Set(fields.map(({ field }) => field))].filter((field) => !field.endsWith(TWIN));
  return { as: 'list', fields, key: needed ? [needed] : named.slice(0, 5) };
}

function fieldsOf(draft: PageDraft, label: string, chosen: string): FieldReading[] {
  const { fact } = draft;
  const labels = [label];
  if (chosen === BOTH_DATES)
    return [
      { field: 'from', labels, required: true, pick: 'first' },
      { field: 'to', labels, required: true, pick: 'last' },
    ];
  const meanings = meaningsOf(draft, chosen);
  const main: FieldReading = {
    field: chosen,
    labels,
    required: true,
    ...(meanings.length > 0 && { meanings }),
  };
  const twin = `${chosen}${TWIN}`;
  return fieldInfo(fact, twin) ? [main, { field: twin, labels }] : [main];
}

/** What the person explained, then what Vigie knows of itself. */
function meaningsOf({ meanings }: PageDraft, field: string): Meaning[] {
  const told = meanings.filter((one) => one.field === field);
  const known = knownMeanings(field);
  const values = [...new Set([...told, ...known].map(({ means }) => means))];
  return values.map((means) => ({
    means,
    says: [
      ...told.filter((one) => one.means === means).map(({ says }) => says),
      ...known.filter((one) => one.means === means).flatMap(({ says }) => says),
    ].slice(0, 40),
  }));
}

/** The fields without which there is no fact. */
export function neededFields(fact: DescribedFact): string[] {
  return Object.keys(FACT_FIELDS[fact].fields).filter((field) => fieldInfo(fact, field)?.needed);
}

/** The first of them: what the thing is called. */
export function neededField(fact: DescribedFact): string | undefined {
  return neededFields(fact)[0];
}

/** The identifier of a page under the name that somebody gives it: one name, one page of a host. */
export function ownPageId(ent: EntId, title: string): PageId {
  return `${ent}/own-${slug(title)}`;
}

function slug(title: string): string {
  const letters = norm(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return letters || 'page';
}
