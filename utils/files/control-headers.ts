import type { HeaderProblem, RosterPlatform } from '@/utils/core/roster-facts';
import { keyFields, rolesIn } from './accounts';
import { type Field, readHeader } from './fields';
import { layoutProblems } from './layout-problems';
import { pairColumns, type RosterTable } from './pairing';
import { type FileProblemCode, quoted } from './problem';

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;

const KINDS: Partial<Record<FileProblemCode, HeaderProblem['kind']>> = {
  'no-header': 'no-header',
  'missing-column': 'missing',
  'duplicate-header': 'repeated',
  'blank-header': 'blank',
};

/**
 * What is wrong with the headers. `refused` ones leave nothing to recognise people by: the control must then say so
 * rather than find no difference.
 */
export function headerProblems(
  reference: readonly RosterTable[],
  fresh: readonly RosterTable[],
  platform: RosterPlatform = 'itslearning',
): HeaderProblem[] {
  const problems = reference.flatMap((roster) => ownProblems(roster, 'reference'));
  for (const roster of fresh) {
    const original = originalOf(roster, reference);
    const inherited = new Set(original ? ownProblems(original, 'fresh').map(nameOf) : []);
    problems.push(...ownProblems(roster, 'fresh').filter((problem) => !inherited.has(nameOf(problem))));
    if (!original) continue;
    if (platform === 'edifice' && original.layout.columns.key && !roster.layout.columns.key) {
      problems.push(withoutKey(original, roster));
      continue;
    }
    problems.push(...lostColumns(original, roster, problems));
    problems.push(...invisibleNames(original, roster));
  }
  return problems;
}

function nameOf({ kind, column }: HeaderProblem): string {
  return `${kind} ${column}`;
}

/**
 * The file of the export that a new file was made from: the same profile, else the one with most columns in common. Not one
 * of other people altogether: that the profile is another one is then all that is to be said.
 */
function originalOf(roster: RosterTable, reference: readonly RosterTable[]): RosterTable | undefined {
  const score = (other: RosterTable) =>
    (other.layout.profile === roster.layout.profile ? 1000 : 0) + pairColumns(other, roster).columns.length;
  const roles = rolesIn(roster);
  const related = reference.filter((other) => rolesIn(other).some((role) => roles.includes(role)));
  return related.reduce<RosterTable | undefined>(
    (best, other) => (best && score(best) >= score(other) ? best : other),
    undefined,
  );
}

/** What one file shows alone. */
function ownProblems(roster: RosterTable, side: HeaderProblem['side']): HeaderProblem[] {
  const { table, layout } = roster;
  return layoutProblems(table, layout).flatMap(({ code, column = '', message, advice }) => {
    const kind = KINDS[code];
    if (!kind) return [];
    const { field } = readHeader(column);
    const names = field === 'lastName' || field === 'firstName';
    const needed = side === 'fresh' ? isKeyField(roster, field) : names;
    const refused = kind === 'no-header' || ((kind === 'missing' || kind === 'repeated') && needed);
    return [{ at: headerOf(roster, column), file: table.file, side, kind, column, message, advice, refused }];
  });
}

function isKeyField(roster: RosterTable, field: Field | undefined): boolean {
  return rolesIn(roster).some((role) => keyFields(role).some((key) => key === field));
}

/**
 * A model of Edifice, or an extract of ONDE, has other columns than the export, and no `externalid`: people are then
 * recognised by their names, and pupils by their birth date too (facts edifice §5.3).
 */
function withoutKey(original: RosterTable, roster: RosterTable): HeaderProblem {
  const [key = 0] = original.layout.columns.key ?? [];
  const column = original.table.columnName(key);
  const birthDate = rolesIn(roster).includes('pupil') ? ', prénom et date de naissance' : ' et prénom';
  return {
    at: headerOf(roster, ''),
    file: roster.table.file,
    side: 'fresh',
    kind: 'removed',
    column,
    message: `Ce fichier n’a pas la colonne ${quoted(column)} de l’export\u00A0: Edifice y reconnaîtra chacun à ses nom${birthDate}.`,
    advice:
      'Un homonyme, ou un nom écrit autrement, y devient un compte de plus. Repartez de l’export si vous le pouvez.',
    refused: false,
  };
}

/** Columns of the export that the new file no longer has, or has under another name. */
function lostColumns(
  original: RosterTable,
  roster: RosterTable,
  known: readonly HeaderProblem[],
): HeaderProblem[] {
  const { lost, added } = pairColumns(original, roster);
  return lost.flatMap((column) => {
    const place = original.table.header.findIndex((name) => name.trim() === column);
    const here = place < 0 ? '' : roster.table.columnName(place);
    const renamed = added.includes(here);
    const { field } = readHeader(column);
    const refused = isKeyField(original, field) || field === 'username';
    const told = known.some(
      (problem) =>
        problem.file === roster.table.file &&
        problem.kind === 'missing' &&
        readHeader(problem.column).field === field &&
        field !== undefined,
    );
    if (told && !renamed) return [];
    return [
      {
        at: headerOf(roster, renamed ? here : ''),
        file: roster.table.file,
        side: 'fresh' as const,
        kind: renamed ? ('renamed' as const) : ('removed' as const),
        column,
        message: renamed
          ? `La colonne ${quoted(column)} de l’export a disparu\u00A0: à sa place se trouve ${quoted(here)}.`
          : `La colonne ${quoted(column)} de l’export a disparu.`,
        advice: 'Rendez-lui son nom et ses valeurs, ou repartez de l’extraction d’origine.',
        refused,
      },
    ];
  });
}

function invisibleNames(original: RosterTable, roster: RosterTable): HeaderProblem[] {
  return roster.table.header.flatMap((name, at) => {
    const found = INVISIBLE.exec(name);
    if (!found || original.table.header.includes(name)) return [];
    const visible = name.replace(new RegExp(INVISIBLE, 'g'), '').trim() || `colonne ${at + 1}`;
    const point = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return [
      {
        at: headerOf(roster, roster.table.columnName(at)),
        file: roster.table.file,
        side: 'fresh' as const,
        kind: 'invisible' as const,
        column: visible,
        message: `Le nom de la colonne ${quoted(visible)} contient un caractère invisible (U+${point}).`,
        advice: 'Retapez ce nom de colonne\u00A0: l’ENT pourrait ne pas le reconnaître.',
        refused: false,
      },
    ];
  });
}

function headerOf({ table }: RosterTable, column: string) {
  return {
    in: 'file' as const,
    file: table.file,
    line: table.headerLine,
    ...(column === '' ? {} : { column }),
  };
}
