import { useId } from 'preact/hooks';
import { Icon, type IconName } from '@/components/icons';
import { NoteField } from './note-field';
import type { PopupActs, StepView } from './view';

const WORD_ICONS: Record<'proven' | 'done' | 'review' | 'found', IconName> = {
  proven: 'shield',
  done: 'pass',
  review: 'review',
  found: 'serious',
};

function summaryOf({ asked, note }: StepView): string {
  if (!asked) return 'Pourquoi';
  return note === '' ? 'Pourquoi, où, note' : 'Votre note, pourquoi, où';
}

/** One step: its box, when, who, on whose word, and folded away: why, where, source and note. */
export function StepRow({ step, acts }: { step: StepView; acts: PopupActs }) {
  const id = useId();
  const href = step.href;
  return (
    <li class={step.settled || !step.asked ? 'step settled' : 'step'}>
      {step.asked ? (
        <input
          id={id}
          type="checkbox"
          checked={step.ticked}
          aria-describedby={`${id}-when`}
          onChange={(event) => acts.tick(step.id, event.currentTarget.checked)}
        />
      ) : (
        <span class="marker">
          <Icon name="platform" />
        </span>
      )}
      <div class="body">
        {step.asked ? (
          <label for={id} class="text">
            {step.text}
          </label>
        ) : (
          <p class="text">{step.text}</p>
        )}
        <p class="when" id={`${id}-when`}>
          {!step.settled && step.asked && step.timing === 'late' && (
            <strong class="tag late">En retard</strong>
          )}
          {!step.settled && step.asked && step.timing === 'now' && (
            <strong class="tag now">Maintenant</strong>
          )}
          {step.period} · {step.who}
        </p>
        {step.word && (
          <p class={`word ${step.word.tone}`}>
            <Icon name={WORD_ICONS[step.word.tone]} />
            {step.word.text}
          </p>
        )}
        <div class="line">
          <details class="more">
            <summary>
              <Icon name="chevron" />
              {summaryOf(step)}
              <span class="visually-hidden"> : {step.text}</span>
            </summary>
            <p>{step.why}</p>
            {step.where && (
              <p>
                <strong>Où</strong> {step.where}
              </p>
            )}
            <p class="small">
              <strong>Source</strong> {step.source}
            </p>
            {step.asked && (
              <NoteField text={step.note} of={step.text} onNote={(text) => acts.note(step.id, text)} />
            )}
          </details>
          {href && (
            <a
              class="button small-button"
              href={href}
              onClick={(event) => {
                event.preventDefault();
                acts.open(href);
              }}
            >
              Ouvrir
              <span class="visually-hidden"> l’écran : {step.text}</span>
              <Icon name="open" />
            </a>
          )}
        </div>
      </div>
    </li>
  );
}
