import { Step } from '@/components/steps/step';
import type { CalendarActs, CalendarStep, OwnStepForm } from './view';

/** One step of the calendar: with its note to be kept, and what the school may change of a step of its own. */
export function CalendarRow(props: {
  step: CalendarStep;
  /** True in an archived year. */
  locked: boolean;
  acts: CalendarActs;
  askDate(milestone: string): void;
  edit(form: OwnStepForm): void;
}) {
  const { step, locked, acts, askDate, edit } = props;
  const { own } = step;
  return (
    <Step step={step} locked={locked} acts={acts} askDate={askDate}>
      {step.note !== '' && !locked && step.kind !== 'platform' && (
        <label class="box">
          <input
            type="checkbox"
            checked={step.keepNote}
            onChange={(event) => acts.keepNote(step.id, event.currentTarget.checked)}
          />
          Note à garder l’an prochain<span class="visually-hidden"> : {step.text}</span>
        </label>
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
    </Step>
  );
}
