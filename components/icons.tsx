/** Paths drawn on a 16 × 16 grid with the text's own colour. A word always stands beside: icons are never read out. */
const PATHS = {
  critical: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5zM8 4.5v4.2M8 11.3v.2',
  serious: 'M8 2 15 14H1zM8 6.5v3.6M8 12v.2',
  minor: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.3v4M8 4.7v.2',
  review: 'M1.3 8S3.8 3.7 8 3.7 14.7 8 14.7 8 12.2 12.3 8 12.3 1.3 8 1.3 8M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  pass: 'M2.5 8.5l3.7 3.7L13.5 4.5',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.5V8l2.5 1.7',
  open: 'M9.5 2.5h4v4M13.3 2.7 7.5 8.5M12 9.5v4H2.5V4h4',
  chevron: 'M5.5 3l5 5-5 5',
  platform: 'M2 3h12v4H2zM2 9h12v4H2zM4.5 5v.1M4.5 11v.1',
  shield: 'M8 1.5 13.5 3.5v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4z',
} as const;

export type IconName = keyof typeof PATHS;

/** One icon, as tall as the text. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
