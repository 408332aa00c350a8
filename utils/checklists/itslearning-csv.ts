import type { Checklist, Phase } from './checklist';
import { ARCHIVING, MODULES_CLOSE, SETTLING } from './itslearning-summer';

const BEFORE_CLOSING: Phase = {
  id: 'before-closing',
  title: 'Avant la fermeture des modules d’import',
  steps: [
    {
      id: 'export-users',
      text: 'Exporter les utilisateurs de l’ENT, un fichier par profil, et garder cet export intact',
      why: 'Il sert de base aux fichiers de la rentrée : ressaisir une liste ailleurs change les clés, et crée des doublons.',
      who: 'administrator',
      when: { milestone: 'module-closing', from: -30, to: -1 },
      stillUseful: true,
      where: {
        label:
          'Administration › « Suivi synchro » › « Exportez les utilisateurs de l’ENT (importés en CSV) » › « Extraire »',
        page: 'itslearning/synchros',
      },
      source: { guide: '000', section: 'Exporter les utilisateurs de l’année écoulée (§ 1.4.B)' },
    },
    MODULES_CLOSE,
  ],
};

const USERS: Phase = {
  id: 'users',
  title: 'Fin août : les utilisateurs, par fichiers CSV',
  steps: [
    {
      id: 'users-module-reopens',
      text: 'Réouverture de l’import des utilisateurs',
      why: 'L’import peut aussi être confié à itslearning, sur devis. Il recrée les hiérarchies synchronisées, et les repeuple.',
      who: 'platform',
      provider: 'itslearning',
      when: { milestone: 'module-reopening', from: 0 },
      source: { guide: '000', section: 'Planning (§ 1.1)' },
    },
    {
      id: 'update-export',
      text: 'Mettre l’export à jour : classe, groupe et niveau de chacun, ajout des entrants, retrait des partants',
      why: 'Seules ces colonnes se changent. Une classe laissée telle quelle garde l’élève dans celle de l’an passé.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: -14, to: 7 },
      stillUseful: true,
      where: { label: 'Le fichier exporté, dans un tableur', page: 'itslearning/import-users' },
      rules: ['unpromoted-pupil'],
      source: { guide: '000', section: 'Actualiser la base (§ 1.4.B et 1.4.C)' },
    },
    {
      id: 'leave-keys',
      text: 'Ne pas modifier les clés de synchro, les noms d’utilisateur, ni ce qui fait la clé de chacun',
      why: 'Élève : nom, prénom, date de naissance. Parent : nom, prénom, code postal. Enseignant : nom, prénom. Un accent ou un trait d’union suffit à créer un second compte, vide.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: -14, to: 7 },
      reminder: true,
      where: { label: 'Le fichier exporté, dans un tableur', page: 'itslearning/import-users' },
      rules: ['changed-sync-key', 'changed-username', 'emptied-key', 'repeated-key', 'twin-account'],
      source: { guide: '000', section: 'Points de vigilance (§ 1.4.A)' },
    },
    {
      id: 'choose-deletion',
      text: 'Décider pour chaque fichier de la case « Mettre à jour tous les utilisateurs »',
      why: 'Cochée, elle supprime de l’ENT quiconque n’est pas dans le fichier ; décochée, l’import ajoute et met à jour, sans rien supprimer.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 14 },
      where: { label: 'Administration › « Import Utilisateur CSV »', page: 'itslearning/import-users' },
      rules: ['dropped-user'],
      source: { guide: '000', section: 'Retirer des comptes (§ 1.4.D)' },
    },
    {
      id: 'import-users',
      text: 'Importer les fichiers des élèves, des parents, des enseignants et des personnels',
      why: 'Sans eux, chacun reste à la racine de l’établissement, hors de toute classe ; l’emploi du temps ne peut venir qu’après.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 14 },
      stillUseful: true,
      where: { label: 'Administration › « Import Utilisateur CSV »', page: 'itslearning/import-users' },
      source: { guide: '000', section: 'Nouveaux imports utilisateurs (§ 1.1 et 1.4.C)' },
    },
    {
      id: 'check-synchronisation',
      text: 'Relire dans le suivi ce que chaque import a créé, mis à jour et supprimé',
      why: 'Des créations ou des suppressions qui surprennent disent qu’une clé a changé, ou que des lignes manquaient.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 21 },
      stillUseful: true,
      where: { label: 'Administration › « Suivi Synchros »', page: 'itslearning/synchros' },
      source: { guide: '001', section: 'Menu d’administration, Suivi Synchros (§ 3.2)' },
    },
    {
      id: 'request-staff-removal',
      text: 'Demander au support de supprimer les personnels partis, par un fichier qui ne contient qu’eux',
      why: 'Aucun import ne les retire. La demande est traitée en deux jours ouvrés environ, et confirmée par e-mail.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 21 },
      stillUseful: true,
      where: { label: 'E-mail à support.fr@itslearning.com ; l’atelier prépare le fichier et l’objet' },
      source: { guide: '000', section: 'Retirer des personnels (§ 1.4.E)' },
    },
    {
      id: 'keep-removal-file-apart',
      text: 'Ne jamais importer soi-même ce fichier de suppression',
      why: 'Il ne contient que ceux qui partent : importé avec la case cochée, il supprimerait tous les autres.',
      who: 'administrator',
      when: { milestone: 'module-reopening', from: 0, to: 21 },
      reminder: true,
      where: { label: 'Administration › « Import Utilisateur CSV »', page: 'itslearning/import-users' },
      rules: ['removal-file-as-roster'],
      source: { guide: '000', section: 'Retirer des comptes, retirer des personnels (§ 1.4.D et 1.4.E)' },
    },
    {
      id: 'timetable-modules-reopen',
      text: 'Réouverture des modules d’import EDT et UDT',
      why: 'Facultatif, et seulement après l’import des utilisateurs : la liste « Emplois du temps dans itslearning » en dit les étapes.',
      who: 'platform',
      provider: 'itslearning',
      when: { milestone: 'timetable-reopening', from: 0 },
      source: { guide: '000', section: 'Import des emplois du temps (§ 1.1)' },
    },
  ],
};

/** The change of year of a school that feeds itslearning by files, from the vendor's guide of 2021 (source 000). */
export const ITSLEARNING_CSV: Checklist = {
  id: 'itslearning-csv',
  ent: 'itslearning',
  title: 'itslearning par fichiers CSV',
  about: 'L’établissement importe lui-même ses utilisateurs, ou les confie à itslearning.',
  usually: {
    'module-closing': 'mi-juillet',
    archiving: 'en août',
    'module-reopening': 'fin août',
    'timetable-reopening': 'fin août, un jour après les utilisateurs',
  },
  examples: {
    'module-closing': '2021-07-15',
    archiving: '2021-08-02',
    'module-reopening': '2021-08-25',
    'timetable-reopening': '2021-08-26',
  },
  closures: [{ title: 'Modules d’import fermés', from: 'module-closing', to: 'module-reopening' }],
  phases: [BEFORE_CLOSING, ARCHIVING, USERS, SETTLING],
};
