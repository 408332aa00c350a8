import { FIELD_NAMES, readHeader } from './fields';
import type { MissingColumn, RosterLayout, RosterProfile } from './headers';
import { type FileProblem, quoted } from './problem';
import type { Table } from './table';

const PROFILE_NAMES: Record<RosterProfile, string> = {
  pupils: 'des élèves',
  'pupils-and-parents': 'des élèves et de leurs parents',
  parents: 'des parents',
  teachers: 'des enseignants',
  staff: 'du personnel',
  guests: 'des invités',
  mixed: 'de tous les profils',
};

/** French name of whom a file holds: « des enseignants ». */
export function profileName(profile: RosterProfile): string {
  return PROFILE_NAMES[profile];
}

/** A title, or a blank line, was put over the names of the columns. */
function titleOver(table: Table): string | undefined {
  const cells = table.rowCount > 0 ? table.header.map((_, column) => table.cell(0, column)) : [];
  if (cells.filter((cell) => readHeader(cell).field !== undefined).length < 2) return undefined;
  return `Les noms des colonnes sont à la ligne ${table.lineOf(0)}\u00A0: supprimez ce qui est au-dessus, puis déposez le fichier à nouveau.`;
}

/** What is wrong with the columns of a table, once they are understood. None of it is fatal: columns can be mapped by hand. */
export function layoutProblems(table: Table, layout: RosterLayout): FileProblem[] {
  const at = { file: table.file, line: table.headerLine, fatal: false } as const;
  const recognised = Object.keys(layout.columns).length + layout.blocks.length;
  if (recognised === 0) {
    return [
      {
        ...at,
        code: 'no-header',
        message: 'Aucun nom de colonne connu sur la première ligne du fichier.',
        advice:
          titleOver(table) ??
          `La première ligne doit porter les noms des colonnes (${quoted('Nom')}, ${quoted('Prénom')}…). Si elle les porte sous d’autres noms, indiquez ce que contient chaque colonne.`,
      },
    ];
  }
  const problems: FileProblem[] = layout.missing.map((missing) => ({
    ...at,
    code: 'missing-column',
    column: FIELD_NAMES[missing.field],
    message: `La colonne ${quoted(FIELD_NAMES[missing.field])}${ofWhom(missing)} est introuvable.`,
    advice:
      'Si elle porte un autre nom, indiquez laquelle c’est. Si elle a été supprimée, repartez de l’extraction d’origine.',
  }));
  for (const column of layout.repeated) {
    problems.push({
      ...at,
      code: 'duplicate-header',
      column: table.columnName(column),
      message: `La colonne ${quoted(table.columnName(column))} figure deux fois (colonne ${column + 1}).`,
      advice: 'Gardez-en une seule, sinon l’ENT pourrait lire la mauvaise.',
    });
  }
  table.header.forEach((name, column) => {
    if (name.trim() !== '' || !hasValues(table, column)) return;
    problems.push({
      ...at,
      code: 'blank-header',
      column: table.columnName(column),
      message: `La colonne ${column + 1} contient des valeurs mais n’a pas de nom.`,
      advice: 'Donnez-lui son nom d’origine, ou supprimez-la si vous l’avez ajoutée.',
    });
  });
  const { profile, namedProfile } = layout;
  if (profile && namedProfile && !compatible(profile, namedProfile)) {
    problems.push({
      ...at,
      code: 'wrong-profile',
      message: `Le nom du fichier annonce la liste ${PROFILE_NAMES[namedProfile]}, mais ses colonnes sont celles de la liste ${PROFILE_NAMES[profile]}.`,
      advice:
        'Vérifiez que vous avez pris le bon fichier, et choisissez le bon profil au moment de l’import.',
    });
  }
  return problems;
}

function ofWhom({ of }: MissingColumn): string {
  if (of === 'parent') return ' du parent';
  return of === 'child' ? ' de l’enfant' : '';
}

function compatible(profile: RosterProfile, named: RosterProfile): boolean {
  if (profile === named || profile === 'mixed') return true;
  return named === 'pupils-and-parents' && profile === 'parents';
}

/** A column without a name matters only when something stands in it; the first thousand rows tell. */
function hasValues(table: Table, column: number): boolean {
  const rows = Math.min(table.rowCount, 1000);
  for (let row = 0; row < rows; row++) if (table.cell(row, column).trim() !== '') return true;
  return false;
}
