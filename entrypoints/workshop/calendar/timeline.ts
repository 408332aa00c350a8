import type { Bar, TimelineRow, TimelineView } from '@/components/workshop/calendar/view';
import { datesIn, dayAndMonth, type MilestoneDates, type Window } from '@/utils/checklists/calendar';
import type { Closure } from '@/utils/checklists/checklist';
import { OWN_LIST } from '@/utils/checklists/followed';
import { kindOf } from '@/utils/checklists/pressing';
import { isSettled } from '@/utils/checklists/progress';
import type { StandingStep, Year } from '@/utils/checklists/year';
import { awaitedDate, countsText } from '@/utils/report/counts';
import { milestoneTitle, stateWords, stepPeriod, whoText } from '@/utils/report/steps';

const DAY_MS = 86_400_000;

/** How long what has no end is drawn, in days. */
const ENDLESS_DAYS = 14;

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** From the first day of a month to the last of another, ISO dates. */
interface Scale {
  from: string;
  to: string;
}

/** The whole change of year as it is drawn: closures, milestones, then the steps of each phase. Pure. */
export function timelineOf({ lists, dates, steps }: Year, today: string): TimelineView {
  const known = datesIn(dates);
  const closures = lists.flatMap((list) => list.closures ?? []);
  const shut = closures.flatMap((closure) => closedDuring(closure, known) ?? []);
  const windows = [...steps.flatMap(({ window }) => window ?? []), ...shut.map(({ window }) => window)];
  const days = Object.values(known).map((day) => ({ from: day, to: day }));
  const scale = reaching(today, scaleOf([...windows, ...days]));
  const drawless = steps.filter(({ window }) => !window).map(({ step }) => kindOf(step));
  const undated = drawless.length > 0 ? countsText(drawless) : '';
  if (!scale) return { months: [], bands: [], groups: groupsOf(lists, steps, known, undefined), undated };
  const inside = today >= scale.from && today <= scale.to;
  const markers: TimelineRow[] = dates
    .flatMap(({ milestone, date }) => (date ? [{ milestone, date }] : []))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ milestone, date }) => rowOfDay(milestoneTitle(milestone), milestone, date, scale));
  const closed: TimelineRow[] = shut.map(({ title, window }) => ({
    id: `closure ${title}`,
    text: title,
    who: 'plateforme',
    period: `du ${dayAndMonth(window.from)} au ${dayAndMonth(window.to)}`,
    state: 'fermé',
    tone: 'closure',
    bar: { ...barOf(window, scale), endless: false },
  }));
  return {
    title: titleOf(scale),
    months: monthsIn(scale),
    ...(inside && { today: placeOf(today, scale) }),
    bands: shut.map(({ window }) => barOf(window, scale)),
    groups: [
      ...(closed.length > 0 ? [{ title: 'Fermetures', rows: closed }] : []),
      ...(markers.length > 0 ? [{ title: 'Repères', rows: markers }] : []),
      ...groupsOf(lists, steps, known, scale),
    ],
    undated,
  };
}

/** A closure ends the day before what it waits for opens. */
function closedDuring(
  { title, from, to }: Closure,
  dates: MilestoneDates,
): { title: string; window: Required<Window> } | undefined {
  const [first, opening] = [dates[from], dates[to]];
  if (!first || !opening || opening <= first) return undefined;
  return { title, window: { from: first, to: shift(opening, -1) } };
}

function groupsOf(
  lists: Year['lists'],
  steps: readonly StandingStep[],
  dates: MilestoneDates,
  scale: Scale | undefined,
): TimelineView['groups'] {
  const several = lists.filter(({ id }) => id !== OWN_LIST).length > 1;
  return lists.flatMap((list) =>
    list.phases.map((phase) => ({
      title: several && list.id !== OWN_LIST ? `${list.title} – ${phase.title}` : phase.title,
      rows: steps
        .filter((one) => one.list === list && one.phase === phase)
        .map((step) => rowOf(step, dates, scale)),
    })),
  );
}

