import { anchorKey } from '@/utils/core/facts';
import type { Strategy } from '@/utils/core/itslearning-facts';
import { defineRule } from '@/utils/core/rule';

export const uncheckedStrategy = defineRule({
  id: 'unchecked-strategy',
  impact: 'serious',
  title: 'Stratégie qui n’a pas pu être comparée à une liste de personnes',
  why: 'Chaque année, il faut s’assurer que les personnes d’une stratégie font toujours partie de l’établissement : rien ne le dit ici.',
  remedy:
    'Donner dans ce panneau l’export de « Suivi synchro » (tous les profils), ou le conserver depuis l’atelier ; à défaut, parcourir dans cet onglet « Droits des utilisateurs et droits d’accès ». Puis ouvrir « Utilisateurs individuels » de chaque stratégie.',
  source: { guide: '000', section: 'Mise à jour des stratégies (§ 2)' },
  needs: ['strategies'],
  uses: ['strategyUsers', 'presences', 'referenceLists'],
  *check({ strategies, strategyUsers, presences, referenceLists }) {
    const concerned = strategies.items.filter(({ individuals }) => individuals !== 0);
    const [first, ...others] = concerned;
    const [list] = referenceLists?.items ?? [];
    if (first && list?.state !== 'ready')
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: 'Liste de référence',
        says: list?.says ?? 'Aucune liste de qui est là n’est connue sur ce poste.',
        review: true,
      };
    const opened = new Set(strategies.items.filter(({ named }) => named).map(nameOf));
    for (const strategy of concerned) {
      if (strategy.named || opened.has(nameOf(strategy))) continue;
      const count = strategy.individuals;
      yield {
        at: strategy.at,
        subject: strategy.name,
        says: `${count === undefined ? 'Ses utilisateurs individuels' : `Ses ${count} utilisateurs individuels`} ne sont pas tous à l’écran : ouvrez « Utilisateurs individuels ».`,
        review: true,
      };
    }
    const users = new Map(strategyUsers?.items.map((user) => [anchorKey(user.at), user]));
    for (const { at, status, says } of presences?.items ?? []) {
      const user = users.get(anchorKey(at));
      if (!user || !says || (status !== 'homonym' && status !== 'undetermined')) continue;
      yield { at, subject: user.name, says, review: true };
    }
  },
});

/** The chooser of a strategy doesn't say whose it is: its name is all that ties it to the list. */
function nameOf({ name }: Strategy): string {
  return name;
}
