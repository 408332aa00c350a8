/** One entry of an archive, as its central directory announces it. Sizes are claims: they are checked while inflating. */
export interface ZipEntry {
  /** Name with its folders, decoded. */
  name: string;
  /** True when the name was not UTF-8 and its letters were guessed. */
  guessedName: boolean;
  encrypted: boolean;
  /** 0 = stored, 8 = deflated; anything else cannot be read. */
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** ISO date and time of the file's last change, in the time zone of its author; absent when it makes no sense. */
  modified?: string;
  /** Offset of the entry's own header. */
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** An end record is at most this far from the end: 22 bytes and the longest comment. */
const END_REACH = 22 + 0xffff;
/** A school's export holds a handful of files. */
export const MAX_ENTRIES = 2000;

/** Reads the list of an archive; undefined when it has no list, or one that leads out of the file: it was cut. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < Math.min(count, MAX_ENTRIES); index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return undefined;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    entries.push({
      ...decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      ...dated(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The packed bytes of an entry; undefined when they are not all there. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return undefined;
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.packedSize;
  return end > bytes.length ? undefined : bytes.subarray(start, end);
}

/** Archives write dates in two packed numbers: seven bits of years since 1980, then month and day; hours to two seconds. */
function dated(date: number, time: number): { modified?: string } {
  const two = (n: number) => String(n).padStart(2, '0');
  const [month, day] = [(date >> 5) & 15, date & 31];
  if (month < 1 || month > 12 || day < 1) return {};
  const clock = [time >> 11, (time >> 5) & 63, (time & 31) * 2].map(two).join(':');
  return { modified: `${1980 + (date >> 9)}-${two(month)}-${two(day)}T${clock}` };
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_REACH); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

/** Letters that French names use, in the code page of the Windows console: what its old archivers write. */
const CONSOLE_LETTERS: Record<number, string> = {
  128: 'Ç',
  129: 'ü',
  130: 'é',
  131: 'â',
  132: 'ä',
  133: 'à',
  135: 'ç',
  136: 'ê',
  137: 'ë',
  138: 'è',
  139: 'ï',
  140: 'î',
  142: 'Ä',
  144: 'É',
  147: 'ô',
  148: 'ö',
  150: 'û',
  151: 'ù',
  153: 'Ö',
  154: 'Ü',
};

function decodeName(bytes: Uint8Array, isUtf8: boolean): { name: string; guessedName: boolean } {
  try {
    return { name: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessedName: false };
  } catch {
    const name = Array.from(bytes, (byte) =>
      byte < 0x80
        ? String.fromCharCode(byte)
        : (CONSOLE_LETTERS[byte] ?? (byte >= 0xa0 ? String.fromCharCode(byte) : '_')),
    ).join('');
    return { name, guessedName: !isUtf8 || name.includes('_') };
  }
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum that archives keep of each file. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at++) {
    crc = (CRC_TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}
