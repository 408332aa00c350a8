import { contextOn, type School } from '@/utils/core/context';
import type { MilestoneDates } from '@/utils/core/milestones';
import type { Rule } from '@/utils/core/rule';
import type { Ent } from '@/utils/ents/page';
import { type DeletedUsers, deletedUsers } from './deleted-users';
import { type ImportScreen, importScreen } from './import-screen';
import { joinedScreens } from './joined-screens';
import type { Judgement, Memory } from './judge-screen';
import { liveReadings } from './live-readings';
import { type PeopleActions, peopleActions } from './people-actions';
import { newRecall } from './recall';
import { referenceScreen } from './reference-screen';
import { type Reporter, reporter } from './reporter';
import { type ScreenSteps, screenSteps } from './screen-steps';
import { selfEnrolments } from './self-enrolments';
import { timetableScreen } from './timetable-screen';
import { wizardScreen } from './wizard-screen';
import { yearPlans } from './year-plan';

interface TabMemoryOptions {
  /** The judgement that is drawn now. */
  seen(): Judgement;
  /** There is something new to judge and to draw. */
  changed(): void;
  /** A French sentence about something that could not be done. */
  notify(words: string): void;
}

/** What one tab knows beside what its screen shows, and who tells the background of it. */
export interface TabMemory extends Memory {
  imports: ImportScreen;
  deleted: DeletedUsers;
  people: PeopleActions;
  steps: ScreenSteps;
  report: Reporter;
}

/** The memory of one tab; nothing of it outlives the page. */
export function tabMemory(
  ent: Ent,
  rules: readonly Rule[],
  { seen, changed, notify }: TabMemoryOptions,
): TabMemory {
  const known = new Map<string, School>();
  const milestones = new Map<string, MilestoneDates>();
  const recall = newRecall();
  const report = reporter(ent, location.host, {
    problem: notify,
    known({ milestones: dates, ...school }) {
      known.set(school.id, school);
      if (dates) milestones.set(school.id, dates);
      changed();
    },
    recorded: () => steps.again(),
  });
  const steps = screenSteps(ent, changed);
  const told = { changed, failed: report.failed };
  const live = liveReadings(ent, {
    changed,
    async judged(reading, breathe) {
      const { facts, school, role } = reading;
      const dates = milestones.get(school.id);
      const context = contextOn(new Date(), {
        ent: ent.id,
        school,
        ...(role && { role }),
        ...(dates && { milestones: dates }),
      });
      report.finished(reading, await recall.prepare(rules, facts, context, breathe));
    },
  });
  const people = peopleActions(ent, { ...told, seen, notify });
  const timetables = timetableScreen(ent, document, told);
  return {
    rules,
    live,
    known,
    milestones,
    recall,
    report,
    people,
    steps,
    timetables,
    imports: joinedScreens(importScreen(ent, document, told), referenceScreen(told), timetables),
    year: yearPlans(ent.id, location.host, { ...told, school: () => seen().school }),
    wizard: wizardScreen(told),
    enrolments: selfEnrolments(ent, document, { ...told, school: () => seen().school }),
    deleted: deletedUsers(() => performance.now()),
    said: people.said,
  };
}
