import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '@/components/icons';
import type { DateView } from './view';

/** A date that somebody asked to set: of one milestone, or the first that is missing. */
export interface Wanted {
  milestone?: string;
}

/** The dates that steps hang on: those of the national calendar, and those that the school sets for itself. */
export function Dates({
  dates,
  locked = false,
  wanted,
  onDate,
}: {
  dates: readonly DateView[];
  /** True in an archived year. */
  locked?: boolean;
  wanted?: Wanted | undefined;
  onDate(milestone: string, date: string | undefined): void;
}) {
  const missing = dates.filter((date) => date.value === '').length;
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!wanted || !details.current) return;
    details.current.open = true;
    const inputs = [...details.current.querySelectorAll('input')];
    const input = inputs.find(({ name, value }) =>
      wanted.milestone === undefined ? value === '' : name === wanted.milestone,
    );
    input?.focus();
  }, [wanted]);
  return (
    <details class="phase dates" ref={details}>
      <summary>
        <Icon name="chevron" />
        <h2>Dates</h2>
        {missing > 0 && <span class="tag unknown">{missing} à fixer</span>}
      </summary>
      <p class="small">
        Chaque ENT et chaque école a les siennes : les échéances de la liste se calculent à partir d’elles.
      </p>
      {dates.map((date) => (
        <DateField key={date.milestone} date={date} locked={locked} onDate={onDate} />
      ))}
    </details>
  );
}

function DateField({
  date,
  locked,
  onDate,
}: {
  date: DateView;
  locked: boolean;
  onDate(milestone: string, date: string | undefined): void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="date">
      <label for={id}>{date.label}</label>
      <div class="line">
        <input
          id={id}
          ref={input}
          type="date"
          name={date.milestone}
          value={date.value}
          disabled={locked}
          aria-describedby={`${id}-origin`}
          // A date half typed is empty: it is not the wish to clear it, hence the button.
          onChange={(event) => {
            if (event.currentTarget.value !== '') onDate(date.milestone, event.currentTarget.value);
          }}
        />
        <span class="small" id={`${id}-origin`}>
          {date.origin}
        </span>
        {date.own && !locked && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              // The button goes away with the date it clears, and would take the focus with it.
              input.current?.focus();
              onDate(date.milestone, undefined);
            }}
          >
            Effacer<span class="visually-hidden"> la date : {date.label}</span>
          </button>
        )}
      </div>
    </div>
  );
}
