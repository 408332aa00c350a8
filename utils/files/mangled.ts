import type { Field } from './fields';

/** What a spreadsheet, or a wrong encoding, does to a value. */
export type Mangling =
  | 'lost-leading-zero'
  | 'date-reformatted'
  | 'date-serial'
  | 'two-digit-year'
  | 'became-date'
  | 'scientific'
  | 'spreadsheet-error'
  | 'formula-start'
  | 'outer-space'
  | 'hashes'
  | 'truncated'
  | 'boolean'
  | 'lost-encoding';

/** What is known of a value: its field, and what it was in the original export. */
export interface ValueContext {
  field?: Field | undefined;
  was?: string | undefined;
}

/** French words for what happened to the value. */
export const MANGLING_NAMES: Record<Mangling, string> = {
  'lost-leading-zero': 'zéro du début perdu',
  'date-reformatted': 'date écrite dans un autre format',
  'date-serial': 'date changée en nombre par le tableur',
  'two-digit-year': 'année réduite à deux chiffres',
  'became-date': 'valeur changée en date par le tableur',
  scientific: 'nombre changé en notation scientifique par le tableur',
  'spreadsheet-error': 'erreur de formule du tableur',
  'formula-start': 'valeur que le tableur prendrait pour une formule',
  'outer-space': 'espace ajouté au début ou à la fin',
  hashes: 'valeur remplacée par des dièses (colonne trop étroite)',
  truncated: 'valeur coupée à 255 caractères',
  boolean: 'valeur changée en vrai ou faux par le tableur',
  'lost-encoding': 'lettres accentuées perdues',
};

const ERRORS =
  /^#(NOM|NAME|REF|VALEUR|VALUE|DIV\/0|N\/A|NUL|NULL|NOMBRE|NUM|PROPAGATION|SPILL|CHAMP|CALC)[?!]?$/i;
const MONTH_NAME =
  /^\d{1,2}[-. ](janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec|jan|feb|mar|apr|may|jun|jul|aug|sep)[a-zé]*\.?([-. ]\d{2,4})?$/i;
const PHONES = new Set<Field>(['homePhone', 'workPhone', 'mobile']);
/** Dates of birth between 1920 and 2030, as days since 1900 in a spreadsheet. */
const SERIAL = { from: 7306, to: 47_483 };

/** Names what a spreadsheet or a wrong encoding did to a value; undefined when nothing shows. Pure. */
export function mangling(value: string, { field, was }: ValueContext = {}): Mangling | undefined {
  if (value === was) return undefined;
  const text = value.trim();
  if (text === '') return undefined;
  if (ERRORS.test(text)) return 'spreadsheet-error';
  if (/^#{2,}$/.test(text)) return 'hashes';
  if (hasLostLetters(text, was)) return 'lost-encoding';
  if (/^-?\d+([.,]\d+)?E[+-]?\d+$/i.test(text) && !(was && /e/i.test(was))) return 'scientific';
  if (/^(VRAI|FAUX|TRUE|FALSE)$/.test(text)) return 'boolean';
  if (field !== 'birthDate' && MONTH_NAME.test(text)) return 'became-date';
  const date = mangledDate(text, field, was?.trim());
  if (date) return date;
  if (hasLostZero(text, field, was?.trim())) return 'lost-leading-zero';
  if (value.length === 255 && (was === undefined || was.length > 255)) return 'truncated';
  if (/^[=@]/.test(value) || (/^[+-]/.test(value) && !isPhone(text))) return 'formula-start';
  return value !== text && (was === undefined || was === was.trim()) ? 'outer-space' : undefined;
}

function hasLostLetters(text: string, was: string | undefined): boolean {
  if (/\uFFFD|Ã[\u0080-\u00BF‰Š‹ŒŽ‘’“”•–—™š›œžŸˆƒ„…†‡]|â€|Å[“’\u0093\u0092]|Â[\u00A0-\u00BF]/.test(text))
    return true;
  if (!was || was.length !== text.length || !text.includes('?')) return false;
  // « Ren?e » for « Renée »: every difference is a question mark in place of a letter beyond ASCII.
  const differing = [...was].map((letter, at) => [letter, text[at]] as const).filter(([a, b]) => a !== b);
  return differing.every(([letter, now]) => now === '?' && letter > '\u007F');
}

function hasLostZero(text: string, field: Field | undefined, was: string | undefined): boolean {
  if (was !== undefined) return /^0+\d/.test(was) && was.replace(/^0+/, '') === text;
  if (field === 'postalCode') return /^[1-9]\d{3}$/.test(text);
  return field !== undefined && PHONES.has(field) && /^[1-9]\d{8}$/.test(text);
}

function mangledDate(text: string, field: Field | undefined, was: string | undefined): Mangling | undefined {
  const before = was === undefined ? undefined : dateOf(was);
  if (field !== 'birthDate' && !before) return undefined;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(text)) return 'two-digit-year';
  const serial = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  if (serial >= SERIAL.from && serial <= SERIAL.to && (!before || serialDate(serial) === before))
    return 'date-serial';
  const now = dateOf(text);
  if (before) return now === before ? 'date-reformatted' : undefined;
  return was === undefined && now !== undefined && !/^\d{2}\/\d{2}\/\d{4}$|^\d{4}-\d{2}-\d{2}$/.test(text)
    ? 'date-reformatted'
    : undefined;
}

/** ISO date of a date written in any usual French or ISO way; undefined for anything else. */
function dateOf(text: string): string | undefined {
  const match =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?$/.exec(text) ??
    /^(?<y>\d{4})[/.-](?<m>\d{1,2})[/.-](?<d>\d{1,2})(?:[T ]0?0:00(?::00)?)?$/.exec(text);
  if (!match) return undefined;
  const [day, month, year] = match.groups
    ? [match.groups.d, match.groups.m, match.groups.y]
    : [match[1], match[2], match[3]];
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

/** The day that a spreadsheet's number means: days since 30 December 1899. */
function serialDate(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

function isPhone(text: string): boolean {
  return /^\+\d[\d .()-]{5,}$/.test(text);
}
