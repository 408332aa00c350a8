import { Icon } from '@/components/icons';
import { Search } from '@/components/workshop/list-filters';
import { Part } from './part';
import type { CoursesView, TimetableActs } from './timetable-view';

/** The courses that the wizard of the import should offer, to be compared with what it shows. */
export function Courses({ courses, acts }: { courses: CoursesView; acts: TimetableActs }) {
  const { text, rows, count, more, href, fileName, kept, keepable } = courses;
  return (
    <Part title="Cours attendus" note={courses.note}>
      <p>
        Ce sont les cours que l’assistant d’import doit proposer. Retenus sur ce poste, ils seront comparés à
        ceux de l’assistant, puis à « Administration des cours ». Seuls leurs noms et leurs nombres sont
        gardés.
      </p>
      <div class="line">
        <a class="button" href={href} download={fileName}>
          <Icon name="open" />
          Télécharger la liste (CSV)
        </a>
        <button type="button" class="primary" disabled={!keepable} onClick={acts.keepCourses}>
          <Icon name="clock" />
          Retenir ces cours
        </button>
        {kept && <span class="small">{kept}</span>}
        {!keepable && <span class="small">Indiquez d’abord le code UAI de l’établissement.</span>}
      </div>
      <search class="fields" aria-label="Filtrer les cours attendus">
        <Search value={text} onSearch={(typed) => acts.filterCourses({ text: typed })} />
      </search>
      <p class="count" role="status">
        {count}
      </p>
      {rows.some(({ participants }) => participants === 'non connu') && (
        <p class="small">
          « non connu » : ce qui a été lu ne dit pas tous les élèves et enseignants du cours (classe, groupes
          ou parties de classe). Leur nombre ne sera pas comparé.
        </p>
      )}
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Cours</th>
            <th scope="col">Séances</th>
            <th scope="col">Participants</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, otherName, lessons, participants }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {otherName && <span class="small other">ou {otherName}</span>}
              </th>
              <td>{lessons}</td>
              <td>{participants}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <button
          type="button"
          onClick={() => acts.filterCourses({ limit: rows.length + Math.min(more, 100) })}
        >
          Afficher plus ({more})<span class="visually-hidden"> : cours attendus</span>
        </button>
      )}
    </Part>
  );
}
