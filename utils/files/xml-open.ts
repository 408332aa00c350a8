import { countLineEnds } from './cell-bytes';
import { detectEncoding, type Encoding } from './encoding';
import { type FileProblem, megabytes, quoted } from './problem';
import { isTextTable, recognise } from './sniff';
import { XmlScanner } from './xml';
import { faultProblem, XmlFault } from './xml-fault';

/** A whole year of a school of 2,500 pupils weighs some 10 MB; several times that is still read, more is no timetable. */
export const MAX_TIMETABLE_BYTES = 128 * 1024 * 1024;

/** XML that can be scanned, and what is already odd about it. */
export interface OpenedXml {
  scanner?: XmlScanner;
  problems: FileProblem[];
}

const NOT_A_TIMETABLE = `Dans PRONOTE, ouvrez ${quoted('Imports/Exports')} › ${quoted('Socles ENT')} › ${quoted('Export manuel de l’emploi du temps')}, puis déposez le fichier XML obtenu.`;

const A_TABLE = {
  message: 'Ce fichier est un tableau (CSV ou texte), pas un emploi du temps.',
  advice: `Si ce sont les comptes de l’ENT, donnez-le dans l’atelier à ${quoted('Comptes de l’ENT')}. Si c’est la liste des cours d’EDT, recopiez-la avec sa ligne de titres et collez-la dans l’atelier.`,
};

/** The refusal of a timetable above the limit; to be asked with the size alone, before the file is read. */
export function oversized(file: string, bytes: number): FileProblem | undefined {
  if (bytes <= MAX_TIMETABLE_BYTES) return undefined;
  return {
    code: 'too-large',
    file,
    message: `Ce fichier pèse ${megabytes(bytes)}, plus que la limite de ${megabytes(MAX_TIMETABLE_BYTES)} pour un emploi du temps.`,
    advice: `Un établissement n’en produit pas de cette taille. Vérifiez que c’est le bon fichier. Avec plusieurs établissements, cochez ${quoted('Un répertoire par établissement')} à l’export.`,
    fatal: true,
  };
}

/** Opens XML whatever its encoding (UTF-8, UTF-16, Windows-1252). Never throws. */
export function openXml(file: string, bytes: Uint8Array): OpenedXml {
  const refuse = (problem: Omit<FileProblem, 'file' | 'fatal'>): OpenedXml => ({
    problems: [{ ...problem, file, fatal: true }],
  });
  const large = oversized(file, bytes.length);
  if (large) return { problems: [large] };
  if (bytes.length === 0)
    return refuse({ code: 'empty', message: 'Ce fichier est vide.', advice: NOT_A_TIMETABLE });
  const found = detectEncoding(bytes);
  const { text, encoding, from } = scannable(bytes, found.encoding, found.bom);
  const first = text.subarray(from).findIndex((byte) => byte > 0x20);
  if (first < 0 || text[from + first] !== 0x3c || isWebPage(bytes)) {
    const what = recognise(bytes)?.what;
    if (!what && isTextTable(bytes)) return refuse({ code: 'not-xml', ...A_TABLE });
    const despite = /\.xml$/i.test(file) ? ', malgré son nom' : '';
    const message = what
      ? `Ce fichier n’est pas un emploi du temps mais ${what}.`
      : `Ce fichier n’est pas du XML${despite}.`;
    return refuse({ code: 'not-xml', message, advice: NOT_A_TIMETABLE });
  }
  const declared = declaredEncoding(text, from + first);
  if (declared && !KNOWN.test(declared)) {
    return refuse({
      code: 'xml-encoding',
      line: 1,
      message: `Ce fichier annonce l’encodage ${quoted(declared)}, qui n’est pas pris en charge.`,
      advice: 'Refaites l’export depuis PRONOTE ou EDT, qui écrivent en UTF-8.',
    });
  }
  const problems: FileProblem[] = [];
  const [spoilt] = found.spoilt;
  if (spoilt !== undefined && encoding === found.encoding) {
    problems.push({
      code: 'lost-encoding',
      file,
      line: 1 + countLineEnds(bytes, 0, spoilt),
      message: 'Des lettres accentuées ont été abîmées par un mauvais encodage.',
      advice:
        'Les personnes concernées ne seraient pas reconnues. Refaites l’export, et déposez le fichier sans l’ouvrir ailleurs.',
      fatal: false,
    });
  }
  return { scanner: new XmlScanner(text, from, encoding), problems };
}

/** Runs a reading and turns what stops it into a problem. Anything but a fault of the file goes through. */
export function catchingFaults(file: string, scanner: XmlScanner, read: () => void): FileProblem | undefined {
  try {
    read();
    return undefined;
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    return faultProblem(file, fault, scanner.position(fault.offset));
  }
}

const KNOWN = /^(utf-?(8|16(le|be)?)|us-ascii|ascii|(iso-?8859-?|latin-?)(1|15|9)|windows-?1252|cp-?1252)$/i;

/** Only said encodings are looked at, to refuse the exotic: what the bytes are is seen better in the bytes. */
function declaredEncoding(bytes: Uint8Array, from: number): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(from, from + 200));
  return /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"'<>]{1,40})["']/.exec(start)?.[1];
}

function isWebPage(bytes: Uint8Array): boolean {
  return recognise(bytes)?.what === 'une page Web';
}

/** Bytes in which every tag is ASCII: UTF-16 is transcoded piece by piece, so that no second text of it exists. */
function scannable(
  bytes: Uint8Array,
  encoding: Encoding,
  bom: number,
): { text: Uint8Array; encoding: Encoding; from: number } {
  if (encoding === 'utf-8' || encoding === 'windows-1252') return { text: bytes, encoding, from: bom };
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let at = bom; at < bytes.length; at += PIECE) {
    const text = decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
    const piece = encoder.encode(text);
    pieces.push(piece);
    size += piece.length;
  }
  const text = new Uint8Array(size);
  let to = 0;
  for (const piece of pieces) {
    text.set(piece, to);
    to += piece.length;
  }
  return { text, encoding: 'utf-8', from: 0 };
}

const PIECE = 1024 * 1024;
