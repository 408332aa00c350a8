import { useRef } from 'preact/hooks';
import { useDrop } from './use-drop';

interface DropTargetProps {
  /** Names the picker, and the buttons for those who hear them alone. */
  title: string;
  hint: string;
  /** True once files are there: they can be replaced or taken away. */
  filled: boolean;
  busy: boolean;
  /** Endings of the names that the picker offers: « .csv,.zip ». */
  accept: string;
  onGive(files: readonly File[]): void;
  onRemove(): void;
}

/** The place itself where files are dropped, or picked with a button that a keyboard reaches. */
export function DropTarget({ title, hint, filled, busy, accept, onGive, onRemove }: DropTargetProps) {
  const input = useRef<HTMLInputElement>(null);
  const { over, place } = useDrop(onGive);
  return (
    <div class={`target${filled ? ' filled' : ''}${over ? ' over' : ''}`} {...place}>
      <p>{over ? 'Lâchez les fichiers ici.' : hint}</p>
      <p class="line">
        <button type="button" disabled={busy} onClick={() => input.current?.click()}>
          {filled ? 'Remplacer' : 'Choisir des fichiers'}
          <span class="visually-hidden"> : {title}</span>
        </button>
        {filled ? (
          <button type="button" class="quiet" disabled={busy} onClick={onRemove}>
            Retirer<span class="visually-hidden"> : {title}</span>
          </button>
        ) : (
          <span class="small">ou déposez-les ici</span>
        )}
      </p>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        accept={accept}
        tabIndex={-1}
        aria-label={title}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onGive(files);
          // The same file, mended and picked again, must count as a change.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
