import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeText,
  describeEncoding,
  detectEncoding,
  encodeText,
  unencodable,
  windows1252ToUtf8,
} from '@/utils/files/encoding';
import { latin1, utf8 } from './tables';

describe('UTF-8 is told as browsers tell it', () => {
  const isUtf8 = (bytes: Uint8Array) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const bytes = fc.oneof(
    fc
      .array(
        fc.constantFrom(
          0x41,
          0x80,
          0xbf,
          0xc2,
          0xc3,
          0xa9,
          0xe0,
          0x9f,
          0xed,
          0xa0,
          0xf0,
          0x8f,
          0xf4,
          0x90,
          0xff,
        ),
      )
      .map((list) => Uint8Array.from(list)),
    fc.string({ unit: 'binary' }).map((text) => utf8(text.replaceAll('\0', ''))),
  );
  test.each([
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['the last before surrogates', [0xed, 0x9f, 0xbf]],
    ['an overlong form', [0xe0, 0x80, 0xaf]],
    ['an overlong form of four', [0xf0, 0x80, 0x80, 0xaf]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['the last of Unicode', [0xf4, 0x8f, 0xbf, 0xbf]],
    ['a cut letter', [0x41, 0xc3]],
    ['a cut sign', [0x41, 0xe2, 0x82]],
  ])('%s', (_, list) => {
    const content = Uint8Array.from(list);
    expect(detectEncoding(content).encoding).toBe(isUtf8(content) ? 'utf-8' : 'windows-1252');
  });

  test('at any place in memory', () => {
    fc.assert(
      fc.property(bytes, fc.nat(7), (content, shift) => {
        const shifted = new Uint8Array([...new Uint8Array(shift).fill(0x41), 0x41, ...content]).subarray(
          shift,
        );
        expect(detectEncoding(shifted).encoding).toBe(isUtf8(shifted) ? 'utf-8' : 'windows-1252');
      }),
      { numRuns: 1000 },
    );
  });
});

test('Windows-1252 both ways, as the Encoding Standard has it', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
  const text = Array.from(all, (byte) => high[byte - 0x80] ?? String.fromCharCode(byte)).join('');
  expect(decodeText(all, 0, 256, 'windows-1252')).toBe(text);
  expect(decodeText(all, 100, 180, 'windows-1252')).toBe(text.slice(100, 180));
  expect(encodeText(text, 'windows-1252')).toEqual(all);
  expect(new TextDecoder().decode(windows1252ToUtf8(all))).toBe(text);
  expect(unencodable(text, 'windows-1252')).toBeUndefined();
});

test.each([
  ['ł', 'Kowalłski', 'windows-1252'],
  ['😀', 'Zoé 😀', 'windows-1252'],
  ['\uD800', 'a\uD800', 'utf-8'],
  [undefined, 'Łódź 😀', 'utf-8'],
  [undefined, 'Bœuf €’Š', 'windows-1252'],
] as const)('what cannot be written: %s', (character, text, encoding) => {
  expect(unencodable(text, encoding)).toBe(character);
});

test('finds every usual wreck, and where', () => {
  const wrecks = ['Ã©', 'Ã\u00A0', 'Ã‰', 'â€™', 'Å“', 'Â°', '\uFFFD'];
  const { spoilt } = detectEncoding(utf8(wrecks.map((wreck) => `a${wreck}`).join('')));
  expect(spoilt).toHaveLength(wrecks.length);
  expect(detectEncoding(latin1('aZo\u00c3\u00a9 \u00e9'))).toEqual({
    encoding: 'windows-1252',
    bom: 0,
    spoilt: [3],
  });
  expect(detectEncoding(utf8('Éé à Â ÃO â ô Ångström œ')).spoilt).toEqual([]);
});

test('says what was found', () => {
  expect(describeEncoding({ encoding: 'utf-8', bom: 3 })).toBe('UTF-8 avec marque d’ordre (BOM)');
  expect(describeEncoding({ encoding: 'windows-1252', bom: 0 })).toContain('Windows-1252');
});

test('what a Mac or DOS wrote is not Windows-1252, and says so; a Slavic name is', () => {
  const [mac, dos] = [
    Uint8Array.from([0x4e, 0x6f, 0x8e, 0x3b, 0x5a, 0x6f, 0x8e]),
    Uint8Array.from([0x4e, 0x6f, 0x82]),
  ];
  expect(detectEncoding(mac)).toMatchObject({ encoding: 'windows-1252', spoilt: [2, 6] });
  expect(detectEncoding(dos)).toMatchObject({ encoding: 'windows-1252', spoilt: [2] });
  // « Žižek Noé », « Noé… », « L’été »: signs and letters of Windows-1252 itself.
  const slavic = [0x8e, 0x69, 0x9e, 0x65, 0x6b, 0x20, 0x4e, 0x6f, 0xe9, 0x85, 0x4c, 0x92, 0xe9, 0x74, 0xe9];
  expect(detectEncoding(Uint8Array.from(slavic)).spoilt).toEqual([]);
});
