import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { DateField, type DateView } from '@/components/steps/date-field';

/** A date that somebody asked to set: of one milestone, or the first that is missing. */
export interface Wanted {
  milestone?: string;
}

/** The dates that steps hang on: those of the national calendar, and those that the school sets for itself. */
export function Dates({
  dates,
  locked = false,
  asked,
  wanted,
  onDate,
}: {
  dates: readonly DateView[];
  /** True in an archived year. */
  locked?: boolean;
  /** True while steps wait for those that are missing. */
  asked: boolean;
  wanted?: Wanted | undefined;
  onDate(milestone: string, date: string | undefined): void;
}) {
  const missing = asked ? dates.filter((date) => date.value === '').length : 0;
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
