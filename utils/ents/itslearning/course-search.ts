import type { Course, CourseSearch } from '@/utils/core/itslearning-facts';
import { type Control, controlsIn, findControl, findControls } from '@/utils/reading/control';
import { beginsWithLabel, isLabel, type Label, norm } from '@/utils/reading/labels';
import { visibleText } from '@/utils/reading/text';
import { ADMIN_TITLES } from './admin-titles';
import { countIn } from './cells';

const EVERY_RESULT: Label = [
  'Effectuer sur tous les résultats',
  'Perform on all results',
  'Apply to all results',
];
const STATES = {
  active: ADMIN_TITLES.activeCourses,
  archived: ADMIN_TITLES.archivedCourses,
  all: ['Tout', 'Tous', 'All'],
} as const satisfies Record<string, Label>;
const NAME: Label = ['Nom du cours ou code', 'Rechercher', 'Course name or code', 'Search'];
const FEWER: Label = [
  'Nombre de participants',
  'Trouver des cours avec moins de participants',
  'Number of participants',
  'Find courses with fewer participants',
];
const WORDED = 'label, a, span, strong, button, td, li, div, p, input';
const MENTION = /r[ée]sultats|results/i;
const LONGEST = 200;
/** How far around the words their number may be. */
const LEVELS = 3;

/** The words « Effectuer sur tous les résultats (139) », and what they say; `undefined` when they aren't there. */
export interface EveryResult {
  element: Element;
  /** The words themselves, without the number. */
  words: string;
  announced?: number;
  /** Absent when it can't be told. */
  on?: boolean;
}

/** Finds what makes the buttons of the list act on every result, on whichever page they are. */
export function everyResult(document: Document): EveryResult | undefined {
  const element = [...document.querySelectorAll(WORDED)].findLast(
    (one) => MENTION.test(ownWords(one)) && beginsWithLabel(wordsOf(one), EVERY_RESULT),
  );
  if (!element) return undefined;
  const announced = numberAfter(element);
  const on = isOn(document, element);
  return {
    element,
    words: wordsOf(element).replace(/\s*\(.*$/, ''),
    ...(announced !== undefined && { announced }),
    ...(on !== undefined && { on }),
  };
}

function isOn(document: Document, element: Element): boolean | undefined {
  const [box, other] = findControls(document, EVERY_RESULT, 'checkbox');
  if (box) return other ? undefined : box.checked;
  const pressed = element.closest('[aria-pressed]')?.getAttribute('aria-pressed');
  return pressed === undefined || pressed === null ? undefined : pressed === 'true';
}

/** The number may stand in an element of its own, after the words. */
function numberAfter(element: Element): number | undefined {
  let at: Element | null = element;
  for (let level = 0; at && level < LEVELS; level++, at = at.parentElement) {
    const words = wordsOf(at);
    const number = words.length < LONGEST && countIn(/\(\s*([\d\s]+)\)/.exec(words)?.[1]);
    if (typeof number === 'number') return number;
  }
  return undefined;
}

/** Most elements of a long list can be told apart without reading what is visible of them. */
function ownWords(element: Element): string {
  const text = element.textContent || (element.getAttribute('value') ?? '');
  return text.length < LONGEST ? text : '';
}

function wordsOf(element: Element): string {
  return visibleText(element) || (element.getAttribute('value') ?? '');
}

/** Which of the three lists « Filtrer par » asks for. */
export function chosenState(document: Document): CourseSearch['state'] {
  const states = Object.entries(STATES) as [NonNullable<CourseSearch['state']>, Label][];
  const chosen = states.filter(([, label]) => findControl(document, label, 'radio')?.checked);
  return chosen.length === 1 ? chosen[0]?.[0] : undefined;
}

/** Filters that some rows on the screen don't meet: the list was asked for something else. */
export function unmetFilters(document: Document, courses: readonly Course[]): string[] {
  const unmet: string[] = [];
  const typed = findControls(document, NAME, 'text')
    .find(({ value }) => value.trim() !== '')
    ?.value.trim();
  const words = norm(typed ?? '').split(' ');
  const others = courses.filter(({ title }) => !words.some((word) => norm(title).includes(word)));
  if (typed && others.length > 0)
    unmet.push(`le nom «\u00A0${typed}\u00A0» est demandé, ${rows(others.length)} ne le portent pas`);
  const most = countIn(findControls(document, FEWER, 'text').find(({ value }) => value.trim() !== '')?.value);
  const larger = courses.filter(({ participants = 0 }) => most !== undefined && participants > most);
  if (most !== undefined && larger.length > 0)
    unmet.push(`moins de ${most} participants sont demandés, ${rows(larger.length)} en ont davantage`);
  return unmet;
}

function rows(count: number): string {
  return count > 1 ? `${count} lignes affichées` : 'certaines lignes affichées';
}

/**
 * True when a filter leaves courses out of the list, or might: silence then proves nothing. A choice of numbers only is
 * how many rows a page has.
 */
export function isNarrowed(document: Document, list: Element): boolean {
  const state = chosenState(document);
  if (state !== 'active' && state !== 'all') return true;
  return controlsIn(document).some(({ element, kind, value }) => {
    if (list.contains(element)) return false;
    if (kind === 'text') return value.trim() !== '';
    return kind === 'select' && isChoice(element as HTMLSelectElement);
  });
}

function isChoice({ options, selectedIndex }: HTMLSelectElement): boolean {
  return selectedIndex > 0 && [...options].some(({ text }) => !/^\s*\d+\s*$/.test(text));
}

/** Labels of the filters whose value isn't the one that the list was drawn with. `list` holds boxes that are no filter. */
export function pendingFilters(document: Document, list: Element): string[] {
  const filters = controlsIn(document).filter(
    ({ element, kind }) =>
      !list.contains(element) && (kind === 'text' || kind === 'select' || kind === 'radio'),
  );
  return filters.filter(isChanged).map(nameOf);
}

function isChanged({ element, kind }: Control): boolean {
  if (kind === 'select')
    return [...((element as HTMLSelectElement).options ?? [])].some(
      (option, _at, all) =>
        all.some(({ defaultSelected }) => defaultSelected) && option.selected !== option.defaultSelected,
    );
  const input = element as HTMLInputElement;
  if (kind === 'radio') return input.checked === true && input.defaultChecked === false;
  return input.defaultValue !== undefined && input.value !== input.defaultValue;
}

const NAMES: readonly Label[] = [...Object.values(STATES), NAME, FEWER];

function nameOf({ element }: Control): string {
  const document = element.ownerDocument;
  const known = NAMES.find((label) =>
    findControls(document, label).some((control) => control.element === element),
  );
  const [first] = known === undefined ? [] : typeof known === 'string' ? [known] : known;
  const own = element.getAttribute('aria-label') ?? element.getAttribute('title');
  return own && known && isLabel(own, known) ? own : (first ?? own ?? 'un filtre');
}
