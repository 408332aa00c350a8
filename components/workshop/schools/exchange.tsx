import { useId } from 'preact/hooks';
import type { BoardActs, ExchangeView } from './view';

/** What leaves the board, and what colleagues bring to it; `empty`: there is nothing to hand on yet. */
export function Exchange(props: { exchange: ExchangeView; empty?: boolean; acts: BoardActs }) {
  const { exchange, empty = false, acts } = props;
  const id = useId();
  const { says, busy } = exchange;
  return (
    <section class="exchange no-print" aria-label="Échanger avec un collègue">
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
        <label class="button" for={`${id}-file`}>
          Ajouter les fiches d’un collègue…
        </label>
        <input
          id={`${id}-file`}
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          disabled={busy}
          aria-describedby={`${id}-what`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) acts.importFiches(file);
            // The same file, mended, must be read again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p class="small" id={`${id}-what`}>
        Un fichier de fiches ne contient que des établissements, des dates et des nombres. De chaque jour sont
        gardées la première fiche et les cinq dernières, les vôtres ou les siennes.
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
