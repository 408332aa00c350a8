import { type FileProblem, quoted } from './problem';
import type { TimetableReading } from './timetable';
import { hasAudienceMarks } from './timetable-audience';
import { EDT_LIST_UNKNOWABLE } from './timetable-edt';
import { type ListField, ListReader, listField } from './timetable-rows';

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
  const fields = [...columns.values()];
  const subjectUnknown = !(fields.includes('subject') || fields.includes('subjectCode'));
  const reader = new ListReader();
  const problems: FileProblem[] = [];
  for (const { number, cells } of lines.slice(headerAt + 1)) {
    const row = new Map([...columns].map(([column, field]) => [field, unquoted(cells[column] ?? '')]));
    if (!(row.get('audience') || row.get('subject'))) continue;
    if (cells.length <= Math.max(...columns.keys()))
      problems.push({
        code: 'short-row',
        file,
        line: number,
        message: 'Cette ligne a moins de colonnes que les autres.',
        advice: 'Elle a peut-être été coupée à la copie. Vérifiez-la dans EDT.',
        fatal: false,
      });
    reader.addLesson(row, { in: 'file', file, line: number }, subjectUnknown);
  }
  if (reader.lessonCount === 0)
    return refuse('no-lessons', 'Le texte collé ne contient aucun cours.', first.number);
  if (subjectUnknown)
    problems.push({
      code: 'no-header',
      file,
      line: first.number,
      ...(headerAt < 0 ? NO_HEADER : NO_SUBJECT),
      fatal: false,
    });
  return {
    file,
    kind: 'pasted-list',
    facts: reader.facts(),
    problems,
    unknowable: EDT_LIST_UNKNOWABLE,
  };
}

const NO_HEADER = {
  message: 'La ligne des titres manque, la matière des cours n’est donc pas connue.',
  advice: 'Recopiez la liste avec sa ligne de titres pour savoir quels cours l’ENT créera.',
};
const NO_SUBJECT = {
  message: 'La colonne de la matière manque, les noms des cours ne sont donc pas connus.',
  advice: 'Affichez cette colonne dans EDT, puis recopiez la liste pour savoir quels cours l’ENT créera.',
};

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
    const fields = [...columns.values()];
    if (fields.includes('audience') && fields.length > 1) return { columns, headerAt: index };
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
