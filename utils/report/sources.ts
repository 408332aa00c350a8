import type { Source } from '@/utils/core/rule';
import guides from './guides.json';

/** What each guide is called. Data of its own: tools that run before any package is installed read it too. */
const GUIDES: Record<Source['guide'], string> = guides;

/** « Petit guide du changement d’année, ENT Hauts-de-France (2024) – Supprimer des groupes manuels (p. 17) ». */
export function sourceLabel({ guide, section }: Source): string {
  return `${GUIDES[guide]} – ${section}`;
}
