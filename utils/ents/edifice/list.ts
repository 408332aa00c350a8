import type { Profile } from '@/utils/core/facts';
import { Unreadable } from '@/utils/ents/page';
import { textOf } from '@/utils/reading/text';
import { PROFILES } from './records';

/** The rows of one of the console's lists, and whether they are all of it. */
export interface ListReading {
  rows: readonly Element[];
  /** True while a search field narrows the list. */
  filtered: boolean;
  /** The number that the list's own counter announces, when it has one. */
  announced?: number;
}

/**
 * Reads `ode-list`, the console's one list component (domain Edifice §2.1.5): `li.lct-list-item` per row,
 * `li.no-results` when empty, `li.placeholder` while loading.
 * @throws {Unreadable} when rows are there but none is recognised: the markup has changed.
 */
export function readList(list: Element | null | undefined, what: string): ListReading {
  if (!list) throw new Unreadable(`la liste ${what} n’est pas à sa place habituelle`);
  const items = [...list.querySelectorAll('.list-wrapper > ul > li')];
  const rows = items.filter((item) => item.classList.contains('lct-list-item'));
  const known = items.every((item) => /\b(lct-list-item|no-results|placeholder)\b/.test(item.className));
  if (!known || items.length === 0)
    throw new Unreadable(`les lignes de la liste ${what} ont changé de forme`);
  const search = [...list.querySelectorAll<HTMLInputElement>('input')];
  const announced = Number.parseInt(textOf(list.querySelector('strong.badge')), 10);
  return {
    rows,
    filtered: search.some((input) => input.type !== 'checkbox' && input.value.trim() !== ''),
    ...(Number.isNaN(announced) ? {} : { announced }),
  };
}

/** True while the list shows its placeholders instead of rows. */
export function isListLoading(list: Element | null | undefined): boolean {
  return Boolean(list?.querySelector('.list-wrapper > ul > li.placeholder'));
}

/** The profile in a row or a header, from the class of its label: language-independent (domain Edifice §2.3). */
export function profileOf(row: Element | null): Profile | undefined {
  const label = row?.querySelector('.profile');
  return PROFILES.find((profile) => label?.classList.contains(profile));
}

/** The key by which a person is known on the lists of the console: « NOM Prénom|Teacher ». */
export function personKey(name: string, profile: string | undefined): string {
  return `${name}|${profile ?? ''}`;
}
