import type { Facts } from '@/utils/core/facts';
import { fold } from '@/utils/matching/fold';
import { type FileProblem, quoted } from './problem';
import { type ListField, ListReader, listField } from './timetable-rows';
import type { XmlScanner } from './xml';

/** Said of every list that EDT exports or shows. */
export const EDT_LIST_UNKNOWABLE: readonly string[] = [
  'Cette liste sert au contrôle, l’ENT ne peut pas l’importer. Elle ne dit ni l’établissement, ni la date, ni la version du logiciel.',
  'Les identifiants de PRONOTE n’y sont pas.',
];

/**
 * Reads the lists that EDT exports as XML (facts itslearning §6.3): `EXP_COURS.xml`, `EXP_ELEVE.xml`. Rows are elements
 * of any name, cells are their children.
 * @param scanner just after its root, `TABLE`, was opened
 */
export function readEdtList(file: string, scanner: XmlScanner): { facts: Facts; problems: FileProblem[] } {
  const title = scanner.attribute('nom') ?? '';
  const isPupils = /^eleves?\b/.test(fold(title));
  const isLessons = /^cours\b/.test(fold(title));
  const { line } = scanner.position(scanner.start);
  const reader = new ListReader();
  const seen = new Set<string>();
  const fields = new Map<string, ListField | undefined>();
  let row = new Map<ListField, string>();
  let start = 0;
  let field: ListField | undefined;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'open' && scanner.depth === 2) {
      row = new Map();
      ({ start } = scanner);
      const number = scanner.attribute('numero');
      if (number) row.set('number', number);
    } else if (event === 'open' && scanner.depth === 3) {
      const name = scanner.element();
      if (!fields.has(name)) fields.set(name, listField(name));
      field = fields.get(name);
      if (field) seen.add(field);
    } else if (event === 'text' && scanner.depth === 3 && field) {
      row.set(field, (row.get(field) ?? '') + scanner.text());
    } else if (event === 'close' && scanner.depth === 2) {
      const spot = scanner.position(start);
      const at = { in: 'file', file, line: spot.line, column: String(spot.column) } as const;
      if (isPupils) reader.addPupil(row, at);
      else if (isLessons) reader.addLesson(row, at);
    }
  }
  const problem = refusal(file, title, seen, isLessons, isPupils);
  if (problem) return { facts: {}, problems: [{ ...problem, line }] };
  if (reader.lessonCount + reader.pupilCount === 0)
    return { facts: {}, problems: [{ ...emptyList(file, title), line }] };
  return { facts: reader.facts(), problems: [] };
}

function refusal(
  file: string,
  title: string,
  seen: ReadonlySet<string>,
  isLessons: boolean,
  isPupils: boolean,
): FileProblem | undefined {
  const refuse = (message: string): FileProblem => ({
    code: 'not-a-timetable',
    file,
    message,
    advice: EXPORT_LIST,
    fatal: true,
  });
  if (!isLessons && !isPupils)
    return refuse(
      `Cette liste d’EDT contient ${title ? quoted(title.slice(0, 60)) : 'des données sans nom'}, ni des cours ni des élèves.`,
    );
  if (seen.size === 0) return undefined;
  if (isLessons && !(seen.has('audience') && (seen.has('subject') || seen.has('subjectCode'))))
    return refuse(
      'Cette liste de cours n’a pas les colonnes de la matière et de la classe, rien ne peut y être contrôlé.',
    );
  return isPupils && !(seen.has('lastName') && seen.has('firstName'))
    ? refuse('Cette liste d’élèves n’a pas les colonnes du nom et du prénom, rien ne peut y être contrôlé.')
    : undefined;
}

function emptyList(file: string, title: string): FileProblem {
  return {
    code: 'no-lessons',
    file,
    message: `Cette liste ${quoted(title)} est vide.`,
    advice: EXPORT_LIST,
    fatal: true,
  };
}

const EXPORT_LIST = `Dans EDT, ouvrez ${quoted('Imports/Exports')} › ${quoted('TXT/CSV/XML/SQL')} › ${quoted('Exporter un fichier texte')}, choisissez le type de données ${quoted('Cours')}, le format XML, et ${quoted('Visualiser toutes les données')}.`;
