import type { Facts } from '@/utils/core/facts';
import type { TimetableFile, TimetableForm } from '@/utils/core/timetable-facts';
import { detectEncoding } from './encoding';
import { type FileProblem, quoted } from './problem';
import { isTextTable, isZip } from './sniff';
import { CLEAR_EXPORT, readClear } from './timetable-clear';
import { CONTAINER, ENCRYPTED_UNKNOWABLE, readContainer } from './timetable-container';
import { EDT_LIST_UNKNOWABLE, readEdtList } from './timetable-edt';
import { readPastedList } from './timetable-paste';
import type { RawTimetable } from './timetable-raw';
import { resolveTimetable } from './timetable-resolve';
import { readUdt, UDT_UNKNOWABLE } from './timetable-udt';
import type { XmlScanner } from './xml';
import { catchingFaults, openXml, oversized } from './xml-open';

/** What was recognised: a file that platforms import, or a list that EDT shows and exports. */
export type TimetableKind = TimetableForm | 'edt-list' | 'pasted-list';

/** All that a timetable file tells. */
export interface TimetableReading {
  file: string;
  /** Absent when nothing could be read. */
  kind?: TimetableKind;
  facts: Facts;
  problems: FileProblem[];
  /** French sentences: what this kind of file can't tell, whatever it holds. */
  unknowable: readonly string[];
  /** Files inside a UDT archive. */
  parts?: readonly UdtPart[];
}

/** One file of a UDT archive: its name, what it holds, and when it was written (ISO date and time). */
export interface UdtPart {
  name: string;
  holds: string;
  modified?: string;
}

/** What reading may need to know. */
export interface TimetableOptions {
  /** ISO date, to tell who is in a class now. */
  today?: string;
  /** Told the share that is read, from 0 to 1. */
  progress?(share: number): void;
}

/** Reads a timetable file of any kind that we know. Never throws; the bytes are left as they are. */
export function readTimetable(
  file: string,
  bytes: Uint8Array,
  options: TimetableOptions = {},
): TimetableReading {
  const reading: TimetableReading = { file, facts: {}, problems: [], unknowable: [] };
  if (isZip(bytes)) {
    const { item, parts, problems } = readUdt(file, bytes);
    if (!item) return { ...reading, problems };
    return { ...reading, ...ofFile(item), problems, parts, unknowable: UDT_UNKNOWABLE };
  }
  const { scanner, problems } = openXml(file, bytes);
  if (!scanner) return savedList(file, bytes) ?? { ...reading, problems };
  let read: Partial<TimetableReading> = {};
  const fault = catchingFaults(file, scanner, () => {
    read = readDocument(file, scanner, options);
  });
  if (fault) return { ...reading, problems: [...problems, fault] };
  return { ...reading, ...read, problems: [...problems, ...(read.problems ?? [])] };
}

/** The list of lessons copied from EDT, saved in a text file rather than pasted. */
function savedList(file: string, bytes: Uint8Array): TimetableReading | undefined {
  if (!isTextTable(bytes) || oversized(file, bytes.length)) return undefined;
  const { encoding, bom } = detectEncoding(bytes);
  const read = readPastedList(new TextDecoder(encoding).decode(bytes.subarray(bom)), file);
  return read.kind ? read : undefined;
}

function readDocument(
  file: string,
  scanner: XmlScanner,
  { today, progress }: TimetableOptions,
): Partial<TimetableReading> {
  scanner.next();
  const root = scanner.element();
  const namespace = scanner.namespace() ?? '';
  if (root === 'EXPORT_INDEX_EDUCATION' && (namespace === CONTAINER || namespace === '')) {
    const { item, problems } = readContainer(file, scanner);
    if (problems.some(({ fatal }) => fatal)) return { problems };
    return { ...ofFile(item), problems, unknowable: ENCRYPTED_UNKNOWABLE };
  }
  if (root === 'ExportEmploiDuTemps' && (namespace === CLEAR_EXPORT || namespace === ''))
    return clearReading(file, readClear(scanner, progress), today);
  if (root === 'TABLE') {
    const { facts, problems } = readEdtList(file, scanner);
    if (problems.some(({ fatal }) => fatal)) return { problems };
    return { kind: 'edt-list', facts, problems, unknowable: EDT_LIST_UNKNOWABLE };
  }
  const { line, column } = scanner.position(scanner.start);
  // Read to its end all the same: that it is cut or broken would be the better news.
  while (scanner.next() !== 'end');
  return { problems: [wrongRoot(file, root, namespace, { line, column: String(column) })] };
}

function clearReading(file: string, raw: RawTimetable, today?: string): Partial<TimetableReading> {
  const { facts, problems } = resolveTimetable(file, raw, today);
  if (raw.lessons.length === 0) {
    problems.push({
      code: 'no-lessons',
      file,
      message: 'Ce fichier ne contient aucun cours.',
      advice:
        'L’ENT ne créerait aucun cours, et pourrait effacer les événements déjà importés. Vérifiez que l’emploi du temps est placé, puis refaites l’export.',
      fatal: false,
    });
  }
  const { spot, uai, year } = raw;
  const at = { in: 'file', file, line: spot.line } as const;
  const item: TimetableFile = { at, form: 'clear', ...(uai && { uai }), ...(year && { year }) };
  const own = ofFile(item);
  return { ...own, facts: { ...own.facts, ...facts }, problems, unknowable: CLEAR_UNKNOWABLE };
}

const CLEAR_UNKNOWABLE: readonly string[] = [
  'Ce fichier ne dit ni quand ni par quelle version du logiciel il a été produit.',
  'Les parties de classe y sont sans nom.',
];

function ofFile(item: TimetableFile): Pick<TimetableReading, 'kind' | 'facts'> {
  return { kind: item.form, facts: { timetableFiles: { items: [item], complete: true } } };
}

function wrongRoot(
  file: string,
  root: string,
  namespace: string,
  place: { line: number; column: string },
): FileProblem {
  const isOurs = root === 'EXPORT_INDEX_EDUCATION' || root === 'ExportEmploiDuTemps';
  return {
    code: isOurs ? 'wrong-namespace' : 'not-a-timetable',
    file,
    ...place,
    message: isOurs
      ? `L’élément ${quoted(root)} n’est pas dans l’espace de noms d’Index Éducation, mais dans ${quoted(namespace.slice(0, 80))}.`
      : `Ce fichier XML n’est pas un emploi du temps, il commence par l’élément ${quoted(root.slice(0, 60))}.`,
    advice: `Déposez le fichier obtenu par ${quoted('Imports/Exports')} › ${quoted('Socles ENT')} › ${quoted('Export manuel de l’emploi du temps')}.`,
    fatal: true,
  };
}
