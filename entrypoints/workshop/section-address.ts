import { SECTIONS, type Section } from '@/components/workshop/view';

/** The section that an address of the workshop names: what follows a slash is the section's own business. */
export function sectionInAddress(hash: string): Section {
  const [named] = hash.slice(1).split('/');
  return SECTIONS.find(({ id }) => id === named)?.id ?? 'controle';
}
