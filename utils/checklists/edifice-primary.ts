import type { Checklist } from './checklist';
import { AFTER_THE_SWITCH, CREDENTIALS } from './edifice-primary-autumn';
import { BEFORE_SUMMER, STAFF_FEED, TIDY_UP } from './edifice-primary-summer';

/**
 * The change of year of a primary school on an Edifice platform, from the administrators' guide of the
 * Hauts-de-France academies (source 004, 2024). Pages are those of the guide.
 */
export const EDIFICE_PRIMARY: Checklist = {
  id: 'edifice-primary',
  ent: 'edifice',
  title: 'Edifice 1er degré',
  level: 1,
  about: 'Les écoles, dont les élèves viennent d’ONDE.',
  usually: {
    'year-end': 'début juillet',
    'staff-feed': 'dernière quinzaine d’août',
    'term-start': 'début septembre',
    'onde-switch': 'juste après la rentrée',
    'pupil-feed': 'peu après la rentrée',
  },
  phases: [BEFORE_SUMMER, TIDY_UP, STAFF_FEED, AFTER_THE_SWITCH, CREDENTIALS],
};
