import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { Step } from '@/components/steps/step';
import type { PhaseView, PopupActs } from './view';

/** One stretch of the change of year. Unfolded at first when it is the current one; then as the person leaves it. */
export function Phase(props: {
  phase: PhaseView;
  locked: boolean;
  acts: PopupActs;
  askDate(milestone: string): void;
}) {
  const { phase, locked, acts, askDate } = props;
  const [open] = useState(phase.current);
  const finished = phase.done === phase.total;
  return (
    <details class="phase" open={open}>
      <summary>
        <Icon name="chevron" />
        <h2>{phase.title}</h2>
        {phase.past && <span class="tag over">Période passée</span>}
        {phase.press && <span class={`tag ${phase.press.tone}`}>{phase.press.text}</span>}
        <span class={finished ? 'count finished' : 'count'}>
          {finished && <Icon name="pass" />}
          {phase.done}
          <span aria-hidden="true">/</span>
          <span class="visually-hidden"> sur </span>
          {phase.total}
        </span>
      </summary>
      <ol class="steps">
        {phase.steps.map((step) => (
          <Step key={step.id} step={step} locked={locked} acts={acts} askDate={askDate} />
        ))}
      </ol>
    </details>
  );
}
