import { useId } from 'preact/hooks';
import type { ImportView, OverlayActions } from './view';

interface ImportSectionProps {
  view: ImportView;
  actions: Pick<OverlayActions, 'giveReference' | 'openWorkshop'>;
}

/** What an import would do, or did; and the export to compare the chosen file with. */
export function ImportSection({ view, actions }: ImportSectionProps) {
  const id = useId();
  return (
    <section class="live" aria-label={view.title ?? 'Contrôle avant import'}>
      <div class="live-state" role="status">
        {view.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {view.problems.length > 0 && (
        <div class="alert" role="alert">
          {view.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {view.more && (
        <details class="read">
          <summary>{view.more.title}</summary>
          {view.more.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
      {view.toWorkshop && (
        <button type="button" onClick={actions.openWorkshop}>
          Contrôler dans l’atelier
        </button>
      )}
      {view.reference && (
        <p class="hint">
          <label for={id}>Export de référence, {view.reference} : </label>
          <input
            id={id}
            type="file"
            accept=".csv,.zip,.txt"
            multiple
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              if (files.length > 0) actions.giveReference(files);
            }}
          />
        </p>
      )}
      {view.reference && <p class="hint">Tout est lu dans ce navigateur, et rien n’en est conservé.</p>}
    </section>
  );
}
