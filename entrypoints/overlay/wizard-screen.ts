import type { Facts } from '@/utils/core/facts';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import type { Ent } from '@/utils/ents/page';
import { courseGaps } from '@/utils/files/course-gaps';
import { send } from '@/utils/messages';
import { importFailureIn } from '@/utils/report/import-anomaly';
import { importFailureText } from '@/utils/report/import-failure';
import type { Companion, Told } from './companion';
import { likelyPeople } from './likely-people';
import { wizardPages } from './wizard-pages';

/** Follows the screens of one timetable import. */
export function wizardScreen({ name: platform }: Ent, _document: Document, told: Told): Companion {
  const pages = wizardPages();
  const people = likelyPeople(told.changed);
  let file: Pick<Facts, 'importFiles' | 'timetableFiles'> = {};
  let asked: string | undefined;
  let latest: string | undefined;
  let expected: Pick<Facts, 'expectedCourses'> = {};
  return {
    // The screen's facts, lists leafed through put together, and what is known besides.
    facts({ shown }) {
      if (shown.importFiles) {
        const { importFiles, timetableFiles } = shown;
        file = { importFiles, ...(timetableFiles && { timetableFiles }) };
      }
      latest = shown.latestImports?.items[0]?.date ?? latest;
      const gathered = asLatest(pages.gathered(shown), latest);
      // What the step of the school code said still holds at the next ones, as long as this page lives.
      const known = { ...(shown.wizardSteps && file), ...(shown.wizardRows && expected) };
      return { ...known, ...ofTheWizard(gathered), ...people.facts(gathered) };
    },
    view({ shown, school, title: step }) {
      const failure = importFailureIn(shown, { ...(school && { school }), platform, step });
      return {
        ...people.view(shown),
        ...(failure && { support: importFailureText(failure) }),
      };
    },
    look({ shown, school }) {
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
    derived(facts) {
      const gaps = courseGaps(facts);
      return gaps ? { ...facts, courseGaps: gaps } : facts;
    },
  };
}

/** Only what the wizard puts together: other companions add to the rest of the screen. */
function ofTheWizard({ wizardRows, wizardSubjects, importPeople, importRecaps }: Facts): Facts {
  return {
    ...(wizardRows && { wizardRows }),
    ...(wizardSubjects && { wizardSubjects }),
    ...(importPeople && { importPeople }),
    ...(importRecaps && { importRecaps }),
  };
}

/** The recap of the import that the history, earlier on this page, showed to be the last one. */
function asLatest(facts: Facts, latest: string | undefined): Facts {
  const { importRecaps } = facts;
  const isLatest = latest !== undefined && importRecaps?.items[0]?.date === latest;
  return importRecaps && isLatest ? { ...facts, importRecaps: { ...importRecaps, complete: true } } : facts;
}

function expectedFacts({ uai, courses }: KeptCourses): NonNullable<Facts['expectedCourses']> {
  const items = courses.map((course, index) => ({
    ...course,
    at: { in: 'file', file: uai, line: index + 1 } as const,
  }));
  return { items, complete: true };
}
