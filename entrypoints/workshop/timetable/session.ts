import { toProblem } from '@/utils/store/problem';
import { Cancelled, type Clerk } from '../clerk';
import type { TimetableRequests } from './protocol';
import type { TimetableState } from './state';

/** What the section knows, and who is told when it changes. */
export class TimetableSession {
  /** As given: read again when a cancelled reading took the worker's memory with it. */
  files: readonly File[] = [];
  accounts: readonly File[] = [];
  pasted = '';
  private listener: (state: TimetableState) => void = () => undefined;

  constructor(
    private current: TimetableState,
    readonly clerk: Clerk<TimetableRequests>,
    /** Says what happened, to those who don't see the screen change. */
    readonly say: (text: string) => void,
  ) {}

  get state(): TimetableState {
    return this.current;
  }

  onChange(listener: (state: TimetableState) => void): void {
    this.listener = listener;
  }

  update(change: Partial<TimetableState>): void {
    this.current = { ...this.current, ...change };
    this.listener(this.current);
  }

  /** Waits for storage; what fails is shown, and nothing else moves. Gives back nothing when it failed. */
  async store<T>(work: () => Promise<T>): Promise<{ value: T } | undefined> {
    try {
      const value = await work();
      if (this.current.problem) this.update({ problem: undefined });
      return { value };
    } catch (error) {
      this.update({ problem: toProblem(error, 'working') });
      return undefined;
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
