import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { FileCard, ProblemList } from './file-card';
import type { WorkshopActs, ZoneView } from './view';

interface DropZoneProps {
  zone: ZoneView;
  title: string;
  hint: string;
  busy: boolean;
  acts: WorkshopActs;
  children?: ComponentChildren;
}

/** A place for files: dropped, or picked with a button that a keyboard reaches. */
export function DropZone({ zone, title, hint, busy, acts, children }: DropZoneProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const give = (files: FileList | null | undefined) => {
    if (files && files.length > 0) acts.give(zone.side, [...files]);
  };
  const filled = zone.files.length + zone.problems.length > 0;
  return (
    <section class={over ? 'zone over' : 'zone'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's. */}
      <div
        class={filled ? 'target filled' : 'target'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          give(event.dataTransfer?.files);
        }}
      >
        <p>{over ? 'Lâchez les fichiers ici.' : hint}</p>
        <p class="line">
          <button type="button" disabled={busy} onClick={() => input.current?.click()}>
            {filled ? 'Remplacer' : 'Choisir des fichiers'}
            <span class="visually-hidden"> : {title}</span>
          </button>
          {filled ? (
            <button type="button" class="quiet" disabled={busy} onClick={() => acts.remove(zone.side)}>
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
          accept=".csv,.txt,.zip"
          tabIndex={-1}
          aria-label={title}
          onChange={(event) => {
            give(event.currentTarget.files);
            // The same file, mended and picked again, must count as a change.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {zone.origin && <p class="small">{zone.origin}</p>}
      <ProblemList problems={zone.problems} />
      {zone.files.map((file) => (
        <FileCard key={file.id} file={file} acts={acts} />
      ))}
      {children}
    </section>
  );
}
