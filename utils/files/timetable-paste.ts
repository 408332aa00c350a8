import { counted, type FileProblem, quoted } from './problem';
import type { TimetableReading } from './timetable';
import { hasAudienceMarks } from './timetable-audience';
import { type ListField, listField, missingColumns, unknownColumns } from './timetable-columns';
import { EDT_LIST_UNKNOWABLE } from './timetable-edt';
import { ListReader } from './timetable-rows';

/** The name that a pasted list goes by in anchors and messages. */
export const PASTED = 'Liste collée';

/** More than any list of EDT: a paste above is something else. */
const MAX_PASTE = 20_000_000;

const COPY_AGAIN = `Dans EDT, affichez ${quoted('Emploi du temps')} › ${quoted('Cours')} › ${quoted('Liste')}, sélectionnez toutes les lignes, copiez la liste, puis collez-la ici.`;

/**
 * Reads a list of lessons copied from EDT: rows of cells separated by tabs, with or without the line of headers. Without
 * it, the audience is the column that holds groups « [ ] » or parts « < > », and the subject is not known. `file`: the text
 * file that it was saved in. Never throws.
 */
export function readPastedList(text: string, file = PASTED): TimetableReading {
  const refuse = (code: FileProblem['code'], message: string, line?: number): TimetableReading => ({
    file,
    facts: {},
    problems: [{ code, file, ...(line && { line }), message, advice: COPY_AGAIN, fatal: true }],
    unknowable: [],
  });
  if (text.length > MAX_PASTE)
    return refuse('too-large', 'Le texte collé est trop long pour une liste de cours.');
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, index) => ({ number: index + 1, cells: line.split('\t') }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first] = lines;
  if (!first) return refuse('empty', 'Le texte collé est vide.');
  if (!lines.some(({ cells }) => cells.length > 1))
    return refuse(
      'not-a-timetable',
      'Le texte collé n’a qu’une colonne, ce n’est pas une liste copiée depuis EDT.',
      first.number,
    );
  const found = findColumns(lines.map(({ cells }) => cells));
  if (!found)
    return refuse(
      'not-a-timetable',
      `Aucune colonne du texte collé ne dit pour qui sont les cours${COLON}ni colonne ${quoted('Classe')}, ni groupe entre crochets, ni partie entre chevrons.`,
      first.number,
    );
  const { columns, headerAt } = found;
  const header = lines[headerAt];
  const fields = new Set(columns.values());
  const place = (header ?? first).number;
  const missing = missingColumns('lessons', fields, 'onScreen');
  if (fields.has('lastName') && !OF_LESSONS.some((field) => fields.has(field)))
    return refuse('not-a-timetable', OF_PUPILS, place);
  const reader = new ListReader();
  const short: number[] = [];
  for (const { number, cells } of lines.slice(headerAt + 1)) {
    const row = new Map([...columns].map(([column, field]) => [field, unquoted(cells[column] ?? '')]));
    if (!(row.get('audience') || row.get('subject'))) continue;
    if (cells.length <= Math.max(...columns.keys())) short.push(number);
    reader.addLesson(row, { in: 'file', file, line: number });
  }
  if (reader.lessonCount === 0)
    return refuse('no-lessons', 'Le texte collé ne contient aucun cours.', first.number);
  const problems = shortRows(file, short);
  if (missing)
    problems.unshift({
      code: header ? 'missing-column' : 'no-header',
      file,
      line: place,
      message: header ? `${missing.message}${unknownColumns(header.cells.map(unquoted))}` : NO_HEADER,
      advice: `${missing.unsaid} ${header ? SHOW_COLUMNS : WITH_TITLES}`,
      fatal: false,
    });
  return {
    file,
    kind: 'pasted-list',
    facts: reader.facts(fields),
    problems,
    unknowable: EDT_LIST_UNKNOWABLE,
  };
}

/** A list of pupils has a name and a class too. */
const OF_LESSONS: readonly ListField[] = ['subject', 'subjectCode', 'teacher', 'day', 'hour'];
const OF_PUPILS =
  'Le texte collé est une liste de personnes, pas de cours. Pour les élèves d’EDT, déposez l’export EXP_ELEVE.xml.';

function shortRows(file: string, [line, ...others]: readonly number[]): FileProblem[] {
  if (line === undefined) return [];
  return [
    {
      code: 'short-row',
      file,
      line,
      message:
        others.length === 0
          ? 'Cette ligne a moins de colonnes que les autres.'
          : `Cette ligne et ${counted(others.length, 'autre')} ont moins de colonnes que les titres.`,
      advice: 'La copie a peut-être été coupée. Vérifiez dans EDT, puis recopiez la liste.',
      fatal: false,
    },
  ];
}

const NO_HEADER =
  'La ligne des titres manque\u00A0: rien ne dit quelles colonnes donnent la matière et l’enseignant.';
const WITH_TITLES = 'Recopiez la liste avec sa ligne de titres.';
const SHOW_COLUMNS = 'Affichez ce qui manque dans EDT, puis recopiez la liste.';

type Columns = ReadonlyMap<number, ListField>;

/** Headers may follow a title or two; without headers, the marks of EDT show the column of the audience. */
function findColumns(
  rows: readonly (readonly string[])[],
): { columns: Columns; headerAt: number } | undefined {
  for (const [index, cells] of rows.slice(0, 10).entries()) {
    const columns = new Map<number, ListField>();
    for (const [column, name] of cells.entries()) {
      const field = listField(unquoted(name));
      if (field && ![...columns.values()].includes(field)) columns.set(column, field);
    }
    if (cells.length > 1 && [...columns.values()].includes('audience')) return { columns, headerAt: index };
  }
  const marked = new Map<number, number>();
  for (const cells of rows)
    for (const [column, cell] of cells.entries())
      if (hasAudienceMarks(unquoted(cell))) marked.set(column, (marked.get(column) ?? 0) + 1);
  const [best] = [...marked].sort((a, b) => b[1] - a[1]);
  return best && { columns: new Map([[best[0], 'audience' as const]]), headerAt: -1 };
}

/** Spreadsheets put cells that hold quotes or line ends between quotes. */
function unquoted(cell: string): string {
  const inside = /^"(.*)"$/s.exec(cell.trim())?.[1];
  return (inside?.replaceAll('""', '"') ?? cell).trim();
}

const COLON = '\u00A0: ';
