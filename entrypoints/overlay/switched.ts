import type { OverlayView } from '@/components/overlay/view';
import type { Action, Rule } from '@/utils/core/rule';
import { rulesOfThings } from '@/utils/core/things';
import { holdSwitch, liveSwitch } from '@/utils/detector-ids';
import type { Ent } from '@/utils/ents/page';
import { loadSwitches, onSwitch, type Switches } from '@/utils/switches';
import type { Kit } from './tab-memory';

/** A family and its rules, but for what is switched off at the moment of asking. */
export interface Switched {
  ent: Ent;
  kit: Kit;
  now(): Switches;
  isOff(rule: string): boolean;
  /** True when clicks of that kind are not to be held back. */
  passes(action: Action): boolean;
  view(): Pick<OverlayView, 'off' | 'demonstration' | 'things'>;
  stop(): void;
}

/** Follows what is switched on this computer: a switch acts at once on the pages that are open. */
export async function followSwitches(ent: Ent, kit: Kit, changed: () => void): Promise<Switched> {
  let now = await loadSwitches();
  const stop = onSwitch((next) => {
    now = next;
    changed();
  });
  return { ...switched(ent, kit, () => now), stop };
}

/** Leaves out what is switched off. */
export function switched(ent: Ent, kit: Kit, now: () => Switches): Omit<Switched, 'stop'> {
  let known: { off: ReadonlySet<string>; rules: readonly Rule[]; pages: Ent['pages'] } | undefined;
  // The same lists until something is switched: they are asked for at each look.
  const left = () => {
    const { off } = now();
    if (known?.off !== off)
      known = {
        off,
        rules: kit.rules.filter(({ id }) => !off.has(id)),
        pages: ent.pages.filter(({ id }) => !off.has(id)),
      };
    return known;
  };
  const { live } = ent;
  const shown = Object.defineProperties(
    { ...ent },
    {
      pages: { get: () => left().pages },
      live: { get: () => (now().off.has(liveSwitch(ent.id)) ? undefined : live) },
    },
  );
  const things = rulesOfThings(kit.rules);
  return {
    ent: shown,
    kit: Object.defineProperty({ ...kit }, 'rules', { get: () => left().rules }),
    now,
    isOff: (rule) => now().off.has(rule),
    passes: (action) => now().off.has(holdSwitch(action)),
    view() {
      const { off, demonstration } = now();
      const titles = [...kit.rules, ...ent.pages].flatMap(({ id, title }) => (off.has(id) ? [title] : []));
      if (live && off.has(liveSwitch(ent.id))) titles.push('contrôle de tout l’établissement');
      if ([...off].some((id) => id.startsWith('hold/'))) titles.push('clics retenus, en partie');
      return { things, ...(titles.length > 0 && { off: titles }), ...(demonstration && { demonstration }) };
    },
  };
}
