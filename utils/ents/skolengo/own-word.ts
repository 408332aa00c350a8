import { norm } from '@/utils/reading/labels';
import { isTerm, type Synonym, type Term, type TermInfo, VOCABULARY } from './vocabulary';

/** Labels are short; a longer text is not the name of a column. */
const LONGEST = 80;
/** Terms of which one means what the other denies: a word cannot be both. */
const OPPOSED: readonly (readonly Term[])[] = [
  ['lasting', 'thisYear'],
  ['mode1', 'mode2', 'mode3'],
];

/** A word as somebody typed it, once checked, or why it is refused, in French, with what to do. */
export type CheckedWord = { word: Synonym } | { refusal: string };

/** Checks a word that a school adds, against those that are known and those it added before. */
export function checkWord(
  typed: { host: string; term: string; label: string },
  own: readonly Synonym[],
): CheckedWord {
  const label = typed.label.replace(/\s+/g, ' ').trim();
  const { term, host } = typed;
  if (!isTerm(term)) return { refusal: 'Choisissez d’abord ce que le mot désigne.' };
  if (host === '') return { refusal: 'Choisissez d’abord l’ENT où ce mot se lit.' };
  if (norm(label) === '') return { refusal: 'Tapez le mot tel que l’écran le montre.' };
  if (label.length > LONGEST)
    return {
      refusal: `Ce texte est trop long pour un libellé : ${LONGEST} caractères au plus. Copiez le seul titre de la colonne ou du champ.`,
    };
  if (/[<>\p{Cc}]/u.test(label))
    return { refusal: 'Un libellé ne contient ni « < » ni « > » : copiez le mot tel que l’écran le montre.' };
  const opposite = OPPOSED.find((terms) => terms.includes(term))?.find(
    (other) => other !== term && knows(other, label, own),
  );
  if (opposite)
    return {
      refusal: `« ${label} » désigne déjà autre chose : ${VOCABULARY[opposite].says}. Retirez d’abord ce mot, ou vérifiez votre choix.`,
    };
  if (
    knows(
      term,
      label,
      own.filter((one) => one.host === host),
    )
  )
    return { refusal: `« ${label} » est déjà reconnu : il n’y a rien à ajouter.` };
  return { word: { host, term, label } };
}

function knows(term: Term, label: string, own: readonly Synonym[]): boolean {
  const { said, guessed }: TermInfo = VOCABULARY[term];
  const added = own.filter((one) => one.term === term).map((one) => one.label);
  return [...said, ...guessed, ...added].some((word) => norm(word) === norm(label));
}
