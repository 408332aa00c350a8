import type { Choice, ColumnView, DraftView, PreviewView } from '@/components/teaching/view';
import type { EntId, Facts } from '@/utils/core/facts';
import { describedPage } from '@/utils/ents/described-page';
import { labelsOf, namesOn, readsNothing, unknownValues } from '@/utils/ents/draft-guesses';
import {
  choicesOf,
  type DescribedFact,
  FACT_FIELDS,
  familyOf,
  fieldInfo,
  judgedFacts,
} from '@/utils/ents/fact-fields';
import { knownHost } from '@/utils/ents/hosts';
import { Unreadable } from '@/utils/ents/page';
import {
  type Column,
  choosableFields,
  describe,
  isCounted,
  neededFields,
  type PageDraft,
} from '@/utils/ents/page-draft';
import type { Outlined } from '@/utils/reading/outline';

/** What was said so far of one thing of the page; `fact` is empty until it is chosen. */
export interface Draft {
  of: Outlined;
  fact: DescribedFact | '';
  columns: readonly Column[];
  meanings: PageDraft['meanings'];
  under: string;
  title: string;
  name: string;
}

const SHOWN_ROWS = 5;
const LONGEST_SAMPLE = 40;
/** How choices of true and false are written in a list of choices. */
const FLAGS: readonly Choice[] = [
  { value: 'true', says: 'oui' },
  { value: 'false', says: 'non' },
];

/** Nothing said yet: the name of the page is likely its first heading. */
export function emptyDraft(of: Outlined, document: Document): Draft {
  const [name = ''] = namesOn(document, of);
  const under = of.kind === 'tree' ? (of.folders[0] ?? '') : '';
  return { of, fact: '', columns: [], meanings: [], under, title: name, name };
}

/** The draft as it would be described; `undefined` until what the thing shows is chosen. */
export function pageDraft({ fact, ...draft }: Draft, host: string): PageDraft | undefined {
  if (fact === '') return undefined;
  const ent: EntId = knownHost(host)?.ent ?? familyOf(fact) ?? 'skolengo';
  const { title, name, columns, meanings, under } = draft;
  return { ent, fact, title, name, columns, meanings, under };
}

/** The kinds of facts that a thing can give on a host. */
export function factsFor(kind: Outlined['kind'], host: string): readonly DescribedFact[] {
  const judged = judgedFacts(knownHost(host)?.ent);
  if (kind === 'list') return judged;
  return judged.filter(
    (fact) =>
      // A branch has a name, and nothing else that could be asked for.
      !isCounted(fact) && (kind === 'form' || neededFields(fact).join() === 'name'),
  );
}

/** What the window shows of a draft, and what would be read of the page as it stands. */
export function draftView(
  draft: Draft,
  page: { document: Document; url: URL },
  known: readonly string[],
  saving: boolean,
): DraftView {
  const { of, fact, title, name, under } = draft;
  const host = page.url.hostname;
  const facts = factsFor(of.kind, host).map((value) => ({ value, says: FACT_FIELDS[value].says }));
  const described = describedAs(draft, host);
  return {
    kind: of.kind,
    facts,
    fact,
    columns: fact === '' ? [] : labelsOf(of).map((label) => columnView(draft, fact, label)),
    branches: of.kind === 'tree' ? of.folders : [],
    under,
    title,
    names: namesOn(page.document, of),
    name,
    preview: previewOf(draft, page),
    replaces: described !== undefined && 'descriptor' in described && known.includes(described.descriptor.id),
    saving,
  };
}

function describedAs(draft: Draft, host: string) {
  const given = pageDraft(draft, host);
  return given && describe(given, draft.of.kind);
}

function columnView(draft: Draft, fact: DescribedFact, label: string): ColumnView {
  const field = draft.columns.find((column) => column.label === label)?.field ?? '';
  const counted = isCounted(fact);
  const fields = choosableFields(fact).map((one) => ({
    value: one.field,
    says: counted ? 'reconnaît la liste' : one.says,
  }));
  const unknown = field === '' || counted ? [] : unknownValues(draft.of, fact, label, field);
  const info = fieldInfo(fact, field);
  const told = (says: string) => draft.meanings.find((one) => one.field === field && one.says === says);
  return {
    label,
    sample: sampleOf(draft.of, label),
    field,
    fields,
    unknown: (unknown ?? []).map((says) => ({ says, means: String(told(says)?.means ?? '') })),
    meanings: info?.kind === 'flag' ? FLAGS : choices(fact, field),
    ...doubtOf(draft, fact, label, field, unknown),
  };
}

