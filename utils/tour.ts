import type { School } from './core/context';
import type { Stop, TourState, Visit } from './core/tour';
import { LiveError, type LiveProblem } from './ents/get-json';
import type { Progress } from './ents/page';

/** Something that stops the whole tour, whichever the school: French, says what to do. */
export class TourStopped extends Error {
  override name = 'TourStopped';
}

export interface TourTools {
  /** Reads one school and files it. @throws {LiveError | TourStopped} */
  read(school: School, signal: AbortSignal, tell: (progress: Progress) => void): Promise<Visit>;
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

/** After these, no other school can be read either. */
const SPOILS_ALL: readonly LiveProblem[] = ['session', 'second-factor', 'network', 'cancelled'];

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
  /** Why the whole tour stops; `undefined` when only this school failed. */
  const stopped = (error: unknown, { id }: School): string | undefined => {
    if (error instanceof TourStopped) return error.message;
    if (!(error instanceof LiveError) || !SPOILS_ALL.includes(error.problem)) return undefined;
    if (error.problem === 'cancelled') return 'Tournée interrompue.';
    if (error.problem !== 'network') return error.message;
    losses.set(id, (losses.get(id) ?? 0) + 1);
    return losses.get(id) === MOST_LOSSES ? undefined : error.message;
  };
  const visit = async (index: number, signal: AbortSignal): Promise<void> => {
    const { school } = stops[index] as Stop;
    put(index, { school, state: 'reading' });
    try {
      const seen = await read(school, signal, (progress) => {
        if (!signal.aborted) put(index, { school, state: 'reading', progress });
      });
      put(index, { school, state: 'done', ...seen });
    } catch (error) {
      why = stopped(error, school);
      put(
        index,
        why === undefined ? { school, state: 'failed', why: wordsOf(error) } : { school, state: 'waiting' },
      );
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

function wordsOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return 'La lecture s’est interrompue sur une réponse inattendue de la console.';
}
