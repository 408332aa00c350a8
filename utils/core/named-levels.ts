/** What a school's name begins with, by level; platforms also shorten it as the academies do. */
const NAMES: readonly (readonly [level: 1 | 2, name: RegExp])[] = [
  [2, /^(coll[eè]ge|clg|lyc[eé]e|lyc|lp|lgt|lpo|erea|cit[eé] scolaire)(?!\p{L})/iu],
  [
    1,
    /^([eé]cole|ecole|groupe scolaire|rpi|(e\.?)+[mep]?\.?p\.?u\.?|maternelle|[eé]l[eé]mentaire)(?!\p{L})/iu,
  ],
];

/** The same in the middle of a name: some platforms put a code or the name of an institution first. */
const INSIDE: typeof NAMES = [
  [2, /(?<!\p{L})(coll[eè]ge|clg|lyc[eé]e|erea)(?!\p{L})/iu],
  [1, /(?<!\p{L})([eé]cole|[eé]l[eé]mentaire|maternelle)(?!\p{L})/iu],
];

/** The level that a school's name tells, while no reading has; none when it tells nothing. */
export function levelsNamed(name: string): readonly (1 | 2)[] {
  const found = [...NAMES, ...INSIDE].find(([, pattern]) => pattern.test(name.trim()));
  return found ? [found[0]] : [];
}
