import type { FrameTurn } from '@/utils/messages';

/** What one frame knows of the others. Pure: whoever carries the words calls it. */
export interface FrameTurns {
  /** True when this frame draws. */
  isMine(): boolean;
  /** True when another frame does something that this one must not disturb. */
  isAway(): boolean;
  /** True when another frame has something to choose from. */
  hasOthers(): boolean;
  /** This frame takes the turn. */
  take(): void;
  /** The next frame that has something takes it. */
  pass(): void;
  /** The person is at work here: the others stop pointing. */
  busy(): void;
  leave(): void;
  hear(turn: FrameTurn): void;
}

interface FrameTurnsOptions {
  id: string;
  worth: number;
  tell(turn: FrameTurn): void;
  changed(): void;
  /** Another frame left: all do. */
  left(): void;
}

/** The frames of a page agree on the one that draws: the one with most to choose from, until somebody chooses another. */
export function frameTurns({ id, worth, tell, changed, left }: FrameTurnsOptions): FrameTurns {
  const known = new Map([[id, worth]]);
  let holder: string | undefined;
  let at: string | undefined;
  const ranked = () =>
    [...known].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)).map(([other]) => other);
  const current = () => holder ?? ranked()[0] ?? id;
  const useful = () => ranked().filter((other) => other === id || (known.get(other) ?? 0) > 0);
  const turns: FrameTurns = {
    isMine: () => current() === id,
    isAway: () => at !== undefined && at !== id,
    hasOthers: () => useful().length > 1,
    take() {
      if (current() === id && at === undefined) return;
      tell({ id, worth, says: 'turn' });
      holder = id;
      at = undefined;
      changed();
    },
    pass() {
      const all = useful();
      const next = all[(all.indexOf(id) + 1) % all.length] ?? id;
      tell({ id: next, worth: known.get(next) ?? 0, says: 'turn' });
      holder = next;
      changed();
    },
    busy() {
      at = id;
      holder = id;
      tell({ id, worth, says: 'busy' });
    },
    leave: () => tell({ id, worth, says: 'left' }),
    hear(turn) {
      const isNew = !known.has(turn.id);
      if (turn.id !== id) known.set(turn.id, turn.worth);
      // Whoever came first did not hear of this one.
      if (isNew) tell({ id, worth, says: 'here' });
      if (turn.says === 'left') {
        if (turn.id !== id) left();
        return;
      }
      if (turn.says !== 'here') holder = turn.id;
      if (turn.says === 'busy') at = turn.id;
      if (turn.says === 'turn') at = undefined;
      changed();
    },
  };
  tell({ id, worth, says: 'here' });
  return turns;
}
