import { useEffect, useRef, useState } from 'preact/hooks';
import { GRADE_WORDS, ImpactIcon } from '@/components/impact-icon';
import { Prediction } from '@/components/workshop/expected-section';
import { Choose } from '@/components/workshop/list-filters';
import type { BoardActs, ChangeRow, ComparisonView, FicheView, PhaseRow, SchoolView } from './view';

/** One school: its fiches, one of them in full, two of them compared. */
export function School({ school, acts }: { school: SchoolView; acts: BoardActs }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [school.key]);
  const { fiches, shown, comparison } = school;
  return (
    <div class="schools">
      <p class="no-print">
        <button type="button" class="quiet" onClick={() => acts.openSchool(undefined)}>
          ← Tous les établissements
        </button>
      </p>
      <h2 ref={title} tabIndex={-1}>
        {school.name}
      </h2>
      <p class="small">{school.about}</p>
      <div class="line no-print">
        <Choose label="Fiche" value={shown?.id ?? ''} choices={fiches} onChoose={acts.showFiche} />
        <button type="button" onClick={acts.print}>
          Imprimer
        </button>
        <Forget school={school} acts={acts} />
      </div>
      {shown && <Fiche fiche={shown} />}
      {school.phases.length > 0 && <Phases phases={school.phases} />}
      <section class="card" aria-labelledby="compare">
        <h2 id="compare">Avant et après</h2>
        <p class="small no-print">
          Comparez deux contrôles de cet établissement : avant et après une bascule, un import, une
          intervention du support. {school.compared}
        </p>
        {comparison ? (
          <>
            <div class="line no-print">
              <Choose
                label="Avant"
                value={comparison.before}
                choices={fiches}
                onChoose={(before) => acts.compare(before, comparison.after)}
              />
              <Choose
                label="Après"
                value={comparison.after}
                choices={fiches}
                onChoose={(after) => acts.compare(comparison.before, after)}
              />
            </div>
            {comparison.view ? (
              <Comparison view={comparison.view} />
            ) : (
              <p>Choisissez deux fiches différentes.</p>
            )}
          </>
        ) : (
          <p>Une seule fiche pour l’instant : refaites le contrôle après l’intervention, puis revenez ici.</p>
        )}
      </section>
      {school.predictions.length > 0 && (
        <section class="schools" aria-labelledby="expected">
          <h2 id="expected">Attendu et constaté</h2>
          <p class="small no-print">
            Ce que le contrôle des fichiers annonçait de l’import. Recopiez les nombres du récapitulatif de la
            plateforme : un écart se voit tout de suite.
          </p>
          {school.predictions.map((prediction) => (
            <Prediction key={prediction.id} prediction={prediction} acts={acts} />
          ))}
        </section>
      )}
    </div>
  );
}

/** Where the change of year stands, phase by phase. */
function Phases({ phases }: { phases: readonly PhaseRow[] }) {
  const several = new Set(phases.map(({ list }) => list)).size > 1;
  return (
    <section class="card" aria-labelledby="phases">
      <h2 id="phases">Étapes du changement d’année</h2>
      <ul class="outcomes">
        {phases.map(({ id, list, title, says, grade }) => (
          <li key={id}>
            <span class={`word ${grade}`}>
              {grade !== 'none' && <ImpactIcon grade={grade} />}
              {says}
            </span>
            <span>{title}</span>
            {several && <span class="small">{list}</span>}
          </li>
        ))}
      </ul>
      <p class="small no-print">
        Le détail est dans <a href="#calendrier">« Calendrier »</a>.
      </p>
    </section>
  );
}

/** Two steps, and the words of the second say what is lost. */
function Forget({ school, acts }: { school: SchoolView; acts: BoardActs }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" class="quiet" onClick={() => setAsked(true)}>
        Oublier cet établissement…
      </button>
    );
  return (
    <>
      <button type="button" class="danger" onClick={() => acts.forget(school.key)}>
        Effacer ses fiches, définitivement
      </button>
      <button type="button" onClick={() => setAsked(false)}>
        Les garder
      </button>
    </>
  );
}

function Fiche({ fiche }: { fiche: FicheView }) {
  return (
    <section class="card" aria-labelledby="fiche">
      <h2 id="fiche">{fiche.title}</h2>
      {fiche.read.length > 0 && <p class="small">{fiche.read.join(' · ')}</p>}
      {fiche.rules.length > 0 && (
        <ul class="outcomes">
          {fiche.rules.map(({ id, title, grade, says }) => (
            <li key={id}>
              <span class={`word ${grade}`}>
                <ImpactIcon grade={grade} />
                {GRADE_WORDS[grade]}
              </span>
              <span>{title}</span>
              <span class="small">{says}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{fiche.passed}</p>
      {fiche.figures.length > 0 && (
        <details>
          <summary>Nombres relevés</summary>
          <table class="numbers">
            <tbody>
              {fiche.figures.map(({ label, count }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}

function Comparison({ view }: { view: ComparisonView }) {
  const { title, rules, figures, same, unread } = view;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      {rules.length + figures.length === 0 && (
        <p class="notice">Rien n’a changé dans ce que les deux contrôles ont lu.</p>
      )}
      <Changes title="Constats" rows={rules} />
      <Changes title="Nombres" rows={figures} />
      {same.length > 0 && (
        <details>
          <summary>{same.length === 1 ? '1 ligne inchangée' : `${same.length} lignes inchangées`}</summary>
          <Changes title="Inchangé" rows={same} />
        </details>
      )}
      {unread.length > 0 && (
        <details>
          <summary>Non comparé : lu par un seul des deux contrôles, ou incomplètement</summary>
          <ul class="bullets">
            {unread.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const SIGNS: Record<ChangeRow['grade'], string> = { better: '✓', worse: '▲', same: '=', other: '•' };

/** Said anew: where the style sheet stacks the cells (on a telephone), browsers no longer see a table there. */
const IS = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader', scope: 'col' },
  label: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const;

function Changes({ title, rows }: { title: string; rows: readonly ChangeRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div class="scrolls">
      <table class="numbers changes" {...IS.table}>
        <caption>{title}</caption>
        <thead {...IS.rows}>
          <tr {...IS.row}>
            <th {...IS.column}>Quoi</th>
            <th {...IS.column}>Avant</th>
            <th {...IS.column}>Après</th>
            <th {...IS.column}>Évolution</th>
          </tr>
        </thead>
        <tbody {...IS.rows}>
          {rows.map(({ label, before, after, change, grade }) => (
            <tr key={label} class={grade} {...IS.row}>
              <th {...IS.label}>{label}</th>
              <td data-of="Avant" {...IS.cell}>
                {before}
              </td>
              <td data-of="Après" {...IS.cell}>
                {after}
              </td>
              <td {...IS.cell}>
                <span aria-hidden="true">{SIGNS[grade]} </span>
                {change}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
