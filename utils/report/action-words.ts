import type { Action } from '@/utils/core/rule';

/** What each irreversible action is called. */
export const ACTION_WORDS: Record<Action, string> = {
  'delete-group': 'Supprimer le groupe',
  'detach-user': 'Détacher la personne',
  'delete-user': 'Supprimer le compte',
  'predelete-user': 'Pré-supprimer le compte',
  'import-with-predeletion': 'Importer avec pré-suppression',
  'import-with-transition': 'Importer avec changement d’année',
  'import-file': 'Importer le fichier',
  'delete-courses': 'Supprimer les cours',
  'archive-courses': 'Archiver les cours',
  'change-hierarchy': 'Modifier la hiérarchie',
  'move-hierarchy': 'Déplacer dans la hiérarchie',
};
