import type { GivenFile, Progress, Reply, Requests } from './protocol';

/** The person stopped what was under way: nothing went wrong. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  progress?: (progress: Progress) => void;
}

/** What a worker answers: by name, what a request carries and what it gives. */
type Answered<All> = { [N in keyof All]: { carries: object; gives: unknown } };

/** Hands work to the worker, so that the page never waits, and gives back its answers. */
export class Clerk<All extends Answered<All> = Requests> {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor(private readonly hire: () => Worker) {}

  /**
   * Asks for one thing. File bytes are moved, not copied: the caller no longer has them.
   * @throws {Cancelled} when `cancel` is called meanwhile.
   * @throws {Error} in the worker's own words when it failed.
   */
  ask<N extends keyof All>(
    name: N,
    carries: All[N]['carries'],
    progress?: (progress: Progress) => void,
  ): Promise<All[N]['gives']> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        resolve: resolve as (value: unknown) => void,
        reject,
        ...(progress ? { progress } : {}),
      });
      const files = 'files' in carries ? (carries.files as GivenFile[]) : [];
      const moved = files.flatMap(({ bytes }) => (bytes ? [bytes] : []));
      this.running().postMessage({ id, name, carries }, moved);
    });
  }

  /** Stops everything under way. The worker goes, and what it had read with it. */
  cancel(): void {
    this.dismiss(new Cancelled());
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = this.hire();
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.hear(data);
    // Out of memory, or a script that could not be loaded: nobody would ever answer.
    worker.onerror = (event) => {
      event.preventDefault();
      this.dismiss(new Error(event.message || 'La lecture s’est interrompue.'));
    };
    this.worker = worker;
    return worker;
  }

  private hear(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    if ('progress' in reply) {
      waiting.progress?.(reply.progress);
      return;
    }
    this.waiting.delete(reply.id);
    if ('error' in reply) waiting.reject(new Error(reply.error));
    else waiting.resolve(reply.gives);
  }

  private dismiss(reason: Error): void {
    this.worker?.terminate();
    this.worker = undefined;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(reason);
  }
}
