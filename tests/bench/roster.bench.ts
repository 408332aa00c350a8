import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Papa from 'papaparse';
import { compareRosters } from '@/utils/files/compare';
import { controlRosters } from '@/utils/files/control';
import { openTable } from '@/utils/files/csv';
import { recogniseLayout } from '@/utils/files/headers';
import type { RosterTable } from '@/utils/files/pairing';

export const title = 'Control of two roster files against PapaParse parsing one of them';

const HEADER = [
  'Clé de synchro élève',
  'Nom d’utilisateur élève',
  'Nom élève',
  'Prénom élève',
  'Date de naissance élève',
  'Classe Apprenant',
  'Niveau',
  'Groupes',
  ...[1, 2].flatMap((n) => [
    `Clé de synchro parent ${n}`,
    `Nom d’utilisateur parent ${n}`,
    `Nom parent ${n}`,
    `Prénom parent ${n}`,
    `Code postal parent ${n}`,
    `Courriel parent ${n}`,
  ]),
];

/** What somebody new does not have yet. */
const NEW = new Set(HEADER.filter((name) => name.startsWith('Clé') || name.startsWith('Nom d’utilisateur')));

const SYLLABLES = [
  'ma',
  'ri',
  'lé',
  'no',
  'du',
  'val',
  'cha',
  'ber',
  'tou',
  'gne',
  'sé',
  'ron',
  'bou',
  'let',
];

/** A small generator with a fixed seed: the same files at every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function rowsOf(count: number, seed = 20260701): string[][] {
  const next = random(seed);
  const word = (length: number) =>
    Array.from({ length }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('');
  return Array.from({ length: count }, (_, n) => {
    const [last, first, street] = [word(3).toUpperCase(), word(2), 59000 + Math.floor(next() * 900)];
    const born = `${10 + Math.floor(next() * 18)}/0${1 + Math.floor(next() * 9)}/20${10 + Math.floor(next() * 6)}`;
    const parents = ['père', 'mère'].flatMap((_, which) => {
      const name = word(2);
      return [
        `${name}${last.toLowerCase()}${street}`,
        `${name}.${last.toLowerCase()}${n}${which}`,
        last,
        name,
        String(street),
        `${name}.${last.toLowerCase()}@exemple.fr`,
      ];
    });
    return [
      `${first}${last.toLowerCase()}${born}${n}`,
      `${first}.${last.toLowerCase()}${n}`,
      last,
      first,
      born,
      `${3 + (n % 4)}e ${String.fromCharCode(65 + (n % 6))}`,
      `${3 + (n % 4)}e`,
      `GR${n % 20}`,
      ...parents,
    ];
  });
}

function fileOf(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode([HEADER, ...rows].map((row) => `${row.join(';')}\r\n`).join(''));
}

/** The file a school would import: one pupil in eight has left, as many arrive, classes change, 1 % of keys are edited. */
function edited(rows: readonly (readonly string[])[]): string[][] {
  const next = random(7);
  const kept = rows
    .filter((_, n) => n % 8 !== 0)
    .map((row) => {
      const copy = [...row];
      copy[5] = `${(row[5] ?? '').replace(/^\d/, (level) => String(Number(level) - 1))}`;
      if (next() < 0.01) copy[0] = (row[0] ?? '').replace('é', 'e').replace('a', 'à');
      return copy;
    });
  // Other people, whose accounts nobody has made yet.
  const arrivals = rowsOf(Math.floor(rows.length / 8), 42).map((row) =>
    row.map((value, at) => (NEW.has(HEADER[at] ?? '') ? '' : value)),
  );
  return [...kept, ...arrivals];
}

function open(bytes: Uint8Array): RosterTable {
  const { table, problems } = openTable('Parent.csv', bytes);
  if (!table) throw new Error(problems[0]?.message);
  return { table, layout: recogniseLayout(table.header, table.file) };
}

function control(before: Uint8Array, after: Uint8Array): number {
  const comparison = compareRosters([open(before)], [open(after)]);
  return comparison.matched + comparison.gone.length + comparison.arrived.length;
}

/** All that the workshop does with two files before it shows anything: renamed keys, classes, values, gauge. */
async function fullControl(before: Uint8Array, after: Uint8Array): Promise<number> {
  const { pairCount } = await controlRosters({ reference: [open(before)], fresh: [open(after)] });
  return pairCount;
}

function parse(bytes: Uint8Array): number {
  return Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ';' }).data.length;
}

/** CPU milliseconds of one call: the wall clock would count what else the machine does. */
async function cpu(run: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void;

/** Lets what the other contender left behind be collected and swept outside of our time. */
async function settle(): Promise<void> {
  collect({ type: 'minor' });
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Megabytes in use above what was in use before, at the end of a call that keeps its result alive. */
function extraMemory(run: () => unknown): number {
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = used();
  const kept = run();
  const after = used();
  return kept === undefined ? 0 : (after - before) / 2 ** 20;
}

/** A case of the bench: plain rows in the same order, every value in quotes, or the new file in another order. */
type Shape = 'plain' | 'quoted' | 'shuffled';

function filesOf(size: number, shape: Shape): [Uint8Array, Uint8Array] {
  const rows = rowsOf(size);
  const fresh = edited(rows);
  if (shape === 'shuffled') {
    const next = random(3);
    for (let n = fresh.length - 1; n > 0; n--) {
      const other = Math.floor(next() * (n + 1));
      [fresh[n], fresh[other]] = [fresh[other] as string[], fresh[n] as string[]];
    }
  }
  const inQuotes = (all: readonly (readonly string[])[]) =>
    all.map((row) => row.map((value) => `"${value}"`));
  return shape === 'quoted'
    ? [fileOf(inQuotes(rows)), fileOf(inQuotes(fresh))]
    : [fileOf(rows), fileOf(fresh)];
}

/** Prints, for each size and shape, the ratio to PapaParse and the memory taken over that of the two files. */
export async function run(): Promise<void> {
  console.log(
    'rows      shape      file      PapaParse   joined    ratio   memory over input   full control  ratio',
  );
  for (const [size, shape, rounds] of [
    [2_000, 'plain', 40],
    [20_000, 'plain', 15],
    [200_000, 'plain', 5],
    [200_000, 'quoted', 5],
    [200_000, 'shuffled', 5],
  ] as const) {
    const [before, after] = filesOf(size, shape);
    collect();
    await settle();
    const memory = extraMemory(() => compareRosters([open(before)], [open(after)]));
    const [papa, own, full]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round++) {
      papa.push(await cpu(() => parse(before)));
      await settle();
      own.push(await cpu(() => control(before, after)));
      if (full.length >= rounds / 2 || shape !== 'plain') continue;
      await settle();
      full.push(await cpu(() => fullControl(before, after)));
    }
    const ratio = median(own) / median(papa);
    const whole =
      full.length > 0
        ? [`${median(full).toFixed(0)} ms`, (median(full) / median(papa)).toFixed(2)]
        : ['', ''];
    console.log(
      [
        String(size).padEnd(9),
        shape.padEnd(10),
        `${(before.length / 2 ** 20).toFixed(1)} MB`.padEnd(9),
        `${median(papa).toFixed(0)} ms`.padEnd(11),
        `${median(own).toFixed(0)} ms`.padEnd(9),
        ratio.toFixed(2).padEnd(7),
        `${memory.toFixed(0)} MB`.padEnd(19),
        (whole[0] ?? '').padEnd(13),
        whole[1],
      ].join(' '),
    );
  }
}
