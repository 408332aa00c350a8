import type { Page } from '@/utils/ents/page';
import { textOf, uniqueByKey } from '@/utils/reading/text';
import { isListLoading, readList } from './list';
import { isSpinning, route } from './screen';

const ID = 'edifice/manual-groups';

/** « Groupes » › « Groupes manuels »: rows hold the group's name as bare text and nothing else (domain Edifice §2.5). */
export const manualGroupsPage: Page = {
  id: ID,
  title: 'Groupes manuels',

  recognise(_document, url) {
    const [, section, type] = route(url);
    return section === 'groups' && type === 'manualGroup';
  },

  isLoading(document) {
    return isSpinning(document) || isListLoading(list(document));
  },

  gather(document) {
    const { rows, filtered } = readList(list(document), 'des groupes manuels');
    const items = rows.map((row) => {
      const name = textOf(row);
      return { name, at: { in: 'page', page: ID, key: name } as const };
    });
    const read = filtered ? { shown: rows.length } : { shown: rows.length, total: rows.length };
    return { manualGroups: { items, complete: !filtered, read } };
  },

  places(document) {
    const all = list(document)?.querySelectorAll('li.lct-list-item') ?? [];
    return uniqueByKey(all, textOf);
  },
};

function list(document: Document): Element | null {
  return document.querySelector('ode-groups-type-view .side-card ode-list');
}
