import { type FileProblem, type FileProblemCode, quoted } from './problem';

/** Every way in which XML can be broken, or is refused. */
export type XmlFaultKind =
  | 'truncated'
  | 'mismatch'
  | 'tag'
  | 'attribute'
  | 'repeated-attribute'
  | 'doctype'
  | 'entity'
  | 'outside'
  | 'second-root'
  | 'depth';

/** Thrown by `XmlScanner`: what is wrong, at which byte, and the words of the file that show it. */
export class XmlFault extends Error {
  override name = 'XmlFault';
  constructor(
    readonly kind: XmlFaultKind,
    readonly offset: number,
    readonly words: readonly string[] = [],
  ) {
    super(`${kind} at byte ${offset}`);
  }
}

const COLON = '\u00A0: ';

const EXPORT_AGAIN =
  'Refaites l’export depuis PRONOTE ou EDT, et déposez le fichier sans l’ouvrir ni l’enregistrer dans un autre logiciel.';

const NO_DOCTYPE =
  'Un export de PRONOTE ou d’EDT n’en contient jamais. Vérifiez d’où vient ce fichier, puis refaites l’export.';

/** Code, message and advice of each fault; `words` are those of the fault, where it has some. */
const TEXTS: Record<XmlFaultKind, (words: readonly string[]) => [FileProblemCode, string, string]> = {
  truncated: ([element]) => [
    'xml-truncated',
    element
      ? `Ce fichier est coupé${COLON}il s’arrête avant la fin de l’élément ${quoted(element)}.`
      : 'Ce fichier est coupé, il s’arrête avant la fin.',
    'L’export ou la copie a sans doute été interrompu. Refaites l’export, puis déposez le nouveau fichier.',
  ],
  mismatch: ([closed = '', open]) => [
    'xml-malformed',
    open
      ? `L’élément ${quoted(open)} est ouvert, mais c’est ${quoted(closed)} qui est fermé ici.`
      : `L’élément ${quoted(closed)} est fermé ici sans avoir été ouvert.`,
    EXPORT_AGAIN,
  ],
  tag: () => ['xml-malformed', 'Une balise est mal écrite ici, la suite ne peut pas être lue.', EXPORT_AGAIN],
  attribute: () => ['xml-malformed', 'Un attribut est mal écrit ici.', EXPORT_AGAIN],
  'repeated-attribute': ([name = '']) => [
    'xml-malformed',
    `L’attribut ${quoted(name)} est écrit deux fois dans la même balise.`,
    EXPORT_AGAIN,
  ],
  doctype: () => [
    'xml-doctype',
    'Ce fichier contient une déclaration DOCTYPE. Il n’a pas été lu, car elle peut cacher un piège.',
    NO_DOCTYPE,
  ],
  entity: ([entity = '']) => [
    'xml-doctype',
    `Ce fichier emploie ${quoted(entity)}, qui ne désigne aucun caractère. Il n’a pas été lu.`,
    NO_DOCTYPE,
  ],
  outside: () => ['xml-malformed', 'Du texte se trouve hors de tout élément.', EXPORT_AGAIN],
  'second-root': ([element = '']) => [
    'xml-malformed',
    `Un second document commence ici, par l’élément ${quoted(element)}.`,
    'Deux fichiers ont sans doute été mis bout à bout. Déposez-les un à un.',
  ],
  depth: () => [
    'xml-malformed',
    'Les éléments sont imbriqués sur plus de cent niveaux. Ce n’est pas un export d’emploi du temps.',
    EXPORT_AGAIN,
  ],
};

/** The French problem of a fault, which always means that the file could not be read to its end. */
export function faultProblem(
  file: string,
  { kind, words }: XmlFault,
  { line, column }: { line: number; column: number },
): FileProblem {
  const [code, message, advice] = TEXTS[kind](words.map((word) => word.slice(0, 60)));
  return { code, file, line, column: String(column), message, advice, fatal: true };
}
