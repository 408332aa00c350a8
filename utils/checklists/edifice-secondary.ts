import type { Checklist, Phase } from './checklist';
import { BEFORE_SUMMER, TIDY_UP } from './edifice-primary-summer';
import { SECONDARY_ACCOUNTS, SECONDARY_TIMETABLES } from './edifice-secondary-autumn';

/** Steps of the guide for schools that hold word for word in a collège or a lycée. */
const SHARED = ['keep-shares-by-name', 'hand-over-productions', 'free-space'];

const END_OF_YEAR: Phase = {
  id: 'before-summer',
  title: 'Avant les vacances d’été',
  steps: [
    ...BEFORE_SUMMER.steps.filter(({ id }) => SHARED.includes(id)),
    {
      id: 'export-transition-files',
      text: 'Exporter les comptes avec « Export Transition d’année », un fichier par profil, si l’établissement est alimenté par fichiers',
      why: 'Ces fichiers portent l’identifiant externe de chacun : sans lui, le moindre changement de nom ou de date de naissance crée un second compte.',
      who: 'administrator',
      when: { milestone: 'year-end', from: -30, to: 0 },
      where: {
        label:
          'Console d’administration › « Imports / Exports » › « Exporter » › « Export Transition d’année »',
        path: '/admin/:school/imports-exports/export',
      },
      source: { guide: 'entcore', section: 'export « Transition », clé de rapprochement des imports CSV' },
    },
    {
      id: 'feed-stops',
      text: 'L’académie suspend l’alimentation des comptes venus de l’annuaire',
      why: 'Tout le monde peut encore se connecter, mais plus aucun changement n’est pris en compte jusqu’à la fin août.',
      who: 'platform',
      provider: 'académie',
      when: { milestone: 'year-end', from: 0 },
      source: { guide: '004', section: 'Gestion des comptes : été 2024 (p. 7)' },
    },
  ],
};

const YEAR_CHANGE: Phase = {
  id: 'year-change',
  title: 'Changement d’année des classes',
  steps: [
    {
      id: 'platform-changes-year',
      text: 'Établissement alimenté par l’annuaire académique : la plateforme supprime les classes de l’an passé',
      why: 'Classes, groupes de classe et groupes d’enseignement sont supprimés puis recréés ; ce qui leur était partagé ne l’est plus. Les comptes, les groupes manuels et les partages nominatifs restent.',
      who: 'platform',
      provider: 'Edifice',
      when: { milestone: 'term-start', from: -30, to: 0 },
      source: { guide: 'entcore', section: 'changement d’année : ce qui est supprimé, ce qui reste' },
    },
    {
      id: 'tick-year-change-once',
      text: 'Établissement alimenté par fichiers : cocher « Changement d’année scolaire » au premier import de la rentrée, une seule fois',
      why: 'La case supprime toutes les classes avant d’importer. Cochée une seconde fois, elle efface les nouvelles classes et ce qui vient de leur être partagé.',
      who: 'administrator',
      when: { milestone: 'term-start', from: -15, to: 0 },
      where: {
        label: 'Console d’administration › « Imports / Exports » › « Changement d’année scolaire »',
        path: '/admin/:school/imports-exports/import-csv',
        page: 'edifice/import-wizard',
      },
      source: { guide: 'entcore', section: 'import CSV, changement d’année' },
    },
    {
      id: 'read-import-report',
      text: 'Lire « Rapport intermédiaire » avant d’importer : un « Créé » qui surprend est un doublon, un « Supprimé » qui surprend est un oubli',
      why: 'C’est le dernier écran avant l’import. Un compte absent des fichiers est pré-supprimé si la case correspondante est cochée.',
      who: 'administrator',
      when: { milestone: 'term-start', from: -15, to: 15 },
      where: {
        label: 'Console d’administration › « Imports / Exports » › étape « Rapport intermédiaire »',
        path: '/admin/:school/imports-exports/import-csv',
        page: 'edifice/import-wizard',
      },
      source: { guide: 'entcore', section: 'import CSV, rapport avant import' },
    },
  ],
};

/**
 * The change of year of a collège or a lycée on an Edifice platform: what the administrators' guide of 2024 says of
 * every school, and how the public code of the platform behaves (domain Edifice §4, §6, §7).
 */
export const EDIFICE_SECONDARY: Checklist = {
  id: 'edifice-secondary',
  ent: 'edifice',
  title: 'Edifice 2d degré',
  level: 2,
  about: 'Les collèges et les lycées.',
  usually: {
    'year-end': 'début juillet',
    'staff-feed': 'dernière quinzaine d’août',
    'term-start': 'début septembre',
    'pupil-feed': 'peu après la rentrée',
  },
  phases: [END_OF_YEAR, TIDY_UP, YEAR_CHANGE, SECONDARY_ACCOUNTS, SECONDARY_TIMETABLES],
};
