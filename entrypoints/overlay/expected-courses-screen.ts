import { isoDate, schoolYearOn } from '@/utils/core/context';
import type { KeptCourses } from '@/utils/core/timetable-facts';
import type { Ent } from '@/utils/ents/page';
import { courseListGaps } from '@/utils/files/course-list-gaps';
import { fileOfList } from '@/utils/files/kept-for-list';
import { send } from '@/utils/messages';
import type { Companion, Told } from './companion';

/** Compares « Administration des cours » with what the timetable files controlled on this computer should have given. */
export function expectedCoursesScreen(_ent: Ent, document: Document, told: Told): Companion {
  let files: readonly KeptCourses[] | undefined;
  return {
    facts({ shown: { courses } }) {
      const found = courses && files && fileOfList(files, courses.items);
      if (!courses || !found) return {};
      const year = schoolYearOn(isoDate(new Date()));
      const { kept, organisation } = found;
      const gaps = courseListGaps(kept.courses, { courses }, { year, ...(organisation && { organisation }) });
      return gaps ? { courseGaps: gaps } : {};
    },
    look({ shown }) {
      if (!shown.courses || files) return;
      files = [];
      send('courses/kept', { host: document.location.host }).then((kept) => {
        files = kept;
        if (kept.length > 0) told.changed();
      }, told.failed);
    },
  };
}
