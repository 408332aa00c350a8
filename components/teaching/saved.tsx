import { useLayoutEffect, useRef } from 'preact/hooks';
import { Close } from './pointing';

/** A page was learnt: what happens from now on. `read` is false when the page must be loaded again first. */
export function Saved({ title, read, close }: { title: string; read: boolean; close(): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="sheet"
      role="dialog"
      aria-labelledby="saved-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div class="head">
        <h2 id="saved-title" ref={heading} tabIndex={-1}>
          Page apprise
        </h2>
        <Close close={close} />
      </div>
      <div class="body">
        <p>
          Vigie sait maintenant lire « {title} » sur cet ENT.{' '}
          {read ? 'Elle la contrôle dès à présent.' : 'Rechargez la page pour qu’elle la contrôle.'}
        </p>
        <p class="muted">
          Pour la donner à un autre établissement ou la retirer{'\u00A0'}: l’atelier, « Pages et
          vocabulaire ».
        </p>
      </div>
      <div class="foot">
        <button type="button" class="primary" onClick={close}>
          Fermer
        </button>
      </div>
    </section>
  );
}
