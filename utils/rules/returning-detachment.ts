import { defineRule } from '@/utils/core/rule';
import { isLeaving, worksHere } from './account';

export const returningDetachment = defineRule({
  id: 'returning-detachment',
  impact: 'minor',
  title: 'Détachements que le changement d’année annulera',
  why: 'Le changement d’année oublie les détachements faits à la main : qui figure encore ici dans l’annuaire académique revient dans l’établissement.',
  remedy:
    'Après le changement d’année : Console d’administration › « Utilisateurs » › chercher la personne › « Établissement(s) » › croix rouge, si elle n’exerce toujours pas ici.',
  source: { guide: 'entcore', section: 'changement d’année, détachements effacés ; guide 2024, p. 15' },
  needs: ['removedUsers'],
  uses: ['users'],
  *check({ removedUsers, users }) {
    const present = new Map(users?.items.map((user) => [user.id, user]));
    for (const user of removedUsers.items) {
      if (isLeaving(user)) continue;
      const back = present.get(user.id);
      if (back) {
        yield {
          at: back.at,
          subject: back.name,
          says: 'Détachement connu de la plateforme, et pourtant de nouveau dans les comptes de l’établissement.',
          review: true,
          verdict: 'check',
          unless: 'Si la personne exerce ici, ne rien faire.',
        };
      } else if (!user.functions || worksHere(user)) {
        yield {
          at: user.at,
          subject: user.name,
          says: user.functions
            ? 'Compte détaché, à qui l’annuaire académique donne encore une fonction ici : il reviendra.'
            : 'Compte détaché, dont les fonctions n’ont pas pu être lues : il peut revenir.',
          review: true,
          verdict: 'nothing',
          unless: 'Après le changement d’année, si la personne est revenue sans exercer ici.',
        };
      }
    }
  },
});
