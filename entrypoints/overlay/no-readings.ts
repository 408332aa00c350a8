import type { LiveReadings } from './live-readings';

/** The readings of a family whose console is not asked anything: none, ever. */
export const NO_READINGS: LiveReadings = {
  state: () => ({ kind: 'unavailable' }),
  facts: () => NOTHING,
  reading: () => undefined,
  learn: () => undefined,
  treated: () => [],
  running: () => undefined,
  start: () => undefined,
  readOn: () => undefined,
  cancel: () => undefined,
};

/** One object: what is judged again only when it changes never does. */
const NOTHING = {};
