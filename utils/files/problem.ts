/** Every way in which a file can be wrong. The message says it in French; the code lets a rule or a screen react. */
export type FileProblemCode =
  | 'empty'
  | 'headers-only'
  | 'too-large'
  | 'not-a-table'
  | 'nul-bytes'
  | 'bad-utf16'
  | 'unclosed-quote'
  | 'single-column'
  | 'too-many-columns'
  | 'short-row'
  | 'long-row'
  | 'huge-cell'
  | 'more-rows'
  | 'lost-encoding'
  | 'invisible-in-header'
  | 'duplicate-header'
  | 'blank-header'
  | 'missing-column'
  | 'no-header'
  | 'wrong-profile'
  | 'not-a-zip'
  | 'zip-truncated'
  | 'zip-corrupted'
  | 'zip-encrypted'
  | 'zip-nested'
  | 'zip-bomb'
  | 'zip-method'
  | 'zip-unsafe-name'
  | 'zip-name-encoding'
  | 'zip-no-csv'
  | 'zip-duplicate-name'
  | 'unencodable'
  | 'formula'
  | 'missing-cell'
  | 'repeated-key'
  | 'conflicting-corrections'
  | 'nothing-selected'
  | 'bad-uai'
  | 'not-xml'
  | 'xml-encoding'
  | 'xml-truncated'
  | 'xml-malformed'
  | 'xml-doctype'
  | 'wrong-namespace'
  | 'not-a-timetable'
  | 'two-schools'
  | 'unknown-reference'
  | 'no-identifier'
  | 'no-lessons';

/** Something wrong in a file: where, what, and what to do. `fatal` means that nothing could be read. */
export interface FileProblem {
  code: FileProblemCode;
  file: string;
  /** Line of the file, from 1, as a text editor counts them. */
  line?: number;
  /** Header of the column concerned, or its position when it has none. */
  column?: string;
  /** French sentence: what is wrong. */
  message: string;
  /** French sentence: what to do. */
  advice: string;
  fatal: boolean;
}

/** A roster file of a whole académie stays under 60 MB; far beyond, a tab could run out of memory. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** « text », with the no-break spaces that French typography asks for. */
export function quoted(text: string): string {
  return `«\u00A0${text}\u00A0»`;
}

/** « 1 ligne », « 12 lignes »: French plurals begin at two. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('fr-FR')}\u00A0${count < 2 ? one : many}`;
}

/** « 12 Mo ». */
export function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / (1024 * 1024)))}\u00A0Mo`;
}

/** The refusal of a file above the limit. */
export function tooLarge(file: string, bytes: number): FileProblem {
  return {
    code: 'too-large',
    file,
    message: `Ce fichier pèse ${megabytes(bytes)}, plus que la limite de ${megabytes(MAX_FILE_BYTES)}.`,
    advice: 'Extrayez les utilisateurs établissement par établissement, puis déposez les fichiers un à un.',
    fatal: true,
  };
}
