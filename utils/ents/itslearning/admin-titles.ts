import type { Label } from '@/utils/reading/labels';

/** English titles that the vendor's help attests (domain itslearning §3). */
const ATTESTED = ['Policies', 'Add policy', 'Individual users', 'Users and access rights'] as const;
/** Those that nobody attests: translated, to try reading a screen that says so when it says them. */
const SUPPOSED = {
  strategy: ['Edit policy'],
  hierarchy: ['Hierarchy', 'Hierarchies'],
  users: ['User and access rights'],
  courses: ['Course administration', 'Courses administration'],
  module: ['Timetable import'],
} as const;
const [POLICIES, ADD_POLICY, INDIVIDUAL_USERS, USERS] = ATTESTED;

/** Every English title of a screen: beyond them, the labels of such a screen are supposed. */
export const ENGLISH_TITLES: Label = [...ATTESTED, ...Object.values(SUPPOSED).flat()];

/** Screens of the administration by the titles that they bear, in French and in English (domain itslearning §4). */
export const ADMIN_TITLES = {
  menu: ['Administration'],
  strategies: ['Stratégies', 'Stratégie', POLICIES],
  strategy: [
    'Modifier la stratégie',
    'Ajouter une stratégie',
    'Ajouter la stratégie',
    'Utilisateurs individuels',
    ADD_POLICY,
    INDIVIDUAL_USERS,
    ...SUPPOSED.strategy,
  ],
  hierarchy: ['Hiérarchie', 'Hiérarchies', ...SUPPOSED.hierarchy],
  users: [
    "Droits des utilisateurs et droits d'accès",
    'Droits des utilisateurs',
    "Utilisateurs et droits d'accès",
    'Utilisateurs et droits',
    USERS,
    ...SUPPOSED.users,
  ],
  courses: ['Administration des cours', ...SUPPOSED.courses],
  /** The filters of the courses, whatever the title above them. */
  activeCourses: ['Cours actifs', 'Active courses'],
  archivedCourses: ['Cours archivés', 'Archived courses'],
} as const satisfies Record<string, Label>;

/** The module of the timetable's import, as the menu « Administration » names it. */
export const MODULE: Label = ['Import EDT', 'Import EDT Pronote', 'Import EDT/Pronote', ...SUPPOSED.module];

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
