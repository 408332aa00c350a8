import type { StrategyUser } from '@/utils/core/itslearning-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { findControl } from '@/utils/reading/control';
import { beginsWithLabel } from '@/utils/reading/labels';
import { ADMIN_TITLES, ORGANISATION } from './admin-titles';
import { placesByKey } from './cells';
import { isOnlyAFrame, isTitled } from './screen';
import { hasField, openStrategy } from './strategy-user';

const ID = 'itslearning/strategy';

/** « Utilisateurs individuels » of one strategy: a field of its form, or the chooser that the field opens. */
export const strategyPage: Page = {
  id: ID,
  title: 'Utilisateurs individuels',

  recognise(document) {
    if (isOnlyAFrame(document)) return false;
    return isTitled(document, ADMIN_TITLES.strategy, beginsWithLabel) || hasField(document);
  },

  gather(document) {
    const open = openStrategy(document);
    if (!open) throw new Unreadable('la liste «\u00A0Utilisateurs individuels\u00A0» est introuvable');
    const { name, people, whole } = open;
    const items = people.map(({ name: person, role }) => userOf(document, person, role, name));
    return {
      ...(name !== undefined && {
        strategies: {
          items: [
            { at: { in: 'page', page: ID, key: `|${name}` }, name, individuals: people.length, named: whole },
          ],
          // One strategy of a list: that it is in order says nothing of the others.
          complete: false,
          read: { shown: 1, total: 1 },
        },
      }),
      strategyUsers: {
        items,
        complete: false,
        read: { shown: items.length, ...(whole && { total: items.length }) },
      },
    };
  },

  places(document) {
    const open = openStrategy(document);
    if (!open) return new Map();
    const people = open.people.map(({ element, name }) => [keyOf(name, open.name), element] as const);
    return placesByKey([[`|${open.name ?? ''}`, open.element], ...people]);
  },
};

function keyOf(person: string, strategy: string | undefined): string {
  return `${person}|${strategy ?? ''}`;
}

function userOf(
  document: Document,
  name: string,
  role: StrategyUser['role'],
  strategy: string | undefined,
): StrategyUser {
  const organisation = findControl(document, ORGANISATION, 'select')?.value;
  return {
    at: { in: 'page', page: ID, key: keyOf(name, strategy) },
    name,
    ...(strategy && { strategy }),
    ...(organisation && { organisation }),
    ...(role && { role }),
  };
}
