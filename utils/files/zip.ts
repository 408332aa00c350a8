import { Inflate } from 'fflate';
import {
  counted,
  type FileProblem,
  type FileProblemCode,
  MAX_FILE_BYTES,
  megabytes,
  quoted,
  tooLarge,
} from './problem';
import { isZip } from './sniff';
import { crc32, MAX_ENTRIES, packedBytes, readDirectory, type ZipEntry } from './zip-directory';

/** A CSV taken out of an archive. */
export interface ExtractedFile {
  /** Name without folders. */
  name: string;
  bytes: Uint8Array;
}

/** The CSV files of an archive, and what is wrong with it. One bad entry never hides the others. */
export interface OpenedZip {
  files: ExtractedFile[];
  problems: FileProblem[];
}

/** Rosters pack 5 to 20 times smaller; nothing but a trap packs 200 times smaller. */
const MAX_RATIO = 200;
/** Below this size the ratio proves nothing: a file of one repeated line is merely small. */
const RATIO_FROM = 4 * 1024 * 1024;
/** Packed bytes handed over at once: what one piece can inflate to stays small, so that a trap is seen in time. */
const PIECE = 16 * 1024;

/** Takes the CSV files out of a ZIP archive, in memory. Never throws, and never inflates more than the limit, in bytes. */
export function openZip(file: string, bytes: Uint8Array, limit = MAX_FILE_BYTES): OpenedZip {
  if (bytes.length > MAX_FILE_BYTES) return { files: [], problems: [tooLarge(file, bytes.length)] };
  const problems: FileProblem[] = [];
  const say = (code: FileProblemCode, message: string, advice: string, fatal = false) => {
    problems.push({ code, file, message, advice, fatal });
  };
  if (!isZip(bytes)) {
    say(
      'not-a-zip',
      'Ce fichier n’est pas une archive ZIP.',
      'Reprenez l’archive que l’ENT a produite.',
      true,
    );
    return { files: [], problems };
  }
  const entries = readDirectory(bytes);
  if (!entries) {
    say(
      'zip-truncated',
      'Cette archive est incomplète, son sommaire manque.',
      'Le téléchargement a sans doute été interrompu. Refaites l’extraction.',
      true,
    );
    return { files: [], problems };
  }
  if (entries.length >= MAX_ENTRIES) {
    say(
      'zip-bomb',
      `Cette archive annonce plus de ${counted(MAX_ENTRIES - 1, 'fichier')}.`,
      'Ce n’est pas une extraction de l’ENT. Déposez seulement les fichiers CSV.',
      true,
    );
    return { files: [], problems };
  }
  const files: ExtractedFile[] = [];
  const names = new Set<string>();
  let budget = limit;
  // What may still be inflated in vain: thousands of entries may share the same bytes, and all be damaged.
  let patience = limit;
  for (const entry of entries.filter(isWorthALook)) {
    const name = entry.name.split(/[/\\]/).at(-1) ?? entry.name;
    const refused = refusal(entry, name, Math.min(budget, patience));
    if (refused) {
      say(...refused);
      continue;
    }
    const extracted = extract(bytes, entry, name, budget);
    if (!(extracted instanceof Uint8Array)) {
      patience -= entry.size;
      say(...extracted);
      continue;
    }
    budget -= extracted.length;
    if (entry.guessedName) {
      say(
        'zip-name-encoding',
        `Le nom du fichier ${quoted(name)} est écrit dans un ancien encodage, certaines lettres ont pu changer.`,
        'Vérifiez que c’est bien le fichier attendu. Son contenu n’est pas touché.',
      );
    }
    if (names.has(name)) {
      say(
        'zip-duplicate-name',
        `Deux fichiers de l’archive s’appellent ${quoted(name)}.`,
        'Les deux sont lus. Vérifiez que l’archive ne contient pas deux extractions.',
      );
    }
    names.add(name);
    files.push({ name, bytes: extracted });
  }
  if (files.length === 0 && problems.length === 0) {
    say(
      'zip-no-csv',
      'Cette archive ne contient aucun fichier CSV.',
      `Déposez l’archive obtenue par ${quoted('Suivi synchro')} › ${quoted('Exportez les utilisateurs de l’ENT (importés en CSV)')}.`,
      true,
    );
  }
  return { files, problems };
}

