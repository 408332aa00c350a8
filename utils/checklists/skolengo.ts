import type { Checklist } from './checklist';
import { SKOLENGO_AUTUMN } from './skolengo-autumn';
import { SKOLENGO_BEFORE, SKOLENGO_SCHOOL_LIFE } from './skolengo-before';
import { SKOLENGO_SUMMER } from './skolengo-summer';

/**
 * The change of year on Skolengo, from the administrators' guide of Auvergne-Rhône-Alpes (source 003, 2020), in the
 * nineteen steps of domain Skolengo §6 and what Kosmos does between them. The guide's dates are those of 2020.
 */
const SKOLENGO_LIST: Checklist = {
  id: 'skolengo',
  ent: 'skolengo',
  title: 'Skolengo',
  about: 'Toutes les écoles, tous les collèges et lycées d’un ENT Skolengo.',
  usually: {
    'timetable-end': 'début juillet',
    'year-end': 'début juillet',
    'platform-closing': 'fin juillet',
    'platform-reopening': 'début août',
    'directory-closing': 'mi-août',
    'families-out': 'mi-août',
    'directory-reopening': 'vers le 20 août',
    'families-back': 'fin août ou à la rentrée',
    'term-start': 'début septembre',
  },
  examples: {
    'timetable-end': '2020-07-04',
    'platform-closing': '2020-07-23',
    'platform-reopening': '2020-08-05',
    'directory-closing': '2020-08-17',
    'families-out': '2020-08-17',
    'directory-reopening': '2020-08-20',
    'families-back': '2020-08-24',
  },
  closures: [
    { title: 'Espace connecté fermé à tous', from: 'platform-closing', to: 'platform-reopening' },
    {
      title: 'Espace connecté fermé à tous (annuaire)',
      from: 'directory-closing',
      to: 'directory-reopening',
    },
    { title: 'Élèves et parents sans accès', from: 'families-out', to: 'families-back' },
  ],
  // « Blocage des accès ENT » and the end of the timetables are judged by these two.
  asks: ['year-end', 'term-start'],
  phases: [SKOLENGO_BEFORE, SKOLENGO_SCHOOL_LIFE, SKOLENGO_SUMMER, SKOLENGO_AUTUMN],
};

/** The lists of Skolengo. */
export const SKOLENGO: readonly Checklist[] = [SKOLENGO_LIST];
