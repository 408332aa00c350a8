import type { School } from '@/utils/core/context';
import type { PageId } from '@/utils/core/facts';
import type { ScreenStep } from '@/utils/core/screen-step';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import type { Companion, Told } from './companion';

/** The steps of the school's calendar that the screen is about. */
export function screenSteps(ent: Ent, _document: Document, { changed }: Told): Companion {
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
  const again = () => {
    const [school, page] = last;
    if (school && page) ask(asked, school, page);
  };
  return {
    view: () => ({ steps }),
    look({ school, page }) {
      last = [school, page];
      const key = `${school?.id} ${page}`;
      if (key === asked) return;
      steps = [];
      asked = key;
      if (school && page) ask(key, school, page);
    },
    // They may be proven now.
    recorded: again,
    yearSaid: again,
  };
}
