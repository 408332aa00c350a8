import { anchorKey } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';

export const orphanStrategy = defineRule({
  id: 'orphan-strategy',
  impact: 'serious',
  title: 'Stratégie qui nomme une personne absente de la liste de référence',
  why: 'Des droits d’exception peuvent rester à quelqu’un qui n’est plus de l’établissement. Les sources se contredisent sur les personnes qui changent d’établissement : selon le guide, la stratégie peut les y suivre ; selon l’aide de l’éditeur, non, sauf stratégie de tout le site.',
  remedy:
    'Administration › « Stratégies » › ouvrir la stratégie › « Utilisateurs individuels » › vérifier que la personne est toujours légitime, sinon la retirer.',
  source: { guide: '000', section: 'Mise à jour des stratégies (§ 2)' },
  needs: ['strategyUsers', 'presences'],
  uses: ['referenceLists'],
  *check({ strategyUsers, presences, referenceLists }) {
    const byPlace = new Map(presences.items.map((presence) => [anchorKey(presence.at), presence]));
    const [list] = referenceLists?.items ?? [];
    for (const { at, name, strategy } of strategyUsers.items) {
      const presence = byPlace.get(anchorKey(at));
      if (presence?.status !== 'absent') continue;
      const of = strategy ? `Stratégie « ${strategy} » : ` : '';
      yield {
        at,
        subject: name,
        says: `${of}absent de la liste de référence${list ? ` (${list.says})` : ''}, à vérifier. ${presence.says ?? 'Un compte créé à la main n’y figure pas.'}`,
        review: true,
      };
    }
  },
});
