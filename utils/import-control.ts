import type { Facts } from './core/facts';
import type { ProfileMismatch, RosterPlatform, RosterRole, UncontrolledFile } from './core/roster-facts';
import { platformOf } from './files/accounts';
import { controlRosters } from './files/control';
import type { PairDecision } from './files/control-result';
import { openTable } from './files/csv';
import { rosterImportedAs } from './files/form-profile';
import { applyMapping, type ColumnMapping } from './files/headers';
import { layoutProblems } from './files/layout-problems';
import { ownRepeats } from './files/own-repeats';
import type { RosterTable } from './files/pairing';
import type { FileProblem } from './files/problem';
import { isArchive } from './files/sniff';
import { openZip } from './files/zip';
import type { ControlledImport, ImportControl } from './import-messages';

/** What is wrong with a file is told line by line: the first ones say enough. */
const SHOWN = 20;

/** A file as bytes, and as whom the screen would import it. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
  roles?: readonly RosterRole[];
}

/** The files of an import screen, and the export to compare them with when the person gave one. */
export interface ImportFiles {
  platform: RosterPlatform;
  files: readonly GivenFile[];
  references: readonly GivenFile[];
}

/** What was kept on this computer that a control may use. */
export interface KeptForControl {
  /** Asked for only when the person gave no reference. @throws {StorageProblem} */
  reference(): Promise<{ files: readonly GivenFile[]; keptOn: string } | undefined>;
  /** How persons said to read columns, and what they decided of look-alikes. */
  memory(): Promise<{
    mappings: readonly ColumnMapping[];
    decisions: ReadonlyMap<string, PairDecision>;
    salt?: string;
  }>;
}

