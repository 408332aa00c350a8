import { useId } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { ImpactIcon } from '@/components/impact-icon';
import { counted } from './counted';
import { MappingForm } from './mapping-form';
import type { FileProblemView, FileView, WorkshopActs } from './view';

/** Problems that stand unfolded: more of them are usually one and the same. */
const OPEN = 5;

/** One file: what was understood of it, what is wrong with it, and its columns to be named when need be. */
export function FileCard({ file, acts }: { file: FileView; acts: WorkshopActs }) {
  const id = useId();
  const { mapping } = file;
  return (
    <article class={`file ${stateOf(file)}`} aria-labelledby={id}>
      <h3 id={id}>
        <StateIcon file={file} />
        {file.name}
      </h3>
      <p class="small">{file.refused ? 'Ce fichier n’a pas pu être lu.' : file.about}</p>
      <ProblemList problems={file.problems} />
      {mapping && (
        <MappingForm mapping={mapping} of={file.name} onMap={(choices) => acts.map(file.id, choices)} />
      )}
    </article>
  );
}

function stateOf({ refused, problems }: FileView): 'refused' | 'doubtful' | 'read' {
  if (refused) return 'refused';
  return problems.length > 0 ? 'doubtful' : 'read';
}

function StateIcon({ file }: { file: FileView }) {
  const state = stateOf(file);
  if (state === 'read') return <Icon name="pass" />;
  return <ImpactIcon grade={state === 'refused' ? 'critical' : 'serious'} />;
}

/** What is wrong, where, and what to do. */
export function ProblemList({ problems }: { problems: readonly FileProblemView[] }) {
  if (problems.length === 0) return null;
  const rest = problems.slice(OPEN);
  return (
    <>
      <ul class="problems">{problems.slice(0, OPEN).map(problemRow)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>
            <Icon name="chevron" />
            Afficher {counted(rest.length, 'autre')}
          </summary>
          <ul class="problems">{rest.map(problemRow)}</ul>
        </details>
      )}
    </>
  );
}

function problemRow({ place, message, advice, fatal }: FileProblemView, index: number) {
  return (
    <li key={index} class={fatal ? 'critical' : 'serious'}>
      <p class="place">
        <strong class="tag">{fatal ? 'Bloquant' : 'À corriger'}</strong> {place}
      </p>
      <p>{message}</p>
      <p class="advice">{advice}</p>
    </li>
  );
}
