import type { Finding } from '@/utils/core/finding';
import type { Impact } from '@/utils/core/rule';

/**
 * How a finding is graded on screen: its impact, « à vérifier » when only a person can tell, or that the platform will
 * take the thing away by itself, which is the opposite of what is to be purged. `unproved`: nothing was found, and
 * nothing was read whole.
 */
export type Grade = Impact | 'vanishing' | 'review' | 'unproved' | 'pass';

/** What a finding as a whole, or one of its places, is graded. */
export function gradeOf({ fate, impact }: Pick<Finding, 'fate' | 'impact'>, review: boolean): Grade {
  if (review) return 'review';
  return fate === 'vanishes' ? 'vanishing' : impact;
}

/** The word that always stands with the icon: a state is never told by colour alone. */
export const GRADE_WORDS: Record<Grade, string> = {
  critical: 'Critique',
  serious: 'Important',
  minor: 'Mineur',
  vanishing: 'Va disparaître',
  review: 'À vérifier',
  unproved: 'Rien n’est conclu',
  pass: 'Rien à signaler',
};

/** Shapes differ as well as colours: octagon, triangle, dot, hourglass, question mark, ring, tick. 24 × 24 paths. */
export const GRADE_PATHS: Record<Grade, string> = {
  critical: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM11 6v8h2V6zm0 10v2h2v-2z',
  serious: 'M12 2 23 21H1zM11 9v6h2V9zm0 8v2h2v-2z',
  minor: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm-1 3v2h2V7zm0 4v6h2v-6z',
  vanishing:
    'M5 2h14v2h-1v3.500L13.800 12 18 16.500V20h1v2H5v-2h1v-3.500L10.200 12 6 7.500V4H5zM8 4v2.700l4 4.200 4-4.200V4zm4 9.100-4 4.200V20h8v-2.700z',
  review:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-1 14v2h2v-2zm1-10a4 4 0 0 0-4 4h2a2 2 0 1 1 2.6 1.9c-1 .3-1.6 1-1.6 2.1v1h2v-.8c1.7-.5 3-2.200 3-4.200a4 4 0 0 0-4-4z',
  unproved: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM7 11v2h10v-2z',
  pass: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-1.500 14.500 7-7-1.500-1.500-5.500 5.500-2.500-2.500L6.500 12.500z',
};

/** The icon of a grade; decorative, the word stands beside it. */
export function ImpactIcon({ grade, size = 18 }: { grade: Grade; size?: number }) {
  return (
    <svg class={`icon ${grade}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={GRADE_PATHS[grade]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
