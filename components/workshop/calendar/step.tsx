import { useId } from 'preact/hooks';
import { Icon, type IconName } from '@/components/icons';
import { NoteField } from '@/components/popup/note-field';
import type { CalendarActs, CalendarStep, OwnStepForm } from './view';

const WORD_ICONS: Record<NonNullable<CalendarStep['word']>['tone'], IconName> = {
  proven: 'shield',
  done: 'pass',
  review: 'review',
  found: 'serious',
  check: 'review',
};

const TAGS: Partial<Record<CalendarStep['timing'], string>> = {
  late: 'En retard',
  now: 'Maintenant',
  over: 'Période passée',
  unknown: 'Date à fixer',
};

interface StepProps {
  step: CalendarStep;
  /** True in an archived year. */
  locked: boolean;
  acts: CalendarActs;
  edit(form: OwnStepForm): void;
}

/** One step: its box if it has one, when, who, on whose word, and folded away: why, where, source, controls, note. */
export function Step({ step, locked, acts, edit }: StepProps) {
  const id = useId();
  const asked = step.kind === 'asked';
  const tag = asked && !step.settled ? TAGS[step.timing] : undefined;
  return (
    <li class={step.settled || step.kind === 'platform' ? 'step settled' : 'step'}>
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
        <p class="when" id={`${id}-when`}>
          {tag && <strong class={`tag ${step.timing}`}>{tag}</strong>}
          {step.kind === 'reminder' && <strong class="tag over">À savoir</strong>}
          {step.period} · {step.who}
        </p>
        {step.word && (
          <p class={`word ${step.word.tone}`}>
            <Icon name={WORD_ICONS[step.word.tone]} />
            {step.word.text}
            {step.proof && `, ${step.proof}`}
          </p>
        )}
        {step.note !== '' && <p class="print-only">Note : {step.note}</p>}
        <More step={step} locked={locked} acts={acts} edit={edit} />
      </div>
    </li>
  );
}

function More({ step, locked, acts, edit }: StepProps) {
  const { href, own } = step;
  return (
    <div class="line screen-only">
      <details class="more">
        <summary>
          <Icon name="chevron" />
          {step.kind === 'platform'
            ? 'Pourquoi'
            : step.note === ''
              ? 'Pourquoi, où, note'
              : 'Votre note, pourquoi, où'}
          <span class="visually-hidden"> : {step.text}</span>
        </summary>
        {step.why !== '' && <p>{step.why}</p>}
        {step.where && (
          <p>
            <strong>Où</strong> {step.where}
          </p>
        )}
        {step.rules.length > 0 && (
          <p>
            <strong>Se coche toute seule</strong> quand une lecture complète ne trouve rien de ceci :{' '}
            {step.rules.join(' ; ')}.
          </p>
        )}
        <p class="small">
          <strong>Source</strong> {step.source}
        </p>
        {step.kind !== 'platform' && !locked && <Note step={step} acts={acts} />}
        {step.note !== '' && locked && (
          <p>
            <strong>Note</strong> {step.note}
          </p>
        )}
        {own && !locked && (
          <p class="line">
            <button type="button" onClick={() => edit(own)}>
              Modifier<span class="visually-hidden"> l’étape : {step.text}</span>
            </button>
            <button type="button" class="quiet" onClick={() => acts.removeOwn(own.id)}>
              Retirer<span class="visually-hidden"> l’étape : {step.text}</span>
            </button>
          </p>
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
          Ouvrir<span class="visually-hidden"> l’écran : {step.text}</span>
          <Icon name="open" />
        </a>
      )}
    </div>
  );
}

function Note({ step, acts }: { step: CalendarStep; acts: CalendarActs }) {
  return (
    <>
      <NoteField text={step.note} of={step.text} onNote={(text) => acts.note(step.id, text)} />
      {step.note !== '' && (
        <label class="box">
          <input
            type="checkbox"
            checked={step.keepNote}
            onChange={(event) => acts.keepNote(step.id, event.currentTarget.checked)}
          />
          Note à garder l’an prochain<span class="visually-hidden"> : {step.text}</span>
        </label>
      )}
    </>
  );
}
