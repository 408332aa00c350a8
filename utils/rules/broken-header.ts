import { defineRule } from '@/utils/core/rule';

export const brokenHeader = defineRule({
  id: 'broken-header',
  impact: 'critical',
  title: 'En-tête du fichier modifié',
  why: 'Sans les noms de colonnes de l’export, ni l’ENT ni ce contrôle ne peuvent reconnaître les personnes : rien n’a été vérifié.',
  remedy:
    'Rendre à la première ligne les noms de colonnes de l’export, ou repartir de l’extraction d’origine.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['headerProblems'],
  *check({ headerProblems }) {
    for (const { at, file, side, message, advice, refused } of headerProblems.items) {
      if (refused) {
        const nothing = 'Les fichiers n’ont pas pu être comparés : ce n’est pas une absence de différence.';
        yield { at, subject: file, says: `${message} ${advice} ${nothing}`, holds: ['import-file'] };
        continue;
      }
      // What the export itself lacks is the platform's own way: nobody can mend it.
      if (side === 'fresh') yield { at, subject: file, says: `${message} ${advice}`, review: true };
    }
  },
});
