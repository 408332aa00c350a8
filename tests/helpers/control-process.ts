/** `node control-process.mjs <rounds> <before> <after>`: measures, and prints what it found as JSON. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
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
const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
// The control leaves the thread no time to look at itself, and the system's own mark counts the process that started this one.
const highest = new Float64Array(new SharedArrayBuffer(8));
const watch = `const { workerData: highest } = require('node:worker_threads');
setInterval(() => { highest[0] = Math.max(highest[0], process.memoryUsage.rss() / 2 ** 20); }, 2);`;
const watcher = new Worker(watch, { eval: true, workerData: highest });
await once(watcher, 'online');
await new Promise((resolve) => setTimeout(resolve, 200));
highest[0] = 0;
const idle = megabytes();
const measure: ControlMeasure = { papa: [], join: [], full: [], peak: 0, ...(await control(before, after)) };
measure.peak = Math.max(highest[0] ?? 0, megabytes()) - idle;
await watcher.terminate();
for (let round = 0; round < Number(rounds); round++) {
  measure.papa.push(await cpu(() => parse(before)));
  measure.join.push(await cpu(() => join(before, after)));
  measure.full.push(await cpu(() => control(before, after)));
}
console.log(JSON.stringify(measure));
