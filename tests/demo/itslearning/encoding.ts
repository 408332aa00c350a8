/** Signs 0x80 to 0x9F of Windows-1252. Written out: some versions of Node decode that label as Latin-1. */
const HIGH = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];
const MARK = [0xef, 0xbb, 0xbf];

export type Encoding = 'utf-8' | 'windows-1252';

/** UTF-8 gets a byte-order mark, as spreadsheets write it. @throws {Error} for a sign that Windows-1252 lacks. */
export function encode(encoding: Encoding, text: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(`\uFEFF${text}`);
  return Uint8Array.from([...text], (sign) => {
    const high = HIGH.indexOf(sign);
    const code = high >= 0 ? 0x80 + high : (sign.codePointAt(0) ?? 0);
    if (code > 0xff) throw new Error(`Windows-1252 has no « ${sign} ».`);
    return code;
  });
}

/** The text of bytes: UTF-8 behind its mark or where it is valid, Windows-1252 otherwise. */
export function decode(bytes: Uint8Array): string {
  if (MARK.every((byte, at) => bytes[at] === byte)) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return readAsWindows1252(bytes);
  }
}

/** Every byte as one sign of Windows-1252, rightly or not: what makes « Ã‰ » of « É ». */
export function readAsWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HIGH[byte - 0x80] ?? String.fromCharCode(byte);
  return text;
}
