import type { StepSource } from '@/utils/checklists/checklist';
import type { Source } from '@/utils/core/rule';
import guides from './guides.json';

/** What each guide is called. Data of its own: tools that run before any package is installed read it too. */
const GUIDES: Record<Source['guide'], string> = guides;

/** « Petit guide du changement d’année, ENT Hauts-de-France (2024) – Supprimer des groupes manuels (p. 17) ». */
export function sourceLabel({ guide, section }: Source): string {
  return `${GUIDES[guide]} – ${section}`;
}

/** The same for a step, whose source may be words of whoever wrote the list. */
export function stepSourceLabel(source: StepSource): string {
  return 'words' in source ? source.words : sourceLabel(source);
}
