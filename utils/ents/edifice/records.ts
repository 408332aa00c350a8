import type { Profile } from '@/utils/core/facts';
import { LiveError } from '@/utils/ents/get-json';
import { array, entries, identifiers, isObject, strings, text } from './json';

/* Structures, groups and their members, the session and the platform, as the console's JSON gives them (§3.2–3.5). */

export interface StructureRecord {
  id: string;
  name: string;
  UAI?: string;
  /** The feed's own identifier, by which functions, classes and attachments name a structure. */
  externalId?: string;
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

/** Who is connected, and with which functions: `ADMIN_LOCAL`, `SUPER_ADMIN`… */
export interface SessionRecord {
  userId: string;
  functions: ReadonlySet<string>;
}

/** A class of the school. */
export interface ClassRecord {
  id: string;
  name: string;
}

/** In days. */
export interface DelaysRecord {
  preDeletion: { readonly [P in Profile]?: number };
  deletion?: number;
}

/** `/directory/structure/admin/list`. @throws {LiveError} */
export function structureRecords(json: unknown): StructureRecord[] {
  return entries(json, '/directory/structure/admin/list').map((entry) => {
    const uai = text(entry.UAI);
    const externalId = text(entry.externalId);
    return {
      id: text(entry.id),
      name: text(entry.name),
      ...(uai && { UAI: uai }),
      ...(externalId && { externalId }),
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

/** `/directory/class/admin/list`. @throws {LiveError} */
export function classRecords(json: unknown): ClassRecord[] {
  return entries(json, '/directory/class/admin/list').map((entry) => ({
    id: text(entry.id),
    name: text(entry.name).replace(/\s+/g, ' ').trim(),
  }));
}

/** `/auth/oauth2/userinfo`. @throws {LiveError} */
export function sessionRecord(json: unknown): SessionRecord {
  if (!isObject(json)) throw new LiveError('unreadable', '/auth/oauth2/userinfo');
  return {
    userId: text(json.userId),
    functions: new Set(isObject(json.functions) ? Object.keys(json.functions) : []),
  };
}

/** `/admin/api/platform/config`: milliseconds, one delay for all or one per profile (§4.6). @throws {LiveError} */
export function delaysRecord(json: unknown): DelaysRecord {
  if (!isObject(json)) throw new LiveError('unreadable', '/admin/api/platform/config');
  const days = (key: string) => {
    const delay = json[key];
    return typeof delay === 'number' && delay >= 0 ? Math.round(delay / DAY_MS) : undefined;
  };
  const common = days('pre-delete-user-delay');
  const preDeletion: { [P in Profile]?: number } = {};
  for (const profile of PROFILES) {
    const delay = days(`${profile.toLowerCase()}-pre-delete-delay`) ?? common;
    if (delay !== undefined) preDeletion[profile] = delay;
  }
  const deletion = days('delete-user-delay');
  return { preDeletion, ...(deletion !== undefined && { deletion }) };
}

const DAY_MS = 86_400_000;

/** Every profile of the console. */
export const PROFILES: readonly Profile[] = ['Student', 'Relative', 'Teacher', 'Personnel', 'Guest'];
