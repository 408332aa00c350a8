import type { ImportView, SupportView } from '@/components/overlay/view';
import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import { courseGaps } from '@/utils/files/course-gaps';
import { send } from '@/utils/messages';
import { importFailureIn } from '@/utils/report/import-anomaly';
import { importFailureText } from '@/utils/report/import-failure';
import { likelyPeople } from './likely-people';
import { wizardPages } from './wizard-pages';

/** What this page remembers of a timetable import beside what its screen shows. */
export interface WizardScreen {
  /** The screen's facts, lists leafed through put together, and what is known besides. */
  facts(shown: Facts): Facts;
  view(shown: Facts, about: About): { import?: ImportView; support?: SupportView };
  look(shown: Facts, school: School | undefined): void;
  giveReference(files: readonly File[]): void;
}

interface About {
  school: School | undefined;
  platform: string;
  /** French name of the screen. */
  step: string;
}

/** Follows the screens of one timetable import. */
export function wizardScreen(told: { changed(): void; failed(error: unknown): void }): WizardScreen {
  const pages = wizardPages();
  const people = likelyPeople(told.changed);
  let file: Pick<Facts, 'importFiles' | 'timetableFiles'> = {};
  let asked: string | undefined;
  let expected: Pick<Facts, 'expectedCourses'> = {};
  return {
    facts(shown) {
      if (shown.importFiles) {
        const { importFiles, timetableFiles } = shown;
        file = { importFiles, ...(timetableFiles && { timetableFiles }) };
      }
      const gathered = pages.gathered(shown);
      // What the step of the school code said still holds at the next ones, as long as this page lives.
      const known = { ...(shown.wizardSteps && file), ...(shown.wizardRows && expected) };
      return { ...known, ...gathered, ...people.facts(gathered) };
    },
    view(shown, { school, platform, step }) {
      const failure = importFailureIn(shown, { ...(school && { school }), platform, step });
      return {
        ...people.view(shown),
        ...(failure && { support: importFailureText(failure) }),
      };
    },
    look(shown, school) {
      people.look(shown);
      const uai = school?.uai ?? file.importFiles?.items[0]?.uai;
      if (!shown.wizardRows || !uai || uai === asked) return;
      asked = uai;
      send('import/expected', { host: location.host, uai }).then((kept) => {
        expected = kept ? { expectedCourses: expectedFacts(kept) } : {};
        told.changed();
      }, told.failed);
    },
    giveReference: (files) => people.giveReference(files),
  };
}

function expectedFacts({ uai, courses }: KeptCourses): NonNullable<Facts['expectedCourses']> {
  const items = courses.map((course, index) => ({
    ...course,
    at: { in: 'file', file: uai, line: index + 1 } as const,
  }));
  return { items, complete: true };
}

/** Facts, with what the comparison of two of their lists adds. */
export function withCourseGaps(facts: Facts): Facts {
  const gaps = courseGaps(facts);
  return gaps ? { ...facts, courseGaps: gaps } : facts;
}
