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
  courses: ['Administration des cours', 'Course administration', 'Courses administration'],
  /** The filters of the courses, whatever the title above them. */
  activeCourses: ['Cours actifs', 'Active courses'],
} as const satisfies Record<string, Label>;

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
