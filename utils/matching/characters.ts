import { INVISIBLE } from './fold';

/** Characters that nobody sees or that pass for another, by what a French reader calls them. */
const SPOKEN: Record<string, string> = {
  ' ': 'espace',
  '\t': 'tabulation',
  '\n': 'saut de ligne',
  '\r': 'retour chariot',
  '\u00A0': 'espace insécable',
  '\u202F': 'espace fine insécable',
  '\u2002': 'espace demi-cadratin',
  '\u2003': 'espace cadratin',
  '\u2009': 'espace fine',
  '\u200A': 'espace ultrafine',
  '\u3000': 'espace idéographique',
  '\u00AD': 'tiret conditionnel invisible',
  '\u200B': 'espace invisible de largeur nulle',
  '\u200C': 'antiliant invisible',
  '\u200D': 'liant invisible',
  '\u200E': 'marque de direction invisible',
  '\u200F': 'marque de direction invisible',
  '\u2060': 'gluon invisible',
  '\uFEFF': 'indicateur d’ordre des octets invisible',
  "'": 'apostrophe droite',
  '’': 'apostrophe typographique',
  '‘': 'guillemet-apostrophe ouvrant',
  ʼ: 'lettre apostrophe',
  '´': 'accent aigu seul',
  '`': 'accent grave seul',
  '′': 'signe prime',
  '-': 'trait d’union',
  '\u2010': 'trait d’union Unicode',
  '\u2011': 'trait d’union insécable',
  '–': 'tiret demi-cadratin',
  '—': 'tiret cadratin',
  '−': 'signe moins',
  _: 'tiret bas',
  '\uFFFD': 'caractère illisible',
};

/** Letters of other alphabets that look like ours. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Τ: 'T',
  ο: 'o',
};

/** The French name of an invisible or confusable character, decomposed accents included; `undefined` for the others. */
export function spokenName(character: string): string | undefined {
  const known = SPOKEN[character];
  if (known) return known;
  const twin = LOOKALIKES[character];
  if (twin) return `lettre d’un autre alphabet qui ressemble à ${twin}`;
  if (character.replace(INVISIBLE, '') === '') return 'caractère invisible';
  const composed = character.normalize('NFC');
  if (composed !== character && [...composed].length === 1) return `${composed} décomposé`;
  return /^\s$/.test(character) ? 'espace spéciale' : undefined;
}

/** True for a character that shows nothing: any space, and what takes no room. */
export function isBlank(character: string): boolean {
  return /^[\s\p{Cf}]$/u.test(character);
}
