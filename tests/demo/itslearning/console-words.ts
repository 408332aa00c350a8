/** The languages that the screens speak. */
export type Language = 'fr' | 'en';

/** The language that an address asks for: `?lang=en`. */
export function languageOf(url: URL): Language {
  return url.searchParams.get('lang') === 'en' ? 'en' : 'fr';
}

/**
 * Labels of the administration: French ones as the sources spell them (source 000 §2, source 001 §4.3). Of the English
 * ones, « Policies », « Organisation », « Name » and « Individual users » are the vendor's help's; « Title » and
 * « Created by » are expected by the adapter; the others are translated here, to try reading words never seen.
 */
export const WORDS = {
  fr: {
    back: 'Retour à Administration',
    courses: 'Administration des cours',
    search: 'Rechercher',
    name: 'Nom du cours ou code',
    filter: 'Filtrer par',
    states: ['Cours actifs', 'Cours archivés', 'Tout'],
    organisation: 'Organisation',
    term: 'Période',
    all: 'Tout',
    fewer: 'Nombre de participants',
    fewerNote: 'Trouver des cours avec moins de participants.',
    unvisited: 'Dernière visite',
    unvisitedNote: 'Trouver des cours non consultés ces derniers jours.',
    toolbar: ['Ajouter un cours', 'Supprimer', 'Archiver', 'Désarchiver', 'Inscription', 'Désinscription'],
    every: 'Effectuer sur tous les résultats',
    columns: [
      'Intitulé',
      'Code',
      'Organisation',
      'Modèle',
      'Créé par',
      'Participants',
      'Dernière visite le',
      'Dernière mise à jour',
      'Créé le',
    ],
    rowLinks: ['Inscription', 'Imprimer les événements du calendrier'],
    integration: 'Intégration',
    none: 'Aucun cours',
    strategies: 'Stratégies',
    strategyColumns: ['Nom', 'Organisation', 'Profils', 'Utilisateurs individuels'],
    strategy: 'Modifier la stratégie',
    strategyName: 'Nom',
    individuals: 'Utilisateurs individuels',
    people: (count: number) => `${count} utilisateurs`,
    hierarchy: 'Hiérarchie',
    nodeTools: ['Modifier', 'Supprimer'],
  },
  en: {
    back: 'Back to Administration',
    courses: 'Course administration',
    search: 'Search',
    name: 'Course name or code',
    filter: 'Filter by',
    states: ['Active courses', 'Archived courses', 'All'],
    organisation: 'Organisation',
    term: 'Term',
    all: 'All',
    fewer: 'Number of participants',
    fewerNote: 'Find courses with fewer participants.',
    unvisited: 'Last visit',
    unvisitedNote: 'Find courses not visited these last days.',
    toolbar: ['Add course', 'Delete', 'Archive', 'Unarchive', 'Enrol', 'Unenrol'],
    every: 'Perform on all results',
    columns: [
      'Title',
      'Code',
      'Organisation',
      'Template',
      'Created by',
      'Participants',
      'Last visited on',
      'Last updated',
      'Created on',
    ],
    rowLinks: ['Enrol', 'Print calendar events'],
    integration: 'Integration',
    none: 'No courses',
    strategies: 'Policies',
    strategyColumns: ['Name', 'Organisation', 'Profiles', 'Individual users'],
    strategy: 'Edit policy',
    strategyName: 'Name',
    individuals: 'Individual users',
    people: (count: number) => `${count} users`,
    hierarchy: 'Hierarchy',
    nodeTools: ['Edit', 'Delete'],
  },
} as const;
