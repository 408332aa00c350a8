import { type DueSchool, dueText } from './due-steps';

/** What was last told by a notification: on which day (ISO), and of which steps. */
export interface Told {
  day: string;
  pressing: readonly string[];
}

/** A notification, and what it will have told. */
export interface Notice {
  title: string;
  message: string;
  told: Told;
}

/** Hour of the day, in the time zone of the person, at which reminders come. */
const MORNING = 8;
/** Days after which what is late is told again. */
const AGAIN_DAYS = 7;
const MOST_SCHOOLS = 3;

/** The next morning after an instant, ms since the epoch: the clocks may change in between. */
export function nextMorning(now: Date): number {
  const morning = new Date(now.getFullYear(), now.getMonth(), now.getDate(), MORNING);
  if (morning <= now) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

/** What to tell today: once a day, what presses since the last time; what is late or to be looked at again, every week. */
export function noticeOf(
  due: readonly DueSchool[],
  former: Told | undefined,
  today: string,
): Notice | undefined {
  const pressing = due.flatMap(({ key, pressing: steps }) => steps.map((step) => `${key} ${step}`));
  if (pressing.length === 0) return undefined;
  // A day still to come: the clock was wrong when it was written.
  const last = former && former.day <= today ? former : undefined;
  if (last?.day === today) return undefined;
  const fresh = pressing.some((step) => !last?.pressing.includes(step));
  const overdue = due.some(({ late, review }) => late + review > 0);
  const again = !last || daysBetween(last.day, today) >= AGAIN_DAYS;
  if (!fresh && !(overdue && again)) return undefined;
  const total = { review: 0, late: 0, now: 0 };
  for (const { review, late, now } of due) {
    total.review += review;
    total.late += late;
    total.now += now;
  }
  const lines = due.slice(0, MOST_SCHOOLS).map((school) => `${school.name} : ${dueText(school)}`);
  const more = due.length - lines.length;
  return {
    title: `Vigie ENT : ${dueText(total)}`,
    message: [...lines, ...(more > 0 ? [`et ${more} autre${more > 1 ? 's' : ''}`] : [])].join('\n'),
    told: { day: today, pressing },
  };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
