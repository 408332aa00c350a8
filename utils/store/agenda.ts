import { rangeOf, write } from './db';

/** An event that was exported to an agenda, so that the next export updates it instead of doubling it. */
export interface StoredEvent {
  school: string;
  transition: number;
  /** `stepName` of the step. */
  step: string;
  /** ISO dates, as they were last exported. */
  from: string;
  to?: string;
  /** How many times the days changed, or the event was called off or taken up again. */
  sequence: number;
  cancelled?: true;
}

/** A step with the days that it falls on. */
export interface DatedStep {
  step: string;
  from: string;
  to?: string;
}

/** The event of a step whose days are `now`, from what was exported before. */
function nextEvent(
  former: StoredEvent | undefined,
  { school, transition }: { school: string; transition: number },
  { step, from, to }: DatedStep,
): StoredEvent {
  const same = former && !former.cancelled && former.from === from && former.to === to;
  const sequence = former ? former.sequence + (same ? 0 : 1) : 0;
  return { school, transition, step, from, ...(to !== undefined && { to }), sequence };
}

/**
 * Numbers the events of a school's change of year for an export and remembers them: an event of before that is no more,
 * within the lists exported (`inScope`), comes back called off, every time. Sequences only go up. Pure but for storage.
 * @throws {StorageProblem}
 */
export function numberEvents(
  school: string,
  transition: number,
  dated: readonly DatedStep[],
  inScope: (step: string) => boolean,
): Promise<StoredEvent[]> {
  return write(['events'], async (tx) => {
    const store = tx.objectStore('events');
    const former = new Map(
      (await store.getAll(rangeOf(school, transition))).map((event) => [event.step, event]),
    );
    const events = dated.map((one) => nextEvent(former.get(one.step), { school, transition }, one));
    const now = new Set(dated.map(({ step }) => step));
    for (const event of former.values()) {
      if (now.has(event.step) || !inScope(event.step)) continue;
      const sequence = event.cancelled ? event.sequence : event.sequence + 1;
      events.push({ ...event, sequence, cancelled: true });
    }
    for (const event of events) await store.put(event);
    return events;
  });
}
