import { defineRule } from '@/utils/core/rule';
import { frenchDate } from './dates';

export const trashToRestore = defineRule({
  id: 'trash-to-restore',
  impact: 'critical',
  fate: 'vanishes',
  title: 'Rubrique dans une corbeille qui va être vidée',
  why: 'Le changement d’année commence par vider la « Corbeille » : ce que l’été dernier ou l’année y a mis est perdu pour de bon.',
  remedy:
    '« Corbeille » › restaurer ce qui doit survivre, avant la fermeture de l’ENT. Le reste s’en ira tout seul.',
  source: { guide: '003', section: 'Les rubriques, la « Corbeille »' },
  needs: ['binnedSections'],
  *check({ binnedSections }) {
    for (const { at, name, binnedOn } of binnedSections.items) {
      const since = binnedOn ? `Dans la corbeille depuis le ${frenchDate(binnedOn)}` : 'Dans la corbeille';
      yield { at, subject: name, says: `${since} : disparaîtra au prochain changement d’année.` };
    }
  },
});
