import { newSalt } from '@/utils/store/decisions';
import { type StorageProblem, toProblem } from '@/utils/store/problem';
import { Cancelled, type Clerk } from './clerk';
import type { Side } from './protocol';
import type { State } from './state';

/** What the workshop knows, and who is told when it changes. */
export class Session {
  /** Files as given: read again when a cancelled reading took the worker's memory with it, and kept on request. */
  readonly given: Record<Side, readonly File[]> = { reference: [], toImport: [] };
  /** Of this installation; written down with the first decision only. */
  salt = newSalt();
  private listener: (state: State) => void = () => undefined;

  constructor(
    private current: State,
    readonly clerk: Clerk,
    /** Says what happened, to those who don't see the screen change. */
    readonly say: (text: string) => void,
  ) {}

  get state(): State {
    return this.current;
  }

  onChange(listener: (state: State) => void): void {
    this.listener = listener;
  }

  update(change: Partial<State>): void {
    this.current = { ...this.current, ...change };
    this.listener(this.current);
  }

  /** Waits for storage; what fails is shown, and nothing else on screen moves. False when it failed. */
  async store(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      if (this.current.problem) this.update({ problem: undefined });
      return true;
    } catch (error) {
      this.update({ problem: toProblem(error, 'working') satisfies StorageProblem });
      return false;
    }
  }

  /** Waits for the worker. Gives back nothing when it was stopped or failed; the failure is then shown. */
  async ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      this.update({ busy: undefined, failure: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }
}
