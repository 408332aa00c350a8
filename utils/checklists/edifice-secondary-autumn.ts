import type { Phase } from './checklist';

const USERS = '/admin/:school/users/list/filter';

/** End of August and September: who is attached, who has left, whose account nobody feeds. */
export const SECONDARY_ACCOUNTS: Phase = {
  id: 'accounts',
  title: 'Rentrée : les comptes',
  steps: [
    {
      id: 'staff-feed-runs',
      text: 'Première alimentation des enseignants et des personnels',
      why: 'Les enseignants retrouvent leur établissement, les nominations tardives au fil de l’eau.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'staff-feed', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : été 2024 (p. 7)' },
    },
    {
      id: 'pupil-feed-runs',
      text: 'Première alimentation des élèves, des parents et des classes',
      why: 'Une classe n’apparaît qu’avec au moins un élève : attendez quelques jours avant de signaler un manque.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'pupil-feed', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : rentrée 2024 (p. 8-9)' },
    },
    {
      id: 'detach-departed-teachers',
      text: 'Détacher les enseignants et personnels partis, et eux seuls',
      why: 'L’alimentation ne retire jamais un rattachement fait à la main. Ne détachez pas un remplaçant dont c’est l’établissement de rattachement.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 15 },
      where: {
        label: 'Console d’administration › « Utilisateurs » › la fiche › « Établissement(s) » › croix rouge',
        path: USERS,
        page: 'edifice/users',
      },
      rules: ['departed-teacher'],
      source: { guide: '004', section: 'Détacher des enseignants ayant quitté l’école (p. 14)' },
    },
    {
      id: 'sort-aesh',
      text: 'Trier les AESH : détacher ceux qui n’exercent pas dans l’établissement',
      why: 'Ils sont chargés dans tous les établissements de leur PIAL. Le tri se fait une fois dans l’année, après l’alimentation des personnels.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 15 },
      where: {
        label:
          'Console d’administration › « Utilisateurs » › profil Personnel › la fiche › « Établissement(s) » › croix rouge',
        path: USERS,
        page: 'edifice/users',
      },
      rules: ['unplaced-aesh'],
      source: { guide: '004', section: 'Détacher des personnels, cas des AESH (p. 15)' },
    },
    {
      id: 'redo-detachments',
      text: 'Refaire les détachements que le changement d’année a annulés',
      why: 'Le changement d’année oublie les détachements faits à la main : qui figure encore ici dans l’annuaire académique revient.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 30 },
      where: { label: 'Console d’administration › « Utilisateurs » › la fiche', path: USERS },
      rules: ['returning-detachment'],
      source: { guide: 'entcore', section: 'changement d’année, détachements effacés' },
    },
    {
      id: 'delete-manual-accounts',
      text: 'Supprimer les comptes manuels qui ne servent plus',
      why: 'Aucune alimentation ne les retire. Jamais activé : le compte est supprimé. Déjà activé : il est pré-supprimé, et peut encore être restauré pendant le délai.',
      who: 'administrator',
      when: { milestone: 'staff-feed', from: 0, to: 15 },
      where: {
        label:
          'Console d’administration › « Utilisateurs » › filtre « Sources » › « Manuel » › la fiche › « Supprimer le compte » ou « Pré-supprimer le compte »',
        path: USERS,
      },
      rules: ['stale-manual-account'],
      source: { guide: '004', section: 'Supprimer d’anciens comptes manuels (p. 16)' },
    },
    {
      id: 'settle-duplicates',
      text: 'Traiter les comptes en doublon avant tout détachement et toute suppression',
      why: 'Détacher ou supprimer l’un des deux peut priver la personne de celui qu’elle utilise.',
      who: 'administrator',
      when: { milestone: 'pupil-feed', from: 0, to: 15 },
      where: { label: 'Console d’administration › « Utilisateurs » › filtre « Doublons »', path: USERS },
      rules: ['duplicate-account'],
      source: { guide: 'entcore', section: 'comptes en doublon' },
    },
    {
      id: 'find-classless-pupils',
      text: 'Vérifier qu’aucun élève n’est resté sans classe',
      why: 'Un élève sans classe ne reçoit rien de ce qui est partagé à sa classe. Ne créez pas de second compte : la correction se fait dans la base élèves ou dans le fichier importé.',
      who: 'school-office',
      when: { milestone: 'pupil-feed', from: 7, to: 30 },
      where: { label: 'Console d’administration › « Utilisateurs » › filtre « Classes »', path: USERS },
      rules: ['classless-pupil', 'empty-class'],
      source: { guide: 'entcore', section: 'alimentation des classes' },
    },
    {
      id: 'no-vain-credential-action',
      text: 'Ne pas générer d’alias ni de code pour les enseignants, les personnels et les parents',
      reminder: true,
      why: 'Ils se connectent par l’académie ou par EduConnect : la console propose ces actions, mais elles restent sans effet pour eux.',
      who: 'administrator',
      when: { milestone: 'term-start', from: 0, to: 30 },
      where: { label: 'Console d’administration › « Utilisateurs »', path: USERS },
      source: {
        guide: '004',
        section: 'Identifiants de connexion : ne faites plus l’erreur ! (p. 10 et 21)',
      },
    },
  ],
};

