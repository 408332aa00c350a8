import { FIRST_NAMES, LAST_NAMES } from '../names';
import { seeded } from '../random';
import { partOf } from './cast';
import type { FileProfile, School } from './model';
import { exportSheet, type Sheet } from './sheet';

/** « 6e B » moves to « 5e B »; the last level of a school leaves. */
const PROMOTION: Readonly<Record<string, string | undefined>> = {
  '6e': '5e',
  '5e': '4e',
  '4e': '3e',
  '2nde': '1re',
  '1re': 'Tle',
};

/** Values of a row by header: what is not named stays empty. */
export type Values = Readonly<Record<string, string>>;

/** A row in the order of the columns. @throws {Error} for a header that the sheet lacks. */
export function rowOf(sheet: Sheet, values: Values): string[] {
  for (const header of Object.keys(values)) columnOf(sheet, header);
  return sheet.headers.map((header) => values[header] ?? '');
}

/** Position of a header. @throws {Error} when there is none. */
export function columnOf(sheet: Sheet, header: string): number {
  const column = sheet.headers.indexOf(header);
  if (column < 0) throw new Error(`No column « ${header} ».`);
  return column;
}

/**
 * The file that a careful person makes of an export for the next school year: classes and levels moved up, leavers taken
 * out, arrivals added without key nor username. Nothing in it deserves a finding, near-misses included.
 */
export function nextYearSheet(school: School, profile: FileProfile): Sheet {
  const sheet = exportSheet(school, profile);
  if (profile === 'Teacher' || profile === 'Personal') return colleaguesNextYear(sheet, profile);
  const [classes, levels] = [columnOf(sheet, 'Classe Apprenant'), columnOf(sheet, 'Niveau Apprenant')];
  const repeater = school.kind === 'lycee' ? partOf('lycee', 'repeater').lastName : '';
  const rows = sheet.rows.flatMap((row) => {
    if (row[1] === repeater) return [row];
    const level = PROMOTION[row[levels] ?? ''];
    if (!level) return [];
    const moved = [...row];
    moved[classes] = (row[classes] ?? '').replace(/^\S+/, level);
    moved[levels] = level;
    return [moved];
  });
  return { headers: sheet.headers, rows: [...rows, ...arrivals(school, sheet, profile === 'Parent')] };
}

function arrivals(school: School, sheet: Sheet, withParents: boolean): string[][] {
  const random = seeded(school.kind === 'college' ? 77 : 78);
  const [level, size, age] = school.kind === 'college' ? ['6e', 140, 11] : ['2nde', 60, 15];
  const born = Number(([...school.pupils.values()][0]?.birthDate ?? '').slice(6)) + 1;
  const taken = new Set([...school.pupils.values()].map(({ lastName }) => lastName));
  const free = LAST_NAMES.filter((name) => !taken.has(name));
  const names = free.length > 0 ? free : LAST_NAMES;
  const two = (n: number) => String(n).padStart(2, '0');
  const date = () => `${two(random.between(1, 28))}/${two(random.between(1, 12))}/${born || 2026 - age}`;
  const arrival = (lastName: string, firstName: string, birthDate: string, parents: Values = {}) =>
    rowOf(sheet, {
      'Nom eleve': lastName,
      'Prenom eleve': firstName,
      'Date de naissance eleve': birthDate,
      'Classe Apprenant': `${level} ${random.pick(school.kind === 'college' ? ['A', 'B', 'C', 'D'] : ['1', '2'])}`,
      'Niveau Apprenant': level,
      ...(withParents ? parents : {}),
    });
  const newParent = (lastName: string): Values => ({
    'Civilité parent 1': random.pick(['M.', 'Mme']),
    'Nom parent 1': lastName,
    'Prenom parent 1': random.pick(FIRST_NAMES),
    'Code postal parent 1': '01000',
    'Ville parent 1': 'Bourg-en-Bresse',
  });
  const rows: string[][] = [];
  if (school.kind === 'college') {
    const homonym = partOf('college', 'leaver homonym');
    const elder = sheet.rows.find((row) => row[1] === partOf('college', 'elder').lastName) ?? [];
    const sameParents = Object.fromEntries(
      sheet.headers.flatMap((header, at) => (/ parent \d$/.test(header) ? [[header, elder[at] ?? '']] : [])),
    );
    rows.push(
      arrival(homonym.lastName, homonym.firstName, date(), newParent(homonym.lastName)),
      arrival(elder[1] ?? '', 'Apolline', date(), sameParents),
    );
    const [birthDate, parents] = [date(), newParent('DEUXFONTAINES')];
    for (const twin of ['Marie', 'Marin']) rows.push(arrival('DEUXFONTAINES', twin, birthDate, parents));
  }
  while (rows.length < size) {
    const lastName = random.pick(names);
    rows.push(arrival(lastName, random.pick(FIRST_NAMES), date(), newParent(lastName)));
  }
  return rows;
}

function colleaguesNextYear(sheet: Sheet, profile: 'Teacher' | 'Personal'): Sheet {
  const suffix = profile === 'Teacher' ? 'enseignant' : 'personnel Educatif';
  const stay = sheet.rows.filter((_row, at) => at < 2 || at % 9 !== 0);
  const arrived = ['NOUVELON|Agathe', 'ARRIVANT|Gaël'].map((name) => {
    const [last = '', first = ''] = name.split('|');
    return rowOf(sheet, {
      [`Civilité ${suffix}`]: 'Mme',
      [`Nom ${suffix}`]: last,
      [`Prenom ${suffix}`]: first,
    });
  });
  return { headers: sheet.headers, rows: [...stay, ...arrived] };
}
