import { type Field, type Owner, type ReadHeader, readHeader, signatureOf } from './fields';
import { kindOf, profileNamed, profileOf, profileWithoutSign } from './profile-of-header';

/** Whose accounts a file holds, one profile a file; `mixed` is Edifice's classic export, with a « Type » column. */
export type RosterProfile =
  | 'pupils'
  | 'pupils-and-parents'
  | 'parents'
  | 'teachers'
  | 'staff'
  | 'guests'
  | 'mixed';

export type RosterKind = 'itslearning' | 'edifice' | 'onde' | 'unknown';

/** Where each field of one person stands: most have one column, « Classe » of a teacher may have ten. */
export type FieldColumns = Partial<Record<Field, readonly number[]>>;

/** The columns of a person repeated inside the row of another: parents of a pupil, children of a parent. */
export interface Block {
  of: 'parent' | 'child';
  columns: FieldColumns;
}

/** A column that the file should have. */
export interface MissingColumn {
  field: Field;
  of: 'main' | 'parent' | 'child';
}

/** What the columns of a file mean. */
export interface RosterLayout {
  kind: RosterKind;
  /** Undefined when neither header nor file name tells. */
  profile?: RosterProfile;
  /** What the file's name announces, to be compared with `profile`. */
  namedProfile?: RosterProfile;
  /** What the columns alone say, the name left out. */
  saidProfile?: RosterProfile;
  columns: FieldColumns;
  blocks: readonly Block[];
  /** Columns that mean nothing to us; they are kept and compared all the same. */
  unknown: readonly number[];
  /** Columns whose header stands twice where it should stand once. */
  repeated: readonly number[];
  /** Key columns that were not recognised. */
  missing: readonly MissingColumn[];
  /** Remembers a mapping made by hand: depends on the header alone, and cannot be read back into it. */
  signature: string;
}

/** A column as a person mapped it: block 0 is the first repeated parent (or child); none is the row's own person. */
export interface ColumnChoice {
  column: number;
  field: Field | 'ignore';
  block?: number;
}

/** A mapping made by hand, to be stored under the signature of the header. It holds no name of anybody. */
export interface ColumnMapping {
  signature: string;
  choices: readonly ColumnChoice[];
  profile?: RosterProfile;
}

/** Fields that may stand in several columns of one person. */
const MULTIPLE = new Set<Field>([
  'class',
  'groups',
  'subjects',
  'functions',
  'email',
  'homePhone',
  'mobile',
  'workPhone',
  'address',
  'level',
  'schools',
]);

/** Understands the columns of a roster from its header, else from what it is imported as, else from its file name. */
export function recogniseLayout(
  header: readonly string[],
  fileName = '',
  importedAs?: RosterProfile,
): RosterLayout {
  const read = header.map(readHeader);
  const kind = kindOf(header, read);
  const namedProfile = profileNamed(fileName);
  const saidProfile = profileOf(kind, read, undefined);
  const profile = profileOf(kind, read, importedAs ?? namedProfile) ?? profileWithoutSign(kind, read);
  const placed = place(read, kind, profile);
  return finish({
    kind,
    ...(profile ? { profile } : {}),
    ...(namedProfile ? { namedProfile } : {}),
    ...(saidProfile ? { saidProfile } : {}),
    ...placed,
    missing: [],
    signature: signatureOf(read),
  });
}

