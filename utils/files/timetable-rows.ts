import type { Anchor, Facts } from '@/utils/core/facts';
import type {
  GroupShare,
  Lesson,
  TimetableClass,
  TimetablePerson,
  TimetablePupil,
} from '@/utils/core/timetable-facts';
import { fold } from '@/utils/matching/fold';
import { splitListedName } from './listed-name';
import { outcomeOf, readAudienceCell } from './timetable-audience';

/** What a column of EDT's lists can hold. */
export type ListField =
  | 'number'
  | 'subject'
  | 'subjectCode'
  | 'teacher'
  | 'teacherFirst'
  | 'audience'
  | 'day'
  | 'hour'
  | 'lastName'
  | 'firstName'
  | 'birthDate'
  | 'groups';

/** Cells of one row of a list of EDT, as typed. */
export type ListRow = ReadonlyMap<ListField, string>;

/** Names of the columns, folded and without spaces: those of exported files (facts itslearning §6.3), then those of screens. */
const COLUMNS: Record<ListField, string> = {
  number: 'numero n no num',
  subject: 'matlibelle matiere matieres libellematiere matierelibelle',
  subjectCode: 'matcode codematiere',
  teacher: 'profnom professeur professeurs prof enseignant enseignants nomprofesseur',
  teacherFirst: 'profprenom prenomprofesseur',
  audience: 'classe classes public classesgroupes classegroupe classesgroupesparties division divisions',
  day: 'jour',
  hour: 'hdebut heuredebut debut heure',
  lastName: 'nom',
  firstName: 'prenom',
  birthDate: 'datenaiss datenaissance neele nele datedenaissance',
  groups: 'groupes groupe',
};

const FIELDS = new Map(
  (Object.keys(COLUMNS) as ListField[]).flatMap((field) =>
    COLUMNS[field].split(' ').map((name) => [name, field] as const),
  ),
);

/** What a column holds, from its name in a file or on a screen; undefined for one that is not needed. */
export function listField(name: string): ListField | undefined {
  return FIELDS.get(fold(name).replaceAll(' ', ''));
}

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

  /** @param subjectUnknown the list has no column of subjects */
  addLesson(row: ListRow, at: Anchor, subjectUnknown = false): void {
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
      ...(subjectUnknown && { subjectUnknown }),
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

  /** Only the kinds that the rows spoke of: a list of lessons says nothing about who is in a group. */
  facts(): Facts {
    const listed = <T>(items: readonly T[]) => ({ items, complete: true });
    const withPupils = this.pupils.length > 0;
    const classes = [...this.classes].map(
      ([name, { at, pupils }]): TimetableClass => ({ at, name, ...(withPupils && { pupils }) }),
    );
    const groups = [...this.groups].map(([name, { at, shares }]) => ({
      at,
      name,
      linked: true,
      strayParts: 0,
      shares: [...shares].map(([ofClass, taken]) => this.share(ofClass, taken)).sort(byTaken),
    }));
    return {
      ...(classes.length > 0 && { timetableClasses: listed(classes) }),
      ...(this.lessons.length > 0 && { lessons: listed(this.lessons) }),
      ...(this.teachers.size > 0 && { timetableTeachers: listed([...this.teachers.values()]) }),
      ...(withPupils && { timetablePupils: listed(this.pupils) }),
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
