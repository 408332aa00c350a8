import type {
  CalendarPhase,
  CalendarStep,
  CalendarView,
  FiltersView,
  JournalLine,
  ListChoice,
  SchoolView,
  Tab,
} from '@/components/workshop/calendar/view';
import { dayAndMonth, transitionOn } from '@/utils/checklists/calendar';
import { stepName } from '@/utils/checklists/checklist';
import { OWN_LIST, placedSteps } from '@/utils/checklists/followed';
import { type Year, yearOf } from '@/utils/checklists/year';
import { isoDate } from '@/utils/core/context';
import { portalName } from '@/utils/ents/hosts';
import { beforeText, countsText, datesAsked } from '@/utils/report/counts';
import type { StoredEntry } from '@/utils/store/year-records';
import { dateOf } from '../../steps/date-view';
import { type Filter, filterChoices, isAskedView, passes } from './filter';
import { journalText, type Names } from './journal-words';
import type { Board, Loaded } from './load';
import { calendarStep } from './step';
import { timelineOf } from './timeline';

/** What the person chose to see. */
export interface Seeing {
  tab: Tab;
  filter: Filter;
}

/** What the calendar shows of what was read. Pure. */
export function calendarView(loaded: Loaded, seeing: Seeing): CalendarView {
  const { board } = loaded;
  return {
    schools: loaded.schools.map(({ key, name }) => ({ key, name, chosen: key === board?.school.key })),
    ...(loaded.backupDue && { backupDue: loaded.backupDue }),
    ...(board && { school: schoolView(loaded, board, seeing) }),
  };
}

function schoolView(loaded: Loaded, board: Board, { tab, filter }: Seeing): SchoolView {
  const { school, transition, progress, lists } = board;
  const year = yearOf(lists, progress, transition, loaded.today);
  const everything = phasesOf(year, loaded, board);
  const steps = everything.flatMap((phase) => phase.steps);
  const phases = everything
    .map((phase) => ({ ...phase, steps: phase.steps.filter((step) => passes(step, phase, filter)) }))
    .filter((phase) => phase.steps.length > 0);
  const asked = steps.filter(isAskedView);
  const carry = carryOf(board);
  const archivedAt = progress.year?.archivedAt;
  const before = beforeText(year, progress.followedSince, transition);
  const asksDates = archivedAt ? undefined : datesAsked(year);
  return {
    key: school.key,
    name: school.name,
    about: [school.uai, portalName(school.host)].filter(Boolean).join(' · '),
    transition,
    years: board.transitions.map((one) => ({
      transition: one,
      title: `Rentrée ${one}`,
      chosen: one === transition,
    })),
    ...(archivedAt && { archived: `Archivée le ${dayText(archivedAt)}` }),
    ...(carry && { carry }),
    tab,
    done: asked.filter((step) => step.settled).length,
    total: asked.length,
    undated: asksDates ? year.dates.filter(({ date }) => date === undefined).length : 0,
    ...(asksDates && { asksDates }),
    ...(before && { before }),
    remindable: loaded.remindable === true && !archivedAt && transition === transitionOn(loaded.today),
    initials: loaded.initials,
    filters: filtersView(filter, everything),
    phases,
    shown: shownText(phases, steps),
    timeline: timelineOf(year, loaded.today),
    dates: year.dates.map((date) => ({ ...dateOf(date, transition), missing: date.date === undefined })),
    journal: journalView(board.journal, namesIn(board)),
    lists: listChoices(board),
  };
}

function phasesOf(year: Year, loaded: Loaded, board: Board): CalendarPhase[] {
  const several = year.lists.filter(({ id }) => id !== OWN_LIST).length > 1;
  const shown = { ...board, year, drafts: loaded.drafts };
  return year.lists.flatMap((list) =>
    list.phases.map((phase) => {
      const steps = year.steps
        .filter((one) => one.list === list && one.phase === phase)
        .map((step) => calendarStep(step, shown));
      const asked = steps.filter(isAskedView);
      return {
        id: stepName(list.id, phase.id),
        ...(several && list.id !== OWN_LIST && { list: list.title }),
        title: phase.title,
        done: asked.filter((step) => step.settled).length,
        total: asked.length,
        steps,
      };
    }),
  );
}

function filtersView(filter: Filter, phases: readonly CalendarPhase[]): FiltersView {
  return { ...filter, ...filterChoices(phases) };
}

/** The latest first: one looks for what was just done. */
function journalView(entries: readonly StoredEntry[], names: Names): JournalLine[] {
  return entries
    .map(({ id, at, by, act }) => ({ id, when: momentOf(at), text: journalText(act, names), by: by ?? '' }))
    .reverse();
}

/** What the filters leave, counted as everywhere: steps, reminders, and what the platform does. */
function shownText(phases: readonly CalendarPhase[], all: readonly CalendarStep[]): string {
  const left = phases.flatMap(({ steps }) => steps).map(({ kind }) => kind);
  if (left.length === all.length) return countsText(left);
  return left.length === 0 ? 'Rien ne répond à ces choix' : `Affichés : ${countsText(left)}`;
}

/** Names of steps and lists: of every list on offer, since a journal tells of some that are no longer followed. */
export function namesIn({ offered, lists }: Pick<Board, 'offered' | 'lists'>): Names {
  const texts = new Map(placedSteps([...offered, ...lists]).map(({ name, step }) => [name, step.text]));
  const titles = new Map([...offered, ...lists].map(({ id, title }) => [id, title]));
  return {
    step: (list, step) => texts.get(stepName(list, step)) ?? `étape retirée (${step})`,
    list: (id) => titles.get(id) ?? id,
  };
}

function listChoices({ offered, lists, progress }: Board): ListChoice[] {
  const imported = new Set(progress.templates.map(({ id }) => id));
  const followed = new Set(lists.map(({ id }) => id));
  return offered.map(({ id, title, about, optional }) => ({
    id,
    title,
    about,
    followed: followed.has(id),
    optional: optional === true,
    imported: imported.has(id),
  }));
}

/** Offered once, while the year has nothing of its own from the earlier one. */
function carryOf({ progress, former }: Board): SchoolView['carry'] {
  if (!former || progress.year?.startedAt || progress.year?.archivedAt) return undefined;
  const steps = former.progress.ownSteps.filter(({ keep }) => keep).length;
  const notes = Object.values(former.progress.notes).filter(({ keep }) => keep).length;
  const parts = [
    ...(steps > 0 ? [`${steps} étape${steps > 1 ? 's' : ''} de l’établissement`] : []),
    ...(notes > 0 ? [`${notes} note${notes > 1 ? 's' : ''}`] : []),
  ];
  if (parts.length === 0) return undefined;
  return { from: former.transition, text: parts.join(' et ') };
}

/** « 12/10/2026 ». */
function dayText(instant: string): string {
  const day = isoDate(new Date(instant));
  return `${dayAndMonth(day)}/${day.slice(0, 4)}`;
}

function momentOf(instant: string): string {
  const date = new Date(instant);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return `${dayText(instant)} à ${date.getHours()}\u00A0h\u00A0${minutes}`;
}
