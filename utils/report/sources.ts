import type { Source } from '@/utils/core/rule';

const GUIDES: Record<Source['guide'], string> = {
  '000': 'Guide de transition d’année itslearning (2021)',
  '001': 'Guide d’import EDT et Pronote, itslearning',
  '002': 'Guide d’import EDT et Pronote, itslearning (version courte)',
  '003': 'Guide de changement d’année, ENT Auvergne-Rhône-Alpes (2020)',
  '004': 'Petit guide du changement d’année, ENT Hauts-de-France (2024)',
  entcore: 'Comportement public d’Edifice (entcore)',
  'index-education': 'Format public d’Index Éducation',
};

/** « Petit guide du changement d’année, ENT Hauts-de-France (2024), p. 17 ». */
export function sourceLabel({ guide, section }: Source): string {
  return `${GUIDES[guide]} – ${section}`;
}
