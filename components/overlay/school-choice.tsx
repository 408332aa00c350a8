import { useId, useState } from 'preact/hooks';

/** Of which school a screen is that does not say it. */
export interface SchoolChoiceView {
  /** « Collège du Lac – 0590001B », once somebody said it. */
  said?: string;
  /** The name that the portal's header gives the school: only its UAI is missing. */
  inHead?: string;
  known: readonly string[];
  /** French: why what was typed names no school. */
  refused?: string;
  /** Blank takes it back. */
  say(typed: string): void;
}

/**
 * Asks, in one line, of which school the screen is: without it nothing of what was read can be kept under the right name.
 */
export function SchoolChoice({
  choice: { said, inHead, known, refused, say },
}: {
  choice: SchoolChoiceView;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  if (said !== undefined)
    return (
      <div class="school-line">
        <span>
          Établissement indiqué par vous : <strong>{said}</strong>
        </span>
        <button type="button" class="quiet" onClick={() => say('')}>
          Changer<span class="visually-hidden"> d’établissement</span>
        </button>
      </div>
    );
  return (
    <form
      class="school-line"
      onSubmit={(event) => {
        event.preventDefault();
        say(typed);
      }}
    >
      <label for={id}>
        {inHead ? `${inHead}, UAI` : 'Établissement'}
        {'\u00a0:'}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        placeholder={inHead ? '7 chiffres, 1 lettre' : 'UAI, ou nom'}
        list={`${id}-known`}
        value={typed}
        aria-invalid={refused !== undefined}
        aria-describedby={refused ? `${id}-refused` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <button type="submit" disabled={typed.trim() === ''}>
        Valider
      </button>
      {refused && (
        <p class="alert" role="alert" id={`${id}-refused`}>
          {refused}
        </p>
      )}
      <details class="read">
        <summary>Pourquoi ?</summary>
        <p>
          {inHead
            ? 'L’en-tête du portail donne ce nom, mais deux établissements peuvent porter le même : l’UAI les distingue. '
            : 'Ni cet écran ni l’en-tête du portail ne disent de quel établissement il s’agit. '}
          Ce qui est lu ici est alors ajouté à sa fiche et à ses étapes. Les contrôles, eux, n’en ont pas
          besoin. Oublié à la fermeture du navigateur.
        </p>
      </details>
    </form>
  );
}
