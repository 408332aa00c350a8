import type { ImportPerson, LikelyAccount, Reconciliation } from '@/utils/core/import-wizard-facts';
import type { Flag } from '@/utils/core/rule';
import { defineRule } from '@/utils/core/rule';
import { among } from './among';

export const unreconciledUser = defineRule({
  id: 'unreconciled-user',
  impact: 'serious',
  title: 'Personnes que l’import n’a pas retrouvées dans l’ENT',
  why: 'Leur emploi du temps n’est pas importé, et elles ne sont inscrites dans aucun de leurs cours.',
  remedy:
    'Corrigez le nom, le prénom ou la date de naissance dans EDT ou PRONOTE, jamais dans l’ENT, puis réimportez. Sinon, la personne se connecte une fois à PRONOTE par l’ENT. « Export » donne la liste entière ; les élèves de l’an passé sont à retirer de la base.',
  source: { guide: '001', section: 'Sélection des utilisateurs (§ 3.10), Vérification des comptes (§ 4.2)' },
  needs: ['importPeople'],
  uses: ['likelyAccounts', 'reconciliations'],
  *check({ importPeople, likelyAccounts, reconciliations }) {
    const likely = new Map(likelyAccounts?.items.map((one) => [keyOf(one), one]));
    for (const count of reconciliations?.items ?? []) yield* unlisted(count, importPeople.items);
    for (const person of importPeople.items) {
      if (person.reconciled === 'unsure') yield unsure(person);
      if (person.reconciled === 'no') yield lost(person, likely.get(keyOf(person)));
    }
  },
});

function keyOf({ profile, name }: Pick<ImportPerson, 'profile' | 'name'>): string {
  return `${profile} ${name}`;
}

/** Those whom the screen counts and doesn't name here: a person who is listed is not to be counted twice. */
function* unlisted(
  { at, profile, reconciled, unreconciled = 0 }: Reconciliation,
  people: readonly ImportPerson[],
): Iterable<Flag> {
  const listed = people.filter((one) => one.profile === profile && one.reconciled === 'no').length;
  const rest = unreconciled - listed;
  if (rest <= 0) return;
  const share = reconciled === undefined ? '' : ` ${among(unreconciled, reconciled + unreconciled)}`;
  const who = `${profile === 'pupil' ? 'apprenant' : 'enseignant'}${rest > 1 ? 's' : ''}`;
  const says =
    listed === 0
      ? `${rest} ${who}${share} sans compte retrouvé.`
      : `${rest} de plus, sans nom sur cet écran : ${unreconciled} en tout${share}.`;
  yield { at, subject: profile === 'pupil' ? 'Apprenants' : 'Enseignants', says };
}

function unsure({ at, name, account }: ImportPerson): Flag {
  const says = account
    ? 'Un compte est indiqué, mais la ligne est en rouge : refusé, ou non reconnu.'
    : 'Aucun compte n’est indiqué, mais la ligne est en vert.';
  return { at, subject: name, says, review: true };
}

function lost({ at, name, profile }: ImportPerson, likely: LikelyAccount | undefined): Flag {
  if (likely?.account)
    return { at, subject: `${name} – sans doute ${likely.account}`, says: likely.reasons.join(' ') };
  const matched = profile === 'pupil' ? 'Nom, prénom et date de naissance' : 'Nom et prénom';
  const says = likely?.reasons.join(' ') || `${matched} ne sont ceux d’aucun compte de l’ENT.`;
  return { at, subject: name, says };
}
