import { type Breathe, holdBreath, inSlices } from '@/utils/core/breathe';
import { isoDate } from '@/utils/core/context';
import type { Duplicate, Profile } from '@/utils/core/facts';
import { LiveError } from '@/utils/ents/get-json';
import { array, entries, identifiers, isObject, type Json, objects, strings, text } from './json';
import { PROFILES } from './records';

/* Accounts, as the console's JSON gives them (domain Edifice §3.3, §3.4). */

/** An account of the school, or one that was detached from it. */
export interface UserRecord {
  id: string;
  /** « NOM Prénom », as the console writes it in its rows. */
  name: string;
  /** Only there to be joined with attachments; facts don't hold it. */
  login: string;
  type?: Profile;
  source?: string;
  /** The activation code is in clear in this answer: this is all that is taken from it. */
  activated?: boolean;
  created?: string;
  absentSince: string | null;
  preDeletedOn: string | null;
  blocked: boolean;
  structures: readonly { id: string; name: string; externalId: string }[];
  /** Absent, like classes, when the answer has no such property: that is not « none ». */
  functions?: readonly { structure?: string; code: string; label: string }[];
  classes?: readonly { id: string; name: string; externalId: string }[];
  groups: readonly string[];
  /** Identifiers of the structures that the person administers locally. */
  administers: readonly string[];
  duplicates: readonly Duplicate[];
}

/** The attachments of one person: identifiers, and the names that came with them. */
export interface AttachmentRecord {
  ids: readonly string[];
  names: ReadonlyMap<string, string>;
}

/**
 * `/directory/structure/:id/users` and `/removedUsers`: one row per account, or one per duplicate of it (§3.3), so
 * merged by identifier. @throws {LiveError}
 */
export async function userRecords(json: unknown, breathe: Breathe = holdBreath): Promise<UserRecord[]> {
  const users = new Map<string, UserRecord>();
  const add = (entry: Json) => {
    const id = text(entry.id);
    const known = users.get(id);
    const duplicates = duplicatesOf(entry);
    users.set(
      id,
      known ? { ...known, duplicates: merged(known.duplicates, duplicates) } : user(entry, duplicates),
    );
  };
  await inSlices(entries(json, '/directory/structure/:id/users'), add, breathe);
  return [...users.values()];
}

/**
 * `/directory/user/structures/list?administrativeStructure=true`: one row per attachment and no identifier, so by
 * login: the external identifiers of each person's attachments. @throws {LiveError}
 */
export function attachmentsByLogin(json: unknown): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of objects(json, '/directory/user/structures/list')) {
    const login = text(row.login);
    const attachment = text(row.administrativeStructure);
    if (!login || !attachment) continue;
    const known = found.get(login);
    if (known) known.push(attachment);
    else found.set(login, [attachment]);
  }
  return found;
}

/**
 * `/directory/user/:id`: the attachments, `undefined` when the platform keeps them from this administrator. A list of
 * null entries is an empty one (§10.2). @throws {LiveError}
 */
export function attachmentRecord(json: unknown): AttachmentRecord | undefined {
  if (!isObject(json) || !text(json.id)) throw new LiveError('unreadable', '/directory/user/:id');
  if (!Array.isArray(json.administrativeStructures)) return undefined;
  const names = array(json.structureNodes).flatMap((node) =>
    isObject(node) && text(node.id) ? [[text(node.id), text(node.name)] as const] : [],
  );
  return { ids: identifiers(json.administrativeStructures), names: new Map(names) };
}

function user(entry: Json, duplicates: readonly Duplicate[]): UserRecord {
  const type = PROFILES.find((profile) => profile === entry.type);
  const source = text(entry.source);
  const created = /^\d{4}-\d\d-\d\d/.exec(text(entry.creationDate))?.[0];
  return {
    id: text(entry.id),
    name: `${text(entry.lastName).toUpperCase()} ${text(entry.firstName)}`.replace(/\s+/g, ' ').trim(),
    login: text(entry.login),
    ...(type && { type }),
    ...(source && { source }),
    ...('code' in entry && { activated: text(entry.code) === '' }),
    ...(created && { created }),
    absentSince: day(entry.disappearanceDate),
    preDeletedOn: day(entry.deleteDate),
    blocked: entry.blocked === true,
    structures: places(entry.structures),
    ...('aafFunctions' in entry && { functions: array(entry.aafFunctions).flatMap(functionOf) }),
    ...('classes' in entry && { classes: places(entry.classes) }),
    groups: strings(entry.manualGroups),
    administers: array(entry.functions).flatMap((one) =>
      Array.isArray(one) && one[0] === 'ADMIN_LOCAL' ? strings(one[1]) : [],
    ),
    duplicates,
  };
}

/** Five items from the feed, two for the free function of a CSV file, all null for none. */
function functionOf(value: unknown): NonNullable<UserRecord['functions']>[number][] {
  const items = array(value).map(text);
  if (!items.some(Boolean)) return [];
  const [structure = '', second = '', ...labels] = items;
  const label = (items.length > 2 ? labels.filter((_, index) => index !== 1) : [second]).filter(Boolean);
  return [
    {
      ...(structure && { structure }),
      code: items.length > 2 ? second : '',
      label: label.join(' / '),
    },
  ];
}

function places(value: unknown): UserRecord['structures'][number][] {
  return array(value).flatMap((one) =>
    isObject(one) && text(one.id)
      ? [{ id: text(one.id), name: text(one.name), externalId: text(one.externalId) }]
      : [],
  );
}

function duplicatesOf(entry: Json): Duplicate[] {
  return array(entry.duplicates).flatMap((one) =>
    isObject(one) && text(one.id)
      ? [{ id: text(one.id), score: typeof one.score === 'number' ? one.score : 0 }]
      : [],
  );
}

function merged(known: readonly Duplicate[], more: readonly Duplicate[]): readonly Duplicate[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...more.filter(({ id }) => !ids.has(id))];
}

/** Milliseconds since 1970 as a day; absent properties are missing, not null. */
function day(milliseconds: unknown): string | null {
  return typeof milliseconds === 'number' ? isoDate(new Date(milliseconds)) : null;
}
