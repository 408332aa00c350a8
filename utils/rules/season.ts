import type { MilestoneDates } from '@/utils/core/milestones';
import { daysLater, frenchDate } from './dates';

/** New classes are there so many days after the pupils' first day, or after the feed or the switch of ONDE that brings them. */
const CLASSES_AFTER_TERM_START = 19;
const CLASSES_AFTER_FEED = 7;
/** A collège or a lycée waits for no switch: its first feed follows the first day of class closely. */
const SECONDARY_CLASSES_AFTER_TERM_START = 12;

/** How long before the last day of class a year is about to be over, in days. */
const ENDING_DAYS = 34;

/**
 * True from the end of the school year until the first feed of the staff: the directory still describes last year. Where
 * neither is dated, July and August: the feed comes in the second half of August (source 004, p. 7).
 */
export function awaitsStaffFeed(today: string, dates: MilestoneDates = {}): boolean {
  const eve = dates['term-start'] && daysLater(dates['term-start'], -1);
  return isWithin(today, summer(today, dates), dates['staff-feed'] ?? eve ?? on(today, '08-31'));
}

/** « fin août », or the date of the feed of the staff where it is known: when what the directory says will be of this year. */
export function staffFeedDay(dates: MilestoneDates = {}): string {
  const dated = dates['staff-feed'];
  return dated ? `le ${frenchDate(dated)}` : 'fin août';
}

/**
 * True from the end of the school year until some weeks after the start of term: the new classes of a primary school
 * only appear once ONDE has been switched, its first classes some days later (source 004, pp. 8–9); those of the second
 * degré come with the feed itself.
 */
export function awaitsClasses(today: string, dates: MilestoneDates = {}, primary = true): boolean {
  const { 'pupil-feed': feed, 'onde-switch': onde, 'term-start': term } = dates;
  const fed = primary ? (feed ?? onde) : feed;
  const after = primary ? CLASSES_AFTER_TERM_START : SECONDARY_CLASSES_AFTER_TERM_START;
  const settled = fed ? daysLater(fed, CLASSES_AFTER_FEED) : term && daysLater(term, after);
  return isWithin(today, summer(today, dates), settled ?? on(today, primary ? '09-20' : '09-13'));
}

/** True in the last weeks of the school year, until the platforms switch; June and July where its end isn't dated. */
export function yearIsEnding(today: string, dates: MilestoneDates = {}): boolean {
  const end = dates['year-end'];
  const from = end ? daysLater(end, -ENDING_DAYS) : on(today, '06-01');
  return isWithin(today, from, on(end ?? today, '07-31'));
}

/**
 * True while the platform archives last year's courses and hides its hierarchies, until it takes imports again: between
 * its closing and its reopening where they are dated, else from 1 to 25 August (source 000 §1: 2 to 25 August).
 */
export function awaitsYearSwitch(today: string, dates: MilestoneDates = {}): boolean {
  const reopening = dates['platform-reopening'];
  const last = reopening ? daysLater(reopening, -1) : on(today, '08-25');
  return isWithin(today, dates['platform-closing'] ?? on(today, '08-01'), last);
}

/** « 25 août », or the date of the platform's reopening: when what runs in August is over. */
export function reopening(dates: MilestoneDates = {}): string {
  const dated = dates['platform-reopening'];
  return dated ? frenchDate(dated) : '25 août';
}

/** The first day after the last one of class. */
function summer(today: string, dates: MilestoneDates): string {
  return dates['year-end'] ? daysLater(dates['year-end'], 1) : on(today, '07-01');
}

/** Both days included. */
function isWithin(today: string, from: string, to: string): boolean {
  return from <= today && today <= to;
}

/** That day of the month in the calendar year of another. */
function on(isoDate: string, monthAndDay: string): string {
  return `${isoDate.slice(0, 4)}-${monthAndDay}`;
}
