import type { School } from './model';

/** The parts of a person that make the key (source 000 §1.4.A). */
export interface KeyParts {
  firstName: string;
  lastName: string;
  birthDate?: string;
  postalCode?: string;
}

/**
 * The synchronisation key of a person. What is known is « lower(prénom + nom [+ date]) » and « m-mme » before teachers
 * (domain itslearning §2.2); whether accents and hyphens enter it is not, so the two schools differ: the collège keeps
 * them, the lycée drops them.
 */
export function keyOf(kind: School['kind'], who: 'pupil' | 'parent' | 'colleague', parts: KeyParts): string {
  const name = `${parts.firstName}${parts.lastName}`.toLowerCase();
  const written = kind === 'college' ? name.replaceAll(' ', '') : bare(name).replace(/[^a-z]/g, '');
  if (who === 'pupil') return `${written}${parts.birthDate ?? ''}`;
  return who === 'parent' ? `${written}${parts.postalCode ?? ''}` : `m-mme${written}`;
}

/** Without accents. */
export function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
