/** One part of a form sent with its files. */
export interface Part {
  name: string;
  /** Absent for a field that isn't a file. */
  file?: string;
  bytes: Uint8Array;
}

/** The parts of a `multipart/form-data` body; none when the type announces something else. */
export function readParts(type: string, body: Uint8Array): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (!boundary) return [];
  // One sign per byte, so that positions in the text are positions in the body.
  const text = Buffer.from(body).toString('latin1');
  return text.split(`--${boundary}`).flatMap((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const head = Buffer.from(piece.slice(0, Math.max(0, end)), 'latin1').toString('utf8');
    const name = /\bname="([^"]*)"/.exec(head)?.[1];
    if (end < 0 || name === undefined) return [];
    const file = /\bfilename="([^"]*)"/.exec(head)?.[1];
    const bytes = Buffer.from(piece.slice(end + 4, -2), 'latin1');
    return [{ name, bytes, ...(file !== undefined && { file }) }];
  });
}
