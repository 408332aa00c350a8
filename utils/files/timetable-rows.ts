import type { Anchor, Facts } from '@/utils/core/facts';
import type {
  GroupShare,
  Lesson,
  TimetableClass,
  TimetablePerson,
  TimetablePupil,
} from '@/utils/core/timetable-facts';
import { splitListedName } from './listed-name';
import { outcomeOf, readAudienceCell } from './timetable-audience';
import type { ListField } from './timetable-columns';

/** Cells of one row of a list of EDT, as typed. */
export type ListRow = ReadonlyMap<ListField, string>;

/** Makes facts of the rows of a list of EDT: of lessons, or of pupils. */
export class ListReader {
  private readonly lessons: Lesson[] = [];
  private readonly pupils: TimetablePupil[] = [];
  private readonly teachers = new Map<string, TimetablePerson>();
  private readonly classes = new Map<string, { at: Anchor; pupils: number }>();
  private readonly groups = new Map<string, { at: Anchor; shares: Map<string, number> }>();

  get lessonCount(): number {
    return this.lessons.length;
  }

  get pupilCount(): number {
    return this.pupils.length;
  }

  addLesson(row: ListRow, at: Anchor): void {
    const subject = cell(row, 'subject') || cell(row, 'subjectCode');
    const attendance = readAudienceCell(cell(row, 'audience'));
    const { groups, classes, parts } = attendance;
    for (const name of [...classes, ...parts.map((part) => part.class ?? '')])
      if (name !== '' && !this.classes.has(name)) this.classes.set(name, { at, pupils: 0 });
    const teachers = this.teachersOf(row, at);
    const slot = [cell(row, 'day'), cell(row, 'hour')].filter((word) => word !== '').join(', ');
    this.lessons.push({
      at,
      subject,
      groups,
      classes,
      parts,
      ...outcomeOf(subject, attendance),
      teachers,
      ...(slot && { slot }),
    });
  }

  addPupil(row: ListRow, at: Anchor): void {
    const [lastName, firstName] = [cell(row, 'lastName'), cell(row, 'firstName')];
    if (lastName === '' && firstName === '') return;
    const birthDate = cell(row, 'birthDate');
    const { classes } = readAudienceCell(cell(row, 'audience'));
    const groups = cell(row, 'groups')
      .split(',')
      .map((name) => name.trim().replace(/^\[(.*)\]$/, '$1'))
      .filter((name) => name !== '');
    const [own = ''] = classes;
    if (own !== '') {
      const known = this.classes.get(own) ?? { at, pupils: 0 };
      known.pupils++;
      this.classes.set(own, known);
    }
    for (const name of groups) {
      const group = this.groups.get(name) ?? { at, shares: new Map<string, number>() };
      group.shares.set(own, (group.shares.get(own) ?? 0) + 1);
      this.groups.set(name, group);
    }
    this.pupils.push({ at, lastName, firstName, classes, groups, ...(birthDate && { birthDate }) });
  }

  /**
   * Only the kinds that the rows spoke of: a list of lessons says nothing about who is in a group. What no column gives is
   * not known, which is never the same as none.
   */
  facts(columns: ReadonlySet<ListField>): Facts {
    const listed = <T>(items: readonly T[], complete = true) => ({ items, complete });
    const withPupils = this.pupils.length > 0;
    const withLessons = this.lessons.length > 0;
    const withClasses = columns.has('audience');
    const withTeachers = columns.has('teacher');
    const noSubject = !(columns.has('subject') || columns.has('subjectCode'));
    const classes = [...this.classes].map(
      ([name, { at, pupils }]): TimetableClass => ({ at, name, ...(withPupils && { pupils }) }),
    );
    const groups = [...this.groups].map(([name, { at, shares }]) => ({
      at,
      name,
      linked: true,
      strayParts: 0,
      ...(withClasses && {
        shares: [...shares].map(([ofClass, taken]) => this.share(ofClass, taken)).sort(byTaken),
      }),
    }));
    const ofLesson = {
      ...(noSubject && { subjectUnknown: true as const }),
      ...(!withTeachers && { teachersUnknown: true as const }),
    };
    const ofPupil = {
      ...(!withClasses && { classesUnknown: true as const }),
      ...(!columns.has('groups') && { groupsUnknown: true as const }),
      ...(!columns.has('birthDate') && { birthDateUnknown: true as const }),
    };
    const arePupilsWhole = withClasses && columns.has('birthDate');
    return {
      ...(classes.length > 0 && { timetableClasses: listed(classes) }),
      ...(withLessons && {
        lessons: listed(this.lessons.map((lesson) => ({ ...lesson, ...ofLesson }))),
        timetableTeachers: listed([...this.teachers.values()], withTeachers),
      }),
      ...(withPupils && {
        timetablePupils: listed(
          this.pupils.map((pupil) => ({ ...pupil, ...ofPupil })),
          arePupilsWhole,
        ),
      }),
      ...(groups.length > 0 && { timetableGroups: listed(groups) }),
    };
  }

  private share(ofClass: string, taken: number): GroupShare {
    return { class: ofClass, taken, size: this.classes.get(ofClass)?.pupils ?? taken };
  }

  /** Several teachers of one lesson stand in one cell, separated by commas, in the same order as their first names. */
  private teachersOf(row: ListRow, at: Anchor): string[] {
    const names = (field: ListField) =>
      cell(row, field)
        .split(',')
        .map((name) => name.trim());
    const firsts = names('teacherFirst');
    return names('teacher').flatMap((lastName, n) => {
      if (lastName === '') return [];
      const firstName = firsts[n] ?? '';
      const name = `${lastName} ${firstName}`.trim();
      if (!this.teachers.has(name))
        this.teachers.set(name, {
          at,
          ...(firstName === ''
            ? (splitListedName(lastName) ?? { lastName, firstName, unsplit: true })
            : { lastName, firstName }),
        });
      return [name];
    });
  }
}

function byTaken(a: GroupShare, b: GroupShare): number {
  return b.taken - a.taken;
}

function cell(row: ListRow, field: ListField): string {
  return (row.get(field) ?? '').trim();
}
