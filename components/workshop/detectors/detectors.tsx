import { ImpactIcon } from '@/components/impact-icon';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import type { DetectorRowView, DetectorsActs, DetectorsView } from './view';

/** Every detector: whether it works here, when it last did, and a switch of its own. */
export function Detectors({ view, acts }: { view: DetectorsView; acts: DetectorsActs }) {
  const { loading, problem, summary, unusual, groups, sheet } = view;
  return (
    <div class="detectors">
      <p class="lead">
        L’assistance demande cette page en premier. Un contrôle éteint n’est jamais compté comme conforme ;
        une version de page inconnue veut dire que l’ENT a changé : rien n’est alors conclu de cet écran.
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="line">
        <strong role="status">{loading ? 'Lecture de ce qui a été vu…' : summary}</strong>
        <button
          type="button"
          class="primary"
          disabled={loading}
          onClick={() => acts.copy(sheet, 'état des contrôles')}
        >
          Copier
        </button>
        <label class="switch">
          <input
            type="checkbox"
            checked={unusual}
            onChange={(event) => acts.showUnusual(event.currentTarget.checked)}
          />
          Seulement ce qui est éteint ou inconnu
        </label>
      </div>
      {groups.map(({ id, title, count, rows }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>
            {title} <span class="count">{count}</span>
          </h2>
          <div class="scrolls">
            <table class="numbers">
              <thead>
                <tr>
                  <th scope="col">Détecteur</th>
                  <th scope="col">État</th>
                  <th scope="col">Interrupteur</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} acts={acts} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      {!loading && groups.length === 0 && (
        <p class="notice pass">Tous les détecteurs sont actifs, et aucun écran n’a changé de version.</p>
      )}
    </div>
  );
}

function Row({ row, acts }: { row: DetectorRowView; acts: DetectorsActs }) {
  const { id, title, on, state, grade, seen, why } = row;
  return (
    <tr data-detector={id}>
      <th scope="row">
        {title} <span class="small">{id}</span>
      </th>
      <td>
        <span class={`detector-state ${grade}`}>
          <ImpactIcon grade={grade} size={16} /> {state}
        </span>
        {why && <span class="small why">{why}</span>}
        {seen && <span class="small why">{seen}</span>}
      </td>
      <td>
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={on}
            aria-checked={on}
            aria-label={title}
            onChange={(event) => acts.switch(id, event.currentTarget.checked)}
          />
          <span aria-hidden="true">{on ? 'Allumé' : 'Éteint'}</span>
        </label>
      </td>
    </tr>
  );
}
