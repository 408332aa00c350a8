import { firstName, surname } from './generate-family';
import { type Random, randomFrom } from './random';

/** The columns of a « Parent » export of itslearning: a pupil, and two parents repeated in the row. */
const HEADER = [
  'Clé de synchro élève',
  'Nom d’utilisateur élève',
  'Nom élève',
  'Prénom élève',
  'Date de naissance élève',
  'Classe Apprenant',
  'Niveau',
  'Groupes',
  ...[1, 2].flatMap((n) => [
    `Clé de synchro parent ${n}`,
    `Nom d’utilisateur parent ${n}`,
    `Nom parent ${n}`,
    `Prénom parent ${n}`,
    `Code postal parent ${n}`,
    `Courriel parent ${n}`,
  ]),
];

/** What somebody new does not have yet. */
const NEW = new Set(HEADER.filter((name) => name.startsWith('Clé') || name.startsWith('Nom d’utilisateur')));
const [KEY, USERNAME, LAST_NAME, CLASS, LEVEL] = [0, 1, 2, 5, 6];

const bare = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');

/** Rows of an export: French names as frequent as they are, a pupil and two parents a row. */
export function rosterRows(count: number, seed = 20260701): string[][] {
  const random = randomFrom(seed);
  const two = (number: number) => String(number).padStart(2, '0');
  return Array.from({ length: count }, (_, n) => {
    const [last, first] = [surname(random), firstName(random)];
    const level = 3 + (n % 4);
    const born = `${two(1 + random.below(28))}/${two(1 + random.below(12))}/${2017 - level - random.below(2)}`;
    const city = String(59_000 + random.below(900));
    const mother = random.chance(0.5) ? last : surname(random);
    const parents = [last, mother].flatMap((name) => {
      const given = firstName(random);
      const login = `${bare(given)}.${bare(name)}`;
      return [`${bare(given)}${bare(name)}${city}`, `${login}${n}`, name, given, city, `${login}@exemple.fr`];
    });
    return [
      `${first.toLowerCase()}${last.toLowerCase()}${born}`.replace(/[ '-]/g, ''),
      `${bare(first)}.${bare(last)}${n}`,
      last,
      first,
      born,
      `${level}e ${String.fromCharCode(65 + (n % 6))}`,
      `${level}e`,
      `GR${n % 20}`,
      ...parents,
    ];
  });
}

/** The bytes of a file of such rows. */
export function rosterFile(rows: readonly (readonly string[])[], inQuotes = false): Uint8Array {
  const cell = inQuotes ? (value: string) => `"${value}"` : (value: string) => value;
  return new TextEncoder().encode([HEADER, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join(''));
}

/**
 * The file a school would import a year later: one pupil in eight has left, as many arrive, everybody moves up. Of one
 * key in a hundred a letter was retyped; one row in two hundred was typed anew, without its username and with a slip.
 */
export function nextYearRows(rows: readonly (readonly string[])[], seed = 7): string[][] {
  const random = randomFrom(seed);
  const kept = rows
    .filter((_, n) => n % 8 !== 0)
    .map((row) => {
      const copy = [...row];
      for (const at of [CLASS, LEVEL])
        copy[at] = (row[at] ?? '').replace(/^\d/, (level) => String(Number(level) - 1));
      if (random.chance(0.01))
        copy[KEY] = (row[KEY] ?? '').replace(/[aeiou]/, (vowel) => (vowel === 'a' ? 'à' : 'a'));
      else if (random.chance(0.005)) typeAnew(copy, random);
      return copy;
    });
  // Other people, whose accounts nobody has made yet.
  const arrivals = rosterRows(Math.floor(rows.length / 8), seed + 35).map((row) =>
    row.map((value, at) => (NEW.has(HEADER[at] ?? '') ? '' : value)),
  );
  return [...kept, ...arrivals];
}

function typeAnew(row: string[], random: Random): void {
  const last = row[LAST_NAME] ?? '';
  const at = 1 + random.below(Math.max(1, last.length - 1));
  row[LAST_NAME] = `${last.slice(0, at)}${last[at - 1] ?? ''}${last.slice(at)}`;
  row[KEY] = '';
  row[USERNAME] = '';
}
