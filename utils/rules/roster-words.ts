import type { Anchor, Gathered, Located } from '@/utils/core/facts';
import type { CellEdit, KeyField, RosterPlatform } from '@/utils/core/roster-facts';
import type { Flag } from '@/utils/core/rule';
import { describeDifference } from '@/utils/matching/difference';
import { quotesWords, sayable } from '@/utils/matching/sayable';

/** The box of the itslearning import, in its own words. */
export const BOX = '«\u00A0Mettre à jour tous les utilisateurs\u00A0»';

/** The box of Edifice's wizard, in its own words. */
export const PREDELETE = '«\u00A0Pré-supprimer les comptes des utilisateurs absents des fichiers\u00A0»';

/** What happens to a known person whom the platform takes for somebody else; what applies is said first. */
export function consequence(platform: RosterPlatform, updateAll: boolean | undefined): string {
  if (platform === 'edifice') {
    const made = 'Edifice ne retrouvera pas cette personne\u00A0: il lui créera un nouveau compte';
    if (updateAll === true)
      return `${made}. La case ${PREDELETE} est cochée\u00A0: l’ancien sera pré-supprimé, puis supprimé.`;
    if (updateAll === false)
      return `${made}, en doublon. La case ${PREDELETE} est décochée\u00A0: l’ancien restera.`;
    return `${made}, et l’ancien sera mis en suppression si la suppression des comptes absents du fichier est demandée.`;
  }
  if (updateAll === true)
    return `La case ${BOX} est cochée\u00A0: l’ancien compte sera supprimé et un compte vide le remplacera. Décochée, elle laisserait un compte en doublon.`;
  if (updateAll === false)
    return `La case ${BOX} est décochée\u00A0: un second compte sera créé, en doublon. Cochée, elle supprimerait l’ancien compte et en créerait un vide.`;
  return `Case ${BOX} décochée\u00A0: un second compte est créé, en doublon. Cochée\u00A0: l’ancien compte est supprimé et un compte vide le remplace.`;
}

const FIELDS: Record<KeyField, string> = {
  key: 'Clé de synchro',
  username: 'Nom d’utilisateur',
  lastName: 'Nom',
  firstName: 'Prénom',
  birthDate: 'Date de naissance',
  postalCode: 'Code postal',
};

/** « LAMBERT Zoé (Prénom : « Zoé » → « Zoe ») »: values hold names, which only stand in the subject. */
export function subjectOf(
  person: string,
  changes: readonly Pick<CellEdit, 'field' | 'was' | 'is'>[],
): string {
  const said = changes.map(({ field, was, is }) => `${FIELDS[field]}\u00A0: ${value(was)} → ${value(is)}`);
  return `${person} (${said.join('\u202F; ')})`;
}

function value(text: string): string {
  return text === '' ? 'vide' : `«\u00A0${text}\u00A0»`;
}

/** « Ligne 12, colonne « Prénom élève » ». */
export function placeOf(at: Anchor): string {
  if (at.in !== 'file') return at.key;
  return `Ligne ${at.line}${at.column ? `, colonne «\u00A0${at.column}\u00A0»` : ''}`;
}

/** Which character changed: « é remplacé par e »; a value that is another one altogether is not quoted. */
export function whatChanged({ was, is }: Pick<CellEdit, 'was' | 'is'>): string {
  const said = sayable(describeDifference(was, is));
  const quotesName = quotesWords(said) || (was !== '' && said.includes(was));
  return quotesName ? 'une partie de la valeur a été remplacée' : said;
}

/** The last flag of a list that was cut: « 12 400 autres ». */
export function* others(list: Gathered<Located>): Generator<Flag> {
  const { items, read } = list;
  const last = items.at(-1);
  const left = (read?.total ?? 0) - items.length;
  if (!last || left <= 0) return;
  const many = left.toLocaleString('fr-FR');
  yield {
    at: last.at,
    subject: `Et ${many} ${left === 1 ? 'autre' : 'autres'}`,
    says: `La liste s’arrête ici\u00A0: ${left === 1 ? 'un autre cas' : `${many} autres cas`} du même ordre ${left === 1 ? 'n’est pas affiché' : 'ne sont pas affichés'}.`,
    review: true,
  };
}
