import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import type { CalendarActs, CalendarView, SchoolView } from './view';

/** Which school and which year, how far it is, and what can be done with the year as a whole. */
export function Chooser(props: { view: CalendarView; school: SchoolView; acts: CalendarActs }) {
  const { view, school, acts } = props;
  return (
    <section class="card chooser" aria-labelledby="calendar-school">
      <div class="who">
        <h2 id="calendar-school">{school.name}</h2>
        <p class="small">
          {school.about}
          <span class="print-only"> · Rentrée {school.transition}</span>
        </p>
      </div>
      <div class="fields">
        <label>
          Établissement
          <select onChange={(event) => acts.chooseSchool(event.currentTarget.value)}>
            {view.schools.map(({ key, name, chosen }) => (
              <option key={key} value={key} selected={chosen}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Année
          <select onChange={(event) => acts.chooseYear(Number(event.currentTarget.value))}>
            {school.years.map(({ transition, title, chosen }) => (
              <option key={transition} value={transition} selected={chosen}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Initials school={school} acts={acts} />
      </div>
      <Progress school={school} />
      <Carry school={school} acts={acts} />
      <YearActs school={school} acts={acts} />
    </section>
  );
}

function Progress({ school: { done, total } }: { school: SchoolView }) {
  const text = `${done} étape${done > 1 ? 's' : ''} sur ${total}`;
  return (
    <label class="progress">
      <span>{text}</span>
      <progress max={Math.max(total, 1)} value={done} aria-valuetext={text} />
    </label>
  );
}

function Initials({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  return (
    <label>
      Vos initiales (facultatif)
      <input
        key={school.initials}
        type="text"
        maxLength={4}
        autocomplete="off"
        defaultValue={school.initials}
        onChange={(event) => acts.setInitials(event.currentTarget.value)}
      />
    </label>
  );
}

function Carry({ school: { carry }, acts }: { school: SchoolView; acts: CalendarActs }) {
  if (!carry) return null;
  return (
    <div class="notice accent ask">
      <p>
        De la rentrée {carry.from}, vous avez à garder : {carry.text}.
      </p>
      <button type="button" class="primary" onClick={() => acts.startFrom(carry.from)}>
        Les reprendre
      </button>
    </div>
  );
}

function YearActs({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  const [withNotes, setWithNotes] = useState(false);
  return (
    <div class="year-acts">
      {school.archived && (
        <p class="notice">
          <strong>{school.archived}.</strong> Rien ne peut y être changé.
        </p>
      )}
      <div class="line">
        <button type="button" onClick={acts.print}>
          Imprimer cette page
        </button>
        <button type="button" onClick={() => acts.exportAgenda()}>
          Enregistrer pour un agenda
        </button>
        <button type="button" onClick={() => acts.exportMarkdown(withNotes)}>
          Enregistrer en Markdown
        </button>
        <label class="box">
          <input
            type="checkbox"
            checked={withNotes}
            onChange={(event) => setWithNotes(event.currentTarget.checked)}
          />
          avec les notes
        </label>
        {school.remindable && (
          <button type="button" onClick={acts.remind}>
            <Icon name="clock" />
            Me prévenir le matin
          </button>
        )}
        <button type="button" class="quiet" onClick={() => acts.archive(!school.archived)}>
          {school.archived ? 'Rouvrir cette année' : 'Archiver cette année'}
        </button>
      </div>
    </div>
  );
}
