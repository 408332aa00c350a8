import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type DayRange, notInRange } from '@/utils/core/day-range';

/** The date of one milestone, as it is shown and set. */
export interface DateView {
  milestone: string;
  label: string;
  /** ISO date, or empty when it is still to be set. */
  value: string;
  /** Where the date comes from: the school, the national calendar, or « à fixer ». */
  origin: string;
  own: boolean;
  /** The days that it may be. */
  range: DayRange;
}

interface DateFieldProps {
  date: DateView;
  /** True in an archived year. */
  locked?: boolean;
  onDate(milestone: string, date: string | undefined): void;
}

/** First year that somebody may have meant: fields tell « 0002 » while « 2026 » is being typed. */
const WHOLE_YEAR = '1000';

/** One date. A day of another year is refused with words, and changes nothing. */
export function DateField({ date, locked = false, onDate }: DateFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ typed: string; why: string }>();
  const refusal = useRef<HTMLParagraphElement>(null);
  // In a small panel what was just said may stand below its edge.
  useEffect(() => refusal.current?.scrollIntoView({ block: 'nearest' }), [refused]);
  const take = (typed: string) => {
    // A date half typed is empty: it is not the wish to clear it, hence the button.
    if (typed === '' || typed < WHOLE_YEAR) return;
    const why = notInRange(typed, date.range);
    setRefused(why === undefined ? undefined : { typed, why });
    if (why === undefined && typed !== date.value) onDate(date.milestone, typed);
  };
  return (
    <div class="date">
      <label for={id}>{date.label}</label>
      <div class="line">
        <input
          id={id}
          ref={input}
          type="date"
          name={date.milestone}
          value={refused?.typed ?? date.value}
          disabled={locked}
          aria-invalid={refused !== undefined}
          aria-describedby={refused === undefined ? `${id}-origin` : `${id}-origin ${id}-refused`}
          onChange={(event) => take(event.currentTarget.value)}
        />
        {date.own && !locked && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              // The button goes away with the date it clears, and would take the focus with it.
              input.current?.focus();
              setRefused(undefined);
              onDate(date.milestone, undefined);
            }}
          >
            Effacer<span class="visually-hidden"> la date : {date.label}</span>
          </button>
        )}
        <span class="small" id={`${id}-origin`}>
          {date.origin}
        </span>
      </div>
      {refused !== undefined && (
        <p class="refusal" ref={refusal} id={`${id}-refused`} role="alert">
          {refused.why} Rien n’est changé.
        </p>
      )}
    </div>
  );
}
