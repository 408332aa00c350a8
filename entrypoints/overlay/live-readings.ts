import type { LiveState } from '@/components/overlay/view';
import { breathing } from '@/utils/breathing';
import type { Breathe } from '@/utils/core/breathe';
import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { getJson, LiveError } from '@/utils/ents/get-json';
import type { Ent, LiveReading } from '@/utils/ents/page';
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

  const run = async (school: School, before: LiveState, signal: AbortSignal) => {
    if (!ent.live) return;
    const breathe = breathing();
    try {
      const reading = await ent.live.gather(school, {
        get: (path) => getJson(path, signal, breathe),
        signal,
        breathe,
        tell(progress) {
          if (signal.aborted) return;
          states.set(school.id, { kind: 'running', ...progress });
          changed();
        },
      });
      await breathe();
      await judged(reading, breathe);
      const now = presentFacts(reading.facts);
      await breathe();
      if (signal.aborted) throw new LiveError('cancelled', '');
      readings.set(school.id, reading);
      present.set(school.id, now);
      states.set(school.id, { kind: 'done', at: new Date(), gaps: reading.gaps });
      changed();
    } catch (error) {
      const cancelled = error instanceof LiveError && error.problem === 'cancelled';
      states.set(school.id, cancelled ? before : { kind: 'failed', message: words(error) });
      changed();
    }
  };

  return {
    state(id) {
      if (!ent.live || !id) return { kind: 'unavailable' };
      const state = states.get(id) ?? idle;
      const treated = present.get(id)?.treated().length ?? 0;
      return state.kind === 'done' && treated > 0 ? { ...state, treated } : state;
    },
    facts: (id) => (id && present.get(id)?.facts()) || {},
    reading: (id) => (id ? readings.get(id) : undefined),
    learn: (id, seen) => present.get(id)?.learn(seen),
    treated: (id) => (id && present.get(id)?.treated()) || [],
    running: () => (last && states.get(last.id)?.kind === 'running' ? last : undefined),
    start(school) {
      last = school;
      running?.abort();
      running = new AbortController();
      const before = states.get(school.id) ?? idle;
      states.set(school.id, { kind: 'running', done: 0, total: 1, doing: 'Lecture de la console' });
      changed();
      void run(school, before, running.signal);
    },
    cancel() {
      running?.abort();
    },
  };
}

const idle: LiveState = { kind: 'idle' };

function words(error: unknown): string {
  if (error instanceof LiveError) return error.message;
  return `Le contrôle s’est interrompu sur une réponse inattendue de la console. Rien n’en est conclu. (${String(error)})`;
}
