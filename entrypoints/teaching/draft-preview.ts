import type { Choice, PreviewView } from '@/components/teaching/view';
import type { Facts } from '@/utils/core/facts';
import { describedPage } from '@/utils/ents/described-page';
import type { ScreenDescriptor } from '@/utils/ents/descriptor';
import { unreadWords } from '@/utils/ents/draft-guesses';
import { choicesOf, type DescribedFact, FACT_FIELDS, fieldInfo } from '@/utils/ents/fact-fields';
import { Unreadable } from '@/utils/ents/page';
import { type Column, choosableFields, isCounted } from '@/utils/ents/page-draft';
import type { ParsedDescriptor } from '@/utils/ents/parse-descriptor';
import type { Outlined } from '@/utils/reading/outline';

const SHOWN_ROWS = 5;
/** Words that are not understood, named in the sentence above the rows. */
const SHOWN_WORDS = 4;
const LONGEST_SAMPLE = 40;
const LEFT = 'Peut-être pas toute la liste\u00A0: rien ne sera conclu du reste.';

interface Drafted {
  of: Outlined;
  columns: readonly Column[];
}

/** What would be read of a page by a description; `undefined` until what the thing shows is chosen. */
export function previewOf(
  draft: Drafted,
  described: ParsedDescriptor | undefined,
  { document, url }: { document: Document; url: URL },
): PreviewView {
  if (!described) return { kind: 'missing', says: 'Dites d’abord ce que cela montre.' };
  if ('problem' in described) return { kind: 'missing', says: described.problem };
  const page = describedPage(described.descriptor);
  try {
    const facts = page.gather(document, url);
    if (!page.recognise(document, url))
      return {
        kind: 'missing',
        says: 'À ce titre, Vigie ne reconnaîtrait pas la page\u00A0: choisissez-en un autre.',
      };
    return readOf(draft, described.descriptor, facts);
  } catch (error) {
    const says = error instanceof Unreadable ? error.message : 'sa lecture s’est interrompue';
    return { kind: 'missing', says: `Impossible à lire ainsi\u00A0: ${says}.` };
  }
}

function readOf({ of, columns }: Drafted, descriptor: ScreenDescriptor, facts: Facts): PreviewView {
  const { fact } = descriptor;
  const gathered = facts[fact];
  const items = (gathered?.items ?? []) as unknown as readonly Readonly<Record<string, unknown>>[];
  const everyField = isCounted(fact) || of.kind === 'tree';
  const given = new Set(columns.flatMap(({ field }) => field.split(' ')));
  const fields = [...new Set(choosableFields(fact).flatMap(({ field }) => field.split(' ')))].filter(
    (field) => everyField || given.has(field),
  );
  const unread = items.flatMap((item) => fields.filter((field) => item[field] === undefined)).length;
  const what = `${countOf(of, items.length)} (${FACT_FIELDS[fact].says})`;
  const but = unread > 0 ? `, ${unreadText(unread, unreadWords(of, descriptor))}.` : '.';
  const rest =
    of.kind === 'form' ? '' : gathered?.complete ? (unread > 0 ? '' : ' Tout est lu.') : ` ${LEFT}`;
  return {
    kind: 'read',
    says: what + but + rest,
    heads: fields.map((field) => fieldInfo(fact, field)?.says ?? field),
    rows: items.slice(0, SHOWN_ROWS).map((item) => fields.map((field) => shown(fact, field, item[field]))),
  };
}

/** « 3 lignes lues », « Une fiche lue ». */
function countOf({ kind }: Outlined, rows: number): string {
  if (kind === 'form') return 'Une fiche lue';
  return rows > 1 ? `${rows} lignes lues` : `${rows} ligne lue`;
}

/** « 2 valeurs non reconnues : « Conservé », case vide ». */
function unreadText(count: number, words: readonly string[]): string {
  const quoted = words.map((word) => (word === '' ? 'case vide' : `«\u00A0${shortened(word)}\u00A0»`));
  const named = [...quoted.slice(0, SHOWN_WORDS), ...(quoted.length > SHOWN_WORDS ? ['…'] : [])].join(', ');
  const what = count > 1 ? `${count} valeurs non reconnues` : '1 valeur non reconnue';
  return named === '' ? what : `${what}\u00A0: ${named}`;
}

function shown(fact: DescribedFact, field: string, value: unknown): string {
  if (value === undefined) return 'indéterminé';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (fieldInfo(fact, field)?.kind === 'date') return String(value).split('-').reverse().join('/');
  const says = choicesIn(fact, field).find((choice) => choice.value === String(value))?.says;
  return says ?? String(value);
}

/** The values that a field may take, as they are named. */
export function choicesIn(fact: DescribedFact, field: string): Choice[] {
  const info = fieldInfo(fact, field);
  if (!info || !choicesOf(info)) return [];
  return Object.entries(info.kind as Readonly<Record<string, string>>).map(([value, says]) => ({
    value,
    says,
  }));
}

/** The beginning of a text of the page: enough to know it again. */
export function shortened(text: string): string {
  return text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text;
}
