import { checkUai } from '@/utils/core/uai';
import { inOwnEncoding } from './correct';
import { type FileProblem, quoted } from './problem';
import type { Table } from './table';

/** Where itslearning France receives removal requests (source 000 §1.4.E). */
const SUPPORT = 'support.fr@itslearning.com';

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
] as const;

/** What a request to remove staff is made of: the rows of the export to remove, and how the school names itself. */
export interface RemovalRequestInput {
  table: Table;
  /** Rows of the people to remove. */
  rows: readonly number[];
  uai: string;
  schoolName: string;
  /** ISO date of the request. */
  date: string;
  /** Profile of the users, in the plural, as the guide writes it: « Enseignants », « Formateurs ». */
  profile: string;
}

/** The file to send and the e-mail to send it with. */
export interface RemovalRequest {
  fileName: string;
  bytes: Uint8Array;
  to: string;
  subject: string;
  body: string;
  /** Worth a look, but nothing that prevents sending. */
  warnings: readonly FileProblem[];
}

/**
 * Makes the request by which itslearning's support removes staff (source 000 §1.4.E): only the rows to remove, under the
 * header and byte for byte, since support imports the file. Undefined when no row is selected.
 */
export function removalRequest(input: RemovalRequestInput): RemovalRequest | undefined {
  const { table, schoolName, profile } = input;
  const rows = [...new Set(input.rows)]
    .filter((row) => row >= 0 && row < table.rowCount)
    .sort((a, b) => a - b);
  if (rows.length === 0) return undefined;
  const { uai, wellFormed, letterMatches, expectedLetter } = checkUai(input.uai);
  const warnings: FileProblem[] = [];
  const warn = (message: string) =>
    warnings.push({
      code: 'bad-uai',
      file: table.file,
      message,
      advice: 'Vérifiez le code de l’établissement avant d’envoyer la demande.',
      fatal: false,
    });
  if (!wellFormed) warn(`${quoted(input.uai)} n’est pas un code UAI (sept chiffres et une lettre).`);
  else if (!letterMatches) {
    warn(
      `La lettre du code UAI ${quoted(uai)} n’est pas celle que ses chiffres appellent (${expectedLetter}).`,
    );
  }
  const code = legal(wellFormed ? uai : input.uai);
  const name = legal(schoolName);
  const people = rows.length === 1 ? 'du compte listé' : `des ${rows.length}\u00A0comptes listés`;
  return {
    fileName: `${code}-${name}-${guideDate(input.date)}-${legal(profile)}.csv`,
    bytes: onlyRows(table, rows),
    to: SUPPORT,
    subject: `${code}-${name}-Suppression Utilisateurs`,
    body: [
      'Bonjour,',
      '',
      `Merci de procéder à la suppression ${people} dans le fichier joint (profil\u00A0: ${profile}), dont les titulaires ont quitté l’établissement.`,
      '',
      `Établissement\u00A0: ${schoolName.trim()}`,
      `Code UAI\u00A0: ${wellFormed ? uai : input.uai.trim()}`,
      '',
      'Ce fichier ne contient que les comptes à supprimer.',
      '',
      'Cordialement,',
    ].join('\r\n'),
    warnings,
  };
}

/** « 29aout2021 », as in the guide's examples: without accent, space or leading zero. */
function guideDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  return `${day}${MONTHS[month - 1] ?? ''}${year}`;
}

/** What the person typed, without the characters that Windows refuses in a file name. */
function legal(typed: string): string {
  return Array.from(typed)
    .filter((character) => character >= ' ' && !'\\/:*?"<>|'.includes(character))
    .join('')
    .trim()
    .replace(/(?<!\.)\.+$/, '');
}

/** Everything before the first row, then the rows with their own line ends, in the order of the file. */
function onlyRows(table: Table, rows: readonly number[]): Uint8Array {
  const { bytes } = table;
  const parts = [bytes.subarray(0, table.bodyStart)];
  for (const row of rows) {
    const { start, end } = table.rowRange(row);
    const lineEnd = bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? 2 : 1;
    parts.push(bytes.subarray(start, end + lineEnd));
  }
  return inOwnEncoding(table, parts);
}
