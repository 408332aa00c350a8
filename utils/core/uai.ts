/** Letters of the check, in their order; I, O and Q are left out as they are mistaken for digits and for each other. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** What can be said of a school code (UAI, formerly RNE). */
export interface CheckedUai {
  /** The code without spaces, in capitals. */
  uai: string;
  /** Seven digits and a letter. */
  wellFormed: boolean;
  /** The letter that the seven digits call for; only worth a warning, since the guides' own examples get it wrong. */
  expectedLetter?: string;
  /** True when the letter is the expected one. */
  letterMatches: boolean;
}

/** Checks a school code as typed. The letter is that of the seven digits modulo 23. */
export function checkUai(typed: string): CheckedUai {
  const uai = typed.replace(/\s/g, '').toUpperCase();
  if (!/^\d{7}[A-Z]$/.test(uai)) return { uai, wellFormed: false, letterMatches: false };
  const expectedLetter = LETTERS[Number(uai.slice(0, 7)) % 23] as string;
  return { uai, wellFormed: true, expectedLetter, letterMatches: uai[7] === expectedLetter };
}
