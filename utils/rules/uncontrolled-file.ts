import { defineRule } from '@/utils/core/rule';

export const uncontrolledFile = defineRule({
  id: 'uncontrolled-file',
  impact: 'critical',
  title: 'Fichier à importer non contrôlé',
  why: 'Rien ne dit ce que cet import ferait : des comptes peuvent être créés en double, ou supprimés avec tout leur contenu.',
  remedy:
    'Choisir un fichier lisible, et donner l’export auquel le comparer : celui de « Suivi synchro » sur itslearning, l’« Export Transition d’année » sur Edifice. L’atelier permet de conserver cet export sur le poste.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['uncontrolledFiles'],
  *check({ uncontrolledFiles }) {
    for (const { at, file, state, says } of uncontrolledFiles.items) {
      const flag = { at, subject: file, says };
      if (state === 'no-reference') yield { ...flag, review: true };
      else yield { ...flag, holds: ['import-file'], ...(state === 'running' && { cardOnly: true }) };
    }
  },
});
