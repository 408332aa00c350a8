import { type Breathe, holdBreath } from '@/utils/core/breathe';
import { LiveError, type LiveProblem } from '@/utils/ents/get-json';
import type { LiveTools } from '@/utils/ents/page';

/** What an interrupted reading had already read, narrowed: the console's own answers hold activation codes. */
export interface Answers {
  /** Identifier of the person who was connected: another one may have other rights. */
  by: string;
  /** Milliseconds since 1970. */
  since: number;
  read: Map<string, unknown>;
}

/** One reading in progress. */
export interface Asking {
  /** GETs a path and narrows its answer; what was already read isn't asked again. @throws {LiveError} */
  ask<T>(path: string, narrow: (json: unknown, breathe: Breathe) => T | Promise<T>): Promise<T>;
  breathe: Breathe;
  /** What was asked for; or `undefined`, and a sentence in `gaps`, when the platform keeps it back. @throws {LiveError} */
  orGap<T>(gap: string, asked: Promise<T>): Promise<T | undefined>;
  /** French sentences about what could not be read. */
  gaps: string[];
  /** The errors behind the gaps. */
  refusals: LiveError[];
  /** Tells that one more step begins. */
  step(doing: string): void;
  /** Announces steps that were not known of at first. */
  expect(count: number): void;
}

/** Steps of every reading: the lists, and the attachments in bulk. */
const STEPS = 7;

/** After these, the rest can still be read; after any other, nothing can. */
const THIS_ONE_ONLY: readonly LiveProblem[] = ['refused', 'server', 'unreadable'];

/** How many things are asked for at once: the console itself asks for two or three (domain Edifice §10.2). */
const PARALLEL = 2;

/** True when an error spoils one list only; a lost session or network and a cancellation spoil them all. */
export function spoilsOneOnly(error: unknown): error is LiveError {
  return error instanceof LiveError && THIS_ONE_ONLY.includes(error.problem);
}

/** Begins a reading that adds what it reads to `answers`. */
export function asking(tools: LiveTools, answers: Answers): Asking {
  const gaps: string[] = [];
  const refusals: LiveError[] = [];
  const { breathe = holdBreath } = tools;
  let total = STEPS;
  let begun = 0;
  return {
    gaps,
    refusals,
    breathe,
    async ask<T>(path: string, narrow: (json: unknown, breathe: Breathe) => T | Promise<T>) {
      if (answers.read.has(path)) return answers.read.get(path) as T;
      if (tools.signal.aborted) throw new LiveError('cancelled', path);
      const json = await tools.get(path);
      await breathe();
      const read = await narrow(json, breathe);
      answers.read.set(path, read);
      return read;
    },
    async orGap<T>(gap: string, asked: Promise<T>) {
      try {
        return await asked;
      } catch (error) {
        if (!spoilsOneOnly(error)) throw error;
        refusals.push(error);
        gaps.push(`${gap} : ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`);
        return undefined;
      }
    },
    step(doing) {
      tools.tell({ done: Math.min(begun++, total), total, doing });
    },
    expect(count) {
      total += count;
    },
  };
}

/** Works through a list two at a time, in order; the first that throws stops it. */
export async function twoAtATime<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      try {
        await work(items[index] as T, index);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}
