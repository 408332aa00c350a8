import type { Phase } from './checklist';

/** September: ONDE switches to the new year, classes and pupils appear. */
export const AFTER_THE_SWITCH: Phase = {
  id: 'after-the-switch',
  title: 'Rentrée : après la bascule d’ONDE',
  steps: [
    {
      id: 'onde-switches',
      text: 'Bascule d’ONDE',
      why: 'Elle a lieu juste après la rentrée des classes. D’ici là, les comptes restent dans l’état de la fin août.',
      who: 'platform',
      provider: 'ministère',
      when: { milestone: 'onde-switch', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : rentrée 2024 (p. 8)' },
    },
    {
      id: 'pupil-feed-runs',
      text: 'Première alimentation des élèves, des parents et des classes',
      why: 'Élèves et parents rejoignent leur nouvelle classe. Une classe n’apparaît qu’avec au moins un élève.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'pupil-feed', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : rentrée 2024 (p. 8-9)' },
    },
    {
      id: 'attach-teachers-to-classes',
      text: 'Rattacher chaque enseignant à sa classe',
      why: 'Le rattachement est à refaire chaque année ; sans lui, l’enseignant n’a ni ses élèves ni leurs parents.',
      who: 'administrator',
      when: { milestone: 'pupil-feed', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label:
          'Console d’administration › « Utilisateurs » › profil Enseignant › la fiche › « Classe(s) » › « Ajouter une classe »',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      rules: ['unclassed-teacher'],
      source: { guide: '004', section: 'Associer les enseignants à leur classe (p. 19)' },
    },
    {
      id: 'wait-for-first-classes',
      text: 'Attendre les « premières classes » avant de signaler un manque, puis vérifier qu’aucun élève n’est sans classe',
      why: 'TPS-PS, CP et CE2 des écoles de niveau 2 arrivent souvent quelques jours plus tard, le temps que chaque élève ait son INE. Ne créez pas de compte à leur place.',
      who: 'administrator',
      when: { milestone: 'pupil-feed', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label: 'Console d’administration › « Utilisateurs » › filtre « Classes »',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      rules: ['classless-pupil', 'empty-class'],
      source: { guide: '004', section: 'Cas particulier des premières classes (p. 9 et 23)' },
    },
    {
      id: 'gar-assigners',
      text: 'Mettre les enseignants dans le groupe « Resp-Affect-GAR »',
      why: 'Dans le premier degré, l’usage est que tous affectent les ressources du GAR. L’accès ne s’ouvre qu’à l’alimentation suivante, donc le lendemain.',
      who: 'administrator',
      when: { milestone: 'pupil-feed', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label:
          'Console d’administration › « Groupes » › « Resp-Affect-GAR » › « Gérer les utilisateurs du groupe » › filtre « Profils » › « Tout sélectionner » › « + »',
        path: '/admin/:school/groups/manualGroup',
        page: 'edifice/group',
      },
      rules: ['teacher-outside-gar'],
      source: { guide: '004', section: 'Responsables d’affectation des ressources GAR (p. 20)' },
    },
    {
      id: 'leavers-go',
      text: 'Les comptes des élèves et parents partis passent « en pré-suppression », puis disparaissent',
      why: 'C’est automatique : n’y touchez pas. Les élèves de Grande Section sont transférés pour le CP ; ceux de CM2 gardent leurs données et, avec leurs parents, leurs identifiants EduConnect.',
      who: 'platform',
      provider: 'académie et Edifice',
      when: { milestone: 'pupil-feed', from: 0 },
      source: { guide: '004', section: 'Mini FAQ : qui quitte l’école (p. 24)' },
    },
  ],
};

/** September: who logs in with what, and who helps whom. */
export const CREDENTIALS: Phase = {
  id: 'credentials',
  title: 'Connexions et assistance',
  steps: [
    {
      id: 'no-vain-credential-action',
      text: 'Ne pas générer d’alias ni de code pour les enseignants, les personnels et les parents',
      why: 'Ils se connectent par l’académie ou par EduConnect : la console propose ces actions, mais elles restent sans effet pour eux.',
      who: 'administrator',
      when: { milestone: 'term-start', from: 0, to: 30 },
      reminder: true,
      where: {
        label: 'Console d’administration › « Utilisateurs » ; « Paramétrage de la classe »',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      source: {
        guide: '004',
        section: 'Identifiants de connexion : ne faites plus l’erreur ! (p. 10 et 21)',
      },
    },
    {
      id: 'pupil-credentials',
      text: 'Redonner leurs identifiants aux élèves et aux comptes manuels qui les ont perdus',
      why: 'Eux seuls gardent des identifiants propres à l’ENT, les mêmes que l’an passé ; l’école est seule à pouvoir les renouveler.',
      who: 'teacher',
      when: { milestone: 'term-start', from: 0, to: 30 },
      stillUseful: true,
      where: {
        label: 'Console d’administration › « Utilisateurs » ; « Paramétrage de la classe »',
        path: '/admin/:school/users/list/filter',
        page: 'edifice/users',
      },
      source: { guide: '004', section: 'Les identifiants (p. 10 et 21)' },
    },
    {
      id: 'activate-educonnect',
      text: 'Aider les parents à activer EduConnect : FranceConnect, SMS, ou compte créé par la direction',
      why: 'Le SMS ne fonctionne que si le numéro saisi dans ONDE est celui du parent. Un identifiant déjà activé reste valable ; perdu, il se redemande sur EduConnect.',
      who: 'head',
      when: { milestone: 'term-start', from: 0, to: 30 },
      stillUseful: true,
      where: { label: 'Intranet académique ; fiches des responsables dans ONDE' },
      source: { guide: '004', section: 'Quelques rappels sur EduConnect (p. 11)' },
    },
    {
      id: 'staff-support',
      text: 'Dire à l’équipe qui l’aide : l’eRun pour les usages, le centre de services pour les connexions',
      why: 'Une demande au mauvais endroit attend. Le centre de services usagers se saisit par l’outil de gestion des incidents de l’intranet académique.',
      who: 'head',
      when: { milestone: 'term-start', from: 0, to: 15 },
      where: { label: 'Intranet académique' },
      source: { guide: '004', section: 'Quelques éléments sur l’assistance (p. 21-22)' },
    },
    {
      id: 'family-support',
      text: 'Dire aux familles qui les aide : la direction d’abord, l’administrateur de l’ENT pour les élèves',
      why: 'La direction fait remonter au centre de services ce qu’elle ne peut résoudre ; la plateforme nationale répond aux parents pour EduConnect.',
      who: 'head',
      when: { milestone: 'term-start', from: 0, to: 15 },
      source: { guide: '004', section: 'Quelques éléments sur l’assistance (p. 22)' },
    },
  ],
};
