import { contextOn, type School } from '@/utils/core/context';
import type { MilestoneDates } from '@/utils/core/milestones';
import type { Rule } from '@/utils/core/rule';
import type { Ent } from '@/utils/ents/page';
import { whenTold } from '@/utils/open-pages';
import { companionsOf, type MakeCompanion } from './companion';
import { type DeletedUsers, deletedUsers } from './deleted-users';
import type { HoldDrags } from './hold-drags';
import type { Judgement, Memory } from './judge-screen';
import type { liveReadings } from './live-readings';
import { NO_READINGS } from './no-readings';
import { type PeopleActions, peopleActions } from './people-actions';
import { newRecall } from './recall';
import { type Reporter, reporter } from './reporter';
import type { schoolElsewhere } from './school-elsewhere';
import { screenSteps } from './screen-steps';
import { seasonBanner } from './season-banner';
import { type About, whereabouts } from './whereabouts';

/** What a family brings to its overlay beside its screens. */
export interface Kit {
  rules: readonly Rule[];
  companions: readonly MakeCompanion[];
  /** Missing where no school is read through the console's own calls: nobody then pays for it. */
  live?: typeof liveReadings;
  /** Missing where every screen names its school. */
  elsewhere?: typeof schoolElsewhere;
  /** Missing where no screen moves things by drag and drop. */
  drags?: HoldDrags;
}

interface TabMemoryOptions {
  /** The judgement that is drawn now. */
  seen(): Judgement;
  /** There is something new to judge and to draw. */
  changed(): void;
  /** A French sentence about something that could not be done. */
  notify(words: string): void;
  isOff: Memory['isOff'];
}

/** What one tab knows beside what its screen shows, and who tells the background of it. */
export interface TabMemory extends Memory {
  deleted: DeletedUsers;
  people: PeopleActions;
  report: Reporter;
  /** Follows no more what is said elsewhere. */
  stop(): void;
}

/** The memory of one tab; nothing of it outlives the page. */
export function tabMemory(ent: Ent, kit: Kit, { seen, changed, notify, isOff }: TabMemoryOptions): TabMemory {
  const known = new Map<string, School>();
  const milestones = new Map<string, MilestoneDates>();
  const about = new Map<string, About>();
  const recall = newRecall();
  const report = reporter(ent, location.host, {
    problem: notify,
    known({ milestones: dates, phase, several, lastLive, lastRead, ...school }) {
      // A school that no visit has named is answered without a name: there is nothing to know of it.
      if (school.name) known.set(school.id, school);
      const ages = { ...(lastLive && { lastLive }), ...(lastRead && { lastRead }) };
      about.set(school.id, { ...(phase && { phase }), ...(several && { several }), ...ages });
      if (dates) milestones.set(school.id, dates);
      changed();
    },
    recorded: () => companions.recorded(),
  });
  const live = (kit.live ?? (() => NO_READINGS))(ent, {
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
      report.finished(reading, await recall.prepare(kit.rules, facts, context, breathe));
    },
  });
  const told = { changed, failed: report.failed, school: () => seen().school, rules: () => kit.rules, live };
  const companions = companionsOf(
    [...kit.companions, screenSteps, seasonBanner, whereabouts(about, kit.elsewhere !== undefined)].map(
      (make) => make(ent, document, told),
    ),
  );
  const elsewhere = kit.elsewhere?.(ent.id, changed);
  const people = peopleActions(ent, { ...told, seen, notify });
  const stop = whenTold('yearSaidAt', () => {
    report.askAgain();
    companions.yearSaid();
    changed();
  });
  return {
    stop,
    // Asked for at each look: a rule may have been switched off since.
    get rules() {
      return kit.rules;
    },
    isOff,
    live,
    ...(elsewhere && { elsewhere }),
    known,
    milestones,
    recall,
    report,
    people,
    companions,
    deleted: deletedUsers(() => performance.now()),
    said: people.said,
    saidAt: people.saidAt,
  };
}
