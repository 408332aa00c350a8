import { useId } from 'preact/hooks';
import { FileButton } from '@/components/workshop/file-button';
import { useDrop } from '@/components/workshop/use-drop';
import type { BoardActs, ExchangeView } from './view';

/** What leaves the board, and what colleagues bring to it; `empty`: there is nothing to hand on yet. */
export function Exchange(props: { exchange: ExchangeView; empty?: boolean; acts: BoardActs }) {
  const { exchange, empty = false, acts } = props;
  const id = useId();
  const { says, busy } = exchange;
  const { over, place } = useDrop((files) => !busy && acts.importFiches(files));
  return (
    <section
      class={`exchange no-print${over ? ' over' : ''}`}
      aria-label="Échanger avec un collègue"
      {...place}
    >
      <div class="line">
        {!empty && (
          <>
            <button type="button" onClick={acts.print}>
              Imprimer
            </button>
            <button type="button" onClick={acts.exportTable} disabled={busy}>
              Exporter le tableau (CSV)
            </button>
            <button type="button" onClick={acts.exportFiches} disabled={busy}>
              Exporter les fiches
            </button>
          </>
        )}
        <FileButton
          label="Ajouter les fiches d’un collègue…"
          multiple
          disabled={busy}
          describedBy={`${id}-what`}
          onGive={acts.importFiches}
        />
        {over && <span>Lâchez les fichiers ici.</span>}
      </div>
      <p class="small" id={`${id}-what`}>
        Un ou plusieurs fichiers, choisis ou déposés ici. Ils ne contiennent que des établissements, des dates
        et des nombres. De chaque jour sont gardées la première fiche et les cinq dernières, les vôtres ou les
        siennes.
      </p>
      {says && (
        <div class={`notice ${says.grade}`} role={says.grade === 'critical' ? 'alert' : 'status'}>
          <p>
            <strong>{says.text}</strong>
          </p>
          {says.details.length > 0 && (
            <ul class="bullets">
              {says.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
