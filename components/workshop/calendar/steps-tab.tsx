import { useEffect, useRef, useState } from 'preact/hooks';
import { CalendarRow } from './calendar-row';
import { OwnStep } from './own-step';
import type { CalendarActs, CalendarPhase, Choice, OwnStepForm, SchoolView } from './view';

const NEW_STEP: OwnStepForm = {
  id: '',
  text: '',
  why: '',
  who: 'administrator',
  anchor: 'date',
  on: '',
  until: '',
  from: '0',
  to: '',
  link: '',
  keep: true,
};

/** Every step of the year, filtered; and the form that adds one. */
export function StepsTab(props: {
  school: SchoolView;
  acts: CalendarActs;
  askDate(milestone: string): void;
}) {
  const { school, acts, askDate } = props;
  const [edited, setEdited] = useState<OwnStepForm>();
  const add = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!edited && wasOpen.current) add.current?.focus();
    wasOpen.current = edited !== undefined;
  }, [edited]);
  return (
    <>
      <Filters school={school} acts={acts} />
      {school.phases.map((phase) => (
        <Phase
          key={phase.id}
          phase={phase}
          locked={school.archived !== undefined}
          acts={acts}
          askDate={askDate}
          edit={setEdited}
        />
      ))}
      {school.phases.length === 0 && <p class="notice">Aucune étape ne répond à ces choix.</p>}
      {!school.archived &&
        (edited ? (
          <OwnStep
            key={edited.id}
            form={edited}
            dates={school.dates}
            acts={acts}
            close={() => setEdited(undefined)}
          />
        ) : (
          <p class="screen-only">
            <button ref={add} type="button" onClick={() => setEdited(NEW_STEP)}>
              Ajouter une étape de l’établissement
            </button>
          </p>
        ))}
    </>
  );
}

function Filters({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  const { filters, shown } = school;
  return (
    <fieldset class="filters screen-only">
      <legend class="visually-hidden">Filtrer les étapes</legend>
      <div class="fields">
        <Filter
          label="Qui"
          choices={filters.roles}
          value={filters.role}
          onChoose={(role) => acts.filter({ role })}
        />
        <Filter
          label="Période"
          choices={filters.phases}
          value={filters.phase}
          onChoose={(phase) => acts.filter({ phase })}
        />
        <Filter
          label="État"
          choices={filters.states}
          value={filters.state}
          onChoose={(state) => acts.filter({ state })}
        />
      </div>
      <p class="small" role="status">
        {shown}
      </p>
    </fieldset>
  );
}

function Filter(props: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChoose(value: string): void;
}) {
  const { label, choices, value, onChoose } = props;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">Tout</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Phase(props: {
  phase: CalendarPhase;
  locked: boolean;
  acts: CalendarActs;
  askDate(milestone: string): void;
  edit(form: OwnStepForm): void;
}) {
  const { phase, locked, acts, askDate, edit } = props;
  const title = `phase-${phase.id.replace('/', '-')}`;
  return (
    <section class="card phase" aria-labelledby={title}>
      <div class="head">
        <h2 id={title}>
          {phase.list && <span class="of-list">{phase.list}</span>}
          {phase.title}
        </h2>
        {phase.total > 0 && (
          <p class="count">
            {phase.done}
            <span aria-hidden="true">/</span>
            <span class="visually-hidden"> sur </span>
            {phase.total}
          </p>
        )}
      </div>
      <ol class="steps">
        {phase.steps.map((step) => (
          <CalendarRow key={step.id} step={step} locked={locked} acts={acts} askDate={askDate} edit={edit} />
        ))}
      </ol>
    </section>
  );
}
