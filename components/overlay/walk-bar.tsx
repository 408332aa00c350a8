import { STANDING_LABELS, standingOf } from '@/utils/core/person';
import type { OverlayActions, PeopleView, PersonCardView } from './view';

interface WalkBarProps {
  people: PeopleView;
  /** Whose screen is open: said to who doesn't see the card change. */
  person: PersonCardView | undefined;
  actions: Pick<OverlayActions, 'next' | 'widen' | 'restart'>;
}

/** A pass over forty people is one button, always at the same place: it stands above what scrolls. */
export function WalkBar({ people: { done, left, passed, leftOfFilter }, person, actions }: WalkBarProps) {
  const finished = leftOfFilter === 0 && left > 0;
  return (
    <section class="walk" aria-label="Suite des personnes à traiter">
      <button type="button" class="primary" disabled={(leftOfFilter ?? left) === 0} onClick={actions.next}>
        Suivant à traiter
      </button>
      <div>
        <p>
          {done} sur {done + left + passed} {done + left + passed > 1 ? 'traitées' : 'traitée'}
        </p>
        {leftOfFilter !== undefined && !finished && (
          <p class="muted">Dans le filtre du tableau : {leftOfFilter} à traiter</p>
        )}
        {finished && (
          <button type="button" class="quiet" onClick={actions.widen}>
            {left > 1 ? `Filtre terminé : voir les ${left} autres` : 'Filtre terminé : voir qui reste'}
          </button>
        )}
        {passed > 0 && (
          <button type="button" class="quiet" onClick={actions.restart}>
            {passed > 1 ? `Reprendre les ${passed} passées` : 'Reprendre la passée'}
          </button>
        )}
      </div>
      <p class="visually-hidden" role="status">
        {person?.verdict &&
          `${person.name}\u00a0: ${STANDING_LABELS[standingOf(person.verdict, person.said)]}`}
      </p>
    </section>
  );
}
