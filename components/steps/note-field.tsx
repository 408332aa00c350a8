import { useEffect, useId, useRef, useState } from 'preact/hooks';

/**
 * The note of one step. Every key stroke is handed over at once: the popup may close at any moment. A note that
 * changed elsewhere is taken over, but never under the fingers of who is typing.
 */
export function NoteField(props: {
  text: string;
  of: string;
  /** `from`: what was shown before the typing began. */
  onNote(text: string, from: string): void;
}) {
  const { text, of, onNote } = props;
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(text);
  const id = useId();
  useEffect(() => {
    const element = field.current;
    if (element?.matches(':focus') && element.value !== text) return;
    shown.current = text;
    setTyped(text);
  }, [text]);
  return (
    <div class="note">
      <label for={id}>
        Votre note<span class="visually-hidden"> : {of}</span>
      </label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        value={typed}
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onNote(event.currentTarget.value, shown.current);
        }}
      />
      <p class="small" id={`${id}-hint`}>
        Enregistrée à mesure, dans ce navigateur. Évitez les noms de personnes.
      </p>
    </div>
  );
}
