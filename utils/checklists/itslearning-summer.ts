import type { Phase, Step } from './checklist';

/** What itslearning does by itself in summer, whoever feeds the accounts. Windows of guide 000, §1.1. */
export const ARCHIVING: Phase = {
  id: 'archiving',
  title: 'L’été : itslearning archive et range',
  steps: [
    {
      id: 'archive-imported-courses',
      text: 'Archivage des espaces de travail créés par un import d’emploi du temps',
      why: 'Collèges et lycées seulement. L’ENT reste ouvert pendant ce temps, avec des instabilités possibles, et des services d’autres éditeurs peuvent s’interrompre.',
      who: 'platform',
      provider: 'itslearning',
      when: { milestone: 'archiving', from: 0, to: 23 },
      source: { guide: '000', section: 'Planning et archivage automatique (§ 1.1 et 1.5)' },
    },
    {
      id: 'hide-past-hierarchies',
      text: 'Désaffichage de « Apprenants [synchronisé] », « Responsables [synchronisé] » et de l’« Espace de travail » de l’année écoulée',
      why: 'Élèves et responsables passent à la racine de leur établissement. Les enseignants y restent, sans classe, matière ni niveau ; les autres personnels gardent tout.',
      who: 'platform',
      provider: 'itslearning',
      when: { milestone: 'archiving', from: 0, to: 23 },
      source: { guide: '000', section: 'Hiérarchies créées automatiquement (§ 1.2)' },
    },
  ],
};

export const MODULES_CLOSE: Step = {
  id: 'modules-close',
  text: 'Fermeture des modules d’import CSV, EDT et UDT',
  why: 'Plus aucun compte ni emploi du temps ne peut être importé avant la fin de l’été.',
  who: 'platform',
  provider: 'itslearning',
  when: { milestone: 'module-closing', from: 0 },
  source: { guide: '000', section: 'La transition d’année : dates et actions (§ 1)' },
};

/** What the school settles once its accounts are there, whoever fed them. */
export const SETTLING: Phase = {
  id: 'settling',
  title: 'Rentrée : hiérarchies, espaces de travail, stratégies',
  steps: [
    {
      id: 'check-automatic-hierarchies',
      text: 'Vérifier que les hiérarchies de l’an passé ont disparu et que les nouvelles sont là, au bon millésime',
      why: 'L’alimentation recrée et repeuple les hiérarchies synchronisées ; seule « Espaces de travail » porte l’année. Une ancienne encore visible trompe tous ceux qui choisissent des destinataires.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 1, to: 21 },
      stillUseful: true,
      where: { label: 'Administration › « Hiérarchie »', page: 'itslearning/hierarchy' },
      rules: ['past-year-hierarchy', 'missing-automatic-hierarchy', 'touched-automatic-hierarchy'],
      source: { guide: '000', section: 'Changement de nomenclature ou de millésime (§ 1.2)' },
    },
    {
      id: 'update-manual-hierarchies',
      text: 'Mettre à jour à la main les hiérarchies créées à la main',
      why: 'Elles sont conservées telles quelles, avec ceux qui y étaient : rien d’autre que l’administrateur ne les change.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 1, to: 30 },
      stillUseful: true,
      where: { label: 'Administration › « Hiérarchie »', page: 'itslearning/hierarchy' },
      rules: ['manual-hierarchy'],
      source: { guide: '000', section: 'Hiérarchies créées manuellement (§ 1.3)' },
    },
    {
      id: 'check-archived-courses',
      text: 'Vérifier que les espaces créés par l’import de l’an passé sont archivés',
      why: 'Un espace resté actif se mêle à ceux de la nouvelle année, avec les élèves de l’ancienne.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 21 },
      stillUseful: true,
      where: { label: 'Administration › « Cours » › « Cours actifs »', page: 'itslearning/courses' },
      rules: ['unarchived-course'],
      source: { guide: '000', section: 'Archivage automatique des espaces de travail (§ 1.5)' },
    },
    {
      id: 'sort-manual-courses',
      text: 'Archiver ou renommer ses espaces de travail créés à la main l’an passé',
      why: 'itslearning n’archive que ceux d’un import : les autres restent, et deux années portent alors le même nom.',
      who: 'teacher',
      when: { milestone: 'module-reopening', from: 0, to: 30 },
      stillUseful: true,
      where: { label: 'Chacun de ses espaces de travail', page: 'itslearning/courses' },
      rules: ['unrenamed-manual-course'],
      source: { guide: '000', section: 'La transition d’année : dates et actions (§ 1)' },
    },
    {
      id: 'update-strategies',
      text: 'Relire chaque stratégie : ses « Utilisateurs individuels » sont-ils toujours légitimes, toujours dans l’établissement ?',
      why: 'Une stratégie donne ou retire des droits à des personnes nommées, et survit à leur départ : elle peut s’appliquer ailleurs, ou à tort.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 30 },
      stillUseful: true,
      where: {
        label: 'Administration › « Stratégies » › « Utilisateurs individuels »',
        page: 'itslearning/strategies',
      },
      rules: ['orphan-strategy', 'unchecked-strategy'],
      source: { guide: '000', section: 'Mise à jour des stratégies (§ 2)' },
    },
  ],
};
