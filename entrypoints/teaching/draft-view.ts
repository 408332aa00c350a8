import type { Choice, ColumnView, DraftView } from '@/components/teaching/view';
import type { EntId } from '@/utils/core/facts';
import { labelsOf, namesOn, readsNothing, unknownValues } from '@/utils/ents/draft-guesses';
import {
  choicesOf,
  type DescribedFact,
  FACT_FIELDS,
  familyOf,
  fieldInfo,
  judgedFacts,
  NOT_TAUGHT,
} from '@/utils/ents/fact-fields';
import { knownHost } from '@/utils/ents/hosts';
import {
  type Column,
  choosableFields,
  describe,
  isCounted,
  neededFields,
  type PageDraft,
} from '@/utils/ents/page-draft';
import type { Outlined } from '@/utils/reading/outline';
import { choicesIn, previewOf, shortened } from './draft-preview';

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
  const ent = knownHost(host)?.ent;
  const notTaught = of.kind === 'list' && ent ? NOT_TAUGHT[ent] : undefined;
  return {
    kind: of.kind,
    facts,
    fact,
    ...(notTaught && { notTaught }),
    columns: fact === '' ? [] : labelsOf(of).map((label) => columnView(draft, fact, label)),
    branches: of.kind === 'tree' ? of.folders : [],
    under,
    title,
    names: namesOn(page.document, of),
    name,
    preview: previewOf(draft, described, page),
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
    meanings: info?.kind === 'flag' ? FLAGS : choicesIn(fact, field),
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

/** The value that a choice of the window stands for. */
export function meaningOf(fact: DescribedFact, field: string, chosen: string): string | number | boolean {
  const info = fieldInfo(fact, field);
  if (info?.kind === 'flag') return chosen === 'true';
  return (info && choicesOf(info))?.find((value) => String(value) === chosen) ?? chosen;
}

function sampleOf(of: Outlined, label: string): string {
  if (of.kind === 'form')
    return shortened(of.fields.find((field) => field.label === label)?.control.value ?? '');
  if (of.kind !== 'list') return '';
  const at = of.table.headers.indexOf(label);
  return shortened(of.table.rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '');
}
