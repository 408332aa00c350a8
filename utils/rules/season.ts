/**
 * True from July to the end of August: the directory still describes last year, until the first feed of the staff in
 * the second half of August (source 004, p. 7).
 */
export function awaitsStaffFeed(isoDate: string): boolean {
  return isoDate.slice(5) >= '07-01' && isoDate.slice(5) <= '08-31';
}

/**
 * True from July until some weeks after the start of term: the new classes only appear once ONDE has been switched, and
 * the first classes of a school some days later (source 004, pp. 8–9).
 */
export function awaitsClasses(isoDate: string): boolean {
  return isoDate.slice(5) >= '07-01' && isoDate.slice(5) <= '09-20';
}

/**
 * True in August until the platform has archived last year's courses and hidden its hierarchies, and takes imports again
 * (source 000 §1: 2 to 25 August).
 */
export function awaitsYearSwitch(isoDate: string): boolean {
  return isoDate.slice(5) >= '08-01' && isoDate.slice(5) < '08-26';
}