/** Puts a person's own mapping on top of what was recognised; a mapping of another header changes nothing. */
export function applyMapping(layout: RosterLayout, mapping: ColumnMapping): RosterLayout {
  if (mapping.signature !== layout.signature) return layout;
  const chosen = new Set(mapping.choices.map((choice) => choice.column));
  const columns = without(layout.columns, chosen);
  const blocks = layout.blocks.map((block) => ({ of: block.of, columns: without(block.columns, chosen) }));
  const unknown = layout.unknown.filter((column) => !chosen.has(column));
  for (const { column, field, block } of mapping.choices) {
    if (field === 'ignore') {
      unknown.push(column);
      continue;
    }
    if (block !== undefined) {
      const of = layout.blocks[0]?.of ?? 'parent';
      while (blocks.length <= block) blocks.push({ of, columns: {} });
    }
    const target = block === undefined ? columns : (blocks[block]?.columns ?? columns);
    target[field] = [...(target[field] ?? []), column].sort((a, b) => a - b);
  }
  return finish({
    ...layout,
    ...(mapping.profile ? { profile: mapping.profile } : {}),
    columns,
    blocks,
    unknown: unknown.sort((a, b) => a - b),
    repeated: layout.repeated.filter((column) => !chosen.has(column)),
  });
}

function without(
  columns: FieldColumns,
  taken: ReadonlySet<number>,
): Partial<Record<Field, readonly number[]>> {
  const kept: Partial<Record<Field, readonly number[]>> = {};
  for (const [field, list] of Object.entries(columns) as [Field, readonly number[]][]) {
    const rest = list.filter((column) => !taken.has(column));
    if (rest.length > 0) kept[field] = rest;
  }
  return kept;
}

/** Gives each column to the row's own person, to a repeated block, or to nobody. */
function place(read: readonly ReadHeader[], kind: RosterKind, profile: RosterProfile | undefined) {
  const columns: Partial<Record<Field, number[]>> = {};
  const blocks: { of: 'parent' | 'child'; columns: Partial<Record<Field, number[]>>; index?: number }[] = [];
  const unknown: number[] = [];
  const repeated: number[] = [];
  const guest: Owner[] = profile === 'parents' ? ['pupil', 'child'] : ['parent', 'child'];
  const of = profile === 'parents' ? ('child' as const) : ('parent' as const);
  for (const [column, { field, owner, index }] of read.entries()) {
    if (!field) {
      unknown.push(column);
      continue;
    }
    if (!owner || !guest.includes(owner)) {
      const already = columns[field];
      if (already && !MULTIPLE.has(field)) repeated.push(column);
      else columns[field] = [...(already ?? []), column];
      continue;
    }
    const block =
      index === undefined
        ? blocks.findLast((candidate) => candidate.index === undefined)
        : blocks.find((candidate) => candidate.index === index);
    if (block && (!block.columns[field] || (index !== undefined && MULTIPLE.has(field)))) {
      block.columns[field] = [...(block.columns[field] ?? []), column];
    } else if (block && index !== undefined) repeated.push(column);
    else blocks.push({ of, columns: { [field]: [column] }, ...(index === undefined ? {} : { index }) });
  }
  // A repeated column is kept as an unknown one: its values are still compared.
  return {
    columns,
    blocks: blocks.map((block) => ({ of: block.of, columns: block.columns })),
    unknown: [...unknown, ...repeated].sort((a, b) => a - b),
    repeated: kind === 'unknown' && Object.keys(columns).length === 0 ? [] : repeated,
  };
}

/** The columns that the platform needs to recognise people by (source 000 §1.4.A, facts edifice §5.2). */
function finish(layout: RosterLayout): RosterLayout {
  const missing: MissingColumn[] = [];
  const need = (...fields: Field[]) => {
    for (const field of fields) if (!layout.columns[field]) missing.push({ field, of: 'main' });
  };
  if (layout.kind === 'itslearning') need('key', 'username');
  need('lastName', 'firstName');
  const pupils = layout.profile === 'pupils' || layout.profile === 'pupils-and-parents';
  if (pupils) need('birthDate', 'class');
  if (layout.kind === 'itslearning' && layout.profile === 'parents') need('postalCode');
  if (layout.kind === 'itslearning' && layout.profile === 'pupils-and-parents') {
    for (const field of ['key', 'lastName', 'firstName', 'postalCode'] as const) {
      if (!layout.blocks.some((block) => block.columns[field])) missing.push({ field, of: 'parent' });
    }
  }
  return { ...layout, missing };
}
