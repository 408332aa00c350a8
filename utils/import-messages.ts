import type { School } from './core/context';
import type { EntId, Facts, Profile, Synchronisation } from './core/facts';
import type { ImportedProfile } from './core/import-wizard-facts';
import type { RosterPlatform, RosterRole } from './core/roster-facts';
import type { PredictedImport, Prediction } from './files/expected';
import type { JudgedImport } from './import-judgement';
import type { SeenReport } from './import-report';

/**
 * The most that is controlled on a page, files and references together, in bytes. The browser's background holds them in
 * memory all at once, beside what it reads of them; the workshop, which has a tab to itself, goes further.
 */
export const MOST_CARRIED_BYTES = 128 * 1024 * 1024;

/** The browser refuses messages above 64 MiB; small pieces also leave the page free to answer between two of them. */
export const PIECE_BYTES = 4 * 1024 * 1024;

/** One piece of a file on the wire: messages are JSON, so its bytes travel as base64. */
export interface FilePiece {
  host: string;
  /** Names the control that the file is for: the pieces of an older one of the same frame are dropped. */
  upload: string;
  /** Position among the files of the upload. */
  file: number;
  name: string;
  /** Of the whole file, in bytes. */
  size: number;
  /** Where these bytes begin. */
  at: number;
  base64: string;
}

/** Asks for the control of files that were carried before. */
export interface ImportRequest {
  host: string;
  upload: string;
  platform: RosterPlatform;
  /** The school of the screen, when it says so: the control is filed under it. */
  school?: School;
  /** True when those who are not in the files would be removed, as the screen stands. */
  updateAll?: boolean;
  /** What each file of the upload is, in order: to be imported, as whom the screen says; or an export to compare with. */
  files: readonly { is: 'import' | 'reference'; roles?: readonly RosterRole[] }[];
}

/** What the control of the chosen files gave. Every text is French. */
export type ImportControl =
  | { kind: 'failed'; says: string }
  /** Other files were chosen meanwhile. */
  | { kind: 'superseded' }
  | ControlledImport;

/** Facts to be judged beside those of the screen, and what the import would do. */
export interface ControlledImport {
  kind: 'done';
  facts: Facts;
  /** What the rules say of them; absent as long as nobody asked. */
  judged?: JudgedImport;
  /** Names of the files that were compared with an export. */
  compared: readonly string[];
  prediction?: Prediction;
  /** French: which export; absent when there was none to compare with. */
  reference?: string;
  /** What was found in the export itself. */
  problems: readonly string[];
}

/** What an import that was sent should do: numbers only. */
export interface SentImport {
  host: string;
  school: string;
  updateAll: boolean;
  prediction: Prediction;
}

/** What the platform says of its last imports, to be compared with what was expected. */
export interface ReportedImports {
  host: string;
  ent: EntId;
  school: School;
  synchronisations?: readonly Synchronisation[];
  /** What the console's list of accounts shows, and the ISO instant at which it was read. */
  accounts?: { readAt: string; profiles: readonly AccountDays[] };
}

/** Accounts made by files, by the day (ISO) on which they were created and on which they were pre-deleted. */
export interface AccountDays {
  profile: Profile;
  created: Record<string, number>;
  preDeleted: Record<string, number>;
}

/** A report of what an import is about to do, and what the control of its files announced. */
export interface AnnouncedImport {
  host: string;
  predicted: PredictedImport;
  report: SeenReport;
}

/** Somebody as a screen of the timetable import names them. */
export interface NamedPerson {
  profile: ImportedProfile;
  name: string;
}

/** People whom an import did not find, to be looked for in a reference list: their names stand in memory only. */
export interface LikelyRequest {
  host: string;
  people: readonly NamedPerson[];
  /** Keys of the accounts that the import did find. */
  taken: readonly string[];
  /** The export that was given, carried before, and of how many files; absent: the one kept on this computer, if any. */
  upload?: string;
  files: number;
}

/** The likely account of one person, with French reasons; without account, why nobody is proposed. */
export interface FoundAccount extends NamedPerson {
  account?: string;
  reasons: readonly string[];
}

/** What the search for likely accounts gave. Every text is French. */
export type LikelyAnswer =
  | { kind: 'no-reference'; problems: readonly string[] }
  | { kind: 'failed'; says: string }
  | { kind: 'done'; reference: string; found: readonly FoundAccount[]; problems: readonly string[] };

/** The bytes that crossed a message. @throws {DOMException} when they were not base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
