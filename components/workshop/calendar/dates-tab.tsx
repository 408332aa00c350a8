import { useEffect, useId, useRef } from 'preact/hooks';
import { DateField } from '@/components/steps/date-field';
import type { CalendarActs, CalendarDate, SchoolView } from './view';

/** The dates that steps hang on: those that nobody knows first, with what is known of when they fall. */
export function DatesTab(props: {
  school: SchoolView;
  acts: CalendarActs;
  /** The milestone whose date somebody asked to set: empty for the first that is missing. */
  wanted?: string | undefined;
}) {
  const { school, acts, wanted } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === undefined) return;
    const inputs = [...(list.current?.querySelectorAll('input') ?? [])];
    inputs.find(({ name, value }) => (wanted === '' ? value === '' : name === wanted))?.focus();
  }, [wanted]);
  const missing = school.dates.filter((date) => date.missing);
  const known = school.dates.filter((date) => !date.missing);
  const locked = school.archived !== undefined;
  return (
    <div class="dates-tab" ref={list}>
      <p class="lead">
        Les périodes se calculent à partir de ces dates. Celles de l’établissement l’emportent sur celles de
        l’ENT, puis sur le calendrier national ; les dates d’un guide ne sont qu’un exemple de son année. Sans
        date, une étape compte en retard quand sa période est passée pour tous : à la rentrée pour celles de
        l’été, après le 30 septembre pour les autres.
      </p>
      {missing.length > 0 && <Group title="À fixer" dates={missing} locked={locked} acts={acts} />}
      {known.length > 0 && <Group title="Connues" dates={known} locked={locked} acts={acts} />}
    </div>
  );
}

interface GroupProps {
  title: string;
  dates: readonly CalendarDate[];
  locked: boolean;
  acts: CalendarActs;
}

function Group({ title, dates, locked, acts }: GroupProps) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="dates">
        {dates.map((date) => (
          <li key={date.milestone}>
            <DateField date={date} locked={locked} onDate={acts.setDate} />
          </li>
        ))}
      </ul>
    </section>
  );
}
