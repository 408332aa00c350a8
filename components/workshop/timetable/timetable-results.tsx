import { Conclusion } from '@/components/workshop/conclusion';
import { CopyField } from '@/components/workshop/copy-field';
import { FindingGroup } from '@/components/workshop/finding-group';
import { useGradually } from '@/components/workshop/gradually';
import { Courses } from './courses';
import { Lessons } from './lessons';
import { Part } from './part';
import { PeopleCheck } from './people-check';
import type { MemoryView, TimetableActs, TimetableResultsView } from './timetable-view';

/** What was found, what the platform will create, who will not be recognised, and what to send to the support. */
export function TimetableResults(props: { results: TimetableResultsView; acts: TimetableActs }) {
  const { results, acts } = props;
  const { verdict, cautions, groups, lessons, courses, people, memory, support } = results;
  const shown = useGradually(groups.length + 3);
  const rest = shown - groups.length;
  return (
    <section class="results" aria-labelledby="timetable-results">
      <h2 id="timetable-results">Résultat du contrôle</h2>
      <Conclusion verdict={verdict} cautions={cautions} />
      <Memory memory={memory} acts={acts} />
      {groups.length > 0 && <h2>À réparer avant l’import</h2>}
      {groups.slice(0, shown).map((group) => (
        <FindingGroup key={group.id} group={group} acts={acts} />
      ))}
      {rest >= 0 && lessons && <Lessons lessons={lessons} acts={acts} />}
      {rest >= 1 && courses && <Courses courses={courses} acts={acts} />}
      {rest >= 2 && <PeopleCheck people={people} acts={acts} />}
      {rest >= 3 && (
        <Part title="Pour l’assistance" note="un message prêt à copier">
          <p class="small">
            Ce texte ne nomme personne. Joignez-y une capture d’écran si l’import a déjà échoué.
          </p>
          <CopyField label="Objet" text={support.subject} acts={acts} />
          <CopyField label="Message" text={support.body} long acts={acts} />
        </Part>
      )}
    </section>
  );
}

function Memory({ memory, acts }: { memory: MemoryView; acts: TimetableActs }) {
  const { last, replaceable, forgettable } = memory;
  if (!last && !replaceable) return null;
  return (
    <div class="notice">
      {last && <p>{last}</p>}
      <p class="line">
        {replaceable && (
          <button type="button" onClick={acts.rememberFile}>
            Retenir ce fichier comme le dernier
          </button>
        )}
        {forgettable && (
          <button type="button" class="quiet" onClick={acts.forget}>
            Oublier ce qui est retenu
          </button>
        )}
      </p>
    </div>
  );
}
