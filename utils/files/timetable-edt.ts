import type { Facts } from '@/utils/core/facts';
import { fold } from '@/utils/matching/fold';
import { type FileProblem, quoted } from './problem';
import { type ListField, listField, missingColumns, unknownColumns } from './timetable-columns';
import { ListReader } from './timetable-rows';
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
  const spot = scanner.position(scanner.start);
  const place = { file, line: spot.line, column: String(spot.column) };
  const reader = new ListReader();
  const seen = new Set<ListField>();
  const fields = new Map<string, ListField | undefined>();
  let row = new Map<ListField, string>();
  let start = 0;
  let field: ListField | undefined;
  let rows = 0;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'open' && scanner.depth === 2) {
      row = new Map();
      rows++;
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
      const { line, column } = scanner.position(start);
      const at = { in: 'file', file, line, column: String(column) } as const;
      if (isPupils) reader.addPupil(row, at);
      else if (isLessons) reader.addLesson(row, at);
    }
  }
  const advice = exportOf(isPupils ? 'Élèves' : 'Cours');
  const refuse = (code: FileProblem['code'], message: string) => ({
    facts: {},
    problems: [{ code, ...place, message, advice, fatal: true }],
  });
  if (!isLessons && !isPupils)
    return refuse(
      'not-a-timetable',
      `Cette liste d’EDT contient ${title ? quoted(title.slice(0, 60)) : 'des données sans nom'}, ni des cours ni des élèves.`,
    );
  if (rows === 0) return refuse('no-lessons', `Cette liste ${quoted(title)} est vide.`);
  const others = unknownColumns(fields.keys());
  if (isLessons && !seen.has('audience'))
    return refuse(
      'not-a-timetable',
      `Aucune colonne de cette liste de cours ne donne la classe (${quoted('CLASSE')})${COLON}rien ne dit pour qui sont les cours, rien ne peut y être contrôlé.${others}`,
    );
  const unnamed = [
    ...(seen.has('lastName') ? [] : [`le nom (${quoted('NOM')})`]),
    ...(seen.has('firstName') ? [] : [`le prénom (${quoted('PRENOM')})`]),
  ];
  if (isPupils && unnamed.length > 0)
    return refuse(
      'not-a-timetable',
      `Aucune colonne de cette liste d’élèves ne donne ${unnamed.join(', ni ')}${COLON}rien ne peut y être contrôlé.${others}`,
    );
  const missing = missingColumns(isPupils ? 'pupils' : 'lessons', seen, 'inFile');
  const problems: FileProblem[] = missing
    ? [
        {
          code: 'missing-column',
          ...place,
          message: `${missing.message}${others}`,
          advice: `${missing.unsaid} ${advice}`,
          fatal: false,
        },
      ]
    : [];
  return { facts: reader.facts(seen), problems };
}

const COLON = '\u00A0: ';

const exportOf = (kind: string) =>
  `Dans EDT, ouvrez ${quoted('Imports/Exports')} › ${quoted('TXT/CSV/XML/SQL')} › ${quoted('Exporter un fichier texte')}, choisissez le type de données ${quoted(kind)}, le format XML, et ${quoted('Visualiser toutes les données')}.`;
