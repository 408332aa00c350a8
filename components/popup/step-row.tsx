import { useId } from 'preact/hooks';
import { Icon, type IconName } from '@/components/icons';
import { NoteField } from './note-field';
import type { PopupActs, StepView } from './view';

const WORD_ICONS: Record<NonNullable<StepView['word']>['tone'], IconName> = {
  proven: 'shield',
  done: 'pass',
  review: 'review',
  found: 'serious',
  check: 'review',
};

const TAGS: Partial<Record<StepView['timing'], string>> = {
  late: 'En retard',
  now: 'Maintenant',
  over: 'Période passée',
};

function summaryOf({ kind, note }: StepView): string {
  if (kind === 'platform') return 'Pourquoi';
  return note === '' ? 'Pourquoi, où, note' : 'Votre note, pourquoi, où';
}

/** One step: its box if it has one, when, who, on whose word, and folded away: why, where, source and note. */
export function StepRow({ step, acts }: { step: StepView; acts: PopupActs }) {
  const id = useId();
  const href = step.href;
  const asked = step.kind === 'asked';
  const open = asked && !step.settled;
  const muted = step.kind === 'platform' || step.settled || (asked && step.timing === 'over');
  return (
    <li class={muted ? 'step settled' : 'step'}>
      {asked ? (
        <input
          id={id}
          type="checkbox"
          checked={step.ticked}
          aria-describedby={`${id}-when`}
          onChange={(event) => acts.tick(step.id, event.currentTarget.checked)}
        />
      ) : (
        <span class="marker">
          <Icon name={step.kind === 'reminder' ? 'minor' : 'platform'} />
        </span>
      )}
      <div class="body">
        {asked ? (
          <label for={id} class="text">
            {step.text}
          </label>
        ) : (
          <p class="text">{step.text}</p>
        )}
        <p class="when" id={`${id}-when`}>
          {open && TAGS[step.timing] && <strong class={`tag ${step.timing}`}>{TAGS[step.timing]}</strong>}
          {step.kind === 'reminder' ? (
            <>
              <strong class="tag over">À savoir</strong>
              {step.who}
            </>
          ) : (
            `${step.period} · ${step.who}`
          )}
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
            {step.why !== '' && <p>{step.why}</p>}
            {step.proof && <p>Constaté {step.proof}.</p>}
            {step.where && (
              <p>
                <strong>Où</strong> {step.where}
              </p>
            )}
            <p class="small">
              <strong>Source</strong> {step.source}
            </p>
            {step.kind !== 'platform' && (
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
