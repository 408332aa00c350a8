/**
 * Measures in a process of its own, and prints JSON. `node control-process.mjs once <papa|full> <before> <after>`: a single
 * call, as somebody's first one is. `node control-process.mjs warm <rounds> <calls> <before> <after>`: calls of each
 * contender once the engine has compiled what is called, which so many calls before make sure of.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { control, join, parse } from './measured-control';

type Name = 'papa' | 'join' | 'full';

/** A first call: CPU milliseconds, megabytes over the two files at its highest point, and what a control found. */
export interface FirstCall {
  cpu: number;
  peak: number;
  pairs: number;
  findings: number;
}

/** CPU milliseconds of each call. */
export type WarmCalls = Record<Name, number[]>;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

if (isMainThread) {
  const [how, what = '', ...rest] = process.argv.slice(2);
  const measure =
    how === 'once'
      ? await callOnce(what as Name, rest)
      : await callWarm(Number(what), Number(rest[0]), rest.slice(1));
  console.log(JSON.stringify(measure));
} else serve(workerData as [string, string]);

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

async function callOnce(name: Name, paths: readonly string[]): Promise<FirstCall> {
  const worker = await hire(paths);
  const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
  const idle = megabytes();
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, megabytes());
  }, 2);
  const [cpu, found] = await cpuOf(worker, name);
  clearInterval(watch);
  const peak = Math.max(highest, megabytes()) - idle;
  await worker.terminate();
  return { cpu, peak, ...(found as Pick<FirstCall, 'pairs' | 'findings'>) };
}

async function callWarm(rounds: number, calls: number, paths: readonly string[]): Promise<WarmCalls> {
  const [ours, parser] = [await hire(paths), await hire(paths)];
  const contenders: [Name, Worker][] = [
    ['papa', parser],
    ['join', ours],
    ['full', ours],
  ];
  for (const [name, worker] of contenders) for (let call = 0; call < calls; call++) await ask(worker, name);
  const measure: WarmCalls = { papa: [], join: [], full: [] };
  for (let round = 0; round < rounds; round++)
    for (const [name, worker] of contenders) measure[name].push((await cpuOf(worker, name))[0]);
  await Promise.all([ours.terminate(), parser.terminate()]);
  return measure;
}

async function hire(paths: readonly string[]): Promise<Worker> {
  const worker = new Worker(new URL(import.meta.url), { workerData: paths });
  await once(worker, 'message');
  // What starting it takes is not measured.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return worker;
}

/** CPU milliseconds of one call, and what it gives: the wall clock would count what else the machine does. */
async function cpuOf(worker: Worker, name: Name): Promise<[number, unknown]> {
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
