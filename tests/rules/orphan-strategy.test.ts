import { strategyUser } from '@/tests/helpers/itslearning-facts';
import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import type { Facts } from '@/utils/core/facts';
import type { Presence, StrategyUser } from '@/utils/core/itslearning-facts';
import { orphanStrategy } from '@/utils/rules/orphan-strategy';

function facts(
  users: readonly StrategyUser[],
  statuses: readonly Presence['status'][],
  list?: string,
): Facts {
  return {
    strategyUsers: complete(...users),
    presences: complete(...users.map(({ at }, index) => ({ at, status: statuses[index] ?? 'present' }))),
    ...(list && {
      referenceLists: complete({
        at: onPage('', 'itslearning/strategies'),
        state: 'ready' as const,
        says: list,
      }),
    }),
  };
}

testRule(orphanStrategy, [
  {
    name: 'absent de la liste : à vérifier, jamais « parti »',
    facts: facts([strategyUser('VAUCLERC Bérénice'), strategyUser('LE BRAS Alban')], ['absent', 'present']),
    reviews: [{ subject: 'VAUCLERC Bérénice', says: /^(?!.*parti).*«.Impression.».*à vérifier/ }],
  },
  {
    name: 'la phrase dit quelle liste',
    facts: facts([strategyUser('VAUCLERC Bérénice')], ['absent'], '0019901G_Teacher.csv'),
    reviews: [{ subject: 'VAUCLERC Bérénice', says: /0019901G_Teacher\.csv/ }],
  },
  {
    name: 'deux stratégies nomment la même personne : deux endroits',
    facts: facts([strategyUser('V B'), strategyUser('V B', { strategy: 'Dépôt' })], ['absent', 'absent']),
    reviews: [{ subject: 'V B' }, { subject: 'V B' }],
  },
  {
    name: 'homonyme ou indéterminé : une autre règle le dit',
    facts: facts([strategyUser('A B'), strategyUser('C D')], ['homonym', 'undetermined']),
    passes: true,
  },
]);

testRule(orphanStrategy, [
  {
    name: 'un chooser qui ne dit pas sa stratégie',
    facts: facts([{ at: onPage('A B|', 'itslearning/strategy'), name: 'A B' }], ['absent']),
    reviews: [{ subject: 'A B', says: /^absent/ }],
  },
  { name: 'présent', facts: facts([strategyUser('A B')], ['present']), passes: true },
]);
