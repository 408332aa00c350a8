import { type FileProblem, quoted } from './problem';

const SAVE_AS_CSV = `Ouvrez-le dans votre tableur, puis enregistrez-le avec ${quoted('Fichier')} › ${quoted('Enregistrer sous')} au format CSV.`;

/** A kind of file that is often given in place of a CSV: its first bytes, what it is, what to do. */
interface Impostor {
  begins: readonly number[];
  what: string;
  advice: string;
}

const IMPOSTORS: readonly Impostor[] = [
  { begins: [0x25, 0x50, 0x44, 0x46], what: 'un document PDF', advice: 'Reprenez le fichier CSV d’origine.' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], what: 'un ancien document Excel ou Word', advice: SAVE_AS_CSV },
  {
    begins: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    what: 'un document de traitement de texte (RTF)',
    advice: 'Reprenez le fichier CSV d’origine.',
  },
  { begins: [0x1f, 0x8b], what: 'une archive GZIP', advice: 'Décompressez-la, puis déposez le fichier CSV.' },
  {
    begins: [0x37, 0x7a, 0xbc, 0xaf],
    what: 'une archive 7-Zip',
    advice: 'Décompressez-la, puis déposez les fichiers CSV.',
  },
  {
    begins: [0x52, 0x61, 0x72, 0x21],
    what: 'une archive RAR',
    advice: 'Décompressez-la, puis déposez les fichiers CSV.',
  },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: 'une image', advice: 'Déposez le fichier CSV lui-même.' },
  { begins: [0xff, 0xd8, 0xff], what: 'une image', advice: 'Déposez le fichier CSV lui-même.' },
];

/** True for a ZIP archive (of CSVs, or a spreadsheet: `impostor` tells them apart). */
export function isZip(bytes: Uint8Array): boolean {
  return begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** True for rows of text, parted by tabs or semicolons: a CSV, or a list that was copied from somewhere. */
export function isTextTable(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  if (start.includes('\0\0')) return false;
  const [first, second] = start.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return first !== undefined && second !== undefined && /[\t;]/.test(first) && /[\t;]/.test(second);
}

/** True for an archive of files, and not for a spreadsheet: one is an archive too, only its name and its inside tell. */
export function isArchive(name: string, bytes: Uint8Array): boolean {
  return isZip(bytes) && !/\.(csv|txt|xlsx|xlsm|ods|docx|odt)$/i.test(name);
}

/** Tells a file that is no CSV by its first bytes, whatever its name says; undefined when it may be one. */
export function impostor(file: string, bytes: Uint8Array): FileProblem | undefined {
  const found = recognise(bytes);
  if (!found) return undefined;
  const message = `Ce fichier n’est pas un CSV mais ${found.what}.`;
  return { code: 'not-a-table', file, message, advice: found.advice, fatal: true };
}

/** What a file is by its first bytes (« un document PDF »), and what to do when a CSV was expected. */
export function recognise(bytes: Uint8Array): { what: string; advice: string } | undefined {
  if (isZip(bytes)) return zipped(bytes);
  const known = IMPOSTORS.find((candidate) => begins(bytes, candidate.begins));
  if (known) return known;
  const start = String.fromCharCode(...bytes.subarray(0, 512))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<script)/.test(start)) {
    return named(
      'une page Web',
      'La session de l’ENT avait sans doute expiré pendant le téléchargement. Reconnectez-vous, puis refaites l’extraction.',
    );
  }
  if (/^<\?xml/.test(start)) {
    return named(
      'un fichier XML',
      'S’il s’agit d’un emploi du temps, déposez-le comme tel. Sinon, refaites l’extraction au format CSV.',
    );
  }
  if (/^[[{]\s*("|\{|\})/.test(start)) {
    return named('un fichier JSON', 'Refaites l’extraction au format CSV.');
  }
  return undefined;
}

/** Office documents are ZIP archives whose first entries have known names. */
function zipped(bytes: Uint8Array): { what: string; advice: string } {
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  if (start.includes('opendocument.spreadsheet')) {
    return named('un classeur LibreOffice (.ods)', SAVE_AS_CSV);
  }
  if (start.includes('opendocument.')) {
    return named('un document LibreOffice', 'Reprenez le fichier CSV d’origine.');
  }
  if (start.includes('word/')) {
    return named('un document Word (.docx)', 'Reprenez le fichier CSV d’origine.');
  }
  if (start.includes('[Content_Types].xml') || start.includes('xl/')) {
    return named('un classeur Excel (.xlsx)', SAVE_AS_CSV);
  }
  return named('une archive ZIP', 'Déposez-la comme archive, ou décompressez-la.');
}

function named(what: string, advice: string): { what: string; advice: string } {
  return { what, advice };
}

function begins(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
