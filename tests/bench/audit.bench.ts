import { audit } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import { newEdificeLive } from '@/utils/ents/edifice/live';
import { verdictsOf } from '@/utils/report/verdicts';
import { ALL_RULES } from '@/utils/rules';
import { consoleOf } from '../helpers/generate-console';
import { measureLiveAudit } from '../helpers/measure-live-audit';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'Contrôle en direct : 10 000 comptes jugés par toutes les règles';

const USERS = 10_000;
const RUNS = 15;
/** Controls in the browser. */
const ROUNDS = 5;
/** What the judgement of so many accounts may take, in ms. */
const BUDGET_MS = 200;
const TODAY = '2026-11-23';

/**
 * Prints what judging a very large school takes, next to merely parsing its users' JSON: medians of interleaved runs.
 * @throws {Error} above the budget.
 */
export async function run(tools: BenchTools): Promise<void> {
  const answers = consoleOf(USERS);
  const json = JSON.stringify(answers.users);
  const facts = await factsOf(answers.get);
  const context = { ent: 'edifice', today: TODAY, schoolYear: schoolYearOn(TODAY) } as const;
  const times: Record<'parse' | 'audit' | 'verdicts', number[]> = { parse: [], audit: [], verdicts: [] };
  let results = audit(ALL_RULES, facts, context);
  for (let n = 0; n < RUNS; n++) {
    times.parse.push(timed(() => JSON.parse(json)));
    times.audit.push(
      timed(() => {
        results = audit(ALL_RULES, facts, context);
      }),
    );
    times.verdicts.push(timed(() => verdictsOf(results, facts.users?.items)));
  }
  const parse = median(times.parse);
  console.table(
    Object.entries(times).map(([what, some]) => ({
      what,
      'median, ms': Number(median(some).toFixed(1)),
      'worst, ms': Number(Math.max(...some).toFixed(1)),
      'ratio to JSON.parse': Number((median(some) / parse).toFixed(2)),
    })),
  );
  const flags = results.map(({ rule, outcome, flags: all }) => ({ rule, outcome, flags: all.length }));
  console.table(flags);
  console.log(`${USERS} accounts, ${(json.length / 1e6).toFixed(1)} MB of JSON, ${ALL_RULES.length} rules`);
  if (median(times.audit) > BUDGET_MS) throw new Error(`Judging took more than ${BUDGET_MS} ms.`);
  await inChromium(tools);
}

/** The same control in the browser, from the click to the panel: what the person’s own page has to wait for. */
async function inChromium(tools: BenchTools): Promise<void> {
  const measures = await measureLiveAudit(tools, USERS, ROUNDS);
  console.table(
    measures.map(({ longestTask, longestWall, took }) => ({
      'longest task, ms of processor': Math.round(longestTask),
      'the same, ms of clock': Math.round(longestWall),
      'whole control, ms': Math.round(took),
    })),
  );
  const longest = median(measures.map(({ longestTask }) => longestTask));
  console.log(
    `In Chromium, longest task of the page’s thread: ${longest.toFixed(0)} ms (median of ${ROUNDS})`,
  );
}

async function factsOf(get: (path: string) => Promise<unknown>): Promise<Facts> {
  const { signal } = new AbortController();
  const reading = await newEdificeLive().gather(
    { id: 's1', name: 'Cité scolaire' },
    { get, signal, tell: () => undefined },
  );
  return reading.facts;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
