import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, encodeText, unencodable } from '@/utils/files/encoding';
import { foldBeginning, foldCell } from '@/utils/files/fold-cell';
import { mangling } from '@/utils/files/mangled';
import { isSurelyPlain } from '@/utils/files/plain-cells';
import { nameWords } from '@/utils/matching/fold';
import { Letters } from '@/utils/matching/letters';

/** Words as the letters hold them: one byte a letter. */
function wordsOf({ codes, ends, words }: Letters): string[] {
  return Array.from({ length: words }, (_, word) =>
    String.fromCharCode(...codes.subarray(word === 0 ? 0 : ends[word - 1], ends[word])),
  );
}

const bytewise = (word: string) =>
  String.fromCharCode(...Array.from({ length: word.length }, (_, at) => word.charCodeAt(at) & 0xff));

const character = fc.constantFrom(
  ...'aBeIsStT éÉèçñÿŒœæßøØÐðþŁ-\'’.–\u00A0\u202F\u200B\u00ADÃÂ©Åжé0"«'.split(''),
);
const text = fc
  .array(fc.oneof(character, fc.constantFrom('ST ', 'ste-', 'SAINT ', 'e\u0301', 'Ã©')), { maxLength: 12 })
  .map((parts) => parts.join(''));

test.each(['utf-8', 'windows-1252'] as const)(
  'the beginning of a name in %s is that of its letters',
  (encoding) => {
    const beginning = (name: string) => {
      const bytes = encodeText(name, encoding);
      return foldBeginning(bytes, 0, bytes.length, encoding === 'utf-8');
    };
    expect(beginning('Éloïse')).toBe(beginning("EL'OISE"));
    expect(beginning('Éloïse')).not.toBe(beginning('Elvire'));
    // « É© » is one letter of another alphabet once the encoding is repaired, as « Ã© » asks for: only the text tells.
    expect(beginning('É©s Ã©')).toBe(0);
    fc.assert(
      fc.property(text, (name) => {
        fc.pre(unencodable(name, encoding) === undefined);
        const found = beginning(name);
        if (found !== 0) expect(found).toBe(beginning(nameWords(name).join('')));
      }),
      { numRuns: 2000 },
    );
  },
);

test.each(['utf-8', 'windows-1252'] as const)('a cell in %s folds as its text does', (encoding) => {
  const letters = new Letters();
  fc.assert(
    fc.property(text, (name) => {
      fc.pre(unencodable(name, encoding) === undefined);
      const bytes = encodeText(name, encoding);
      foldCell(bytes, 0, bytes.length, encoding === 'utf-8', letters);
      const written = decodeText(bytes, 0, bytes.length, encoding);
      expect(wordsOf(letters)).toEqual(nameWords(written).filter(Boolean).map(bytewise));
    }),
    { numRuns: 2000 },
  );
});

test('of a cell that is surely plain, nothing is found to be mangled', () => {
  const piece = fc.constantFrom(
    ...[
      'A',
      'é',
      'Ã',
      'â',
      'É',
      ' ',
      '-',
      "'",
      '.',
      '0',
      '7',
      '12',
      '/',
      'E+',
      '?',
      '#',
      '=',
      '@',
      '+',
      '\uFFFD',
    ],
    ...['VRAI', 'Faux', 'TRUE', '#REF!', '5-mars', '31/12/2014', '01000', '1000', 'MARTIN'],
  );
  const value = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
  const field = fc.constantFrom('lastName', 'birthDate', 'postalCode', 'class', 'mobile', 'homePhone');
  let plain = 0;
  fc.assert(
    fc.property(value, field, fc.option(value, { nil: undefined }), (is, of, was) => {
      const bytes = encodeText(is, 'utf-8');
      if (!isSurelyPlain(bytes, 0, bytes.length, of, was === undefined)) return;
      plain++;
      expect(mangling(is, { field: of, was })).toBeUndefined();
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(300);
});