/** September: teaching groups come from the timetable, GAR rights from a group. */
export const SECONDARY_TIMETABLES: Phase = {
  id: 'timetables',
  title: 'Rentrée : emplois du temps, groupes et GAR',
  steps: [
    {
      id: 'export-timetable',
      text: 'Produire l’export EDT ou UDT de la nouvelle année, pour cet établissement',
      why: 'L’export chiffré n’est lisible que pour l’ENT à qui il est destiné ; celui d’un autre établissement ou d’un autre partenaire est refusé.',
      who: 'timetable-manager',
      when: { milestone: 'term-start', from: -7, to: 15 },
      where: { label: 'EDT, Pronote ou UnDeuxTEMPS › export vers l’ENT' },
      source: { guide: 'entcore', section: 'import d’emploi du temps, fichier chiffré' },
    },
    {
      id: 'import-timetable',
      text: 'Importer l’emploi du temps, puis lire le rapport : professeurs, classes, groupes et élèves non retrouvés',
      why: 'Un cours dont le professeur n’est pas retrouvé n’est pas créé, sans autre message ; un élève n’est retrouvé que par le même nom, le même prénom et la même date de naissance.',
      who: 'timetable-manager',
      when: { milestone: 'term-start', from: 0, to: 15 },
      where: {
        label: 'Console d’administration › « Gérer mon établissement » › « Flux groupes d’enseignement »',
        path: '/admin/:school/management/import-edt',
      },
      source: { guide: 'entcore', section: 'rapport d’import d’emploi du temps' },
    },
    {
      id: 'map-unknown-groups',
      text: 'Faire correspondre les classes et les groupes non reconnus, puis relancer l’import',
      why: 'Les noms doivent être strictement les mêmes dans l’emploi du temps et dans l’ENT ; sans correspondance, leurs cours manquent.',
      who: 'timetable-manager',
      when: { milestone: 'term-start', from: 0, to: 15 },
      where: {
        label:
          'Console d’administration › « Gérer mon établissement » › « Correspondance des classes/groupes non reconnus »',
        path: '/admin/:school/management/import-edt',
      },
      source: { guide: 'entcore', section: 'classes et groupes inconnus' },
    },
    {
      id: 'keep-timetable-feed',
      text: 'Ne pas changer de flux d’emploi du temps en cours d’année',
      reminder: true,
      why: 'Passer d’un logiciel à l’autre supprime tous les groupes d’enseignement, leurs partages et les cours.',
      who: 'administrator',
      when: { milestone: 'term-start', from: 0 },
      where: {
        label: 'Console d’administration › « Gérer mon établissement » › « Flux groupes d’enseignement »',
        path: '/admin/:school/management/import-edt',
      },
      source: { guide: 'entcore', section: 'changement de flux d’emploi du temps' },
    },
    {
      id: 'gar-assigners',
      text: 'Vérifier qui est dans le groupe « Resp-Affect-GAR » : direction, documentation, et les responsables choisis',
      why: 'Ce groupe seul donne le droit d’affecter les ressources numériques ; qui est parti doit en sortir, qui arrive doit y entrer. L’accès s’ouvre à l’alimentation suivante.',
      who: 'gar-assigner',
      when: { milestone: 'staff-feed', from: 0, to: 30 },
      where: {
        label:
          'Console d’administration › « Groupes » › « Resp-Affect-GAR » › « Gérer les utilisateurs du groupe »',
        path: '/admin/:school/groups/manualGroup',
        page: 'edifice/group',
      },
      rules: ['missing-gar-group', 'departed-group-member'],
      source: { guide: 'entcore', section: 'groupe des responsables d’affectation du GAR' },
    },
  ],
};
