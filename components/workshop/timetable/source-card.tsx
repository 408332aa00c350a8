import { useId } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { ImpactIcon } from '@/components/impact-icon';
import { counted } from '@/components/workshop/counted';
import { ProblemList } from '@/components/workshop/file-card';
import type { SourceView } from './timetable-view';

/** One file or list: what it is, what it says of itself, and what cannot be known from it. */
export function SourceCard({ source }: { source: SourceView }) {
  const id = useId();
  const { name, about, refused, problems, tells, unknowable, parts } = source;
  const state = refused ? 'refused' : problems.length > 0 ? 'doubtful' : 'read';
  return (
    <article class={`file ${state}`} aria-labelledby={id}>
      <h3 id={id}>
        {state === 'read' ? (
          <Icon name="pass" />
        ) : (
          <ImpactIcon grade={state === 'refused' ? 'critical' : 'serious'} />
        )}
        {name}
      </h3>
      <p class="small">{about}</p>
      {tells.length > 0 && (
        <dl class="tells">
          {tells.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <ProblemList problems={problems} />
      {unknowable.length > 0 && (
        <div class="unknowable">
          <p>
            <strong>Ce que ce fichier ne permet pas de savoir</strong>
          </p>
          {unknowable.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {parts.length > 0 && (
        <details>
          <summary>
            <Icon name="chevron" />
            {counted(parts.length, 'fichier')} dans l’archive
          </summary>
          <table class="numbers">
            <thead>
              <tr>
                <th scope="col">Fichier</th>
                <th scope="col">Contenu</th>
                <th scope="col">Date</th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.name}>
                  <th scope="row">{part.name}</th>
                  <td>{part.holds}</td>
                  <td>{part.modified}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </article>
  );
}
