import { useId, useState } from 'preact/hooks';

/** Of which school a screen is that does not say it. */
export interface SchoolChoiceView {
  /** « Collège du Lac – 0590001B », once somebody said it. */
  said?: string;
  known: readonly string[];
  /** French: why what was typed names no school. */
  refused?: string;
  /** Blank takes it back. */
  say(typed: string): void;
}

/** Asks of which school the screen is: without it nothing of what was read can be kept under the right name. */
export function SchoolChoice({ choice: { said, known, refused, say } }: { choice: SchoolChoiceView }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  if (said !== undefined)
    return (
      <div class="live">
        <p>
          Établissement indiqué par vous : <strong>{said}</strong>
        </p>
        <button type="button" class="quiet" onClick={() => say('')}>
          Changer d’établissement
        </button>
      </div>
    );
  return (
    <form
      class="live"
      onSubmit={(event) => {
        event.preventDefault();
        say(typed);
      }}
    >
      <label for={id}>Cet écran ne dit pas de quel établissement il est. Lequel{'\u202F'}?</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        placeholder="UAI, ou nom"
        list={`${id}-known`}
        value={typed}
        aria-describedby={`${id}-why`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      {refused && (
        <p class="alert" role="alert">
          {refused}
        </p>
      )}
      <button type="submit" disabled={typed.trim() === ''}>
        Indiquer l’établissement
      </button>
      <p class="hint" id={`${id}-why`}>
        Ce qui est lu est alors ajouté à sa fiche et à ses étapes. Oublié à la fermeture du navigateur.
      </p>
    </form>
  );
}
