/** `node control-process.mjs <rounds> <before> <after>`: measures, and prints what it found as JSON. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { control, join, parse } from './measured-control';

/** CPU milliseconds of each call, and megabytes over the two files at the highest point of a control. */
export interface ControlMeasure {
  papa: number[];
  join: number[];
  full: number[];
  /** The very first calls, before the engine has compiled anything. */
  firstPapa: number;
  firstFull: number;
  peak: number;
  pairs: number;
  findings: number;
}

type Name = 'papa' | 'join' | 'full';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

if (isMainThread) await measureAll(process.argv.slice(2));
else serve(workerData as [string, string]);

/** A contender: runs what it is told to, in a thread and on a heap of its own, as the workshop's worker does. */
function serve([beforePath, afterPath]: [string, string]): void {
  const [before, after] = [readFileSync(beforePath), readFileSync(afterPath)];
  const calls: Record<Name, () => unknown> = {
    papa: () => parse(before),
    join: () => join(before, after),
    full: () => control(before, after),
  };
  collect();
  parentPort?.on('message', async (name: Name | 'settle') => {
    // A full collection would throw compiled code away too.
    if (name === 'settle') parentPort?.postMessage(collect({ type: 'minor' }));
    else parentPort?.postMessage(await calls[name]());
  });
  parentPort?.postMessage('ready');
}

async function measureAll([rounds = '1', ...paths]: string[]): Promise<void> {
  const ours = await hire(paths);
  const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
  const idle = megabytes();
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, megabytes());
  }, 2);
  const [firstFull, found] = await cpu(ours, 'full');
  clearInterval(watch);
  const peak = Math.max(highest, megabytes()) - idle;
  const parser = await hire(paths);
  const [firstPapa] = await cpu(parser, 'papa');
  const measure = { papa: [], join: [], full: [], firstPapa, firstFull, peak, ...(found as object) };
  const { papa, join, full } = measure as unknown as ControlMeasure;
  for (let round = 0; round < Number(rounds); round++) {
    papa.push((await cpu(parser, 'papa'))[0]);
    join.push((await cpu(ours, 'join'))[0]);
    full.push((await cpu(ours, 'full'))[0]);
  }
  console.log(JSON.stringify(measure));
  await Promise.all([ours.terminate(), parser.terminate()]);
}

async function hire(paths: readonly string[]): Promise<Worker> {
  const worker = new Worker(new URL(import.meta.url), { workerData: paths });
  await once(worker, 'message');
  // What starting it takes is not measured.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return worker;
}

/** CPU milliseconds of one call, and what it gives: the wall clock would count what else the machine does. */
async function cpu(worker: Worker, name: Name): Promise<[number, unknown]> {
  await ask(worker, 'settle');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const from = process.cpuUsage();
  const gives = await ask(worker, name);
  const { user, system } = process.cpuUsage(from);
  return [(user + system) / 1000, gives];
}

async function ask(worker: Worker, name: Name | 'settle'): Promise<unknown> {
  worker.postMessage(name);
  const [gives] = (await once(worker, 'message')) as [unknown];
  return gives;
}
