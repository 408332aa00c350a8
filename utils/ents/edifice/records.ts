import type { Profile } from '@/utils/core/facts';
import { LiveError } from '@/utils/ents/get-json';

/*
 * The console's JSON, narrowed to what is used (domain Edifice §3.3–3.5). Nothing is trusted: a list that isn't one is
 * refused, an entry without identifier is dropped (the console sends all-null entries for empty lists, §10.2).
 */

export interface StructureRecord {
  id: string;
  name: string;
  UAI?: string;
  exports: readonly string[];
  levels: readonly (1 | 2)[];
  parents: readonly string[];
}

export interface GroupRecord {
  id: string;
  name: string;
  type?: string;
  subType?: string;
  lockDelete?: boolean;
  createdAt?: number;
  nbUsers?: number;
}

export interface MemberRecord {
  id: string;
  displayName: string;
  type?: Profile;
  /** Identifiers. */
  structures: readonly string[];
}

/** An account of the school, as `/directory/structure/:id/users` gives it. */
export interface UserRecord {
  id: string;
  /** « NOM Prénom », as the console writes it in its rows. */
  name: string;
  type?: Profile;
  /** Pre-deleted: on its way out, in a backup group. */
  deleted: boolean;
}

type Json = { readonly [key: string]: unknown };

/** `/directory/structure/admin/list`. @throws {LiveError} */
export function structureRecords(json: unknown): StructureRecord[] {
  return entries(json, '/directory/structure/admin/list').map((entry) => {
    const uai = text(entry.UAI);
    return {
      id: text(entry.id),
      name: text(entry.name),
      ...(uai && { UAI: uai }),
      exports: strings(entry.exports),
      levels: array(entry.levelsOfEducation).filter((level) => level === 1 || level === 2),
      parents: identifiers(entry.parents),
    };
  });
}

/** `/directory/group/admin/list`. @throws {LiveError} */
export function groupRecords(json: unknown): GroupRecord[] {
  return entries(json, '/directory/group/admin/list').map((entry) => ({
    id: text(entry.id),
    name: text(entry.name).replace(/\s+/g, ' ').trim(),
    ...(text(entry.type) && { type: text(entry.type) }),
    ...(text(entry.subType) && { subType: text(entry.subType) }),
    ...(typeof entry.lockDelete === 'boolean' && { lockDelete: entry.lockDelete }),
    ...(typeof entry.createdAt === 'number' && { createdAt: entry.createdAt }),
    ...(typeof entry.nbUsers === 'number' && { nbUsers: entry.nbUsers }),
  }));
}

/** `/directory/user/admin/list?groupId=`. @throws {LiveError} */
export function memberRecords(json: unknown): MemberRecord[] {
  return entries(json, '/directory/user/admin/list').map((entry) => {
    const type = PROFILES.find((profile) => profile === entry.type);
    const name = text(entry.displayName) || `${text(entry.lastName)} ${text(entry.firstName)}`.trim();
    return {
      id: text(entry.id),
      displayName: name,
      ...(type && { type }),
      structures: identifiers(entry.structures),
    };
  });
}

/** `/directory/structure/:id/users`: one row per account, or one per duplicate of it (§3.3), so merged by identifier. @throws {LiveError} */
export function userRecords(json: unknown): UserRecord[] {
  const users = new Map<string, UserRecord>();
  for (const entry of entries(json, '/directory/structure/:id/users')) {
    const type = PROFILES.find((profile) => profile === entry.type);
    const name = `${text(entry.lastName).toUpperCase()} ${text(entry.firstName)}`.replace(/\s+/g, ' ').trim();
    users.set(text(entry.id), {
      id: text(entry.id),
      name,
      ...(type && { type }),
      deleted: typeof entry.deleteDate === 'number',
    });
  }
  return [...users.values()];
}

/** Codes of the functions of the connected person: `ADMIN_LOCAL`, `SUPER_ADMIN`… @throws {LiveError} */
export function userFunctions(json: unknown): Set<string> {
  if (!isObject(json)) throw new LiveError('unreadable', '/auth/oauth2/userinfo');
  return new Set(isObject(json.functions) ? Object.keys(json.functions) : []);
}

const PROFILES: readonly Profile[] = ['Student', 'Relative', 'Teacher', 'Personnel', 'Guest'];

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entries(json: unknown, path: string): Json[] {
  if (!Array.isArray(json)) throw new LiveError('unreadable', path);
  return json.filter((entry): entry is Json => isObject(entry) && text(entry.id) !== '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function strings(value: unknown): string[] {
  return array(value).filter((one): one is string => typeof one === 'string');
}

function identifiers(value: unknown): string[] {
  return array(value).flatMap((one) => (isObject(one) && text(one.id) ? [text(one.id)] : []));
}