function rowOf(placed: StandingStep, dates: MilestoneDates, scale: Scale | undefined): TimelineRow {
  const { name, list, step, window } = placed;
  const bar = window && scale && { ...barOf(window, scale), endless: window.to === undefined };
  return {
    id: name,
    text: step.text,
    who: whoText(step),
    period: window ? stepPeriod(step, list, dates) : `à fixer : ${stepPeriod(step, list, dates)}`,
    ...wordOf(placed),
    ...(bar && { bar }),
  };
}

const STANDING_WORDS = {
  unknown: 'à faire, date à fixer',
  later: 'à venir',
  now: 'à faire maintenant',
  late: 'en retard',
  over: 'période passée',
} as const;

function wordOf(placed: StandingStep): Pick<TimelineRow, 'state' | 'tone'> {
  const { step, state, standing } = placed;
  if (step.who === 'platform') return { state: 'par la plateforme', tone: 'platform' };
  if (state.kind === 'review') return { state: stateWords(state)?.text ?? '', tone: 'review' };
  if (isSettled(state)) return { state: stateWords(state)?.text ?? '', tone: 'done' };
  if (step.reminder) return { state: 'à savoir', tone: 'over' };
  const counted = awaitedDate(placed)?.says
    ? `${STANDING_WORDS[standing]}, faute de date`
    : STANDING_WORDS[standing];
  return { state: counted, tone: standing === 'unknown' ? 'later' : standing };
}

function rowOfDay(title: string, id: string, date: string, scale: Scale): TimelineRow {
  return {
    id,
    text: title,
    who: '',
    period: `le ${dayAndMonth(date)}`,
    state: '',
    tone: 'milestone',
    bar: { at: placeOf(date, scale), width: 0, endless: false },
  };
}

function scaleOf(windows: readonly Window[]): Scale | undefined {
  const first = windows.map(({ from }) => from).sort()[0];
  const last = windows
    .map((window) => endOf(window))
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return undefined;
  const [year, month] = last.split('-').map(Number) as [number, number];
  return {
    from: `${first.slice(0, 7)}-01`,
    to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
  };
}

/** « de juin à octobre 2026 », « en juillet 2027 ». */
function titleOf({ from, to }: Scale): string {
  const first = monthOf(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `en ${first} ${to.slice(0, 4)}`;
  return `${/^[ao]/.test(first) ? 'd’' : 'de '}${first} à ${monthOf(to)} ${to.slice(0, 4)}`;
}

/** How far from the change of year the day it is may be, and still be drawn with it, in days. */
const NEAR_DAYS = 92;

/** A scale made longer so that today is on it, unless that would leave little room for the rest. */
function reaching(today: string, scale: Scale | undefined): Scale | undefined {
  if (!scale || today < shift(scale.from, -NEAR_DAYS) || today > shift(scale.to, NEAR_DAYS)) return scale;
  const both = scaleOf([scale, { from: today, to: today }]);
  return both && { from: both.from, to: both.to > scale.to ? both.to : scale.to };
}

function endOf({ from, to }: Window): string {
  return to ?? shift(from, ENDLESS_DAYS);
}

function monthsIn({ from, to }: Scale): TimelineView['months'] {
  const months: { label: string; at: number }[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (let day = from; day <= to; day = `${year}-${String(month).padStart(2, '0')}-01`) {
    months.push({ label: monthOf(day), at: placeOf(day, { from, to }) });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

function barOf(window: Window, scale: Scale): Bar {
  const at = placeOf(window.from, scale);
  // The last day is wholly in it.
  return { at, width: placeOf(shift(endOf(window), 1), scale) - at };
}

/** Where a day begins, in percents of the scale. */
function placeOf(day: string, { from, to }: Scale): number {
  const whole = Date.parse(to) + DAY_MS - Date.parse(from);
  return Math.round((1e4 * (Date.parse(day) - Date.parse(from))) / whole) / 100;
}

function monthOf(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

/** In UTC: local midnight would skip or repeat a day when the clocks change. */
function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
