import type { TimetableFile, TimetableSoftware } from '@/utils/core/timetable-facts';
import { fold } from '@/utils/matching/fold';
import { type FileProblem, quoted } from './problem';
import type { XmlScanner } from './xml';

/** Namespace of the encrypted files that PRONOTE and EDT make for a platform. */
export const CONTAINER = 'http://www.index-education.com/conteneurexportchiffre';

/** What a file leaves in clear around its encrypted content. */
export interface OpenedContainer {
  item: TimetableFile;
  problems: FileProblem[];
}

/** Said of every encrypted file: no key of ours can open it, and none should. */
export const ENCRYPTED_UNKNOWABLE: readonly string[] = [
  'Le contenu est chiffré pour l’ENT, seul l’ENT peut l’ouvrir. Seules ses indications en clair ont été lues, sans donnée personnelle.',
  'Les cours, les groupes, les élèves et les enseignants ne peuvent pas être contrôlés depuis ce fichier. Pour cela, déposez aussi l’export de la liste des cours d’EDT, ou collez cette liste.',
];

/**
 * Reads the clear indications of an encrypted file (facts itslearning §6.1); the content itself is passed over.
 * @param scanner just after its root was opened
 */
export function readContainer(file: string, scanner: XmlScanner): OpenedContainer {
  const at = { in: 'file', file, line: scanner.position(scanner.start).line } as const;
  const texts = new Map<string, string>();
  const partners: string[] = [];
  let path: (string | undefined)[] = [];
  let hasContent = false;
  for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
    if (event === 'open') {
      path = [...path.slice(0, scanner.depth - 2), scanner.element()];
      if (path.join('/') === 'CLES/PARTENAIRE') partners.push(scanner.attribute('NOM')?.trim() ?? '');
    } else if (event === 'text' && scanner.depth === 2) {
      const [name = ''] = path;
      if (name === 'CONTENU') hasContent = true;
      else if (CLEAR.has(name)) texts.set(name, scanner.text().trim());
    }
  }
  const software = softwareOf(texts.get('LOGICIEL') ?? '');
  const madeOn = texts.get('DATEHEURE');
  const uai = texts.get('UAI')?.toUpperCase();
  const schoolName = texts.get('NOMETABLISSEMENT');
  const problems: FileProblem[] = hasContent
    ? []
    : [
        {
          code: 'xml-truncated',
          file,
          message: `Ce fichier n’a pas de contenu chiffré, l’élément ${quoted('CONTENU')} est absent ou vide.`,
          advice: 'L’ENT n’y trouverait aucun cours. Refaites l’export depuis PRONOTE ou EDT.',
          fatal: true,
        },
      ];
  return {
    item: {
      at,
      form: 'encrypted',
      partners: partners.filter((name) => name !== ''),
      ...(uai && { uai }),
      ...(schoolName && { schoolName }),
      ...(software && { software }),
      ...(madeOn && /^\d{4}-\d\d-\d\d/.test(madeOn) && { madeOn }),
    },
    problems,
  };
}

const CLEAR = new Set(['VERSION', 'LOGICIEL', 'DATEHEURE', 'UAI', 'NOMETABLISSEMENT']);

/** How each edition calls itself, folded. Only « Monoposte » is attested in public files; the others are its siblings. */
const EDITIONS: readonly (readonly [RegExp, NonNullable<TimetableSoftware['edition']>])[] = [
  [/\bmonoposte\b/, 'Monoposte'],
  [/\bheberg|\bindex education net\b/, 'hébergé'],
  [/\breseau\b|\bclient\b|\bserveur\b/, 'Réseau'],
];

/** Reads « PRONOTE Monoposte-PRONOTE 2013 - 0.5.14 »; undefined for an empty line. */
export function softwareOf(text: string): TimetableSoftware | undefined {
  const folded = fold(text);
  if (folded === '') return undefined;
  const product = /\bpronote\b/.test(folded) ? 'PRONOTE' : /\bedt\b/.test(folded) ? 'EDT' : undefined;
  const edition = EDITIONS.find(([pattern]) => pattern.test(folded))?.[1];
  const release = /\b(20\d\d)\b/.exec(folded)?.[1];
  return {
    text: text.trim(),
    ...(product && { product }),
    ...(edition && { edition }),
    ...(release && { release }),
  };
}
