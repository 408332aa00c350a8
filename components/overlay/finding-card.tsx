import { useState } from 'preact/hooks';
import { GRADE_WORDS, gradeOf, ImpactIcon } from '@/components/impact-icon';
import { unbroken } from '@/components/unbroken';
import { anchorKey } from '@/utils/core/facts';
import type { Finding, FindingPlace } from '@/utils/core/finding';
import type { OverlayActions } from './view';

/** Beyond this, the rest of the places waits behind a button. */
const FIRST_PLACES = 6;
/** The same of the people of one group. */
const FIRST_NAMES = 8;

interface FindingCardProps {
  /** The first finding is unfolded, the others wait behind their titles. */
  first: boolean;
  finding: Finding;
  /** False when its subjects are things: they are then never masked. */
  names?: boolean;
  visible: ReadonlySet<string>;
  /** What tells people of one name apart, by the address of their screens. */
  apart?: ReadonlyMap<string, string> | undefined;
  /** Places that the person may say are done with. */
  pending?: ReadonlySet<string> | undefined;
  actions: Pick<OverlayActions, 'show' | 'open' | 'settle'>;
}

/** One rule's finding: what is wrong, why it matters, what to do, where, and who says so. */
export function FindingCard({
  finding,
  first,
  names = true,
  visible,
  pending,
  apart,
  actions,
}: FindingCardProps) {
  const [all, setAll] = useState(false);
  const { places, title, why, remedy, source, protectedToo = 0 } = finding;
  const grade = gradeOf(finding, finding.review);
  const shown = all ? places : places.slice(0, FIRST_PLACES);
  const hidden = places.length - shown.length;
  return (
    <li class={`finding ${grade}${names ? '' : ' things'}`} data-rule={finding.rule}>
      <details open={first}>
        <summary>
          <ImpactIcon grade={grade} />
          <h3>
            <span class="grade">{GRADE_WORDS[grade]}</span> {title}
          </h3>
          <span class="count">
            {places.length.toLocaleString('fr-FR')}
            <span class="visually-hidden"> cas</span>
          </span>
        </summary>
        <p>{why}</p>
        <p class="remedy">
          <strong>Que faire :</strong> {remedy}
        </p>
        {protectedToo > 0 && <p class="muted">{protectedWords(places.length, protectedToo)}</p>}
        <ul class="places">
          {shown.map((place) => (
            <PlaceRow
              key={anchorKey(place.at) + place.says}
              {...{ place, visible, pending, apart, actions, review: finding.review }}
            />
          ))}
        </ul>
        {hidden > 0 && (
          <button type="button" class="quiet" onClick={() => setAll(true)}>
            {hidden === 1 ? 'Afficher le dernier' : `Afficher les ${hidden.toLocaleString('fr-FR')} autres`}
          </button>
        )}
        <p class="source">Source : {source}</p>
      </details>
    </li>
  );
}

/** What is counted here, and what the table of people counts. */
function protectedWords(listed: number, others: number): string {
  const here =
    listed === 1 ? 'Le cas compté ici est' : `Les ${listed.toLocaleString('fr-FR')} cas comptés ici sont`;
  const more =
    others === 1 ? 'une autre personne a' : `${others.toLocaleString('fr-FR')} autres personnes ont`;
  return `${here} à regarder\u202f; ${more} ce même verdict sans rien à regarder. Toutes sont dans le tableau « Personnes », et leur croix rouge est retenue.`;
}

interface PlaceRowProps extends Pick<FindingCardProps, 'visible' | 'pending' | 'apart' | 'actions'> {
  place: FindingPlace;
  review: boolean;
}

function PlaceRow({ place, visible, pending, apart, actions, review }: PlaceRowProps) {
  const { at, subject, says } = place;
  const onScreen = visible.has(anchorKey(at));
  const link = at.in === 'page' ? at.link : undefined;
  const mark = link && apart?.get(link);
  return (
    <li>
      <div>
        <span class="subject">{subject}</span>
        {mark && <span class="says apart">{mark}</span>}
        {place.review && !review && <span class="tag">{GRADE_WORDS.review}</span>}
        <span class="says">{unbroken(says)}</span>
        {place.names && place.names.length > 0 && <Names names={place.names} />}
      </div>
      <span class="place-actions">
        {onScreen && (
          <button type="button" onClick={() => actions.show(at)} aria-label={`Voir ${subject} dans la page`}>
            Voir
          </button>
        )}
        {pending?.has(anchorKey(at)) && (
          <button
            type="button"
            onClick={() => actions.settle(at)}
            aria-label={`Je suis désinscrit de ${subject}`}
          >
            Je suis désinscrit
          </button>
        )}
        {link && (
          <button
            type="button"
            onClick={() => actions.open(link)}
            aria-label={`Ouvrir ${subject}${mark ? `, ${mark},` : ''} dans la console`}
          >
            Ouvrir
          </button>
        )}
      </span>
    </li>
  );
}

/** Who is concerned: a group is mended person by person. */
function Names({ names }: { names: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? names : names.slice(0, FIRST_NAMES);
  const hidden = names.length - shown.length;
  return (
    <span class="says names">
      {shown.join(', ')}
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {hidden === 1 ? 'et une autre personne' : `et ${hidden.toLocaleString('fr-FR')} autres personnes`}
        </button>
      )}
    </span>
  );
}
