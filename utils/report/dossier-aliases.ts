import { fold, solid } from '@/utils/matching/fold';

/**
 * Names given in place of real ones, by the order in which they are met: nothing of the real one is in them, not even a
 * hash. The table lives as long as one dossier is being written, and nobody keeps it.
 */
export interface Aliases {
  /** The same text always gets the same alias, whatever it is called the first time. Blank texts stay as they are. */
  of(noun: string, text: string): string;
  /** A day in place of another: the same for the same day, and nothing else of it is kept. */
  day(key: string): string;
}

interface Known {
  noun: string;
  number: number;
  /** Writings that differ by spaces, signs or accents, each with those that differ by case alone. */
  folded: Map<string, Map<string, string>>;
}

/** A table of aliases for one dossier. */
export function newAliases(): Aliases {
  const known = new Map<string, Known>();
  const counts = new Map<string, number>();
  const days = new Map<string, string>();
  return {
    of(noun, text) {
      if (text.trim() === '') return text;
      const key = solid(text) || `= ${text}`;
      let one = known.get(key);
      if (!one) {
        const number = (counts.get(noun) ?? 0) + 1;
        counts.set(noun, number);
        one = { noun, number, folded: new Map() };
        known.set(key, one);
      }
      const spelling = fold(text);
      const exact = one.folded.get(spelling) ?? new Map<string, string>();
      one.folded.set(spelling, exact);
      const written = exact.get(text) ?? writtenAs(one, [...one.folded.keys()].indexOf(spelling), exact.size);
      exact.set(text, written);
      return written;
    },
    day(key) {
      const day = days.get(key) ?? new Date(FIRST_DAY + days.size * DAY_MS).toISOString().slice(0, 10);
      days.set(key, day);
      return day;
    },
  };
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2010-01-01T00:00:00Z');

/**
 * « Classe 012 ». Two writings of one name stay two writings of one name: the second differs by a space, or by case, as
 * rules compare names so.
 */
function writtenAs({ noun, number }: Known, spelling: number, writing: number): string {
  const letters = [...noun].map((letter, bit) =>
    Math.floor(writing / 2 ** bit) % 2 === 1 ? exchangeCase(letter) : letter,
  );
  if (spelling > 0) letters.splice(((spelling - 1) % (noun.length - 1)) + 1, 0, ' ');
  // Beyond what a noun's letters can tell apart, another alias altogether: two names are never made one.
  const turn = Math.floor((spelling === 0 ? 0 : spelling - 1) / (noun.length - 1));
  return `${letters.join('')} ${digits(number)}${'-1'.repeat(turn)}`;
}

function exchangeCase(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}

/** Never two nor four figures, which rules would read as a school year. */
function digits(number: number): string {
  return number < 1000 ? String(number).padStart(3, '0') : String(number + 9000);
}
