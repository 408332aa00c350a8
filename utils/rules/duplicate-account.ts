import { type Action, defineRule } from '@/utils/core/rule';

/** From this score on, the console calls a duplicate « Bloquant », below « Mineur » (domain Edifice §3.3). */
const BLOCKING_SCORE = 4;

export const duplicateAccount = defineRule({
  id: 'duplicate-account',
  impact: 'serious',
  title: 'Comptes en doublon',
  titleOfOne: 'Compte en doublon',
  why: 'Détacher ou supprimer l’un des deux peut priver la personne de celui qu’elle utilise, avec ce qu’il contient.',
  remedy:
    'Console d’administration › « Utilisateurs » › ouvrir la fiche › « Gérer les doublons » : fusionner ou séparer les comptes avant tout détachement et toute suppression.',
  source: { guide: 'entcore', section: 'comptes en doublon, « Bloquant » et « Mineur »' },
  needs: ['users'],
  *check({ users }) {
    for (const { at, name, duplicates = [], preDeletedOn } of users.items) {
      if (duplicates.length === 0 || preDeletedOn) continue;
      const blocking = duplicates.some(({ score }) => score >= BLOCKING_SCORE);
      const others =
        duplicates.length === 1 ? 'qu’un autre compte' : `que ${duplicates.length} autres comptes`;
      yield {
        at,
        subject: name,
        says: blocking
          ? `Même personne ${others}, selon la plateforme (« Bloquant ») : à traiter avant de détacher ou de supprimer.`
          : `Ressemble à ${others.replace(/^qu[e’] ?/, '')} (« Mineur ») : peut-être la même personne.`,
        verdict: 'check',
        unless: 'Une fois les doublons fusionnés ou séparés.',
        ...(blocking
          ? { holds: ['detach-user', 'delete-user', 'predelete-user'] satisfies Action[] }
          : { review: true }),
      };
    }
  },
});
