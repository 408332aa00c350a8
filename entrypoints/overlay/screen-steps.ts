import type { School } from '@/utils/core/context';
import type { PageId } from '@/utils/core/facts';
import type { ScreenStep } from '@/utils/core/screen-step';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';

/** The steps of the school's calendar that the screen is about. */
export interface ScreenSteps {
  view(): { steps: readonly ScreenStep[] };
  /** Asks when the school or the screen is another one. */
  look(school: School | undefined, page: PageId | undefined): void;
  /** A reading was recorded: they may be proven now. */
  again(): void;
}

export function screenSteps(ent: Ent, changed: () => void): ScreenSteps {
  let asked = '';
  let steps: readonly ScreenStep[] = [];
  let last: [School | undefined, PageId | undefined] = [undefined, undefined];
  const ask = (key: string, school: School, page: PageId) => {
    asked = key;
    const on = { ...school, ent: ent.id, host: location.host };
    // What cannot be read is told by whoever writes: a reminder that is missing says nothing wrong.
    send('steps/for-screen', { school: on, page }).then(
      (found) => {
        if (asked !== key) return;
        steps = found;
        changed();
      },
      () => undefined,
    );
  };
  return {
    view: () => ({ steps }),
    look(school, page) {
      last = [school, page];
      const key = `${school?.id} ${page}`;
      if (key === asked) return;
      steps = [];
      asked = key;
      if (school && page) ask(key, school, page);
    },
    again() {
      const [school, page] = last;
      if (school && page) ask(asked, school, page);
    },
  };
}
