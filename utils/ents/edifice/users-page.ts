import type { Page } from '@/utils/ents/page';
import { textOf, uniqueByKey } from '@/utils/reading/text';
import { isListLoading, personKey, profileOf, readList } from './list';
import { isSpinning, route } from './screen';

const ID = 'edifice/users';

/**
 * « Utilisateurs »: a hundred rows at first, a hundred more at the bottom; a row shows a name and a profile and nothing
 * else (domain Edifice §2.3, §10.3). Its rows are told as rows, never as accounts: they would prove what they don't say.
 */
export const usersPage: Page = {
  id: ID,
  title: 'Utilisateurs',

  recognise(_document, url) {
    const [, section, list] = route(url);
    return section === 'users' && list === 'list';
  },

  isLoading(document) {
    return isSpinning(document) || isListLoading(list(document));
  },

  gather(document) {
    const { rows, announced } = readList(list(document), 'des utilisateurs');
    const items = rows.map((row) => {
      const profile = profileOf(row);
      return {
        at: { in: 'page', page: ID, key: keyOf(row) } as const,
        name: nameOf(row),
        ...(profile && { profile }),
      };
    });
    const searched = [...document.querySelectorAll<HTMLInputElement>('admin-user-search-input input')].some(
      ({ value }) => value.trim() !== '',
    );
    const whole = !searched && announced !== undefined;
    return {
      userRows: {
        items,
        complete: whole && rows.length === announced,
        read: { shown: rows.length, ...(whole && { total: announced }) },
      },
    };
  },

  places(document) {
    return uniqueByKey(list(document)?.querySelectorAll('li.lct-list-item') ?? [], keyOf);
  },
};

function list(document: Document): Element | null {
  return document.querySelector('ode-user-list ode-list');
}

function nameOf(row: Element): string {
  return textOf(row.querySelector('.display-name'));
}

function keyOf(row: Element): string {
  return personKey(nameOf(row), profileOf(row));
}
