import { concludeControl } from './conclude';
import type { ControlChoices, ControlFiles, RosterControl, Tell } from './control-result';
import { examineRosters } from './examine';

export { concludeControl, examineRosters };

/**
 * Controls the files about to be imported against the untouched export: who would be doubled, deleted, renamed. Throws the
 * signal's reason when it is aborted; never throws for what a file holds. Where a person then changes a choice, keep what
 * `examineRosters` gives and ask `concludeControl` again: it answers at once.
 */
export async function controlRosters(
  input: ControlFiles & ControlChoices,
  tell: Tell = () => {},
  signal?: AbortSignal,
): Promise<RosterControl> {
  const examined = await examineRosters(input, tell, signal);
  const control = await concludeControl(examined, input);
  tell({ step: 'conclude', done: 1 });
  return control;
}
