import type { Field } from './fields';
import {
  composeKey,
  compositions,
  describeComposition,
  type KeyComposition,
  type KeyPart,
} from './key-composition';
import type { RosterTable } from './pairing';
import type { Values } from './roster';

/** A rule must reproduce this share of the keys to be believed (domain facts itslearning §2.2). */
const BELIEVED = 0.95;
/** Fewer keys than this prove nothing. */
const ENOUGH = 5;
const SAMPLE = 24;
const GLANCE = 5;
const FINALISTS = 12;

/** How a platform made the keys of a file, as learnt from an export that nobody has edited. */
export interface KeyRule {
  composition: KeyComposition;
  /** Text that stands before every key, such as « m-mme ». */
  prefix: string;
  /** The rule in French: « prénom + nom + date de naissance, minuscules, sans espaces… ». */
  words: string;
  /** Share of the keys that the rule reproduces, from 0.95 to 1. */
  share: number;
  /** Rows looked at that have a key. */
  total: number;
  /** Rows whose key the rule does not reproduce. */
  unexplained: readonly number[];
}

/**
 * Learns how the keys of an untouched export were composed. Undefined when no composition reproduces 95 % of them, or
 * when there are too few to tell: then only the plain comparison of two files is possible.
 */
export function learnKeyRule(roster: RosterTable, most = Number.POSITIVE_INFINITY): KeyRule | undefined {
  const { layout } = roster;
  if (!layout.columns.key || !layout.columns.firstName || !layout.columns.lastName) return undefined;
  const rows = rowsWithKey(roster, most);
  if (rows.length < ENOUGH) return undefined;
  const parts = new Set<KeyPart>(['firstName', 'lastName']);
  for (const part of ['birthDate', 'postalCode', 'title'] as const)
    if (layout.columns[part as Field]) parts.add(part);
  const valuesOf = (row: number) => keyValues(roster, row);
  const sample = Array.from({ length: Math.min(SAMPLE, rows.length) }, (_, n) =>
    valuesOf(rows[Math.floor((n * rows.length) / Math.min(SAMPLE, rows.length))] as number),
  );
  const first = sample.slice(0, GLANCE);
  const bones = first.map(({ key = '', ...values }) => ({ values, key, bones: skeleton(key) }));
  const finalists = compositions(parts, (order, date) => bones.some((one) => mayEnd(one, order, date)))
    .filter(({ separator }) => first.some(({ key = '' }) => key.includes(separator)))
    // A composition that explains none of the first keys cannot explain 95 % of them all.
    .filter((composition) => explained(composition, first).count > 0)
    .map((composition) => ({ composition, ...explained(composition, sample) }))
    .filter(({ count }) => count >= sample.length / 2)
    .sort((a, b) => b.count - a.count)
    .slice(0, FINALISTS);
  let best: KeyRule | undefined;
  const people = rows.map((row) => ({ row, values: valuesOf(row) }));
  for (const { composition, prefix } of finalists) {
    const unexplained = people
      .filter(({ values }) => !matches(composition, prefix, values))
      .map(({ row }) => row);
    const share = 1 - unexplained.length / rows.length;
    if (share < BELIEVED || (best && share <= best.share)) continue;
    best = { composition, prefix, words: '', share, total: rows.length, unexplained };
    if (unexplained.length === 0) break;
  }
  return (
    best && {
      ...best,
      words: describeComposition(best.composition, best.prefix, openAspects(best, people)),
    }
  );
}

/** The key that a learnt rule gives for a person; undefined when a part is missing. */
export function keyBy({ composition, prefix }: KeyRule, values: Values): string | undefined {
  const composed = composeKey(composition, values);
  return composed === undefined ? undefined : prefix + composed;
}

/** What a key may be made of. */
const KEY_FIELDS = ['key', 'title', 'firstName', 'lastName', 'birthDate', 'postalCode'] as const;

function keyValues({ table, layout }: RosterTable, row: number): Values {
  const values: Values = {};
  for (const field of KEY_FIELDS) {
    const column = layout.columns[field]?.[0];
    const text = column === undefined ? '' : table.cell(row, column);
    if (text !== '') values[field] = text;
  }
  return values;
}

/** True when a key may end with these parts in this order, if nothing is looked at but plain letters and digits. */
function mayEnd(
  { key, bones, values }: { key: string; bones: string; values: Values },
  parts: readonly KeyPart[],
  date: KeyComposition['date'],
): boolean {
  const composed = composeKey({ parts, date, ...AS_TYPED }, values);
  if (composed === undefined || !bones.endsWith(skeleton(composed))) return false;
  const day = parts.includes('birthDate') && composeKey({ parts: ['birthDate'], date, ...AS_TYPED }, values);
  return typeof day !== 'string' || key.includes(day);
}

const AS_TYPED = { letters: 'asTyped', accents: 'kept', signs: 'kept', separator: '' } as const;

/** What no choice of letters, accents, signs or separator changes. */
function skeleton(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function rowsWithKey({ table, layout }: RosterTable, most: number): number[] {
  const column = layout.columns.key?.[0] ?? -1;
  const rows: number[] = [];
  const every = Math.max(1, Math.ceil(table.rowCount / most));
  for (let row = 0; row < table.rowCount; row += every)
    if (table.cell(row, column).trim() !== '') rows.push(row);
  return rows;
}

/** How many of the sample a composition explains, with the prefix that explains most. */
function explained(
  composition: KeyComposition,
  sample: readonly Values[],
): { count: number; prefix: string } {
  const prefixes = new Map<string, number>();
  for (const values of sample) {
    const composed = composeKey(composition, values);
    const key = values.key?.trim();
    if (!composed || !key?.endsWith(composed)) continue;
    const prefix = key.slice(0, key.length - composed.length);
    prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const [prefix, count] = [...prefixes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return { count, prefix };
}

function matches(composition: KeyComposition, prefix: string, values: Values): boolean {
  const composed = composeKey(composition, values);
  return composed !== undefined && values.key?.trim() === prefix + composed;
}

/** What a name must hold for an aspect to show on it. */
const TELLING = { accents: /[^\p{ASCII}]/u, signs: /[\s\u00A0'’-]/, letters: /\p{L}/u } as const;

/**
 * Aspects that the file cannot tell, since another choice reproduces the very same keys (no name with an accent, no
 * compound name): saying « accents conservés » then would be a guess.
 */
function openAspects(
  { composition, prefix, unexplained }: KeyRule,
  people: readonly { row: number; values: Values }[],
): Set<keyof KeyComposition> {
  const others = new Set(unexplained);
  const reproduced = people.filter(({ row }) => !others.has(row));
  const alternatives = {
    accents: ['kept', 'dropped'],
    signs: ['kept', 'noSpaces', 'noSpacesNorApostrophes', 'lettersOnly'],
    letters: ['lower', 'upper', 'asTyped'],
  } as const;
  const open = new Set<keyof KeyComposition>();
  for (const aspect of Object.keys(alternatives) as (keyof typeof alternatives)[]) {
    const telling = reproduced.filter(({ values }) =>
      TELLING[aspect].test(`${values.lastName}${values.firstName}`),
    );
    for (const choice of alternatives[aspect]) {
      if (choice === composition[aspect]) continue;
      const other = { ...composition, [aspect]: choice } as KeyComposition;
      const worse = telling.some(({ values }) => !matches(other, prefix, values));
      if (!worse) open.add(aspect);
    }
  }
  return open;
}
