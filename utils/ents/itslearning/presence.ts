import type { Presence } from '@/utils/ents/presence';
import { ADMIN_TITLES, SHORT_TITLES } from './admin-titles';
import { ABOUT_IMPORTS, IMPORT_TITLES } from './import-words';
import { isItslearning, isOnlyAFrame, isShortTitled, isTitled, SURE_WORDS, squeezed } from './screen';

/** Where a word of a screen may stand without being text of the document. */
const WORDED = ['aria-label', 'title', 'value', 'alt'] as const;
/** A link bears the name of another screen; the rest isn't said at all. */
const NOT_SAID = 'a[href], script, style';

/** Either alone stands in the lists of courses that everybody has. */
const COURSE_FILTERS = [ADMIN_TITLES.activeCourses, ADMIN_TITLES.archivedCourses];

/** itslearning: the documents that bear the words of a screen that is read, out of the hundreds that don't. */
export const itslearningPresence: Presence = {
  id: 'itslearning',
  recognise: isItslearning,
  shows(document) {
    if (isOnlyAFrame(document)) return false;
    const said = [document.title];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL, (node) =>
      node instanceof Element && node.matches(NOT_SAID) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) said.push(node.nodeValue ?? '');
      else if (node instanceof Element)
        for (const name of WORDED) if (node.hasAttribute(name)) said.push(node.getAttribute(name) ?? '');
    }
    const text = squeezed(said.join(''));
    const says = (words: string) => text.includes(squeezed(words));
    const short = Object.keys(SHORT_TITLES) as (keyof typeof SHORT_TITLES)[];
    return (
      SURE_WORDS.some(says) ||
      COURSE_FILTERS.every((words) => words.some(says)) ||
      short.some((which) => isShortTitled(document, which)) ||
      (isTitled(document, IMPORT_TITLES.history) && ABOUT_IMPORTS.test(document.body?.textContent ?? ''))
    );
  },
};
