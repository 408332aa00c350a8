import type { ImportView } from '@/components/overlay/view';
import type { Facts } from '@/utils/core/facts';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import type { Ent } from '@/utils/ents/page';
import { courseGaps } from '@/utils/files/course-gaps';
import { send } from '@/utils/messages';
import { importFailureIn } from '@/utils/report/import-anomaly';
import { importFailureText } from '@/utils/report/import-failure';
import type { Companion, Told } from './companion';
import { likelyPeople } from './likely-people';
import { wizardMemory } from './wizard-memory';

/** Follows the screens of one timetable import. */
export function wizardScreen({ name: platform }: Ent, _document: Document, told: Told): Companion {
  const memory = wizardMemory(told);
  const people = likelyPeople(told.changed);
  let asked: string | undefined;
  let expected: Pick<Facts, 'expectedCourses'> = {};
  return {
    // The screen's facts, lists leafed through put together, and what is known besides.
    facts({ shown }) {
      const { facts: gathered, file } = memory.gathered(shown);
      // What the step of the school code said still holds at the next ones.
      const known = { ...(shown.wizardSteps && file), ...(shown.wizardRows && expected) };
      return { ...known, ...ofTheWizard(gathered), ...people.facts(gathered) };
    },
    view({ shown, school, title: step }) {
      const leafed = leafedView(memory.gathered(shown).facts);
      const failure = importFailureIn(shown, { ...(school && { school }), platform, step });
      return {
        ...(leafed && { import: leafed }),
        ...people.view(shown),
        ...(failure && { support: importFailureText(failure) }),
      };
    },
    look({ shown, school }) {
      people.look(shown);
      memory.look(shown);
      const uai = school?.uai ?? memory.gathered(shown).file.importFiles?.items[0]?.uai;
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

/** What is left to leaf through of a list that the wizard shows ten rows at a time. */
function leafedView({ wizardRows, importPeople }: Facts): ImportView | undefined {
  const { seen = 0, of = 0 } = (wizardRows ?? importPeople)?.read?.pages ?? {};
  if (seen >= of) return undefined;
  const read = seen > 1 ? `${seen} pages lues` : 'Une page lue';
  return {
    title: 'Lecture de l’étape',
    lines: [
      `${read} sur ${of} : parcourez les autres, ou affichez plus de lignes par page. Ce qui a été parcouru reste compté.`,
    ],
    problems: [],
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

function expectedFacts({ uai, courses }: KeptCourses): NonNullable<Facts['expectedCourses']> {
  const items = courses.map((course, index) => ({
    ...course,
    at: { in: 'file', file: uai, line: index + 1 } as const,
  }));
  return { items, complete: true };
}
