/** `node control-process.mjs <rounds> <before> <after>`: measures, and prints what it found as JSON. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { control, join, parse } from './measured-control';

/** CPU milliseconds of each call, and megabytes over the two files at the highest point of a control. */
export interface ControlMeasure {
  papa: number[];
  join: number[];
  full: number[];
  peak: number;
  pairs: number;
  findings: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** Lets what the other contender left behind be collected and swept outside of our time. */
async function settle(): Promise<void> {
  // A full collection would throw compiled code away too.
  collect({ type: 'minor' });
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/** CPU milliseconds of one call: the wall clock would count what else the machine does. */
async function cpu(run: () => unknown): Promise<number> {
  await settle();
  const from = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const [rounds = '1', beforePath = '', afterPath = ''] = process.argv.slice(2);
const [before, after] = [readFileSync(beforePath), readFileSync(afterPath)];
collect();
const highest = () => process.resourceUsage().maxRSS / 1024;
const idle = Math.max(highest(), process.memoryUsage.rss() / 2 ** 20);
const measure: ControlMeasure = { papa: [], join: [], full: [], peak: 0, ...(await control(before, after)) };
measure.peak = highest() - idle;
for (let round = 0; round < Number(rounds); round++) {
  measure.papa.push(await cpu(() => parse(before)));
  measure.join.push(await cpu(() => join(before, after)));
  measure.full.push(await cpu(() => control(before, after)));
}
console.log(JSON.stringify(measure));
