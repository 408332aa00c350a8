import { controlRosters } from './files/control';
import type { PairDecision } from './files/control-result';
import { openTable } from './files/csv';
import { applyMapping, type ColumnMapping, recogniseLayout } from './files/headers';
import type { RosterTable } from './files/pairing';
import type { FileProblem } from './files/problem';
import { isZip } from './files/sniff';
import { openZip } from './files/zip';
import { bytesOf, type ImportControl, type ImportRequest } from './import-messages';

/** A spoilt encoding is told column by column: the first ones say enough. */
const SHOWN = 5;

/** Files as bytes: those that were given, or kept. */
interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** What was kept on this computer that a control may use. */
export interface KeptForControl {
  /** Asked for only when the person gave no reference. @throws {StorageProblem} */
  reference(): Promise<{ files: readonly NamedBytes[]; keptOn: string } | undefined>;
  /** How persons said to read columns, and what they decided of look-alikes. */
  memory(): Promise<{
    mappings: readonly ColumnMapping[];
    decisions: ReadonlyMap<string, PairDecision>;
    salt?: string;
  }>;
}

/** Controls the file chosen on an import screen. Never throws: what goes wrong is told in French. */
export async function controlImport(
  { file, references }: ImportRequest,
  kept: KeptForControl,
  signal: AbortSignal,
): Promise<ImportControl> {
  try {
    const { mappings, ...choices } = await kept.memory();
    const fresh = open([{ name: file.name, bytes: bytesOf(file) }], mappings);
    const problems = fresh.problems.slice(0, SHOWN).map(inWords);
    if (fresh.rosters.length === 0) return { kind: 'unreadable', problems };
    const given = references.map((one) => ({ name: one.name, bytes: bytesOf(one) }));
    const keptFiles = given.length === 0 ? await kept.reference() : undefined;
    const reference = open(keptFiles?.files ?? given, mappings);
    if (reference.rosters.length === 0)
      return { kind: 'no-reference', problems: reference.problems.slice(0, SHOWN).map(inWords) };
    const control = await controlRosters(
      { reference: reference.rosters, fresh: fresh.rosters, ...choices },
      undefined,
      signal,
    );
    return {
      kind: 'done',
      facts: control.facts,
      ...(control.prediction && { prediction: control.prediction }),
      reference: referenceWords(reference.rosters, keptFiles?.keptOn),
      problems,
    };
  } catch (error) {
    if (signal.aborted) return { kind: 'superseded' };
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: 'failed',
      says: `Le contrôle s’est interrompu, rien n’en est conclu. Contrôlez ce fichier dans l’atelier. (${why})`,
    };
  }
}

function open(files: readonly NamedBytes[], mappings: readonly ColumnMapping[]) {
  const problems: FileProblem[] = [];
  const rosters: RosterTable[] = [];
  const plain = files.flatMap(({ name, bytes }) => {
    // A spreadsheet is an archive too: the reader of tables says so better.
    if (!isZip(bytes) || /\.(csv|txt|xlsx|xlsm|ods)$/i.test(name)) return [{ name, bytes }];
    const archive = openZip(name, bytes);
    problems.push(...archive.problems);
    return archive.files;
  });
  for (const { name, bytes } of plain) {
    const { table, problems: found } = openTable(name, bytes);
    problems.push(...found);
    if (!table) continue;
    const layout = recogniseLayout(table.header, table.file);
    const mapping = mappings.find(({ signature }) => signature === layout.signature);
    rosters.push({ table, layout: mapping ? applyMapping(layout, mapping) : layout });
  }
  return { rosters, problems };
}

/** « Ligne 12, colonne « Nom » : un guillemet… ». */
function inWords({ file, line, column, message, advice }: FileProblem): string {
  const where = [
    file,
    ...(line === undefined ? [] : [`ligne\u00A0${line}`]),
    ...(column === undefined ? [] : [`colonne «\u00A0${column}\u00A0»`]),
  ];
  return `${where.join(', ')}\u00A0: ${message} ${advice}`;
}

function referenceWords(rosters: readonly RosterTable[], keptOn: string | undefined): string {
  const names = rosters.map(({ table }) => table.file).join(', ');
  const since = keptOn?.split('-').reverse().join('/');
  return since ? `${names}, conservé sur ce poste depuis le ${since}` : names;
}
