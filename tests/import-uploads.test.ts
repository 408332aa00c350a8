import { describe, expect, test } from 'vitest';
import { bytesOf, type FilePiece, MOST_CARRIED_BYTES } from '@/utils/import-messages';
import { Uploads } from '@/utils/import-uploads';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');

const piece = (more: Partial<FilePiece> = {}): FilePiece => ({
  host: 'enthdf.fr',
  upload: 'u1',
  file: 0,
  name: 'a.csv',
  size: 3,
  at: 0,
  base64: base64(1, 2),
  ...more,
});

test.each([0, 1, 0x8000, 0x8001])('%i bytes come back as they went', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
  expect(bytesOf(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
});

describe('files that arrive in pieces', () => {
  test('are whole again, in their order, and no longer held', () => {
    const uploads = new Uploads();
    uploads.receive(7, 0, piece({ file: 1, name: 'b.csv', size: 0, base64: '' }));
    uploads.receive(7, 0, piece());
    uploads.receive(7, 0, piece({ at: 2, base64: base64(3) }));
    expect(uploads.take(7, 0, 'u1', 2)).toMatchObject([
      { name: 'a.csv', bytes: Uint8Array.of(1, 2, 3) },
      { name: 'b.csv', bytes: new Uint8Array() },
    ]);
    expect(uploads.take(7, 0, 'u1', 2)).toBeUndefined();
  });

  test('a piece that is missing is told, never taken for the file', () => {
    const uploads = new Uploads();
    uploads.receive(7, 0, piece());
    expect(uploads.take(7, 0, 'u1', 1)).toBeUndefined();
  });

  test('a newer upload of the frame takes the place of the older, another frame’s does not', () => {
    const uploads = new Uploads();
    const whole = { size: 2 };
    uploads.receive(7, 0, piece(whole));
    uploads.receive(7, 1, piece({ ...whole, upload: 'u2' }));
    uploads.receive(7, 0, piece({ ...whole, upload: 'u3' }));
    expect(uploads.take(7, 0, 'u1', 1)).toBeUndefined();
    expect(uploads.take(7, 0, 'u3', 1)).toHaveLength(1);
    expect(uploads.take(7, 1, 'u2', 1)).toHaveLength(1);
  });

  test('a closed tab leaves nothing', () => {
    const uploads = new Uploads();
    uploads.receive(7, 0, piece({ size: 2 }));
    uploads.forget(7);
    expect(uploads.take(7, 0, 'u1', 1)).toBeUndefined();
  });

  test.each([
    ['more than is held at once', { size: MOST_CARRIED_BYTES + 1 }],
    ['a negative size', { size: -1 }],
    ['a size that is none', { size: Number.NaN }],
    ['a piece beyond its file', { at: 2 }],
    ['a piece before its file', { at: -1 }],
  ])('%s is refused', (_, more) => {
    expect(() => new Uploads().receive(7, 0, piece(more))).toThrow(RangeError);
  });
});
