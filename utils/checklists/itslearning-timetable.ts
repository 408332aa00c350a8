import type { Checklist, Phase } from './checklist';
import { AUTOMATIC_IMPORT, TIMETABLE_CHECKS } from './itslearning-timetable-after';
import { TIMETABLE_BASES } from './itslearning-timetable-before';

const FIRST_IMPORT: Phase = {
  id: 'first-import',
  title: 'Premier import de l’emploi du temps, à la main',
  steps: [
    {
      id: 'timetable-module-reopens',
      text: 'Réouverture des modules d’import EDT et UDT',
      why: 'Un jour après celle de l’import des utilisateurs : l’emploi du temps se rattache à des comptes qui existent déjà.',
      who: 'platform',
      provider: 'itslearning',
      when: { milestone: 'timetable-reopening', from: 0 },
      source: { guide: '000', section: 'Import des emplois du temps (§ 1.1)' },
    },
    {
      id: 'export-timetable',
      text: 'Exporter l’emploi du temps de Pronote pour le socle ENT « itslearning »',
      why: 'Un fichier fait pour un autre socle est chiffré pour lui, et refusé. « Un répertoire par établissement » : seulement si l’ENT en compte plusieurs, pas en cité scolaire.',
      who: 'timetable-manager',
      when: { milestone: 'timetable-reopening', from: 0, to: 10 },
      stillUseful: true,
      where: { label: 'Pronote › « Imports/Exports » › Socles ENT › Export manuel de l’emploi du temps' },
      rules: ['wrong-partner', 'wrong-school-file', 'stale-file'],
      source: { guide: '001', section: 'Génération du fichier encrypté (§ 3.1)' },
    },
    {
      id: 'deposit-timetable',
      text: 'Déposer ce fichier, un seul à la fois, et vérifier le code de l’établissement affiché',
      why: 'L’emploi du temps d’un autre établissement créerait ses cours dans le vôtre.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 10 },
      stillUseful: true,
      where: {
        label: 'Administration › « Import EDT » › « Import Manuel » › « Ajouter un fichier » › « importer »',
        page: 'itslearning/import-edt-file',
      },
      rules: ['missing-import-key', 'wrong-school-file'],
      source: { guide: '001', section: 'Dépôt du fichier et code RNE (§ 3.2 à 3.4)' },
    },
    {
      id: 'choose-subjects',
      text: 'Ajouter les matières non reconnues, désactiver celles dont l’ENT n’a pas besoin',
      why: 'Le nom de la matière fait celui du cours ; les cours d’une matière laissée en blanc ne viendront pas.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 10 },
      stillUseful: true,
      where: {
        label: 'Import EDT › « Sélection des matières » › « Ajouter », « Désactiver »',
        page: 'itslearning/import-edt-steps',
      },
      rules: ['unrecognised-subject'],
      source: { guide: '001', section: 'Sélection des matières (§ 3.5)' },
    },
    {
      id: 'choose-courses',
      text: 'Choisir les classes, les groupes, puis les cours à créer',
      why: 'Les imports automatiques garderont ce choix : il ne se change que par un nouvel import manuel.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 10 },
      stillUseful: true,
      where: {
        label: 'Import EDT › « Sélection des classes », « Sélection des groupes », « Sélection des cours »',
        page: 'itslearning/import-edt-steps',
      },
      rules: ['missing-course'],
      source: { guide: '001', section: 'Sélection des classes, des groupes et des cours (§ 3.6 à 3.8)' },
    },
    {
      id: 'reconcile-users',
      text: 'Relire les rapprochements de personnes, et régler celles qui restent en rouge',
      why: 'L’emploi du temps d’une personne non reconnue n’est pas importé. Le rapprochement se fait sur nom et prénom, avec la date de naissance pour les élèves.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 10 },
      stillUseful: true,
      where: {
        label:
          'Import EDT › « Selection des enseignants », « Selection des Eleves » › « Valider » ou « Refuser »',
        page: 'itslearning/import-edt-users',
      },
      rules: ['unreconciled-user'],
      source: { guide: '001', section: 'Sélection des utilisateurs (§ 3.10)' },
    },
    {
      id: 'wait-for-import',
      text: 'Lancer l’import et attendre l’état « Fait » dans l’historique',
      why: 'Le premier dure souvent plus de dix minutes, et prend son tour dans une file d’attente.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 10 },
      stillUseful: true,
      where: { label: 'Import EDT › « Historique »', page: 'itslearning/import-edt-history' },
      rules: ['unfinished-import'],
      source: { guide: '001', section: 'Lancement et historique des imports (§ 3.11 et 3.12)' },
    },
    {
      id: 'report-import-errors',
      text: 'S’il reste des actions en « Erreur », écrire à l’assistance : établissement, capture du message, anomalie constatée',
      why: 'Un groupe ou une hiérarchie en erreur laisse des cours sans élèves, et rien d’autre ne le dira.',
      who: 'administrator',
      when: { milestone: 'timetable-reopening', from: 0, to: 15 },
      stillUseful: true,
      where: {
        label: 'Import EDT › « Historique » › la ligne de l’import',
        page: 'itslearning/import-edt-recap',
      },
      rules: ['failed-import'],
      source: { guide: '001', section: 'Historique des imports (§ 3.12)' },
    },
  ],
};

/**
 * Timetables of Index Éducation brought into itslearning: before, the first import by hand, then the automatic ones,
 * and what to look at afterwards (sources 001 and 002, 2019). Optional: followed beside the list of the accounts.
 */
export const ITSLEARNING_TIMETABLE: Checklist = {
  id: 'itslearning-timetable',
  ent: 'itslearning',
  title: 'Emplois du temps dans itslearning',
  about:
    'Facultatif, collèges et lycées : l’emploi du temps d’EDT ou de Pronote crée et peuple les cours de l’ENT.',
  optional: true,
  usually: {
    'timetable-reopening': 'fin août, un jour après les utilisateurs',
    'term-start': 'début septembre',
  },
  examples: { 'timetable-reopening': '2021-08-26' },
  phases: [TIMETABLE_BASES, FIRST_IMPORT, AUTOMATIC_IMPORT, TIMETABLE_CHECKS],
};
