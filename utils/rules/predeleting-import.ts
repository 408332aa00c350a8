import { defineRule } from '@/utils/core/rule';

export const predeletingImport = defineRule({
  id: 'predeleting-import',
  impact: 'serious',
  title: 'Import qui pré-supprime les absents du fichier',
  why: 'Un fichier incomplet pré-supprime des personnes encore là : elles perdent leurs groupes et leurs classes, puis leur compte à l’échéance.',
  remedy:
    'Console d’administration › « Imports / Exports » › vérifier dans « Rapport intermédiaire » les lignes « Supprimé », ou décocher « Pré-supprimer les comptes des utilisateurs absents des fichiers ».',
  source: { guide: 'entcore', section: 'import CSV, comptes absents des fichiers' },
  needs: ['importWizard'],
  uses: ['users'],
  *check({ importWizard, users }) {
    for (const { at, predelete, automatic } of importWizard.items) {
      if (!predelete || at.in !== 'page') continue;
      const concerned = users?.items.filter(({ source, preDeletedOn }) => source === 'CSV' && !preDeletedOn);
      yield {
        at: { ...at, key: 'predeleteOption' },
        subject: 'Pré-supprimer les comptes absents',
        says: `${gauge(concerned?.length)}${automatic ? ' Les comptes de l’annuaire académique ne sont pas touchés.' : ''}`,
        review: true,
        holds: ['import-with-predeletion'],
      };
    }
  },
});

function gauge(count: number | undefined): string {
  if (count === undefined)
    return 'Vise les comptes de source « CSV » des profils importés ; leur nombre n’a pas été lu.';
  if (count === 0) return 'Aucun compte de source « CSV » ici : la case ne sert à rien.';
  return `${count} compte${count > 1 ? 's' : ''} de source « CSV » ici : ceux des profils importés qui manquent au fichier seront pré-supprimés.`;
}