/** Code, message and advice of an entry that is not read. */
export type Refusal = [FileProblemCode, string, string];

/** Folders, and what macOS adds of its own, are passed over in silence; so are other kinds of files. */
function isWorthALook({ name }: ZipEntry): boolean {
  if (name.endsWith('/') || /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name)) return false;
  return /\.(csv|txt|zip)$/i.test(name);
}

function refusal(entry: ZipEntry, name: string, budget: number): Refusal | undefined {
  if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\0/.test(entry.name)) {
    return [
      'zip-unsafe-name',
      `Le fichier ${quoted(name)} de l’archive porte un chemin qui mène hors de l’archive. Il n’a pas été lu.`,
      'Une extraction de l’ENT n’en contient pas. Vérifiez d’où vient cette archive.',
    ];
  }
  if (/\.zip$/i.test(name)) {
    return [
      'zip-nested',
      `L’archive contient une autre archive, ${quoted(name)}, qui n’a pas été ouverte.`,
      'Décompressez-la, puis déposez ses fichiers CSV.',
    ];
  }
  if (entry.encrypted) {
    return [
      'zip-encrypted',
      `Le fichier ${quoted(name)} est protégé par un mot de passe.`,
      'Décompressez l’archive avec son mot de passe, puis déposez les fichiers CSV.',
    ];
  }
  if (entry.method !== 0 && entry.method !== 8) {
    return [
      'zip-method',
      `Le fichier ${quoted(name)} est compressé d’une manière qui n’est pas prise en charge.`,
      'Décompressez l’archive, puis déposez les fichiers CSV.',
    ];
  }
  const inflated =
    entry.size > budget || (entry.size > RATIO_FROM && entry.size > entry.packedSize * MAX_RATIO);
  return inflated ? bomb(name, entry.size) : undefined;
}

function bomb(name: string, size: number): Refusal {
  return [
    'zip-bomb',
    `Le fichier ${quoted(name)} deviendrait démesuré une fois décompressé (plus de ${megabytes(size)}). Il n’a pas été lu.`,
    'Ce n’est sans doute pas une extraction de l’ENT. Vérifiez d’où vient cette archive.',
  ];
}

/** Inflates one entry of an archive, and checks that it is what the archive announces. Never inflates more than `budget`. */
export function extract(
  bytes: Uint8Array,
  entry: ZipEntry,
  name: string,
  budget: number,
): Uint8Array | Refusal {
  const packed = packedBytes(bytes, entry);
  if (!packed) {
    return [
      'zip-truncated',
      `Le fichier ${quoted(name)} est coupé, l’archive est incomplète.`,
      'Le téléchargement a sans doute été interrompu. Refaites l’extraction.',
    ];
  }
  const isWhole = entry.method !== 0 || packed.length === entry.size;
  const inflated = !isWhole
    ? 'corrupted'
    : entry.method === 0
      ? packed.slice()
      : inflate(packed, Math.min(budget, entry.size));
  if (inflated === 'too-large') return bomb(name, Math.min(budget, entry.size));
  if (inflated === 'corrupted' || inflated.length !== entry.size || crc32(inflated) !== entry.crc) {
    return [
      'zip-corrupted',
      `Le fichier ${quoted(name)} de l’archive est abîmé, son contenu n’est pas celui d’origine.`,
      'Refaites l’extraction, puis déposez la nouvelle archive.',
    ];
  }
  return inflated;
}

/** Inflates piece by piece and stops as soon as there is more than `limit`, whatever the archive announced. */
function inflate(packed: Uint8Array, limit: number): Uint8Array | 'too-large' | 'corrupted' {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflater = new Inflate((piece, final) => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length && size <= limit; at += PIECE) {
      inflater.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    return 'corrupted';
  }
  if (size > limit) return 'too-large';
  if (!ended) return 'corrupted';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
