import { type MilestoneDates, timing, type Window, windowOf } from './calendar';
import type { Phase, Step } from './checklist';

/** Where a step stands in time. `over`: late for so long that it can't be done any more. */
export type Standing = ReturnType<typeof timing> | 'over';

/** From the first day of a phase to its last one that is known, ISO dates. */
export interface Span {
  from: string;
  to: string;
}

/** Days after the end of its window when a late step has had its time, even if nothing came after it. */
const LATE_DAYS = 30;
const DAY_MS = 86_400_000;

/** When a phase runs, from the steps whose milestones have a date; `undefined` when none has. */
export function spanOf({ steps }: Phase, dates: MilestoneDates): Span | undefined {
  const windows = steps.flatMap((step) => windowOf(step.when, dates) ?? []);
  const [from] = windows.map((window) => window.from).sort();
  const to = windows
    .map((window) => window.to ?? window.from)
    .sort()
    .at(-1);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** The first day of what comes after a phase; `undefined` while no date of it is known. Phases may overlap. */
export function beginningAfter(spans: readonly (Span | undefined)[], index: number): string | undefined {
  const own = spans[index];
  const [first] = spans
    .slice(index + 1)
    .flatMap((span) => (span && (!own || span.from > own.from) ? [span.from] : []))
    .sort();
  return first;
}

/**
 * Where a step stands on a day (ISO date). Late, it is over once a later phase has begun (`after`) or a month has gone
 * by, unless it is still useful.
 */
export function standingOf(
  { stillUseful }: Pick<Step, 'stillUseful'>,
  window: Window | undefined,
  today: string,
  after: string | undefined,
): Standing {
  const time = timing(window, today);
  if (time !== 'late' || stillUseful || window?.to === undefined) return time;
  const passed = (after !== undefined && today >= after) || daysBetween(window.to, today) > LATE_DAYS;
  return passed ? 'over' : 'late';
}

/** The index of the span nearest to a day; of those it falls in, the one that began last. */
export function nearestTo(spans: readonly (Span | undefined)[], today: string): number | undefined {
  let best: { index: number; days: number; from: string } | undefined;
  for (const [index, span] of spans.entries()) {
    if (!span) continue;
    const days = Math.max(0, daysBetween(today, span.from), daysBetween(span.to, today));
    const nearer = !best || days < best.days || (days === best.days && span.from > best.from);
    if (nearer) best = { index, days, from: span.from };
  }
  return best?.index;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
