import type { Facts, Synchronisation } from './core/facts';
import type { Prediction } from './files/expected';

/** A file on the wire: messages are JSON, so its bytes travel as base64. */
export interface CarriedFile {
  name: string;
  base64: string;
}

/** The browser refuses messages above 64 MiB; base64 takes a third more than the bytes, and a reference travels too. */
export const MOST_CARRIED_BYTES = 20 * 1024 * 1024;

/** The file chosen on an import screen, and the export to compare it with when the person gave one. */
export interface ImportRequest {
  file: CarriedFile;
  /** Empty: the export kept on this computer, if any. */
  references: readonly CarriedFile[];
}

/** What the control of the chosen file gave. Every text is French. */
export type ImportControl =
  | { kind: 'unreadable'; problems: readonly string[] }
  /** `problems`: why the reference that was given, or kept, cannot be used. */
  | { kind: 'no-reference'; problems: readonly string[] }
  | { kind: 'failed'; says: string }
  /** A newer file was chosen meanwhile. */
  | { kind: 'superseded' }
  | ControlledImport;

/** Facts to be judged beside those of the screen, and what the import would do. */
export interface ControlledImport {
  kind: 'done';
  facts: Facts;
  prediction?: Prediction;
  /** French: which export it was compared with. */
  reference: string;
  /** What was found in the file and did not keep it from being read. */
  problems: readonly string[];
}

/** What an import that was sent should do: numbers only. */
export interface SentImport {
  school: string;
  updateAll: boolean;
  prediction: Prediction;
}

/** What the platform says of its last imports, to be compared with what was expected. */
export interface ReportedImports {
  school: string;
  synchronisations: readonly Synchronisation[];
}

/** Characters converted at once: a call with more arguments overflows the stack. */
const STEP = 0x8000;

/** A file as it crosses a message. */
export function carried(name: string, bytes: Uint8Array): CarriedFile {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP)
    binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return { name, base64: btoa(binary) };
}

/** The bytes of a file that crossed a message. @throws {DOMException} when they were not base64. */
export function bytesOf({ base64 }: CarriedFile): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
