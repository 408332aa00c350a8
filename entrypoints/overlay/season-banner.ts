import type { School } from '@/utils/core/context';
import type { Ent } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import type { Companion, Told } from './companion';

/** What presses in the year of the school on the screen, until the person hides it for the day. */
export function seasonBanner({ id: ent }: Ent, document: Document, told: Told): Companion {
  const { host } = document.location;
  let asked = '';
  let banner: { says: string } | undefined;
  const ask = (school: School) => {
    const { id } = school;
    asked = id;
    // What cannot be read is told by whoever writes: a reminder that is missing says nothing wrong.
    send('banner/recall', { ...school, ent, host }).then(
      (found) => {
        if (asked !== id) return;
        banner = found ?? undefined;
        told.changed();
      },
      () => undefined,
    );
  };
  const again = () => {
    const school = told.school();
    if (school) ask(school);
  };
  return {
    view: () => (banner ? { banner } : {}),
    look({ school }) {
      if (!school || school.id === asked) return;
      banner = undefined;
      ask(school);
    },
    // A step may be proven now.
    recorded: again,
    yearSaid: again,
    hideBanner() {
      banner = undefined;
      told.changed();
      send('banner/hide', { host }).catch(told.failed);
    },
  };
}