/** Controls the files chosen on an import screen, together. Never throws: what goes wrong is told in French. */
export async function controlImport(
  { platform, files, references }: ImportFiles,
  kept: KeptForControl,
  signal: AbortSignal,
): Promise<ImportControl> {
  try {
    const { mappings, ...choices } = await kept.memory();
    const fresh = files.map((file) => openRosters(file, mappings));
    const rosters = fresh.flatMap((one) => one.rosters);
    const right = fresh.flatMap((one) => (isMisplaced(one) ? [] : one.rosters));
    if (right.length === 0)
      return rosters.length === 0 ? uncompared(fresh, []) : { ...NOTHING, facts: withOwnFacts({}, fresh) };
    const keptFiles = references.length === 0 ? await kept.reference() : undefined;
    const opened = (keptFiles?.files ?? references).map((file) => openRosters(file, mappings));
    const all = opened.flatMap((one) => one.rosters);
    const reference = all.filter(({ layout }) => layout.profile !== 'mixed');
    const problems = opened.flatMap((one) => one.problems.slice(0, SHOWN).map(inWords));
    if (reference.length === 0) return uncompared(fresh, all.length > 0 ? [...problems, CLASSIC] : problems);
    const origin = platformOf(reference);
    if (origin !== platform && reference.some(({ layout }) => layout.kind !== 'unknown'))
      return uncompared(fresh, [...problems, FROM_ANOTHER[platform]]);
    const { facts, prediction } = await controlRosters(
      { reference, fresh: right, platform, ...choices },
      undefined,
      signal,
    );
    return {
      kind: 'done',
      facts: withOwnFacts(facts, fresh),
      compared: right.map(({ table }) => table.file),
      ...(prediction && { prediction }),
      reference: referenceWords(reference, keptFiles?.keptOn),
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

const FROM_ANOTHER: Record<RosterPlatform, string> = {
  itslearning: 'L’export de référence vient d’un autre ENT\u00A0: donnez celui de « Suivi synchro ».',
  edifice: 'L’export de référence vient d’un autre ENT\u00A0: donnez l’« Export Transition d’année ».',
};

const CLASSIC =
  'L’export de référence est un « Export classique », qui ne dit pas les dates de naissance : donnez l’« Export Transition d’année », un fichier par profil.';

const NO_REFERENCE =
  'Aucun export de référence n’est connu sur ce poste : ce fichier n’a été comparé à rien. Donnez l’export ci-dessus, ou conservez-le depuis l’atelier.';

const TO_NOTHING = 'Ce fichier n’a été comparé à rien.';

/** What one file gave. */
interface Opened {
  file: string;
  rosters: readonly RosterTable[];
  problems: readonly FileProblem[];
  mismatches: readonly ProfileMismatch[];
}

/** Reads the user files in one file, archives opened. */
export function openRosters({ name, bytes, roles }: GivenFile, mappings: readonly ColumnMapping[]): Opened {
  const archive = isArchive(name, bytes) ? openZip(name, bytes) : undefined;
  const problems: FileProblem[] = [...(archive?.problems ?? [])];
  const rosters: RosterTable[] = [];
  const mismatches: ProfileMismatch[] = [];
  for (const inside of archive?.files ?? [{ name, bytes }]) {
    const { table, problems: found } = openTable(inside.name, inside.bytes);
    problems.push(...found);
    if (!table) continue;
    const { roster, mismatch } = rosterImportedAs(table, roles);
    const mapping = mappings.find(({ signature }) => signature === roster.layout.signature);
    rosters.push(mapping ? { table, layout: applyMapping(roster.layout, mapping) } : roster);
    if (mismatch) mismatches.push(mismatch);
  }
  return { file: name, rosters, problems, mismatches };
}

const NOTHING = { kind: 'done', compared: [], problems: [] } as const;

/** Chosen in the field of another profile: compared with that one, everybody in it would be told. */
function isMisplaced({ mismatches }: Opened): boolean {
  return mismatches.some(({ doubtful }) => !doubtful);
}

/** Opens the files of a reference list; what is wrong with them is told in French. */
export function openReference(files: readonly GivenFile[], mappings: readonly ColumnMapping[]) {
  const opened = files.map((file) => openRosters(file, mappings));
  return {
    rosters: opened.flatMap(({ rosters }) => rosters),
    problems: opened.flatMap(({ problems }) => problems.slice(0, SHOWN).map(inWords)),
  };
}

/** Nothing to compare with: what the files show by themselves is told all the same. */
function uncompared(fresh: readonly Opened[], problems: readonly string[]): ControlledImport {
  const facts = withOwnFacts({}, fresh);
  const says = problems.length > 0 ? [...problems, TO_NOTHING].join(' ') : NO_REFERENCE;
  const alone = fresh.flatMap(({ rosters }) =>
    rosters.map(({ table: { file } }): UncontrolledFile => ({ ...at(file), state: 'no-reference', says })),
  );
  const items = [...(facts.uncontrolledFiles?.items ?? []), ...alone];
  const repeated = fresh.flatMap((one) => (isMisplaced(one) ? [] : one.rosters.flatMap(ownRepeats)));
  const repeatedKeys = {
    items: repeated.slice(0, SHOWN),
    complete: repeated.length <= SHOWN,
    read: { shown: Math.min(repeated.length, SHOWN), total: repeated.length },
  };
  return { ...NOTHING, facts: { ...facts, repeatedKeys, uncontrolledFiles: { items, complete: true } } };
}

/** Adds what each file shows by itself. A comparison tells its headers and its spoilt letters better. */
function withOwnFacts(facts: Facts, fresh: readonly Opened[]): Facts {
  const isCompared = facts.headerProblems !== undefined;
  const told = new Set(isCompared ? ['invisible-in-header'] : []);
  if (facts.lostEncoding && facts.lostEncoding.items.length > 0) told.add('lost-encoding');
  const faults = fresh.flatMap(({ rosters, problems }) => {
    if (rosters.length === 0) return [];
    const headers = isCompared ? [] : rosters.flatMap(({ table, layout }) => layoutProblems(table, layout));
    return [...problems, ...headers].filter(({ code }) => !told.has(code));
  });
  const unread = fresh.filter(({ rosters }) => rosters.length === 0);
  const mismatches = [...(facts.profileMismatches?.items ?? []), ...fresh.flatMap((one) => one.mismatches)];
  return {
    ...facts,
    profileMismatches: { items: mismatches, complete: true },
    fileFaults: {
      items: faults.slice(0, SHOWN).map(({ file, line = 1, column, code, message, advice }) => ({
        ...at(file, line, column),
        code,
        message,
        advice,
      })),
      complete: faults.length <= SHOWN,
      read: { shown: Math.min(faults.length, SHOWN), total: faults.length },
    },
    uncontrolledFiles: {
      items: unread.map(({ file, problems: [first, ...others] }) => ({
        ...at(file, first?.line, first?.column),
        state: 'unreadable' as const,
        says: [...(first ? [first] : []), ...others.slice(0, SHOWN)].map(inWords).join(' '),
      })),
      complete: true,
    },
  };
}

function at(file: string, line = 1, column?: string) {
  return { at: { in: 'file' as const, file, line, ...(column === undefined ? {} : { column }) }, file };
}

/** « Ligne 12, colonne « Nom » : un guillemet… ». */
export function inWords({ file, line, column, message, advice }: FileProblem): string {
  const where = [
    file,
    ...(line === undefined ? [] : [`ligne\u00A0${line}`]),
    ...(column === undefined ? [] : [columnWords(column)]),
  ];
  return `${where.join(', ')}\u00A0: ${message} ${advice}`;
}

/** A header is quoted; a position in a line, as XML and columns without a header have it, is a number. */
function columnWords(column: string): string {
  return /^\d+$/.test(column) ? `colonne\u00A0${column}` : `colonne «\u00A0${column}\u00A0»`;
}

/** French: the names of the files, and since when they are kept. */
export function referenceWords(rosters: readonly RosterTable[], keptOn: string | undefined): string {
  const names = rosters.map(({ table }) => table.file).join(', ');
  const since = keptOn?.split('-').reverse().join('/');
  return since ? `${names}, conservé sur ce poste depuis le ${since}` : names;
}
