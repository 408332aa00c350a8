import { ImpactIcon } from '@/components/impact-icon';
import { Choose, Search } from '@/components/workshop/list-filters';
import { Part } from './part';
import type { LessonsView, LessonView, TimetableActs } from './timetable-view';

/** Each lesson, and what the platform will create from it, or why nothing. */
export function Lessons({ lessons, acts }: { lessons: LessonsView; acts: TimetableActs }) {
  const { text, kind, className, kinds, classes, rows, count, more } = lessons;
  return (
    <Part title="Ce que l’ENT créera de chaque séance" note={lessons.note}>
      <p class="small">
        Les séances de même matière, de même public et de même enseignant sont réunies sur une ligne.
      </p>
      <search class="fields" aria-label="Filtrer les séances">
        <Search value={text} onSearch={(typed) => acts.filterLessons({ text: typed })} />
        <Choose
          label="Résultat"
          all="Tous"
          value={kind}
          choices={kinds}
          onChoose={(chosen) => acts.filterLessons({ kind: chosen })}
        />
        <Choose
          label="Classe"
          all="Toutes"
          value={className}
          choices={classes}
          onChoose={(chosen) => acts.filterLessons({ className: chosen })}
        />
      </search>
      <p class="count" role="status">
        {count}
      </p>
      <ul class="rows lessons">
        {rows.map((row) => (
          <Lesson key={row.id} lesson={row} />
        ))}
      </ul>
      {more > 0 && (
        <button
          type="button"
          onClick={() => acts.filterLessons({ limit: rows.length + Math.min(more, 100) })}
        >
          Afficher plus ({more})<span class="visually-hidden"> : cours</span>
        </button>
      )}
    </Part>
  );
}

function Lesson({ lesson }: { lesson: LessonView }) {
  const { grade, word, title, teachers, slots, courses, why, mend, place } = lesson;
  return (
    <li>
      <div class="lesson">
        <p class="subject">{title}</p>
        <p class="small">
          {teachers} · {slots}
        </p>
      </div>
      <div class="outcome">
        {courses.length === 0 ? (
          <p class={`word ${grade}`}>
            <ImpactIcon grade={grade} />
            {word}
          </p>
        ) : (
          <ul>
            {courses.map((name) => (
              <li key={name} class="course">
                {name}
              </li>
            ))}
          </ul>
        )}
        {why && <p>{why}</p>}
        {mend && (
          <p>
            <strong>À faire</strong> {mend}
          </p>
        )}
        <p class="small">{place}</p>
      </div>
    </li>
  );
}
