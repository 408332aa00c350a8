import { type LiveDone, type LiveState, lastDone } from '@/components/overlay/view';
import { breathing } from '@/utils/breathing';
import type { Breathe } from '@/utils/core/breathe';
import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { getJson, LiveError } from '@/utils/ents/get-json';
import type { Ent, LiveReading, LiveTools } from '@/utils/ents/page';
import { type PresentFacts, presentFacts, type Seen } from './present-facts';

/** The live readings of this tab, per school, in memory only: names never leave the page's own life. */
export interface LiveReadings {
  state(schoolId: string | undefined): LiveState;
  facts(schoolId: string | undefined): Facts;
  reading(schoolId: string | undefined): LiveReading | undefined;
  /** Takes in what the screens show of a person since: detached, deleted, pre-deleted, or back. */
  learn(schoolId: string, seen: Seen): void;
  /** Addresses of the people who have been dealt with since the reading. */
  treated(schoolId: string | undefined): readonly string[];
  /** The school that is being read. */
  running(): School | undefined;
  start(school: School): void;
  /** Takes the reading of this school on to the people whom it left unasked. */
  readOn(school: School): void;
  cancel(): void;
}

interface LiveOptions {
  /** There is something new to show. */
  changed(): void;
  /** A school has been read: it is judged before anything of it is shown. */
  judged(reading: LiveReading, breathe: Breathe): Promise<void>;
}

/** Runs the live reading of one school at a time. */
export function liveReadings(ent: Ent, { changed, judged }: LiveOptions): LiveReadings {
  const states = new Map<string, LiveState>();
  const readings = new Map<string, LiveReading>();
  const present = new Map<string, PresentFacts>();
  let running: AbortController | undefined;
  let last: School | undefined;

  /** `on`: what has been learnt since the reading that is taken further, whose lists are not asked for again. */
  const run = async (
    school: School,
    former: LiveState,
    signal: AbortSignal,
    gather: (tools: LiveTools) => Promise<LiveReading>,
    on?: PresentFacts,
  ) => {
    const before = beforeOf(former);
    const breathe = breathing();
    try {
      const reading = await gather({
        get: (path) => getJson(path, signal, breathe),
        signal,
        breathe,
        tell(progress) {
          if (signal.aborted) return;
          states.set(school.id, { kind: 'running', ...progress, ...before });
          changed();
        },
      });
      await breathe();
      const now = presentFacts(reading.facts);
      const learn = () => on?.learnt().forEach(now.learn);
      learn();
      await judged({ ...reading, facts: now.facts() }, breathe);
      await breathe();
      learn();
      if (signal.aborted) throw new LiveError('cancelled', '');
      readings.set(school.id, reading);
      present.set(school.id, now);
      const left = reading.rest && { left: reading.rest.count };
      states.set(school.id, { kind: 'done', at: new Date(), gaps: reading.gaps, ...left });
      changed();
    } catch (error) {
      const cancelled = error instanceof LiveError && error.problem === 'cancelled';
      states.set(school.id, cancelled ? former : { kind: 'failed', message: words(error), ...before });
      changed();
    }
  };

  const begin = (school: School, gather: (tools: LiveTools) => Promise<LiveReading>, on?: PresentFacts) => {
    last = school;
    running?.abort();
    running = new AbortController();
    const former = settled(states.get(school.id) ?? idle);
    const begun = { kind: 'running', done: 0, total: 1, doing: 'Lecture de la console' } as const;
    states.set(school.id, { ...begun, ...beforeOf(former) });
    changed();
    void run(school, former, running.signal, gather, on);
  };

  return {
    state(id) {
      if (!ent.live || !id) return { kind: 'unavailable' };
      const state = states.get(id) ?? idle;
      const treated = present.get(id)?.treated().length ?? 0;
      const done = treated > 0 && lastDone(state);
      if (!done) return state;
      return state === done ? { ...done, treated } : { ...state, before: { ...done, treated } };
    },
    facts: (id) => (id && present.get(id)?.facts()) || {},
    reading: (id) => (id ? readings.get(id) : undefined),
    learn: (id, seen) => present.get(id)?.learn(seen),
    treated: (id) => (id && present.get(id)?.treated()) || [],
    running: () => (last && states.get(last.id)?.kind === 'running' ? last : undefined),
    start(school) {
      const { live } = ent;
      if (live) begin(school, (tools) => live.gather(school, tools));
    },
    readOn(school) {
      const rest = readings.get(school.id)?.rest;
      if (rest) begin(school, rest.read, present.get(school.id));
    },
    cancel() {
      running?.abort();
    },
  };
}

const idle: LiveState = { kind: 'idle' };

function beforeOf(state: LiveState): { before?: LiveDone } {
  const before = lastDone(state);
  return before ? { before } : {};
}

/** What a reading that is cancelled goes back to: never to one that was itself broken off. */
function settled(state: LiveState): LiveState {
  return state.kind === 'running' ? (state.before ?? idle) : state;
}

function words(error: unknown): string {
  if (error instanceof LiveError) return error.message;
  return `Le contrôle s’est interrompu sur une réponse inattendue de la console. Rien n’en est conclu. (${String(error)})`;
}
