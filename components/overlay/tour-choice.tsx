import type { TourActs, TourStep } from './tour-view';

/** From so many schools on, one searches rather than scrolls. */
const SEARCHED = 12;
/** A central administrator may have thousands: these are enough to see that one must search. */
const SHOWN = 100;

/** Which schools to read: nobody's console is asked a hundred times over by one careless click. */
export function TourChoice(props: { step: Extract<TourStep, { kind: 'choosing' }>; acts: TourActs }) {
  const { step, acts } = props;
  const { schools, found, chosen, text } = step;
  if (schools.length < 2)
    return (
      <p>Votre compte n’administre qu’un établissement ici : « Contrôler tout l’établissement » suffit.</p>
    );
  return (
    <>
      <p class="hint">
        Lit vos établissements l’un après l’autre, sans rien modifier, et ajoute leurs fiches au tableau : des
        nombres, aucun nom. Gardez cet onglet ouvert.
      </p>
      {schools.length > SEARCHED && (
        <label class="search">
          <span>Rechercher</span>
          <input
            type="search"
            autocomplete="off"
            value={text}
            onInput={(event) => acts.search(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="line">
        <button type="button" class="quiet" onClick={() => acts.chooseAll(true)}>
          Tout cocher
        </button>
        <button type="button" class="quiet" onClick={() => acts.chooseAll(false)}>
          Tout décocher
        </button>
        <span role="status">{counted(chosen.size, schools.length)}</span>
      </div>
      <ul class="choice">
        {found.slice(0, SHOWN).map(({ id, name, uai }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={(event) => acts.choose(id, event.currentTarget.checked)}
              />
              <span>
                {name} {uai && <small>{uai}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p class="hint">et {found.length - SHOWN} autres : précisez la recherche pour les voir.</p>
      )}
      <button type="button" class="primary" disabled={chosen.size === 0} onClick={acts.run}>
        Commencer
      </button>
    </>
  );
}

function counted(chosen: number, all: number): string {
  return chosen > 1 ? `${chosen} cochés sur ${all}` : `${chosen} coché sur ${all}`;
}
