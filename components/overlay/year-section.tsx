import { useId } from 'preact/hooks';
import { DateField } from '@/components/steps/date-field';
import type { TimetableMode } from '@/utils/core/skolengo-facts';
import type { OverlayActions, YearView } from './view';

/** The three options, in the words of the guide (source 003). */
const MODES: readonly { mode: TimetableMode; says: string }[] = [
  { mode: 1, says: 'Mode 1 : les groupes viennent de STS et de SIECLE' },
  { mode: 2, says: 'Mode 2 : les groupes viennent de l’emploi du temps et y sont peuplés' },
  { mode: 3, says: 'Mode 3 : les groupes viennent de l’emploi du temps et sont peuplés dans l’ENT' },
];

interface YearSectionProps {
  year: YearView;
  actions: Pick<OverlayActions, 'sayOfYear'>;
}

/** What the screen doesn't say of the timetable: asked once of the school, changed at will. */
export function YearSection({ year: { mode, told, end }, actions }: YearSectionProps) {
  const id = useId();
  return (
    <section class="year" aria-label="Emploi du temps de l’établissement">
      {!told && (
        <fieldset>
          <legend>Comment l’emploi du temps est-il importé dans l’ENT ?</legend>
          {MODES.map(({ mode: one, says }) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-mode`}
                checked={mode === one}
                onChange={() => actions.sayOfYear({ mode: one })}
              />
              <span>{says}</span>
            </label>
          ))}
          <label>
            <input
              type="radio"
              name={`${id}-mode`}
              checked={mode === undefined}
              onChange={() => actions.sayOfYear({ mode: null })}
            />
            <span>Je ne sais pas</span>
          </label>
        </fieldset>
      )}
      {mode === 2 && end && (
        <DateField
          date={end}
          onDate={(_milestone, day) => actions.sayOfYear({ timetableEnd: day ?? null })}
        />
      )}
      <p class="hint">Gardé pour cet établissement, dans ce navigateur.</p>
    </section>
  );
}
