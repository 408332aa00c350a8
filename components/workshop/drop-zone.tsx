import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { DropTarget } from './drop-target';
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

/** A place for the files of one side of a control, and what was understood of each. */
export function DropZone({ zone, title, hint, busy, acts, children }: DropZoneProps) {
  const id = useId();
  return (
    <section class="zone" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <DropTarget
        title={title}
        hint={hint}
        filled={zone.files.length + zone.problems.length > 0}
        busy={busy}
        accept=".csv,.txt,.zip"
        onGive={(files) => acts.give(zone.side, files)}
        onRemove={() => acts.remove(zone.side)}
      />
      {zone.origin && <p class="small">{zone.origin}</p>}
      <ProblemList problems={zone.problems} />
      {zone.files.map((file) => (
        <FileCard key={file.id} file={file} acts={acts} />
      ))}
      {children}
    </section>
  );
}
