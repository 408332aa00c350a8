import type { Profile } from '@/utils/core/facts';
import { type PersonRow, type PersonVerdict, plainText } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';

/** The order of the table: what asks for something first. */
const ORDER: readonly Verdict[] = ['detach', 'purge', 'check', 'never-detach', 'nothing'];

/**
 * Everybody who has a verdict and a screen of their own, each for themselves, by verdict then by name; `apart` is what
 * tells namesakes apart (`tellApart`). Pure.
 */
export function peopleOf(
  verdicts: ReadonlyMap<string, PersonVerdict>,
  apart: ReadonlyMap<string, string> = new Map(),
): PersonRow[] {
  const rows: PersonRow[] = [];
  for (const found of verdicts.values()) {
    for (const { at, subject, verdict, reasons } of found.each ?? [found]) {
      if (at.in !== 'page' || !at.link) continue;
      const profile = at.key.slice(at.key.lastIndexOf('|') + 1) as Profile | '';
      const plain = plainText(subject);
      const mark = apart.get(at.link);
      rows.push({
        link: at.link,
        name: subject,
        ...(profile && { profile }),
        verdict,
        reasons,
        ...(mark && { apart: mark }),
        plain,
      });
    }
  }
  return rows.sort(comparePeople);
}

/** By verdict, then by name; namesakes always in the same order. */
export function comparePeople(a: PersonRow, b: PersonRow): number {
  return (
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
    compare(a.plain, b.plain) ||
    compare(a.link, b.link)
  );
}

/** Plain strings compare ten times faster than with the rules of a language, and accents are already gone. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
