import { Icon } from '@/components/icons';
import { Chooser } from './chooser';
import { DatesTab } from './dates-tab';
import { JournalTab } from './journal-tab';
import { ListsTab } from './lists-tab';
import { StepsTab } from './steps-tab';
import { Timeline } from './timeline';
import { type CalendarActs, type CalendarView, type Problem, type SchoolView, TABS } from './view';

/** The calendar of one school's change of year. `view` is missing while it is first read. */
export function Calendar(props: {
  view: CalendarView | undefined;
  problem: Problem | undefined;
  acts: CalendarActs;
}) {
  const { view, problem, acts } = props;
  return (
    <div class="calendar" aria-busy={view === undefined}>
      {problem && (
        <div class="notice critical" role="alert">
          <p>
            <strong>{problem.says}</strong>
          </p>
          <p>{problem.advice}</p>
          <button type="button" onClick={acts.retry}>
            Réessayer
          </button>
        </div>
      )}
      {view?.backupDue && (
        <p class="notice review screen-only">
          {view.backupDue} <a href="#reglages">Ouvrir les réglages</a>
        </p>
      )}
      {view && !view.school && <NoSchool />}
      {view?.school && (
        <>
          <Chooser view={view} school={view.school} acts={acts} />
          <Tabs school={view.school} acts={acts} />
          {/* Another school, or another year, starts afresh: what was being typed was for the former. */}
          <Current key={`${view.school.key} ${view.school.transition}`} school={view.school} acts={acts} />
        </>
      )}
    </div>
  );
}

function NoSchool() {
  return (
    <p class="notice">
      Aucun établissement n’a encore été vu. Ouvrez un écran d’administration de votre ENT, avec Vigie
      activée : son calendrier paraîtra ici.
    </p>
  );
}

function Tabs({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  return (
    <nav class="tabs" aria-label="Calendrier">
      <ul>
        {TABS.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              class="tab"
              aria-current={id === school.tab ? 'page' : undefined}
              onClick={() => acts.openTab(id)}
            >
              {title}
              {id === 'dates' && school.undated > 0 && (
                <span class="badge">
                  {school.undated}
                  <span class="visually-hidden"> à fixer</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Current({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  switch (school.tab) {
    case 'etapes':
      return (
        <>
          <Undated school={school} acts={acts} />
          <StepsTab school={school} acts={acts} />
        </>
      );
    case 'frise':
      return (
        <>
          <Undated school={school} acts={acts} />
          <Timeline timeline={school.timeline} />
        </>
      );
    case 'dates':
      return <DatesTab school={school} acts={acts} />;
    case 'journal':
      return <JournalTab school={school} />;
    case 'listes':
      return <ListsTab school={school} acts={acts} />;
  }
}

/** A date that nobody knows is asked for where it is missed. */
function Undated({ school, acts }: { school: SchoolView; acts: CalendarActs }) {
  if (school.undated === 0 || school.archived) return null;
  const several = school.undated > 1;
  return (
    <div class="notice review ask">
      <p>
        <Icon name="clock" />
        {several ? `${school.undated} dates restent à fixer` : 'Une date reste à fixer'} pour savoir quand
        faire chaque étape.
      </p>
      <button type="button" onClick={() => acts.openTab('dates')}>
        {several ? 'Fixer ces dates' : 'Fixer cette date'}
      </button>
    </div>
  );
}
