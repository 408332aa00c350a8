import type { Member } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';

export const departedGroupMember = defineRule({
  id: 'departed-group-member',
  impact: 'serious',
  title: 'Membres partis, restés dans un groupe manuel',
  why: 'Un départ automatique ne retire personne d’un groupe manuel : ces personnes reçoivent encore tout ce qui est partagé au groupe.',
  remedy:
    'Console d’administration › « Groupes » › ouvrir le groupe › « Gérer les utilisateurs du groupe » › les choisir dans « Déjà dans le groupe » › « - ».',
  source: {
    guide: '004',
    section: 'Supprimer des groupes manuels, note (p. 17) ; entcore, départ automatique',
  },
  needs: ['memberships'],
  *check({ memberships }) {
    for (const { at, group, members } of memberships.items) {
      const gone = members.filter(({ belongs }) => belongs === 'nowhere' || belongs === 'elsewhere');
      if (gone.length === 0) {
        const unknown = members.filter(({ belongs }) => belongs === undefined).length;
        if (unknown === 0 || unknown === members.length) continue;
        yield {
          at,
          subject: group,
          says: `Rattachement inconnu pour ${unknown} membre${unknown > 1 ? 's' : ''} sur ${members.length}.`,
          names: namesOf(members.filter(({ belongs }) => belongs === undefined)),
          review: true,
        };
        continue;
      }
      const elsewhere = gone.filter(({ belongs }) => belongs === 'elsewhere').length;
      yield {
        at,
        subject: group,
        says: `${counted(gone.length, members.length)}${where(gone.length, elsewhere)}.`,
        names: namesOf(gone),
        also: gone.flatMap((member) => member.at ?? []),
      };
    }
  },
});

function namesOf(members: readonly Member[]): string[] {
  return members.map(({ name }) => name).sort();
}

function where(gone: number, elsewhere: number): string {
  if (elsewhere === 0) return '';
  return gone === 1 ? ', mais à un autre' : `, dont ${elsewhere} dans un autre établissement`;
}

function counted(gone: number, all: number): string {
  return gone === 1
    ? `1 membre sur ${all} n’est plus rattaché à l’établissement`
    : `${gone} membres sur ${all} ne sont plus rattachés à l’établissement`;
}
