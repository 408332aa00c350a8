import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import { Chooser } from './chooser';
import { DatesTab } from './dates-tab';
import { JournalTab } from './journal-tab';
import { ListsTab } from './lists-tab';
import { StepsTab } from './steps-tab';
import { Timeline } from './timeline';
import { type CalendarActs, type CalendarView, type Problem, type SchoolView, TABS, type Tab } from './view';

/** The calendar of one school's change of year. `view` is missing while it is first read. */
export function Calendar(props: {
  view: CalendarView | undefined;
  problem: Problem | undefined;
  acts: CalendarActs;
}) {
  const { view, problem, acts } = props;
  // The milestone whose date somebody asked to set, empty for the first that is missing.
  const [wanted, setWanted] = useState<string>();
  const askDate = (milestone = '') => {
    setWanted(milestone);
    acts.openTab('dates');
  };
  const openTab = (tab: Tab) => {
    setWanted(undefined);
    acts.openTab(tab);
  };
  return (
    <div class="calendar" aria-busy={view === undefined}>
      {problem && (
        <ProblemNotice problem={problem}>
          <button type="button" onClick={acts.retry}>
            Réessayer
          </button>
        </ProblemNotice>
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
          <Tabs school={view.school} openTab={openTab} />
          {/* Another school, or another year, starts afresh: what was being typed was for the former. */}
          <Current
            key={`${view.school.key} ${view.school.transition}`}
            school={view.school}
            acts={acts}
            wanted={wanted}
            askDate={askDate}
          />
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

function Tabs({ school, openTab }: { school: SchoolView; openTab(tab: Tab): void }) {
  return (
    <nav class="tabs" aria-label="Calendrier">
      <ul>
        {TABS.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              class="tab"
              aria-current={id === school.tab ? 'page' : undefined}
              onClick={() => openTab(id)}
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

interface CurrentProps {
  school: SchoolView;
  acts: CalendarActs;
  wanted: string | undefined;
  askDate(milestone?: string): void;
}

function Current({ school, acts, wanted, askDate }: CurrentProps) {
  switch (school.tab) {
    case 'etapes':
      return (
        <>
          <AskDates school={school} askDate={askDate} />
          {school.before && <p class="small">{school.before}</p>}
          <StepsTab school={school} acts={acts} askDate={askDate} />
        </>
      );
    case 'frise':
      return (
        <>
          <AskDates school={school} askDate={askDate} />
          <Timeline timeline={school.timeline} />
        </>
      );
    case 'dates':
      return <DatesTab school={school} acts={acts} wanted={wanted} />;
    case 'journal':
      return <JournalTab school={school} />;
    case 'listes':
      return <ListsTab school={school} acts={acts} />;
  }
}

/** A date that nobody knows is asked for where it is missed, with what its absence costs. */
function AskDates({ school: { asksDates }, askDate }: Pick<CurrentProps, 'school' | 'askDate'>) {
  if (!asksDates) return null;
  return (
    <div class="notice review ask">
      <p>
        <Icon name="clock" />
        {asksDates}
      </p>
      <button type="button" class="primary" onClick={() => askDate()}>
        Fixer les dates
      </button>
    </div>
  );
}
