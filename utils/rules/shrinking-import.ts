import type { ImportCount } from '@/utils/core/import-wizard-facts';
import { defineRule } from '@/utils/core/rule';

/** Deletions under this number are the changes of an ordinary week. */
const FEW = 20;

export const shrinkingImport = defineRule({
  id: 'shrinking-import',
  impact: 'serious',
  title: 'Import qui supprime plus qu’il ne crée',
  why: 'Un export incomplet vide l’agenda et les listes de participants de ce qu’il ne contient pas.',
  remedy:
    'Vérifiez dans EDT que l’export prend toutes les classes et toutes les semaines. Si ce n’est pas le cas, refaites-le et relancez un « Import Manuel ».',
  source: { guide: '001', section: 'Lancement de l’import de l’emploi du temps (§ 3.11)' },
  needs: ['importSummaries'],
  *check({ importSummaries }) {
    for (const { at, counts } of importSummaries.items) {
      const [, eventsIn, eventsOut, membersIn, membersOut] = counts;
      for (const [created, deleted] of [
        [eventsIn, eventsOut],
        [membersIn, membersOut],
      ]) {
        if (!created || !deleted || !isShrinking(created, deleted)) continue;
        const numbers = [deleted, created].map(({ done = 0 }) => done.toLocaleString('fr-FR'));
        yield {
          at,
          subject: deleted.what,
          says: `${numbers[0]} suppressions pour ${numbers[1]} créations : l’emploi du temps a-t-il vraiment perdu tout cela ?`,
          review: true,
        };
      }
    }
  },
});

function isShrinking({ done: made = 0 }: ImportCount, { done: lost = 0 }: ImportCount): boolean {
  return lost > FEW && lost > 1.5 * made;
}
