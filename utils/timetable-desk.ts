import { LOST, takeUpload } from './import-desk';
import { loadLastTimetable, saveKeptCourses, saveLastTimetable } from './store/timetables';
import { controlTimetable } from './timetable-control';
import type { SentTimetable, TimetableControl, TimetableRequest } from './timetable-messages';

/** Controls the timetable file that a frame has carried, with what this computer remembers of the school. Never throws. */
export async function controlTimetableOf(
  request: TimetableRequest,
  tab: number,
  frame: number,
  salt: () => Promise<string>,
): Promise<TimetableControl> {
  const [file] = takeUpload(tab, frame, request.upload, 1) ?? [];
  if (!file) return { kind: 'failed', says: LOST };
  return controlTimetable(file, request, { last: loadLastTimetable, salt }, new Date());
}

/** Keeps what is to be remembered of a file whose import was sent. @throws {StorageProblem} */
export async function rememberTimetable({ last, courses }: SentTimetable): Promise<void> {
  await saveLastTimetable(last);
  if (courses) await saveKeptCourses({ uai: last.uai, at: last.at, courses });
}
