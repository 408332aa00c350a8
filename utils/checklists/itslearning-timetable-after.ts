import type { Phase } from './checklist';

/** Once a first import by hand has chosen the courses (sources 001 and 002, §§ 4.1 and 5.5). */
export const AUTOMATIC_IMPORT: Phase = {
  id: 'automatic-import',
  title: 'Ensuite : l’import automatique',
  steps: [
    {
      id: 'set-automatic-export',
      text: 'Régler l’export automatique : premier déclenchement à 8 heures, puis toutes les 4 heures au moins',
      why: 'L’ENT n’accepte que 4 imports par jour. L’automatique reprend les cours choisis à la main : sans un premier import manuel, il ne fait rien.',
      who: 'timetable-manager',
      when: { milestone: 'timetable-reopening', from: 1, to: 30 },
      stillUseful: true,
      where: { label: 'Pronote › « Fichier » › « Socle ENT » › « Export automatique de l’emploi du temps »' },
      source: { guide: '002', section: 'Import depuis Pronote client (§ 4.1 et 5.5)' },
    },
    {
      id: 'reimport-to-change-choice',
      text: 'Refaire un import manuel quand les cours choisis doivent changer',
      why: 'L’import automatique resynchronise les cours du dernier choix, et n’en ajoute pas.',
      who: 'administrator',
      when: { milestone: 'term-start', from: 7, to: 45 },
      where: { label: 'Administration › « Import EDT » › « Import Manuel »' },
      source: { guide: '002', section: 'Import automatique (§ 5.5)' },
    },
  ],
};

/** After an import, by hand or not: what came of it (sources 001 and 002, §§ 4.2 and 4.3). */
export const TIMETABLE_CHECKS: Phase = {
  id: 'timetable-checks',
  title: 'Après l’import : vérifier',
  steps: [
    {
      id: 'export-unrecognised',
      text: 'Exporter la liste des comptes non reconnus et les faire corriger, d’un côté ou de l’autre',
      why: 'Le récapitulatif compte les élèves et les enseignants reconnus ; les autres n’ont ni cours ni emploi du temps.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 21 },
      stillUseful: true,
      where: {
        label: 'Import EDT › récapitulatif de l’import › « Export »',
        page: 'itslearning/import-edt-recap',
      },
      rules: ['unreconciled-user'],
      source: { guide: '001', section: 'Vérification des comptes (§ 4.2)' },
    },
    {
      id: 'check-imported-courses',
      text: 'Parcourir les cours créés par « Intégration » : vides, en double, jamais consultés',
      why: 'C’est là que se voit ce que l’import a compris de l’emploi du temps ; « Hiérarchie » ne montre pas qui est dans un cours.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 21 },
      stillUseful: true,
      where: { label: 'Administration › « Cours »', page: 'itslearning/courses' },
      rules: ['empty-course', 'duplicate-course', 'unvisited-course'],
      source: { guide: '001', section: 'Vérification de l’import dans l’ENT (§ 4.3)' },
    },
    {
      id: 'check-from-inside',
      text: 'S’inscrire à un cours pour en contrôler les participants, puis s’en désinscrire',
      why: 'Oubliée, cette inscription laisse l’administrateur parmi les participants, avec leurs notifications.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 21 },
      where: {
        label: 'Administration › « Cours » › « Inscription », puis « Désinscription »',
        page: 'itslearning/courses',
      },
      source: { guide: '001', section: 'Vérification de l’import dans l’ENT (§ 4.3)' },
    },
    {
      id: 'tell-teachers-of-calendar',
      text: 'Dire aux enseignants que les événements importés ne se déplacent pas à la main',
      why: 'Ils suivent l’emploi du temps à chaque import ; ceux d’avant le premier n’existent pas, et un remplaçant voit tous ceux du cours.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 21 },
      where: { label: 'Le calendrier de l’ENT' },
      source: { guide: '001', section: 'Événements calendaires (§ 4.3 et 5.3)' },
    },
  ],
};
