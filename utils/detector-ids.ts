import type { EntId } from './core/facts';
import type { Action } from './core/rule';

/* By what detectors are switched off and on: rules and screens by their own ids, the others by these. */

/** The reading of a whole school of a family. */
export function liveSwitch(ent: EntId): string {
  return `live/${ent}`;
}

/** Holding back the clicks that would do that. */
export function holdSwitch(action: Action): string {
  return `hold/${action}`;
}
