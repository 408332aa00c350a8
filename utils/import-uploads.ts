import { bytesOf, type FilePiece, MOST_CARRIED_BYTES } from './import-messages';

/** A file as bytes. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Upload {
  id: string;
  files: Map<number, NamedBytes & { missing: number }>;
}

/** Files that arrive in pieces, in memory only. One upload for each frame: a newer one takes the place of the older. */
export class Uploads {
  private readonly byFrame = new Map<string, Upload>();

  /** @throws {RangeError} for a piece that fits nowhere, or beyond what is held at once. */
  receive(tab: number, frame: number, { upload, file, name, size, at, base64 }: FilePiece): void {
    const place = `${tab} ${frame}`;
    const known = this.byFrame.get(place);
    const own = known?.id === upload ? known : { id: upload, files: new Map() };
    this.byFrame.set(place, own);
    const bytes = bytesOf(base64);
    let into = own.files.get(file);
    if (!into) {
      const held = [...own.files.values()].reduce((sum, one) => sum + one.bytes.length, 0);
      if (!(size >= 0 && held + size <= MOST_CARRIED_BYTES)) throw new RangeError('Too much at once');
      into = { name, bytes: new Uint8Array(size), missing: size };
      own.files.set(file, into);
    }
    if (at < 0 || at + bytes.length > into.bytes.length) throw new RangeError('A piece beyond its file');
    into.bytes.set(bytes, at);
    into.missing -= bytes.length;
  }

  /** The files of an upload, which are no longer held; undefined when they did not all arrive whole. */
  take(tab: number, frame: number, upload: string, count: number): NamedBytes[] | undefined {
    const place = `${tab} ${frame}`;
    const own = this.byFrame.get(place);
    if (own?.id !== upload) return undefined;
    this.byFrame.delete(place);
    const files = Array.from({ length: count }, (_, file) => own.files.get(file));
    return files.every((file) => file?.missing === 0) ? (files as NamedBytes[]) : undefined;
  }

  /** A tab is closed: what it was sending goes. */
  forget(tab: number): void {
    for (const place of this.byFrame.keys()) if (place.startsWith(`${tab} `)) this.byFrame.delete(place);
  }
}
