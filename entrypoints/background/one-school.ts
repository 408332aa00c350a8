import type { SeenSchool } from '@/utils/messages';
import type { Answers } from '@/utils/router';
import { asNamed } from '@/utils/tab-schools';

/** Frames of one tab may name one school from several hosts: every answer is about it as the first of them named it. */
export function aboutOneSchool(answers: Answers): Answers {
  const filed = Object.entries(answers).map(([name, answer]) => {
    const told = answer as (carries: unknown, from: { tab?: number; frame: number }) => Promise<unknown>;
    const answering: typeof told = async (carries, from) => told(await renamed(carries, from.tab), from);
    return [name, answering];
  });
  return Object.fromEntries(filed) as Answers;
}

async function renamed(carries: unknown, tab: number | undefined): Promise<unknown> {
  if (isSeen(carries)) return asNamed(carries, tab);
  const { school } = (carries ?? {}) as { school?: unknown };
  return isSeen(school) ? { ...(carries as object), school: await asNamed(school, tab) } : carries;
}

function isSeen(value: unknown): value is SeenSchool {
  return typeof value === 'object' && value !== null && 'ent' in value && 'id' in value && 'host' in value;
}
