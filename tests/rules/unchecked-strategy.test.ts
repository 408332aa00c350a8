import { strategy, strategyUser } from '@/tests/helpers/itslearning-facts';
import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import type { ReferenceList } from '@/utils/core/itslearning-facts';
import { uncheckedStrategy } from '@/utils/rules/unchecked-strategy';

const list = (state: ReferenceList['state'], says = 'liste') => ({
  referenceLists: complete({ at: onPage('', 'itslearning/strategies'), state, says }),
});

testRule(uncheckedStrategy, [
  {
    name: 'aucune liste : un seul signalement',
    facts: { strategies: complete(strategy('Impression'), strategy('Dépôt')) },
    reviews: [{ subject: 'Liste de référence', says: /Aucune liste/ }],
  },
  {
    name: 'une liste illisible : ce qu’elle dit',
    facts: { strategies: complete(strategy('Impression')), ...list('failed', 'Ce fichier est vide.') },
    reviews: [{ subject: 'Liste de référence', says: /vide/ }],
  },
  {
    name: 'un nombre au lieu des noms',
    facts: { strategies: complete(strategy('Dépôt', { individuals: 3, named: false })), ...list('ready') },
    reviews: [{ subject: 'Dépôt', says: /Ses 3 utilisateurs individuels.*ouvrez/ }],
  },
  {
    name: 'ni nombre ni noms',
    facts: {
      strategies: complete({ at: onPage('D', 'itslearning/strategies'), name: 'D', named: false }),
      ...list('ready'),
    },
    reviews: [{ subject: 'D', says: /Ses utilisateurs individuels ne sont/ }],
  },
  {
    name: 'homonyme et indéterminé, avec leur raison',
    facts: {
      strategies: complete(strategy('Impression')),
      strategyUsers: complete(strategyUser('A B'), strategyUser('C D'), strategyUser('E F')),
      presences: complete(
        { at: strategyUser('A B').at, status: 'homonym' as const, says: 'Deux personnes portent ce nom.' },
        { at: strategyUser('C D').at, status: 'undetermined' as const, says: 'La liste n’a que les élèves.' },
        { at: strategyUser('E F').at, status: 'absent' as const, says: 'Absente.' },
      ),
      ...list('ready'),
    },
    reviews: [
      { subject: 'A B', says: /Deux personnes/ },
      { subject: 'C D', says: /élèves/ },
    ],
  },
  {
    name: 'le nombre de la liste, et les noms dans la fenêtre ouverte',
    facts: {
      strategies: complete(strategy('Dépôt', { individuals: 3, named: false }), {
        ...strategy('Dépôt', { individuals: 3 }),
        at: onPage('|Dépôt', 'itslearning/strategy'),
      }),
      ...list('ready'),
    },
    passes: true,
  },
  {
    name: 'des profils seulement : personne à vérifier, même sans liste',
    facts: { strategies: complete(strategy('Élèves', { individuals: 0 })) },
    passes: true,
  },
  {
    name: 'tout est là',
    facts: { strategies: complete(strategy('Impression')), ...list('ready') },
    passes: true,
  },
]);
