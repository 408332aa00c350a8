import { speaksOf } from '@/utils/ents/hosts';
import { norm } from '@/utils/reading/labels';
import { isTerm, type Synonym, type Term, type TermInfo, VOCABULARY } from './vocabulary';

/** Labels are short; a longer text is not the name of a column. */
const LONGEST = 80;
/** What names a screen or the service that it belongs to; every other term is something to read on a screen. */
const NAMES: ReadonlySet<Term> = new Set<Term>([
  'directory',
  'messaging',
  'publication',
  'groups',
  'group',
  'accounts',
  'sections',
  'sectionParameters',
  'bin',
  'blocking',
  'timetable',
  'duties',
  'inbox',
]);
/** Terms that one word may serve, since no screen has both: the name of a group, of a person or of a section is « Nom ». */
const SHARING: readonly (readonly Term[])[] = [
  ['groupName', 'personName', 'sectionName', 'blocked'],
  ['from', 'yearStart'],
  ['to', 'yearEnd'],
  ['binnedOn', 'messageDate'],
  ['directory', 'accounts'],
  ['publication', 'sections', 'sectionParameters'],
  ['messaging', 'inbox'],
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
  const here = own.filter((one) => speaksOf(one.host, host) || speaksOf(host, one.host));
  if (
    knows(
      term,
      label,
      here.filter((one) => one.host === host),
    )
  )
    return { refusal: `« ${label} » est déjà reconnu : il n’y a rien à ajouter.` };
  const other = (Object.keys(VOCABULARY) as Term[]).find(
    (one) => one !== term && !mayShare(one, term) && knows(one, label, here),
  );
  if (other) return { refusal: taken(label, other, here) };
  return { word: { host, term, label } };
}

function knows(term: Term, label: string, own: readonly Synonym[]): boolean {
  const { said, guessed }: TermInfo = VOCABULARY[term];
  const added = own.filter((one) => one.term === term).map((one) => one.label);
  return [...said, ...guessed, ...added].some((word) => norm(word) === norm(label));
}

/** A screen may be called as one of its columns is; within a screen, or among screens, a word means one thing. */
function mayShare(one: Term, other: Term): boolean {
  return (
    NAMES.has(one) !== NAMES.has(other) ||
    SHARING.some((terms) => terms.includes(one) && terms.includes(other))
  );
}

/** What the word already means, and what can be done: a word that Vigie knows of itself cannot be removed. */
function taken(label: string, by: Term, own: readonly Synonym[]): string {
  const added = own.some((one) => one.term === by && norm(one.label) === norm(label));
  const advice = added
    ? 'Retirez d’abord ce mot de la liste, ou vérifiez votre choix.'
    : 'Choisissez cette chose, ou donnez le mot que l’écran emploie pour l’autre.';
  return `« ${label} » désigne déjà autre chose : ${VOCABULARY[by].says}. Lu pour les deux, il rendrait l’écran illisible. ${advice}`;
}
