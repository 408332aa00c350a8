import { useId } from 'preact/hooks';
import { Icon } from '@/components/icons';
import type { ResultsView, Verdict } from './results-view';
import type { WorkshopActs } from './view';

const VERDICTS: readonly { verdict: Verdict; label: string }[] = [
  { verdict: 'same', label: 'Même personne' },
  { verdict: 'different', label: 'Personnes différentes' },
  { verdict: 'check', label: 'À vérifier' },
];

/** Nothing is decided for the person: « À vérifier » stands until one of the others is chosen. */
export function Decision(props: {
  /** Of the couple: names its choices from one drawing to the next. */
  hash: string;
  verdict: Verdict;
  of: string;
  onDecide(verdict: Verdict): void;
}) {
  const name = useId();
  return (
    <fieldset class="decision">
      <legend class="visually-hidden">Votre décision : {props.of}</legend>
      {VERDICTS.map(({ verdict, label }) => (
        <label key={verdict} class={verdict === props.verdict ? 'chosen' : ''}>
          <input
            type="radio"
            name={name}
            data-focus={`${props.hash} ${verdict}`}
            checked={verdict === props.verdict}
            onChange={() => props.onDecide(verdict)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Decisions already taken: what was decided is no longer among the findings, and can be taken back here. */
export function Decisions({ decided, acts }: { decided: ResultsView['decided']; acts: WorkshopActs }) {
  if (decided.length === 0) return null;
  return (
    <details class="card decisions">
      <summary>
        <Icon name="chevron" />
        Vos décisions ({decided.length})
      </summary>
      <p class="small">Elles sont retenues sur ce poste sous une empreinte qui ne nomme personne.</p>
      <ul class="rows">
        {decided.map(({ hash, people, verdict }) => (
          <li key={hash}>
            <p class="subject">{people}</p>
            <Decision
              hash={hash}
              verdict={verdict}
              of={people}
              onDecide={(choice) => acts.decide(hash, choice)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
