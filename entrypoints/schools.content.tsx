import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ChangesSection } from '@/components/overlay/changes-section';
import { time } from '@/components/overlay/live-control';
import css from '@/components/overlay/schools.css?inline';
import type { ReadingChanges } from '@/utils/core/reading-changes';
import { compareReadings } from '@/utils/report/compare-readings';
import type { SchoolsScript, TwoReadings } from './overlay/schools-script';
import { drawnTour } from './overlay/tour-desk';

/** The tour and the comparisons, which only who asks for them pays for: the background brings them on demand. */
export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: nothing registers this script.
  matches: ['https://enthdf.fr/*'],
  main() {
    const script = globalThis as SchoolsScript;
    script.vigieSchools ??= {
      tour: (desk, left) => drawnTour(desk, left, css),
      drawChanges(container, readings) {
        if (!readings) return render(null, container);
        const [from, to] = [time(readings.before.at), time(readings.after.at)];
        render(
          <>
            <style>{css}</style>
            <ChangesSection changes={changesOf(readings)} {...{ from, to }} />
          </>,
          container,
        );
      },
    };
  },
});

let last: { readings: TwoReadings; changes: ReadingChanges } | undefined;

/** The panel is drawn again at each move of the page; thousands of accounts are compared once. */
function changesOf(readings: TwoReadings): ReadingChanges {
  const same =
    last?.readings.before.facts === readings.before.facts &&
    last.readings.after.facts === readings.after.facts;
  if (!last || !same)
    last = { readings, changes: compareReadings(readings.before.facts, readings.after.facts) };
  return last.changes;
}
