import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '@/utils/matching/sha256';

const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

test('the empty text has its known digest', () => {
  expect(sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('any bytes are digested as the browser digests them, whatever their length', async () => {
  const lengths = Array.from({ length: 200 }, (_, length) => new Uint8Array(length).fill(length));
  for (const bytes of lengths) expect(sha256(bytes)).toBe(hex(await crypto.subtle.digest('SHA-256', bytes)));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect(sha256(bytes)).toBe(hex(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
    }),
    { numRuns: 100 },
  );
});
