import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '@/components/icons';
import { NoteField } from './note-field';
import type { StepActs, StepView } from './view';

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
  unknown: 'Date à fixer',
};

export interface StepProps {
  step: StepView;
  /** True in an archived year. */
  locked?: boolean;
  acts: StepActs;
  /** Takes the person to where the date of a milestone is set. */
  askDate(milestone: string): void;
  /** What else is folded away, after the note. */
  children?: ComponentChildren;
}

/** One step: its box if it has one, when, who, on whose word, and folded away: why, where, source, controls, note. */
export function Step(props: StepProps) {
  const { step, locked = false, acts } = props;
  const id = useId();
  const asked = step.kind === 'asked';
  const tag = asked && !step.settled ? TAGS[step.timing] : undefined;
  // The way to set the date says that it is missing.
  const toDate = !locked && step.timing === 'unknown' && step.awaited !== undefined;
  const muted = step.kind === 'platform' || step.settled || (asked && step.timing === 'over');
  return (
    <li class={muted ? 'step settled' : 'step'}>
      {asked ? (
        <input
          id={id}
          type="checkbox"
          checked={step.ticked}
          disabled={locked}
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
        <div class="when">
          <SetDate {...props} wanted={step.awaited?.says === undefined} />
          <span id={`${id}-when`}>
            {tag && (
              <strong class={toDate ? `tag ${step.timing} print-only` : `tag ${step.timing}`}>{tag}</strong>
            )}
            {step.kind === 'reminder' && <strong class="tag over">À savoir</strong>}
            {step.period} · {step.who}
          </span>
        </div>
        {step.awaited?.says && (
          <p class="awaited">
            {step.awaited.says}
            <SetDate {...props} wanted />
          </p>
        )}
        {step.word && (
          <p class={`word ${step.word.tone}`}>
            <Icon name={WORD_ICONS[step.word.tone]} />
            <span>
              {step.word.text}
              {step.proof && <span class="proof">, {step.proof}</span>}
            </span>
          </p>
        )}
        {step.note !== '' && <p class="print-only">Note : {step.note}</p>}
        <More {...props} />
      </div>
    </li>
  );
}

/** The way to the date that a step waits for. */
function SetDate(props: StepProps & { wanted: boolean }) {
  const { step, locked = false, askDate, wanted } = props;
  const { awaited, text } = step;
  if (!awaited || locked || !wanted) return null;
  return (
    <button type="button" class="tag unknown screen-only" onClick={() => askDate(awaited.milestone)}>
      <Icon name="clock" />
      Fixer la date<span class="visually-hidden"> dont dépend : {text}</span>
    </button>
  );
}

function summaryOf({ kind, note }: StepView): string {
  if (kind === 'platform') return 'Pourquoi';
  return note === '' ? 'Pourquoi, où, note' : 'Votre note, pourquoi, où';
}

function More({ step, locked = false, acts, children }: StepProps) {
  const { href, rules = [] } = step;
  return (
    <div class="line screen-only">
      <details class="more">
        <summary>
          <Icon name="chevron" />
          {summaryOf(step)}
          <span class="visually-hidden"> : {step.text}</span>
        </summary>
        {step.why !== '' && <p>{step.why}</p>}
        {step.where && (
          <p>
            <strong>Où</strong> {step.where}
          </p>
        )}
        {rules.length > 0 && (
          <p>
            <strong>Se coche toute seule</strong> quand une lecture complète ne trouve rien de ceci :{' '}
            {rules.join(' ; ')}.
          </p>
        )}
        <p class="small">
          <strong>Source</strong> {step.source}
        </p>
        {step.kind !== 'platform' && !locked && (
          <NoteField
            text={step.note}
            of={step.text}
            onNote={(text, from) => acts.note(step.id, text, from)}
          />
        )}
        {step.note !== '' && locked && (
          <p>
            <strong>Note</strong> {step.note}
          </p>
        )}
        {children}
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
          Ouvrir<span class="visually-hidden"> l’écran : {step.text}</span>
          <Icon name="open" />
        </a>
      )}
    </div>
  );
}
