import type { Hold } from '@/components/overlay/hold-dialog';
import { PASS_MS } from './hold-clicks';

/** How long « La console n’a rien reçu. » stays, in ms. */
const TOLD_MS = 4000;

/** The click that is held back now, and what is said once the person has chosen. */
export interface HeldClick {
  /** What is drawn of it. */
  view(): { hold: DrawnHold | undefined; status: string };
  /** Shows why a click was held. `allow` lets the person's next one through, `giveFocusBack` gives the keyboard back. */
  show(hold: Hold, allow: () => void, giveFocusBack: () => void): void;
  /** Says a French sentence for a moment. */
  warn(words: string): void;
}

type DrawnHold = Hold & { onCancel(): void; onUnderstood(): void };

interface HeldClickOptions {
  /** Runs something after a delay in ms, for as long as the overlay lives. */
  later(work: () => void, ms: number): void;
  changed(): void;
  /** The person has chosen: to go on (`resumed`) or not. */
  chosen(hold: Hold, resumed: boolean): void;
}

/** Keeps the click that is held back, until the person has chosen. */
export function heldClick({ later, changed, chosen }: HeldClickOptions): HeldClick {
  let hold: DrawnHold | undefined;
  let status = '';
  const say = (said: string, during: number) => {
    status = said;
    changed();
    later(() => {
      if (status !== said) return;
      status = '';
      changed();
    }, during);
  };
  const close = (said: string, during: number, giveFocusBack: () => void) => {
    hold = undefined;
    say(said, during);
    giveFocusBack();
  };
  return {
    view: () => ({ hold, status }),
    warn: (words) => say(words, TOLD_MS),
    show(what, allow, giveFocusBack) {
      hold = {
        ...what,
        onCancel() {
          chosen(what, false);
          close('La console n’a rien reçu.', TOLD_MS, giveFocusBack);
        },
        onUnderstood() {
          allow();
          chosen(what, true);
          const said = `Recommencez dans les ${PASS_MS / 1000} secondes : rien ne sera retenu cette fois.`;
          close(said, PASS_MS, giveFocusBack);
        },
      };
      changed();
    },
  };
}
