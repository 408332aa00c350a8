import { norm } from '@/utils/reading/labels';
import { isUnseen, textOf } from '@/utils/reading/text';

/** How many levels above a list what narrows or continues it may be. */
const LEVELS = 4;
/** What belongs to the whole site: its search is of something else. */
const OF_THE_SITE = 'header, nav, footer, [role="banner"], [role="navigation"], [role="contentinfo"]';
const SEARCH = /\b(?:recherche\w*|filtre\w*|search|filter)\b/;
const ACTIVE_FILTER = /\bfiltres? (?:actifs?|appliques?|en cours)\b/;
const ONLY_SOME = /\bnon lus?\b|\b(?:seulement|uniquement)\b/;
const MORE =
  /^(?:page )?suivante?s?$|^next(?: page)?$|^(?:afficher|charger|voir)(?: en)? (?:plus|la suite|davantage)\b/;
const LONGEST_NOTICE = 200;

/**
 * True when the rows of a list are only some of it: a search or a filter is filled, or a button leads to the rest. Such a
 * list says nothing of what is not shown, whatever its pager and its emptiness say.
 */
export function isNarrowed(list: Element): boolean {
  return around(list).some(
    (element) => isFilledSearch(element) || isActiveFilter(element) || leadsToMore(element),
  );
}

/** What stands beside a list, at its level and a few above, and is not of the list itself. */
function around(list: Element): Element[] {
  let root = list;
  for (let level = 0; level < LEVELS; level++) {
    const parent = root.parentElement;
    if (!parent || parent.tagName.toUpperCase() === 'BODY') break;
    root = parent;
  }
  return [...root.querySelectorAll('input, button, a, p, span, div, [role="button"]')].filter(
    (element) =>
      !list.contains(element) &&
      !element.contains(list) &&
      !element.closest(OF_THE_SITE) &&
      !isUnseen(element),
  );
}

function isFilledSearch(element: Element): boolean {
  if (!element.matches('input')) return false;
  const field = element as HTMLInputElement;
  if (field.type === 'checkbox') return field.checked && ONLY_SOME.test(norm(labelOf(field)));
  if (field.type !== 'search' && field.type !== 'text') return false;
  return field.value.trim() !== '' && (field.type === 'search' || SEARCH.test(norm(labelOf(field))));
}

function isActiveFilter(element: Element): boolean {
  const text = element.textContent ?? '';
  return text.length <= LONGEST_NOTICE && ACTIVE_FILTER.test(norm(text));
}

function leadsToMore(element: Element): boolean {
  if (!element.matches('button, a, [role="button"]')) return false;
  const off = element.matches(':disabled, [aria-disabled="true"], .disabled') || element.closest('.disabled');
  return !off && MORE.test(norm(textOf(element) || (element.getAttribute('aria-label') ?? '')));
}

function labelOf(field: HTMLInputElement): string {
  const labels = [...(field.labels ?? [])].map((label) => label.textContent ?? '');
  const own = ['aria-label', 'placeholder', 'title'].map((name) => field.getAttribute(name) ?? '');
  return [...labels, ...own].join(' ');
}
