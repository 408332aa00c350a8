import { useId } from 'preact/hooks';
import type { OwnSettingsActs, RetentionView } from './view';

/** How long what is kept is kept, and what there is. */
export function Retention({ retention, acts }: { retention: RetentionView; acts: OwnSettingsActs }) {
  const id = useId();
  const { months, choices, locked, expiring, rows, total } = retention;
  return (
    <section class="card" aria-labelledby="retention">
      <h2 id="retention">Ce qui est gardé</h2>
      <label for={id}>Effacer ce qui concerne un changement d’année</label>
      <select
        id={id}
        value={months}
        disabled={locked}
        aria-describedby={`${id}-about`}
        onChange={(event) => acts.keepFor(event.currentTarget.value)}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <p class="small" id={`${id}-about`}>
        Compté depuis le 1er mai, quand on passe à la rentrée suivante : coches, notes, journal, contrôles et
        établissements qui n’ont pas été revus. Vous êtes prévenu ici une semaine avant.
      </p>
      {expiring.length > 0 && (
        <div class="notice review">
          <p>
            <strong>Bientôt effacé :</strong> enregistrez une sauvegarde, ou imprimez le journal, si vous
            voulez en garder trace.
          </p>
          <ul class="bullets">
            {expiring.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {rows.length === 0 ? (
        <p>Rien n’est gardé pour l’instant.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section class="scroll" tabIndex={0} aria-label="Ce qui est gardé dans ce navigateur">
          <table>
            <thead>
              <tr>
                <th scope="col">Quoi</th>
                <th scope="col">Combien</th>
                <th scope="col">Place</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id: row, what, count, size }) => (
                <tr key={row}>
                  <th scope="row">{what}</th>
                  <td>{count}</td>
                  <td>{size}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">En tout</th>
                <td />
                <td>{total}</td>
              </tr>
            </tfoot>
          </table>
        </section>
      )}
    </section>
  );
}
