import type { Facts, Gathered, ManualGroup, Member, SchoolClass, User } from '@/utils/core/facts';
import { PROFILE_LABELS } from '@/utils/core/person';
import type { ListChange, ReadingChanges } from '@/utils/core/reading-changes';

/**
 * Compares two readings of one school: what came, what went, what is different now. Only lists that both read whole; a
 * person is told by the identifier, so that a name that was mended is no one else. Pure.
 */
export function compareReadings(before: Facts, after: Facts): ReadingChanges {
  const unread: string[] = [];
  const lists: ListChange[] = [];
  const compare = <T>(
    title: string,
    was: Gathered<T> | undefined,
    is: Gathered<T> | undefined,
    how: How<T>,
  ) => {
    if (was?.complete && is?.complete) lists.push(listChange(title, was.items, is.items, how));
    else if (was || is) unread.push(title);
  };
  compare('Comptes', before.users, after.users, USERS);
  compare('Groupes manuels', before.manualGroups, after.manualGroups, GROUPS);
  compare('Membres des groupes', membersOf(before), membersOf(after), MEMBERS);
  compare('Classes', before.classes, after.classes, CLASSES);
  compare('Personnes détachées à la main', before.removedUsers, after.removedUsers, { ...USERS, fields: {} });
  const whole = before.users?.complete && after.users?.complete;
  return {
    lists,
    accounts: whole ? byProfile(before.users?.items ?? [], after.users?.items ?? []) : [],
    unread,
  };
}

interface How<T> {
  id(one: T): string;
  name(one: T): string;
  /** What is compared, by its French name; `undefined` is unknown, and unknown is no change. */
  fields: Readonly<Record<string, (one: T) => string | undefined>>;
}

function listChange<T>(title: string, was: readonly T[], is: readonly T[], how: How<T>): ListChange {
  const former = new Map(was.map((one) => [how.id(one), one]));
  const now = new Map(is.map((one) => [how.id(one), one]));
  const without = (all: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>) =>
    sorted([...all].filter(([id]) => !others.has(id)).map(([, one]) => how.name(one)));
  const altered = [...now].flatMap(([id, one]) => {
    const before = former.get(id);
    const what = before === undefined ? [] : differences(before, one, how.fields);
    return what.length > 0 ? [{ name: how.name(one), what }] : [];
  });
  return {
    title,
    before: former.size,
    after: now.size,
    appeared: without(now, former),
    gone: without(former, now),
    altered: altered.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  };
}

function differences<T>(before: T, after: T, fields: How<T>['fields']): string[] {
  return Object.entries(fields).flatMap(([label, read]) => {
    const [was, is] = [read(before), read(after)];
    return was === undefined || is === undefined || was === is
      ? []
      : [`${label}\u00A0: ${was || 'aucun'} → ${is || 'aucun'}`];
  });
}

const listed = (names: readonly string[] | undefined) => names && [...names].sort().join(', ');
const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'oui' : 'non');
const dated = (value: string | null | undefined) => (value === null ? 'non' : value);

const USERS: How<User> = {
  id: ({ id }) => id,
  name: ({ name, profile }) => (profile ? `${name}, ${PROFILE_LABELS[profile]}` : name),
  fields: {
    Nom: ({ name }) => name,
    Profil: ({ profile }) => profile && PROFILE_LABELS[profile],
    Source: ({ source }) => source,
    Classes: ({ classes }) => listed(classes),
    Groupes: ({ groups }) => listed(groups),
    Fonctions: ({ functions }) => listed(functions?.map(({ code, label }) => label || code)),
    Établissements: ({ structures }) => listed(structures?.map(({ name }) => name)),
    Activé: ({ activated }) => yesNo(activated),
    Bloqué: ({ blocked }) => yesNo(blocked),
    'Absent de l’alimentation': ({ absentSince }) => dated(absentSince),
    'Pré-supprimé': ({ preDeletedOn }) => dated(preDeletedOn),
    'Administrateur local': ({ localAdmin }) => yesNo(localAdmin),
  },
};

const GROUPS: How<ManualGroup> = {
  id: ({ id, name }) => id ?? name,
  name: ({ name }) => name,
  fields: { Nom: ({ name }) => name, Verrouillé: ({ deletionLocked }) => yesNo(deletionLocked) },
};

const CLASSES: How<SchoolClass> = {
  id: ({ id, name }) => id ?? name,
  name: ({ name }) => name,
  fields: {
    Nom: ({ name }) => name,
    Élèves: ({ pupils }) => (pupils === undefined ? undefined : String(pupils)),
    Enseignants: ({ teachers }) => (teachers === undefined ? undefined : String(teachers)),
  },
};

/** One person in one group. */
interface InGroup {
  group: string;
  /** The group's own identity: two groups may have one name. */
  of: string;
  member: Member;
}

const MEMBERS: How<InGroup> = {
  id: ({ of, member }) => `${of}\n${member.id ?? `${member.name} ${member.profile ?? ''}`}`,
  name: ({ group, member }) => `${group}\u00A0: ${member.name}`,
  fields: {},
};

function membersOf({ memberships }: Facts): Gathered<InGroup> | undefined {
  if (!memberships) return undefined;
  const items = memberships.items.flatMap(({ at, group, members }) => {
    const of = (at.in === 'page' && at.link) || group;
    return members.map((member) => ({ group, of, member }));
  });
  return { items, complete: memberships.complete };
}

function byProfile(was: readonly User[], is: readonly User[]): ReadingChanges['accounts'] {
  const counts = new Map<string, { before: number; after: number }>();
  const count = (users: readonly User[], side: 'before' | 'after') => {
    for (const { profile, source } of users) {
      const label = `${profile ? PROFILE_LABELS[profile] : 'Profil inconnu'}, ${source ?? 'source inconnue'}`;
      const known = counts.get(label) ?? { before: 0, after: 0 };
      known[side]++;
      counts.set(label, known);
    }
  };
  count(was, 'before');
  count(is, 'after');
  return [...counts]
    .map(([label, numbers]) => ({ label, ...numbers }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}

function sorted(names: string[]): string[] {
  return names.sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}
