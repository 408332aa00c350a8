import { type Card, type Fiche, joinedCard } from '@/utils/core/fiche';
import { knownHost, portalName } from '@/utils/ents/hosts';
import { norm } from '@/utils/reading/labels';
import type { Phases } from './load-phases';

/** A line of the board: a school, with its other cards when it was read under several addresses of its ENT. */
export interface BoardCard extends Card {
  others?: readonly Card[];
}

type Named = Pick<Fiche, 'ent' | 'host' | 'uai' | 'name'>;

/**
 * What tells that two addresses of one ENT show one school: its family, its UAI and its name. Nothing where the address is
 * none of the family's known ones: any site may call itself anything.
 */
function identityOf({ ent, host, uai, name }: Named): string | undefined {
  return uai !== undefined && knownHost(host)?.ent === ent ? `${ent} ${uai} ${norm(name)}` : undefined;
}

/** True when all these are one school, each under an address of its own. */
export function isOneSchool(all: readonly Named[]): boolean {
  const [first] = all;
  const identity = first && identityOf(first);
  return (
    identity !== undefined &&
    all.every((one) => identityOf(one) === identity) &&
    new Set(all.map(({ host }) => host)).size === all.length
  );
}

/** One line for a school that was read under several addresses; schools that only share a UAI stay apart. */
export function joinCards(cards: readonly Card[]): readonly BoardCard[] {
  const bearing = new Map<string, Card[]>();
  for (const card of cards) {
    if (card.uai === undefined) continue;
    const known = bearing.get(card.uai);
    if (known) known.push(card);
    else bearing.set(card.uai, [card]);
  }
  const joined = new Map<Card, BoardCard | undefined>();
  for (const sharing of bearing.values())
    for (const group of alike(sharing)) {
      const [latest, ...others] = group.sort((a, b) => (a.at < b.at ? 1 : -1));
      if (!latest || others.length === 0 || !isOneSchool(group)) continue;
      joined.set(latest, { ...joinedCard([latest, ...others]), others });
      for (const other of others) joined.set(other, undefined);
    }
  if (joined.size === 0) return cards;
  return cards.flatMap((card) => (joined.has(card) ? (joined.get(card) ?? []) : card));
}

function alike(sharing: readonly Card[]): Card[][] {
  if (sharing.length < 2) return [];
  const groups = new Map<string, Card[]>();
  for (const card of sharing) {
    const identity = identityOf(card);
    if (identity !== undefined) groups.set(identity, [...(groups.get(identity) ?? []), card]);
  }
  return [...groups.values()];
}

/** Every card of a line, the latest first. */
export function cardsOfLine(card: BoardCard): readonly Card[] {
  return [card, ...(card.others ?? [])];
}

/** « ENT Hauts-de-France », or the addresses where there are several. */
export function placeText(card: BoardCard): string {
  if (!card.others) return portalName(card.host);
  return cardsOfLine(card)
    .map(({ host }) => host)
    .join(' et ');
}

/** The phases of each line: those of whichever of its addresses is followed here. */
export function phasesOfLines(cards: readonly BoardCard[], phases: Phases | undefined): Phases | undefined {
  const several = cards.filter(({ others }) => others);
  if (!phases || several.length === 0) return phases;
  const all = new Map(phases);
  for (const card of several) {
    const followed = cardsOfLine(card).map(({ school }) => phases.get(school));
    const known = followed.find((one) => one !== undefined);
    if (known) all.set(card.school, known);
  }
  return all;
}
