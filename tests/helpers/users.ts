import type { Gathered, PlatformDelays, Profile, SchoolClass, User, UserFunction } from '@/utils/core/facts';
import { complete, onPage } from './test-rule';

const USERS = 'edifice/users';

/** An account of which everything was read, tied to nothing: each test says what ties it. */
export function account(profile: Profile, name: string, known: Partial<User> = {}): User {
  return {
    at: onPage(`${name}|${profile}`, USERS),
    id: name,
    name,
    profile,
    source: 'AAF1D',
    activated: true,
    createdOn: '2022-09-05',
    absentSince: null,
    preDeletedOn: null,
    blocked: false,
    structures: [{ id: 's1', name: 'Ecole Les Papillons' }],
    functions: [],
    classes: [],
    classesElsewhere: [],
    groups: [],
    localAdmin: false,
    duplicates: [],
    ...known,
  };
}

export const teacher = (name: string, known: Partial<User> = {}) => account('Teacher', name, known);
export const personnel = (name: string, known: Partial<User> = {}) => account('Personnel', name, known);
export const pupil = (name: string, known: Partial<User> = {}) => account('Student', name, known);

/** Only these accounts, all of them read. */
export const users = (...items: User[]) => ({ users: complete(...items) });

/** Attached to another school, and to it alone. */
export const ELSEWHERE = { attachment: 'elsewhere', attachedTo: ['Ecole Jules Ferry'] } as const;
export const HOME = { attachment: 'here', attachedTo: [] } as const;
export const NOWHERE = { attachment: 'none', attachedTo: [] } as const;

/** A function in this school, teaching unless said otherwise. */
export function here(code = 'ENS', label = 'ENSEIGNEMENT DEVANT ELEVES'): UserFunction {
  return { here: true, structure: 'EXT-1', code, label };
}

/** The same in another school. */
export function away(code = 'ENS', label = 'ENSEIGNEMENT DEVANT ELEVES'): UserFunction {
  return { here: false, structure: 'EXT-2', code, label };
}

/** The delays of a platform, in days. */
export function delays(deletion: number, preDeletion = deletion): Gathered<PlatformDelays> {
  const at = onPage('', 'edifice/platform');
  return complete({ at, deletion, preDeletion: { Student: preDeletion, Relative: preDeletion } });
}

export function schoolClass(name: string, pupils?: number, teachers = 0): SchoolClass {
  const counts = pupils === undefined ? {} : { pupils, teachers };
  return { at: onPage(name, 'edifice/classes'), id: name, name, ...counts };
}

/** The structure, by its levels: 1 for the premier degré, 2 for the second. */
export function school(levels: readonly (1 | 2)[], garActive = true) {
  return complete({ at: onPage('s1', 'edifice/structure'), levels, garActive });
}
