import type { RuleResult } from '@/utils/core/audit';
import type { Facts } from '@/utils/core/facts';
import { readTimetable, type TimetableReading } from '@/utils/files/timetable';
import { readPastedList } from '@/utils/files/timetable-paste';
import { type Together, together } from '@/utils/files/timetable-together';
import { oversized } from '@/utils/files/xml-open';
import { fold } from '@/utils/matching/fold';
import { countsWithCuts } from '@/utils/report/file-figures';
import { findingsOf } from '@/utils/report/findings';
import { timetableSupportText } from '@/utils/report/timetable-support';
import { TIMETABLE_RULES } from '@/utils/rules/lists/timetable';
import { type JudgedTimetable, judgeTimetable } from '@/utils/timetable-judgement';
import { Desk } from '../desk';
import { detailedFindings, filterFindings } from '../findings-list';
import type { GivenFile, ListedFinding, Progress } from '../protocol';
import { LessonList } from './lesson-list';
import { accountClasses, PeopleList } from './people-list';
import type { JudgeContext, Judged, PageOf, Pages, Query, Source, TimetableRequests } from './protocol';
import { peopleWords, readWords } from './words';

const RULES = Object.values(TIMETABLE_RULES);

/** The timetable files that were given, read and judged. Knows no worker and no page. */
export class TimetableDesk {
  private files: { id: number; reading: TimetableReading }[] = [];
  private pasted: { id: number; reading: TimetableReading } | undefined;
  private next = 1;
  private readonly accounts = new Desk();
  private judged: JudgedTimetable | undefined;
  private findings: ListedFinding[] = [];
  private lessons = new LessonList([]);
  private people = new PeopleList({}, []);

  /** Reads files in place of those before; a pasted list stays. */
  read(given: readonly GivenFile[], today: string, progress: (progress: Progress) => void): Source[] {
    this.files = given.map((file) => {
      const tell = (share: number) =>
        progress({ what: `Lecture de ${file.name}`, done: Math.round(share * 100), total: 100 });
      tell(0);
      return { id: this.next++, reading: readOne(file, today, tell) };
    });
    return this.sources();
  }

  /** Reads a pasted list in place of the one before. */
  paste(text: string): Source[] {
    this.pasted = text === '' ? undefined : { id: this.next++, reading: readPastedList(text) };
    return this.sources();
  }

  /** Reads the accounts of the platform in place of those before. */
  readAccounts(
    { files, mappings }: TimetableRequests['accounts']['carries'],
    progress: (progress: Progress) => void,
  ): TimetableRequests['accounts']['gives'] {
    return this.accounts.read('reference', files, mappings, progress);
  }

  /** Judges all that was read. */
  async judge(context: JudgeContext, progress: (progress: Progress) => void): Promise<Judged> {
    progress({ what: 'Contrôle de l’emploi du temps', done: 0, total: 3 });
    const { facts: given, left } = this.together(context.school?.uai);
    const rosters = this.accounts.rosters('reference').map(({ roster }) => roster);
    const classes = accountClasses(rosters);
    const facts = classes ? { ...given, classes } : given;
    const { school, ...question } = context;
    this.judged = await judgeTimetable(facts, {
      ...question,
      ...(school && { school: { id: school.uai, ...school } }),
    });
    progress({ what: 'Cours que l’ENT créera', done: 1, total: 3 });
    const { results, courses, identifiers } = this.judged;
    const found = findingsOf(results, RULES);
    this.findings = detailedFindings(found, RULES, this.judged.facts, []);
    this.lessons = new LessonList(facts.lessons?.items ?? []);
    progress({ what: 'Rapprochement avec les comptes', done: 2, total: 3 });
    this.people = new PeopleList(facts, rosters);
    const counts = countsOf(facts);
    const file = facts.timetableFiles?.items[0];
    return {
      left,
      counts,
      outcomes: this.lessons.outcomes(),
      classes: classNames(facts),
      courses,
      people: this.people.counts,
      identifiers,
      unproven: [
        ...RULES.flatMap(({ id, title }) => (context.off?.includes(id) ? `${title} (éteint)` : [])),
        ...unprovenBy(results),
      ],
      ruleCounts: countsWithCuts(results, this.findings),
      holding: results.flatMap(({ rule, flags }) =>
        flags.some(({ holds, review }) => holds && !review) ? [rule] : [],
      ),
      support: timetableSupportText({
        ...(school && { school }),
        ...(file && { file }),
        read: readWords(counts),
        // Until the school of the import is said, nothing speaks against the file.
        findings: found.filter(({ rule, review }) => school || rule !== 'wrong-school-file' || !review),
        rules: RULES,
        people: peopleWords(this.people.counts),
      }),
    };
  }

  /** One page of each list. */
  list({ findings, lessons, courses, people }: Query): Pages {
    const noFilter = { text: '', profile: '', verdict: '', className: '' } as const;
    return {
      findings: filterFindings(this.findings, noFilter, findings),
      lessons: this.lessons.page(lessons),
      courses: coursePage(this.judged?.courses ?? [], courses),
      people: this.people.page(people),
    };
  }

  private sources(): Source[] {
    const all = [...this.files, ...(this.pasted ? [this.pasted] : [])];
    return all.map(({ id, reading: { file, kind, facts, problems, unknowable, parts } }) => {
      const envelope = facts.timetableFiles?.items[0];
      return {
        id,
        file,
        ...(kind && { kind }),
        problems,
        unknowable,
        ...(envelope && { envelope }),
        ...(parts && { parts }),
      };
    });
  }

  private together(uai?: string): Together {
    const all = [...this.files, ...(this.pasted ? [this.pasted] : [])];
    return together(
      all.map(({ reading }) => reading),
      uai,
    );
  }
}

/** A file above the limit crosses without its bytes: its size is enough to refuse it. */
function readOne(
  { name, size, bytes }: GivenFile,
  today: string,
  progress: (share: number) => void,
): TimetableReading {
  if (bytes) return readTimetable(name, new Uint8Array(bytes), { today, progress });
  const large = oversized(name, size);
  return { file: name, facts: {}, problems: large ? [large] : [], unknowable: [] };
}

function countsOf(facts: Facts): Judged['counts'] {
  return {
    lessons: facts.lessons?.items.length ?? 0,
    classes: facts.timetableClasses?.items.length ?? 0,
    groups: facts.timetableGroups?.items.length ?? 0,
    pupils: facts.timetablePupils?.items.length ?? 0,
    teachers: facts.timetableTeachers?.items.length ?? 0,
  };
}

function classNames({ timetableClasses }: Facts): string[] {
  const names = new Set(timetableClasses?.items.map(({ name }) => name));
  return [...names].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}

function coursePage(
  courses: Judged['courses'],
  { text, limit }: Query['courses'],
): PageOf<Judged['courses'][number]> {
  const wanted = fold(text).split(' ').filter(Boolean);
  const found = courses.filter(({ name }) => wanted.every((word) => fold(name).includes(word)));
  return { items: found.slice(0, limit), matching: found.length, total: courses.length };
}

/** A rule that failed, or that found nothing in a list of which only a part was read, has not passed. */
function unprovenBy(results: readonly RuleResult[]): string[] {
  const silent = results.filter(
    ({ outcome, flags }) => outcome === 'error' || (outcome === 'review' && flags.length === 0),
  );
  return silent.flatMap(({ rule }) => RULES.find(({ id }) => id === rule)?.title ?? []);
}
