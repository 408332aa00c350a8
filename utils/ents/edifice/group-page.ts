import type { ManualGroup, Member } from '@/utils/core/facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { textOf, uniqueByKey } from '@/utils/reading/text';
import { isListLoading, personKey, profileOf, readList } from './list';
import { isSpinning, route } from './screen';

const ID = 'edifice/group';
const GROUPS = 'edifice/manual-groups';

/** One manual group, beside the list: its header, its lock, its members (domain Edifice §2.5, §10.1). */
export const groupPage: Page = {
  id: ID,
  title: 'Groupe manuel',

  recognise(_document, url) {
    const [, section, type, groupId, tab] = route(url);
    return section === 'groups' && type === 'manualGroup' && Boolean(groupId) && tab === 'details';
  },

  isLoading(document) {
    return isSpinning(document);
  },

  gather(document) {
    const detail = document.querySelector('ode-group-detail');
    if (!detail) throw new Unreadable('la fiche du groupe n’est pas à sa place habituelle');
    const name = nameOf(document);
    if (!name) throw new Unreadable('le nom du groupe n’est plus en tête de sa fiche');
    const at = { in: 'page', page: GROUPS, key: name } as const;
    const created = createdOn(detail);
    const group: ManualGroup = {
      name,
      at,
      deletionLocked: deleteButton(detail) === undefined,
      ...(created && { createdOn: created }),
    };
    const manualGroups = { items: [group], complete: false };
    // The name and the lock are there before the members: a click on « Supprimer » is judged without them.
    if (isListLoading(memberList(document))) return { manualGroups };
    const { rows, filtered, announced } = readList(memberList(document), 'des membres');
    const complete = !filtered && rows.length === (announced ?? rows.length);
    const items = complete ? [{ at, group: name, members: rows.map(member) }] : [];
    return { manualGroups, memberships: { items, complete: false } };
  },

  places(document) {
    return uniqueByKey(memberList(document)?.querySelectorAll('li.lct-list-item') ?? [], memberKey);
  },

  irreversible(target, document) {
    const button = target.closest('ode-group-detail button.lct-group-delete-button');
    if (!button?.querySelector('i.fa-trash')) return undefined;
    return { action: 'delete-group', key: nameOf(document) };
  },
};

function nameOf(document: Document): string {
  return textOf(document.querySelector('ode-group-detail .panel-header > div > div > span'));
}

function memberList(document: Document): Element | null {
  return document.querySelector('ode-group-detail ode-group-users-list ode-list');
}

/** The same class also dresses « Groupe verrouillé » and « Verrouiller »: only the bin icon tells (domain §2.5). */
function deleteButton(detail: Element): Element | undefined {
  return [...detail.querySelectorAll('.panel-header button.lct-group-delete-button')].find((button) =>
    button.querySelector('i.fa-trash'),
  );
}

/** « Créé par … le 20/09/2022 », shown since autumn 2024 only. */
function createdOn(detail: Element): string | undefined {
  const match = /(\d\d)\/(\d\d)\/(\d{4})\s*$/.exec(textOf(detail.querySelector('.update-info')));
  return match ? `${match[3]}-${match[2]}-${match[1]}` : undefined;
}

/** `.isolated` is the console's own mark for somebody with no structure that this administrator manages. */
function member(row: Element): Member {
  const profile = profileOf(row);
  return {
    name: textOf(row.querySelector('.display-name')),
    ...(profile && { profile }),
    ...(row.querySelector('.display-name.isolated') && { belongs: 'nowhere' as const }),
    at: { in: 'page', page: ID, key: memberKey(row) },
  };
}

function memberKey(row: Element): string {
  return personKey(textOf(row.querySelector('.display-name')), profileOf(row));
}
