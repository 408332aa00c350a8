import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { XMLParser } from 'fast-xml-parser';
import { clearFile } from '@/tests/helpers/generate-timetable';
import { longestTask } from '@/tests/helpers/longest-task';
import { timetableModel } from '@/tests/helpers/timetable-model';
import { audit } from '@/utils/core/audit';
import type { Context } from '@/utils/core/context';
import { expectedCourses } from '@/utils/files/expected-courses';
import { readTimetable } from '@/utils/files/timetable';
import { TIMETABLE_RULES } from '@/utils/rules/lists/timetable';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'Whole control of a clear timetable against fast-xml-parser merely parsing it';

const context: Context = { ent: 'itslearning', today: '2026-09-08', schoolYear: { startsIn: 2026 } };

/** Reads, follows references, judges by all rules and works out the expected courses. */
function control(bytes: Uint8Array): unknown {
  const { facts, problems } = readTimetable('edt.xml', bytes);
  if (problems.some(({ fatal }) => fatal)) throw new Error(problems[0]?.message);
  return [facts, audit(Object.values(TIMETABLE_RULES), facts, context), expectedCourses(facts)];
}

/** The fastest safe options: no number is guessed, no value is trimmed. */
function parse(bytes: Uint8Array): unknown {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false });
  return parser.parse(new TextDecoder().decode(bytes));
}

/** CPU milliseconds of one call: the wall clock would count what else the machine does. */
function cpu(run: () => unknown): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes in use, once nothing of an earlier call is: a regular expression keeps the last text that it went over. */
function settled(): number {
  /x/.test('x');
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** Megabytes held at the end of a call that keeps its result, and of the heap before anything was given back. */
function memoryOf(run: () => unknown): { held: number; grown: number } {
  const before = settled();
  const kept = run();
  const { heapTotal, arrayBuffers } = process.memoryUsage();
  const held = settled() - before;
  return { held: kept === undefined ? 0 : held, grown: (heapTotal + arrayBuffers) / 2 ** 20 - before };
}

/** One school as often as needed under fresh identifiers: a file of any weight without inventing a town. */
function fileOf(pupils: number, times: number): Uint8Array {
  const text = clearFile(timetableModel(pupils, { pupils }));
  const sections = ['Professeurs', 'Classes', 'Groupes', 'Eleves', 'Cours'];
  const repeated = sections.reduce((whole, name) => {
    const [from, to] = [whole.indexOf(`<${name}>`) + name.length + 2, whole.lastIndexOf(`</${name}>`)];
    const inside = whole.slice(from, to);
    const copies = Array.from({ length: times }, (_, copy) => freshIdents(inside, copy));
    return whole.slice(0, from) + copies.join('') + whole.slice(to);
  }, text);
  return new TextEncoder().encode(repeated);
}

/** Copies are other people with other names, in classes and groups of their own; subjects and rooms are shared. */
function freshIdents(section: string, copy: number): string {
  if (copy === 0) return section;
  return section
    .replace(
      /<(Professeur|Classe|PartieDeClasse|Groupe|Eleve)\b([^>]*) ?Ident="(\d+)"/g,
      `<$1$2 Ident="${copy}$3"`,
    )
    .replace(/ (Nom)="/g, ` $1="X${copy} `);
}

/** Prints, for each size, the ratio to the bare parse and the memory that each needs; then what a browser's page feels. */
export async function run(tools: BenchTools): Promise<void> {
  console.log('file      fast-xml-parser  control   ratio  held: parser  control  heap: parser     control');
  for (const [pupils, times, rounds] of [
    [600, 1, 15],
    [2500, 1, 9],
    [2500, 25, 3],
  ] as const) {
    const bytes = fileOf(pupils, times);
    const [parser, ours] = [memoryOf(() => parse(bytes)), memoryOf(() => control(bytes))];
    const [bare, own]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      collect();
      bare.push(cpu(() => parse(bytes)));
      collect();
      own.push(cpu(() => control(bytes)));
    }
    console.log(
      [
        `${(bytes.length / 2 ** 20).toFixed(1)} MB`.padEnd(9),
        `${median(bare).toFixed(0)} ms`.padEnd(16),
        `${median(own).toFixed(0)} ms`.padEnd(9),
        (median(own) / median(bare)).toFixed(2).padEnd(6),
        `${parser.held.toFixed(0)} MB`.padEnd(13),
        `${ours.held.toFixed(0)} MB`.padEnd(8),
        `${parser.grown.toFixed(0)} MB`.padEnd(16),
        `${ours.grown.toFixed(0)} MB`,
      ].join(' '),
    );
  }
  await inBrowser(tools, fileOf(2500, 25));
}

/** The workshop in Chromium, given the largest file: until the findings are there, and the longest task of its page. */
async function inBrowser(tools: BenchTools, bytes: Uint8Array): Promise<void> {
  await tools.runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']);
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  const path = join(folder, 'edt.xml');
  writeFileSync(path, bytes);
  const session = await tools.openBrowser({
    chromium: await tools.findChromium(),
    extension: resolve('.output/chrome-mv3'),
    ports: { http: 9, https: 9 },
    headless: true,
  });
  try {
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${session.extensionId}/workshop.html#emploi-du-temps`);
    await page.waitForSelector('.zone input[type=file]', { state: 'attached' });
    let seconds = 0;
    const longest = await longestTask(page, async () => {
      const from = performance.now();
      await page.locator('.zone input[type=file]').first().setInputFiles(path);
      await page.waitForSelector('.results .rows', { timeout: 120_000 });
      seconds = (performance.now() - from) / 1000;
      await page.waitForSelector('.part:nth-of-type(4)', { state: 'attached', timeout: 60_000 });
    });
    const size = (bytes.length / 2 ** 20).toFixed(1);
    console.log(
      `in Chromium, ${size} MB: findings after ${seconds.toFixed(1)} s, longest task of the page ${longest.toFixed(0)} ms`,
    );
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
