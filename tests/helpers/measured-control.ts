/** What the measure of roster files runs, bundled as it ships, in a process of its own. */
import Papa from 'papaparse';
import { ControlDesk } from '@/entrypoints/workshop/control-desk';
import { Desk } from '@/entrypoints/workshop/desk';
import { compareRosters } from '@/utils/files/compare';
import { openTable } from '@/utils/files/csv';
import { recogniseLayout } from '@/utils/files/headers';
import type { RosterTable } from '@/utils/files/pairing';

function open(bytes: Uint8Array): RosterTable {
  const { table, problems } = openTable('Parent.csv', bytes);
  if (!table) throw new Error(problems[0]?.message);
  return { table, layout: recogniseLayout(table.header, table.file) };
}

/** The join alone: who is in both files, and which cells changed. Gives how many people there are. */
export function join(before: Uint8Array, after: Uint8Array): number {
  const comparison = compareRosters([open(before)], [open(after)]);
  return comparison.matched + comparison.gone.length + comparison.arrived.length;
}

/** One of each, as in the workshop's worker: what they hold of the last control is let go as the next one replaces it. */
const desk = new Desk();
const workshop = new ControlDesk(desk);

/** Everything that the workshop does with two files up to what it shows: reading, control, rules, findings, first page. */
export async function control(
  before: Uint8Array,
  after: Uint8Array,
): Promise<{ pairs: number; findings: number }> {
  // The bytes of a file chosen by the person belong to the workshop: nothing copies them.
  const given = (bytes: Uint8Array) => [
    { name: 'Parent.csv', size: bytes.length, bytes: bytes.buffer as ArrayBuffer },
  ];
  desk.read('reference', given(before), [], () => {});
  desk.read('toImport', given(after), [], () => {});
  const { pairCount } = await workshop.control({ updateAll: true, salt: 'bench' }, '2026-08-28', () => {});
  const listed = await workshop.list({ text: '', profile: '', className: '', verdict: '' }, {});
  return { pairs: pairCount, findings: listed.length };
}

/** PapaParse merely parsing one file, called as its documentation shows. */
export function parse(bytes: Uint8Array): number {
  return Papa.parse<string[]>(new TextDecoder().decode(bytes)).data.length;
}
