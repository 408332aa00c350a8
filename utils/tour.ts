import type { School } from './core/context';
import type { Stop, TourState, VisitEnd } from './core/tour';
import type { Progress } from './ents/page';

export interface TourTools {
  /** Reads one school and files it; never throws. */
  read(school: School, signal: AbortSignal, tell: (progress: Progress) => void): Promise<VisitEnd>;
  /** Waits between two schools, so that the server has others to serve than us. */
  rest(): Promise<void>;
  /** Something moved. */
  changed(): void;
}

export interface Tour {
  state(): TourState;
  /** Goes on with the schools that wait; resolves when it stops, for whichever reason. */
  run(): Promise<void>;
  pause(): void;
  /** Puts those that failed among those that wait. */
  retry(): void;
}

/** A school that the network fails twice is too large, or broken: the others must not wait for it. */
const MOST_LOSSES = 2;

/** A tour of schools, one after the other. The error of one doesn't stop it; a lost session or network pauses it. */
export function newTour(schools: readonly School[], { read, rest, changed }: TourTools): Tour {
  const stops: Stop[] = schools.map((school) => ({ school, state: 'waiting' }));
  const losses = new Map<string, number>();
  let running: AbortController | undefined;
  let why: string | undefined;

  const next = () => stops.findIndex(({ state }) => state === 'waiting');
  const put = (index: number, stop: Stop) => {
    stops[index] = stop;
    changed();
  };
  const isItsOwn = (id: string): boolean => {
    losses.set(id, (losses.get(id) ?? 0) + 1);
    return losses.get(id) === MOST_LOSSES;
  };
  const visit = async (index: number, signal: AbortSignal): Promise<void> => {
    const { school } = stops[index] as Stop;
    put(index, { school, state: 'reading' });
    const end = await read(school, signal, (progress) => {
      if (!signal.aborted) put(index, { school, state: 'reading', progress });
    });
    if (end.kind === 'seen') {
      const { risk, proved, gaps } = end;
      put(index, { school, state: 'done', risk, proved, gaps });
    } else if (end.kind === 'failed' || (end.network && isItsOwn(school.id)))
      put(index, { school, state: 'failed', why: end.why });
    else {
      why = end.why;
      put(index, { school, state: 'waiting' });
    }
  };
  return {
    state() {
      const phase = running ? 'running' : next() < 0 ? 'over' : 'paused';
      return { phase, stops: [...stops], ...(why !== undefined && { why }) };
    },
    async run() {
      if (running) return;
      running = new AbortController();
      const { signal } = running;
      why = undefined;
      for (let index = next(); index >= 0 && why === undefined; index = next()) {
        await visit(index, signal);
        if (next() >= 0 && why === undefined) await rest();
        if (signal.aborted) why ??= 'Tournée interrompue.';
      }
      if (next() < 0) why = undefined;
      running = undefined;
      changed();
    },
    pause: () => running?.abort(),
    retry() {
      for (const [index, { school, state }] of stops.entries())
        if (state === 'failed') put(index, { school, state: 'waiting' });
    },
  };
}