/** What makes a column look like the wrong one. */
function doubtOf(
  { of }: Draft,
  fact: DescribedFact,
  label: string,
  field: string,
  unknown: readonly string[] | undefined,
): Pick<ColumnView, 'doubt'> {
  const says = choosableFields(fact).find((one) => one.field === field)?.says;
  if (unknown === undefined)
    return {
      doubt: `Cette colonne a trop de valeurs différentes pour donner «\u00A0${says}\u00A0»\u00A0: est-ce la bonne\u202F?`,
    };
  if (isCounted(fact) || !readsNothing(of, fact, label, field)) return {};
  return {
    doubt: `Rien ici ne se lit comme «\u00A0${says}\u00A0»\u00A0: est-ce la bonne colonne\u202F?`,
  };
}

function choices(fact: DescribedFact, field: string): Choice[] {
  const info = fieldInfo(fact, field);
  if (!info || !choicesOf(info)) return [];
  return Object.entries(info.kind as Readonly<Record<string, string>>).map(([value, says]) => ({
    value,
    says,
  }));
}

/** The value that a choice of the window stands for. */
export function meaningOf(fact: DescribedFact, field: string, chosen: string): string | number | boolean {
  const info = fieldInfo(fact, field);
  if (info?.kind === 'flag') return chosen === 'true';
  return (info && choicesOf(info))?.find((value) => String(value) === chosen) ?? chosen;
}

function sampleOf(of: Outlined, label: string): string {
  const text =
    of.kind === 'list'
      ? of.table.rows
          .map(({ cells }) => cells[of.table.headers.indexOf(label)] ?? '')
          .find((cell) => cell !== '')
      : of.kind === 'form'
        ? of.fields.find((field) => field.label === label)?.control.value
        : '';
  return (text ?? '').length > LONGEST_SAMPLE ? `${text?.slice(0, LONGEST_SAMPLE)}…` : (text ?? '');
}

function previewOf(draft: Draft, { document, url }: { document: Document; url: URL }): PreviewView {
  const described = describedAs(draft, url.hostname);
  if (!described || draft.fact === '') return { kind: 'missing', says: 'Dites d’abord ce que cela montre.' };
  if ('problem' in described) return { kind: 'missing', says: described.problem };
  const page = describedPage(described.descriptor);
  try {
    const facts = page.gather(document, url);
    if (!page.recognise(document, url))
      return {
        kind: 'missing',
        says: 'À ce titre, Vigie ne reconnaîtrait pas la page\u00A0: choisissez-en un autre.',
      };
    return readOf(draft, draft.fact, facts);
  } catch (error) {
    const says = error instanceof Unreadable ? error.message : 'sa lecture s’est interrompue';
    return { kind: 'missing', says: `Impossible à lire ainsi\u00A0: ${says}.` };
  }
}

function readOf(draft: Draft, fact: DescribedFact, facts: Facts): PreviewView {
  const gathered = facts[fact];
  const items = (gathered?.items ?? []) as unknown as readonly Readonly<Record<string, unknown>>[];
  const counted = isCounted(fact);
  const fields = choosableFields(fact)
    .flatMap(({ field }) => field.split(' '))
    .filter((field, at, all) => all.indexOf(field) === at)
    .filter((field) => counted || draft.of.kind === 'tree' || isGiven(draft, field));
  const whole = gathered?.complete ? 'tout est lu' : 'peut-être pas tout\u00A0: rien ne sera conclu du reste';
  const many =
    draft.of.kind === 'form' ? 'Une fiche' : `${items.length} ${items.length > 1 ? 'lignes' : 'ligne'}`;
  return {
    kind: 'read',
    says: `${many} (${FACT_FIELDS[fact].says})\u00A0: ${whole}.`,
    heads: fields.map((field) => fieldInfo(fact, field)?.says ?? field),
    rows: items.slice(0, SHOWN_ROWS).map((item) => fields.map((field) => shown(fact, field, item[field]))),
  };
}

function isGiven({ columns }: Draft, field: string): boolean {
  return columns.some((column) => column.field.split(' ').includes(field));
}

function shown(fact: DescribedFact, field: string, value: unknown): string {
  if (value === undefined) return 'indéterminé';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (fieldInfo(fact, field)?.kind === 'date') return String(value).split('-').reverse().join('/');
  const says = choices(fact, field).find((choice) => choice.value === String(value))?.says;
  return says ?? String(value);
}
