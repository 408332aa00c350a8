import { KeptReading } from '@/components/overlay/kept-reading';
import { lastDone } from '@/components/overlay/view';
import type { LiveReading } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import type { MakeCompanion } from './companion';
import type { SchoolsScript } from './schools-script';

/** A reading put aside, to be compared with the next one of the same school. */
interface Kept {
  reading: LiveReading;
  at: Date;
}

/** The readings that the person put aside, by school: in the memory of this page, like the others. */
export const keptReading: MakeCompanion = (_ent, _document, { live, changed, failed }) => {
  const kept = new Map<string, Kept>();
  let asked = false;
  /** The comparison is drawn by a script of its own, which only who compares pays for. */
  const bring = () => {
    if (asked) return;
    asked = true;
    send('overlay/part', 'schools').then(changed, failed);
  };
  /** Draws what changed between the two, or takes it away. */
  const drawn = (before: Kept, after: Kept) => (container: Element, shown: boolean) => {
    const both = {
      before: { at: before.at, facts: before.reading.facts },
      after: { at: after.at, facts: after.reading.facts },
    };
    (globalThis as SchoolsScript).vigieSchools?.drawChanges(container, shown ? both : undefined);
  };
  return {
    view({ school }) {
      const done = lastDone(live.state(school?.id));
      const reading = live.reading(school?.id);
      if (!school || !done || !reading) return {};
      const { id } = school;
      const now = { reading, at: done.at };
      const before = kept.get(id);
      const view = {
        keep() {
          kept.set(id, now);
          bring();
          changed();
        },
        forget() {
          kept.delete(id);
          changed();
        },
        ...(before && { at: before.at }),
        ...(before && before.reading !== reading && { draw: drawn(before, now) }),
      };
      return { kept: <KeptReading key={id} kept={view} /> };
    },
  };
};
