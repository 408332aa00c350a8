import type { Profile } from '@/utils/core/facts';
import { type PersonRow, type PersonVerdict, plainText } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';

/** The order of the table: what asks for something first. */
const ORDER: readonly Verdict[] = ['detach', 'purge', 'check', 'never-detach', 'nothing'];

/** Everybody who has a verdict and a screen of their own, each for themselves, by verdict then by name. Pure. */
export function peopleOf(verdicts: ReadonlyMap<string, PersonVerdict>): PersonRow[] {
  const rows: PersonRow[] = [];
  for (const found of verdicts.values()) {
    for (const { at, subject, verdict, reasons } of found.each ?? [found]) {
      if (at.in !== 'page' || !at.link) continue;
      const profile = at.key.slice(at.key.lastIndexOf('|') + 1) as Profile | '';
      const plain = plainText(subject);
      rows.push({ link: at.link, name: subject, ...(profile && { profile }), verdict, reasons, plain });
    }
  }
  return rows.sort(
    (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || compare(a.plain, b.plain),
  );
}

/** Plain strings compare ten times faster than with the rules of a language, and accents are already gone. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
