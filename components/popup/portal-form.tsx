import { useId, useState } from 'preact/hooks';

/** An ENT that nobody has listed: its address. What was typed stays on screen when it is refused. */
export function PortalForm({ onAsk }: { onAsk(text: string): string | undefined }) {
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const id = useId();
  return (
    <form
      class="portal"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setRefusal(onAsk(text));
      }}
    >
      <label for={id}>Votre ENT est hébergé ailleurs ? Son adresse :</label>
      <div class="line">
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="mon-ent.fr"
          value={text}
          aria-invalid={refusal !== undefined}
          aria-describedby={refusal === undefined ? undefined : `${id}-refusal`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">Activer</button>
      </div>
      {refusal !== undefined && (
        <p class="refusal" id={`${id}-refusal`} role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
