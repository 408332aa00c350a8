import type { Presence } from '@/utils/ents/presence';
import { norm } from '@/utils/reading/labels';
import { isItslearning, isOnlyAFrame, SCREEN_WORDS } from './screen';

/** Where a word of a screen may stand without being text of the document. */
const WORDED = ['aria-label', 'title', 'value', 'alt'] as const;
/** A link bears the name of another screen; the rest isn't said at all. */
const NOT_SAID = 'a[href], script, style';

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
    return SCREEN_WORDS.some((words) => text.includes(squeezed(words)));
  },
};

/** Without any space: words that a line break or a tag parts are still those words. */
function squeezed(text: string): string {
  return norm(text).replaceAll(' ', '');
}
