import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';

/** What the person chose to hand on. */
export interface DossierChoice {
  facts: boolean;
  named: boolean;
}

interface DossierDialogProps {
  write(choice: DossierChoice): string;
  /** False when the browser refused. */
  copy(text: string): Promise<boolean>;
  save(text: string): void;
  onClose(): void;
}

/** A dossier for support: what is shown is, to the letter, what is copied or saved. Nothing is sent. */
export function DossierDialog({ write, copy, save, onClose }: DossierDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [choice, setChoice] = useState<DossierChoice>({ facts: false, named: false });
  const [said, setSaid] = useState('');
  const shown = useMemo(() => write(choice), [choice]);
  useEffect(() => {
    const modal = dialog.current;
    modal?.showModal();
    // One that is only removed would leave the page inert for some screen readers.
    return () => modal?.close();
  }, []);
  const choose = (change: Partial<DossierChoice>) => {
    setSaid('');
    setChoice({ ...choice, ...change });
  };
  const copyIt = async () => {
    const done = await copy(shown);
    if (!done) area.current?.select();
    setSaid(done ? 'Copié.' : 'Le navigateur a refusé : le texte est sélectionné, copiez-le au clavier.');
  };
  return (
    <dialog
      ref={dialog}
      class="dossier"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={`${id}-title`}>Dossier de support</h2>
      <p>
        Rien n’est envoyé : voici exactement ce qui sera copié ou enregistré, à transmettre vous-même.
        Personne n’y est nommé.
      </p>
      <label class="choice">
        <input
          type="checkbox"
          checked={choice.facts}
          aria-describedby={`${id}-facts`}
          onChange={(event) => choose({ facts: event.currentTarget.checked })}
        />
        <span>
          Joindre ce qui a été lu, sans les noms
          <span class="hint" id={`${id}-facts`}>
            Pour que l’assistance rejoue les contrôles : personnes, classes, groupes et identifiants y sont
            « Personne 012 », les dates sont décalées.
          </span>
        </span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={choice.named}
          onChange={(event) => choose({ named: event.currentTarget.checked })}
        />
        <span>Dire de quel établissement il s’agit (nom, UAI, adresse de l’ENT)</span>
      </label>
      <textarea
        ref={area}
        readOnly
        rows={12}
        spellcheck={false}
        aria-label="Le dossier, tel qu’il sera copié ou enregistré"
        value={shown}
      />
      <div class="choices">
        <span role="status">{said}</span>
        <button type="button" class="primary" onClick={() => void copyIt()}>
          Copier
        </button>
        <button
          type="button"
          onClick={() => {
            save(shown);
            setSaid('Enregistré dans vos téléchargements.');
          }}
        >
          Enregistrer le fichier
        </button>
        <button type="button" onClick={onClose}>
          Fermer
        </button>
      </div>
    </dialog>
  );
}
