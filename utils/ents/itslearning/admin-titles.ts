import type { Label } from '@/utils/reading/labels';

/** Screens of the administration by the titles that they bear, in French and in English (domain itslearning §4). */
export const ADMIN_TITLES = {
  menu: ['Administration'],
  strategies: ['Stratégies', 'Stratégie', 'Policies'],
  strategy: [
    'Modifier la stratégie',
    'Ajouter une stratégie',
    'Ajouter la stratégie',
    'Edit policy',
    'Add policy',
    'Utilisateurs individuels',
    'Individual users',
  ],
  hierarchy: ['Hiérarchie', 'Hiérarchies', 'Hierarchy', 'Hierarchies'],
  users: [
    "Droits des utilisateurs et droits d'accès",
    'Droits des utilisateurs',
    "Utilisateurs et droits d'accès",
    'Utilisateurs et droits',
    'Users and access rights',
    'User and access rights',
  ],
  courses: ['Administration des cours', 'Course administration', 'Courses administration'],
  /** The filters of the courses, whatever the title above them. */
  activeCourses: ['Cours actifs', 'Active courses'],
  archivedCourses: ['Cours archivés', 'Archived courses'],
} as const satisfies Record<string, Label>;

/** Titles so short that lessons and folders bear them too: an administration screen also says one of these. */
export const SHORT_TITLES = {
  menu: {
    title: ADMIN_TITLES.menu,
    signs: [
      ...ADMIN_TITLES.users,
      'Gestion des réservations',
      'Référentiel des compétences',
      'Services Externes PP',
      'Import EDT',
      'Import Utilisateur CSV',
      'Suivi synchro',
      'Hierarchy',
    ],
  },
  strategies: {
    title: ADMIN_TITLES.strategies,
    signs: [
      'Utilisateurs individuels',
      'Individual users',
      'Ajouter une stratégie',
      'Add policy',
      'Supprimer la stratégie',
      'Delete policy',
    ],
  },
  hierarchy: {
    title: ADMIN_TITLES.hierarchy,
    signs: ['[synchronisé]', 'Ajouter une hiérarchie', 'Add hierarchy'],
  },
} as const satisfies Record<string, { title: Label; signs: Label }>;

/** What people call the school or site that a row belongs to. */
export const ORGANISATION: Label = [
  'Organisation',
  'Organisations',
  'Organization',
  'Établissement',
  'Site',
  'School',
];

/** Who « Créé par » names for a course that an import of the timetable made (source 001 §4.3). */
export const IMPORTED: readonly string[] = ['Intégration', 'Integration'];
