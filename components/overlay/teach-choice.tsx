import type { OverlayActions } from './view';

/** What a person can do about a screen that Vigie does not read. */
export function TeachChoice({ open, teach }: { open: boolean } & Pick<OverlayActions, 'teach'>) {
  return (
    <details class="teach" open={open}>
      <summary>Cette page n’est pas reconnue{'\u202F'}?</summary>
      <p class="muted">
        Montrez à Vigie la liste ou le formulaire à lire, ou enregistrez la structure de la page, sans aucun
        de ses mots, pour la transmettre au projet.
      </p>
      <p>
        <button type="button" onClick={() => teach('learn')}>
          Apprendre cette page
        </button>{' '}
        <button type="button" onClick={() => teach('capture')}>
          Capture anonymisée
        </button>
      </p>
    </details>
  );
}
