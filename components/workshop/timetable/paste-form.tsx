import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/icons';

/** A list copied from EDT's screen: often the quickest way, and the only one where the file is encrypted. */
export function PasteForm(props: { pasted: boolean; busy: boolean; onPaste(text: string): void }) {
  const { pasted, busy, onPaste } = props;
  const id = useId();
  const [text, setText] = useState('');
  return (
    <details class="paste">
      <summary>
        <Icon name="chevron" />
        Coller une liste de cours d’EDT
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPaste(text);
        }}
      >
        <p class="small" id={`${id}-how`}>
          Dans EDT, affichez « Emploi du temps » › « Cours » › « Liste », sélectionnez toutes les lignes et
          copiez la liste avec ses titres.
        </p>
        <label for={id}>Liste copiée</label>
        <textarea
          id={id}
          rows={5}
          spellcheck={false}
          aria-describedby={`${id}-how`}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="line">
          <button type="submit" disabled={busy || text.trim() === ''}>
            Contrôler cette liste
          </button>
          {pasted && (
            <button
              type="button"
              class="quiet"
              disabled={busy}
              onClick={() => {
                setText('');
                onPaste('');
              }}
            >
              Retirer la liste
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
