import { describe, expect, test } from 'vitest';
import { fold, nameWords, repairEncoding, solid } from '@/utils/matching/fold';

describe('fold', () => {
  test.each([
    ['DUPONT', 'dupont'],
    ['  Hélène\u00A0 LE\u202FGOFF ', 'helene le goff'],
    ['He\u0301le\u0300ne', 'helene'],
    ['L’Hôte', 'l hote'],
    ["L'Hôte", 'l hote'],
    ['CŒUR d’Æsir', 'coeur d aesir'],
    ['Jean–Pierre', 'jean pierre'],
    ['Mar\u200Btin', 'martin'],
    ['Mar\u00ADtin', 'martin'],
    ['', ''],
    ['6e B', '6e b'],
  ])('%j → %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

/** What folding is, by the whole text: a letter is decomposed, marks and what cannot be seen go, signs are one space. */
function foldWhole(text: string): string {
  const opened: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' };
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(/[œæßøđł]/g, (letter) => opened[letter] ?? letter)
    .replace(/(?:[^\p{L}\p{N}]|\p{Lm})+/gu, ' ')
    .trim();
}

test('letter by letter, every character folds as in the whole text', () => {
  for (let code = 0; code < 0x2100; code++) {
    const character = String.fromCharCode(code);
    const texts = [character, `a${character}É`, `É${character}${character} ${character}-\u00AD’b`];
    for (const text of texts) expect(fold(text), `U+${code.toString(16)}`).toBe(foldWhole(text));
  }
});

describe('words of a name', () => {
  test.each([
    ['ST MARTIN', 'saint martin'],
    ['Ste-Rose', 'sainte rose'],
    ['ST', 'st'],
    ['Stéphane', 'stephane'],
  ])('%s → %s', (text, words) => {
    expect(nameWords(text).join(' ')).toBe(words);
  });

  test('words joined or parted are one solid name', () => {
    expect(solid('LE ROUX')).toBe(solid('Leroux'));
    expect(solid('LE ROUX')).not.toBe(solid('LA ROUX'));
  });
});

describe('lost encodings', () => {
  test.each([
    ['HÃ©lÃ¨ne', 'Hélène'],
    ['FranÃ§ois', 'François'],
    ['Å’uvrard', 'Œuvrard'],
    ['Ângelo', 'Ângelo'],
    ['ÃO', 'ÃO'],
    ['Hélène', 'Hélène'],
    ['ÃЖ', 'ÃЖ'],
  ])('%s → %s', (text, repaired) => {
    expect(repairEncoding(text)).toBe(repaired);
  });
});
