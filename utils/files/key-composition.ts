import type { Values } from './roster';

/** A part of a key. */
export type KeyPart = 'title' | 'firstName' | 'lastName' | 'birthDate' | 'postalCode';

/** How a platform may compose a key from a person's data. */
export interface KeyComposition {
  parts: readonly KeyPart[];
  letters: 'lower' | 'upper' | 'asTyped';
  accents: 'kept' | 'dropped';
  /** What happens to spaces, and to hyphens and apostrophes. */
  signs: 'kept' | 'noSpaces' | 'noSpacesNorApostrophes' | 'lettersOnly';
  date: 'typed' | 'digits' | 'iso' | 'isoDigits' | 'dashes';
  separator: '' | '.' | '-' | '_' | ' ';
}

const PART_NAMES: Record<KeyPart, string> = {
  title: 'civilité',
  firstName: 'prénom',
  lastName: 'nom',
  birthDate: 'date de naissance',
  postalCode: 'code postal',
};

const DATE_NAMES: Record<KeyComposition['date'], string> = {
  typed: 'date telle que dans le fichier',
  digits: 'date en chiffres (JJMMAAAA)',
  iso: 'date AAAA-MM-JJ',
  isoDigits: 'date en chiffres (AAAAMMJJ)',
  dashes: 'date JJ-MM-AAAA',
};

const SIGN_NAMES: Record<KeyComposition['signs'], string> = {
  kept: 'espaces, traits d’union et apostrophes conservés',
  noSpaces: 'sans espaces, traits d’union et apostrophes conservés',
  noSpacesNorApostrophes: 'sans espaces ni apostrophes, traits d’union conservés',
  lettersOnly: 'sans espaces, traits d’union ni apostrophes',
};

/** The key that a composition gives for a person; undefined when a part is missing. */
export function composeKey(composition: KeyComposition, values: Values): string | undefined {
  const pieces: string[] = [];
  for (const part of composition.parts) {
    const value = values[part]?.trim();
    if (!value) return undefined;
    if (part === 'birthDate') pieces.push(dateIn(value, composition.date));
    else if (part === 'postalCode') pieces.push(value);
    else pieces.push(nameIn(value, composition));
  }
  return pieces.join(composition.separator);
}

/** « prénom + nom + date de naissance, minuscules, sans espaces… »; an aspect that the data leaves open is not said. */
export function describeComposition(
  composition: KeyComposition,
  prefix: string,
  open: ReadonlySet<keyof KeyComposition>,
): string {
  const said = [composition.parts.map((part) => PART_NAMES[part]).join(' + ')];
  if (!open.has('letters')) {
    said.push({ lower: 'minuscules', upper: 'majuscules', asTyped: 'casse conservée' }[composition.letters]);
  }
  if (!open.has('signs')) said.push(SIGN_NAMES[composition.signs]);
  if (!open.has('accents')) said.push(composition.accents === 'kept' ? 'accents conservés' : 'sans accents');
  if (composition.parts.includes('birthDate') && composition.date !== 'typed') {
    said.push(DATE_NAMES[composition.date]);
  }
  if (composition.separator) said.push(`séparés par «\u00A0${composition.separator}\u00A0»`);
  if (prefix) said.push(`précédés de «\u00A0${prefix}\u00A0»`);
  return said.join(', ');
}

/**
 * Every composition worth trying, the likeliest first: of two that explain the same keys the first one is kept. `worth`
 * tells which parts, and which writing of dates, are worth it at all: there are thousands of compositions.
 */
export function compositions(
  available: ReadonlySet<KeyPart>,
  worth: (parts: readonly KeyPart[], date: KeyComposition['date']) => boolean = () => true,
): KeyComposition[] {
  const orders = (
    [
      ['firstName', 'lastName'],
      ['lastName', 'firstName'],
    ] as const
  ).flatMap((names): KeyPart[][] => [
    [...names],
    [...names, 'birthDate'],
    ['birthDate', ...names],
    [...names, 'postalCode'],
    ['postalCode', ...names],
    ['title', ...names],
    [...names, 'birthDate', 'postalCode'],
  ]);
  const found: KeyComposition[] = [];
  for (const parts of orders.filter((order) => order.every((part) => available.has(part)))) {
    const all: readonly KeyComposition['date'][] = parts.includes('birthDate')
      ? ['typed', 'digits', 'iso', 'isoDigits', 'dashes']
      : ['typed'];
    const dates = all.filter((date) => worth(parts, date));
    if (dates.length === 0) continue;
    for (const accents of ['kept', 'dropped'] as const) {
      for (const signs of ['lettersOnly', 'noSpaces', 'noSpacesNorApostrophes', 'kept'] as const) {
        for (const letters of ['lower', 'asTyped', 'upper'] as const) {
          for (const separator of ['', '.', '-', '_', ' '] as const) {
            for (const date of dates) found.push({ parts, letters, accents, signs, date, separator });
          }
        }
      }
    }
  }
  return found;
}

const SIGNS: Record<KeyComposition['signs'], RegExp | undefined> = {
  kept: undefined,
  noSpaces: /[\s\u00A0]+/g,
  noSpacesNorApostrophes: /[\s\u00A0'’]+/g,
  lettersOnly: /[\s\u00A0'’-]+/g,
};

function nameIn(value: string, { letters, accents, signs }: KeyComposition): string {
  let name = value;
  if (letters === 'lower') name = name.toLowerCase();
  else if (letters === 'upper') name = name.toUpperCase();
  if (accents === 'dropped') name = name.normalize('NFD').replace(/\p{M}+/gu, '');
  const dropped = SIGNS[signs];
  return dropped ? name.replace(dropped, '') : name;
}

function dateIn(value: string, format: KeyComposition['date']): string {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const [day, month, year] = french ? french.slice(1) : iso ? [iso[3], iso[2], iso[1]] : [];
  if (format === 'typed' || !day || !month || !year) return value;
  const [d, m] = [day.padStart(2, '0'), month.padStart(2, '0')];
  if (format === 'digits') return `${d}${m}${year}`;
  if (format === 'iso') return `${year}-${m}-${d}`;
  return format === 'isoDigits' ? `${year}${m}${d}` : `${d}-${m}-${year}`;
}
