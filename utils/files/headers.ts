import { type Field, type Owner, type ReadHeader, readHeader, signatureOf } from './fields';

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

const PROFILE_OF_NAME: readonly [RegExp, RosterProfile][] = [
  [/parent|responsable|relative/i, 'pupils-and-parents'],
  [/teacher|enseignant|formateur/i, 'teachers'],
  [/personal|personnel/i, 'staff'],
  [/student|eleve|élève|apprenant/i, 'pupils'],
  [/guest|invite|invité/i, 'guests'],
];

/** Understands the columns of a roster from its header, and from its file name where the header is silent. */
export function recogniseLayout(header: readonly string[], fileName = ''): RosterLayout {
  const read = header.map(readHeader);
  const kind = kindOf(header, read);
  const namedProfile = PROFILE_OF_NAME.find(([pattern]) => pattern.test(fileName.normalize('NFC')))?.[1];
  const profile = profileOf(kind, read, namedProfile);
  const placed = place(read, kind, profile);
  return finish({
    kind,
    ...(profile ? { profile } : {}),
    ...(namedProfile ? { namedProfile } : {}),
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

function kindOf(header: readonly string[], read: readonly ReadHeader[]): RosterKind {
  const has = (...folded: string[]) => read.some((column) => folded.includes(column.folded));
  const said = read.map((column) => column.folded).join(' ');
  if (/clede?sync|synchronizationkey|synckey|nomd?utilisateur|classeapprenant/.test(said))
    return 'itslearning';
  if (header.some((name) => /\S\*\s*"?$/.test(name))) return 'edifice';
  if (has('externalid', 'idexterno', 'childexternalid', 'codedactivation', 'identifiantsiecle'))
    return 'edifice';
  if (has('nomdusageeleve', 'nomresponsable', 'nomdefamilleenfant', 'classesenfants')) return 'onde';
  if (has('nomeleve') && has('datenaissance')) return 'onde';
  if (has('nomdeleleve') || (has('telephonetravail') && has('fonction'))) return 'edifice';
  return 'unknown';
}

function profileOf(
  kind: RosterKind,
  read: readonly ReadHeader[],
  named: RosterProfile | undefined,
): RosterProfile | undefined {
  const owners = new Set(read.map((column) => column.owner));
  const names = (owner: Owner | undefined) =>
    read.some(
      (column) => column.owner === owner && (column.field === 'lastName' || column.field === 'firstName'),
    );
  const has = (field: Field) => read.some((column) => column.field === field && !column.owner);
  if (kind === 'edifice' && has('type') && has('activationCode')) return 'mixed';
  if (owners.has('teacher')) return 'teachers';
  if (owners.has('staff')) return 'staff';
  if (owners.has('guest')) return 'guests';
  if (owners.has('child')) return 'parents';
  if (owners.has('pupil') && owners.has('parent')) return 'pupils-and-parents';
  // Edifice's model of parents: the row's own person has no owner, the children are « de l’élève ».
  if (kind !== 'itslearning' && names('pupil') && names(undefined)) return 'parents';
  if (owners.has('pupil')) return names(undefined) && owners.has('parent') ? 'pupils-and-parents' : 'pupils';
  if (owners.has('parent')) return names(undefined) ? 'pupils-and-parents' : 'parents';
  if (named) return named === 'pupils-and-parents' && kind !== 'itslearning' ? 'parents' : named;
  if (has('birthDate') && has('class') && !has('functions')) return 'pupils';
  if (kind === 'edifice' && has('class')) return 'teachers';
  return undefined;
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
