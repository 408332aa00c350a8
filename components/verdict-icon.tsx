import { GRADE_PATHS } from '@/components/impact-icon';
import type { Standing } from '@/utils/core/person';

/** Shapes differ as well as colours: cross, shield, bin, question mark, tick. 24 × 24 paths. */
const SHIELD = 'M12 2l8 3v6c0 5-3.4 9-8 11-4.6-2-8-6-8-11V5zm-1 13.5 5-5L14.6 9 11 12.6 9.4 11 8 12.5z';

const PATHS: Record<Standing, string> = {
  detach:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM8 6.5 6.5 8l4 4-4 4L8 17.5l4-4 4 4 1.5-1.5-4-4 4-4L16 6.5l-4 4z',
  'never-detach': SHIELD,
  kept: SHIELD,
  purge: 'M9 2h6l1 2h5v2H3V4h5zM5 8h14l-1 14H6zm4 2v9h2v-9zm4 0v9h2v-9z',
  check: GRADE_PATHS.review,
  nothing: GRADE_PATHS.pass,
};

/** The icon of a verdict; decorative, its word stands beside it. */
export function VerdictIcon({ verdict, size = 18 }: { verdict: Standing; size?: number }) {
  return (
    <svg class={`icon ${verdict}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[verdict]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
