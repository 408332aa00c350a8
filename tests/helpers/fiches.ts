import { transitionOn } from '@/utils/checklists/calendar';
import { addToCard, type Card, type Fiche, type RuleCount } from '@/utils/core/fiche';

/** One rule's word, passing unless told otherwise. */
export function count(rule: string, more: Partial<RuleCount> = {}): RuleCount {
  return { rule, outcome: 'pass', complete: true, violations: 0, reviews: 0, ...more };
}

/** A fiche of an invented school, read whole on 27 August 2026. */
export function fiche(more: Partial<Fiche> = {}): Fiche {
  const { ent = 'edifice', host = 'enthdf.fr', id = 'b7c1' } = more;
  const day = more.day ?? '2026-08-27';
  return {
    school: `${ent}|${host}|${id}`,
    ent,
    host,
    id,
    name: 'École des Papillons',
    transition: transitionOn(day),
    by: 'live',
    day,
    at: `${day}T10:00:00.000Z`,
    read: [{ list: 'users', shown: 12, total: 12, complete: true }],
    counts: [],
    figures: {},
    ...more,
  };
}

/** The card that these fiches make, in their order. */
export function card(...fiches: [Fiche, ...Fiche[]]): Card {
  return fiches.reduce<Card | undefined>((known, one) => addToCard(known, one), undefined) as Card;
}
