import { useId, useRef, useState } from 'preact/hooks';
import type { OverlayActions, SupportView } from './view';

interface SupportSectionProps {
  support: SupportView;
  copy: OverlayActions['copy'];
}

/** The message for the support, whole, so that it can be read before it is sent and copied by hand too. */
export function SupportSection({ support, copy }: SupportSectionProps) {
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const whole = `Objet\u00A0: ${support.subject}\n\n${support.body}`;
  const copyAll = async () => {
    const done = await copy(whole);
    if (!done) text.current?.select();
    setSaid(done ? 'Copié.' : 'Le navigateur a refusé : le texte est sélectionné, copiez-le au clavier.');
  };
  return (
    <section class="live support" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Texte pour l’assistance</h3>
      <p class="hint">Il ne nomme personne. Joignez-y une capture d’écran du message d’erreur.</p>
      <textarea ref={text} readOnly rows={7} aria-labelledby={`${id}-title`} value={whole} />
      <div class="line">
        <button type="button" onClick={() => void copyAll()}>
          Copier<span class="visually-hidden"> le texte pour l’assistance</span>
        </button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
