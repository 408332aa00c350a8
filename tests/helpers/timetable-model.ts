import { generateSchool, type Pupil, type School } from './generate-school';
import { type Random, randomFrom } from './random';

/** A part of a class, as EDT calls it: « <4 A> <LATIN> LAT ». */
export interface PartModel {
  ident: number;
  className: string;
  partition: string;
  name: string;
}

export interface GroupModel {
  ident: number;
  name: string;
  classes: readonly string[];
  parts: readonly PartModel[];
}

export interface PupilModel {
  lastName: string;
  firstName: string;
  /** `31/12/2014`. */
  birthDate: string;
  idpn?: string;
  className?: string;
  parts: PartModel[];
  /** ISO date on which the class was left; the end of the year when absent. */
  leftOn?: string;
}

export interface TeacherModel {
  ident: number;
  lastName: string;
  firstName: string;
  birthDate?: string;
  idpn: string;
}

export interface LessonModel {
  subject: string;
  teachers: readonly TeacherModel[];
  classes: readonly string[];
  groups: readonly GroupModel[];
  parts: readonly PartModel[];
  /** 1 is Monday. */
  day: number;
  place: number;
}

/** An invented school's timetable, and the faults planted in it: subjects of the flags that each rule must give. */
export interface TimetableModel {
  school: School;
  startsIn: number;
  classes: readonly string[];
  parts: readonly PartModel[];
  groups: readonly GroupModel[];
  pupils: readonly PupilModel[];
  teachers: readonly TeacherModel[];
  lessons: readonly LessonModel[];
  planted: Readonly<Record<string, readonly string[]>>;
}

export const SUBJECTS = [
  'FRANCAIS',
  'MATHEMATIQUES',
  'HISTOIRE-GEOGRAPHIE',
  'ANGLAIS LV1',
  'SCIENCES VIE & TERRE',
  'TECHNOLOGIE',
  'ARTS PLASTIQUES',
  'EDUCATION MUSICALE',
];

const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Invents the timetable of a school; `faults: false` plants none. The same seed gives the same timetable. */
export function timetableModel(
  seed: number,
  { pupils: size = 600, faults = true, startsIn = 2026 } = {},
): TimetableModel {
  const random = randomFrom(seed ^ 0x7a);
  const school = generateSchool(seed, { pupils: size, startsIn });
  const builder = new Builder(random, school);
  builder.ordinaryYear();
  if (faults) builder.plant();
  const { parts, groups, pupils, teachers, lessons, classes, planted } = builder;
  return { school, startsIn, classes, parts, groups, pupils, teachers, lessons, planted };
}

class Builder {
  readonly parts: PartModel[] = [];
  readonly groups: GroupModel[] = [];
  readonly pupils: PupilModel[];
  readonly teachers: TeacherModel[];
  readonly lessons: LessonModel[] = [];
  readonly classes: string[];
  readonly planted: Record<string, string[]> = {};
  private slot = 0;

  constructor(
    private readonly random: Random,
    school: School,
  ) {
    this.pupils = school.pupils.map((pupil) => this.pupil(pupil));
    this.classes = [...new Set(school.pupils.map(({ className }) => className))].sort();
    this.teachers = school.teachers.map(({ lastName, firstName }, n) => ({
      ident: n + 1,
      lastName,
      firstName,
      idpn: this.idpn(),
    }));
  }

  /** Every class has its subjects; neighbouring classes share a language group; each class is halved for sciences. */
  ordinaryYear(): void {
    for (const className of this.classes) {
      for (const subject of SUBJECTS) {
        const teachers = [this.random.pick(this.teachers)];
        for (let n = 0; n < 2; n++) this.lesson(subject, { teachers, classes: [className] });
      }
      const [half] = this.cut(className, 'SVT', ['G1', 'G2']);
      if (half) {
        const group = this.group(`${className} SVT 1`, [], [half]);
        this.lesson('SCIENCES VIE & TERRE', { groups: [group] });
      }
    }
    for (let n = 0; n + 1 < this.classes.length; n += 2) {
      const pair = this.classes.slice(n, n + 2);
      const parts = pair.flatMap((className) => this.cut(className, 'LV2', ['ESP', 'ALL']).slice(0, 1));
      const group = this.group(`${pair.join('').replaceAll(' ', '')}ESP`, [], parts);
      this.lesson('ESPAGNOL LV2', { groups: [group] });
      // A class and a part of another, as guide 001 asks for ULIS pupils.
      this.lesson('VIE DE CLASSE', { classes: pair.slice(0, 1), parts: parts.slice(1) });
    }
  }

  /** One or more of each fault that the guides and the format warn of. */
  plant(): void {
    const [a = '', b = '', c = ''] = this.classes;
    const [latin] = this.cut(a, 'LATIN', ['LAT', 'SANS']);
    if (latin) {
      this.lesson('LCA LATIN', { parts: [latin] });
      this.lesson('LCA LATIN', { parts: [latin] });
      this.expect('part-only-lesson', `LCA LATIN - ${a}`);
    }
    this.lesson('CONCERTATION', {});
    this.expect('audienceless-lesson', 'CONCERTATION');
    this.lesson('EPS', { classes: [a, b] });
    this.expect('multi-class-lesson', `EPS - ${a} et ${b}`);
    this.lesson('CHORALE', { groups: [this.group('CHORALE VIDE', [], [])] });
    this.expect('memberless-group', 'CHORALE VIDE');
    this.lesson('DEVOIRS FAITS', { classes: [c], teachers: [] });
    this.expect('teacherless-lesson', `DEVOIRS FAITS - ${c}`);
    this.plantUlis(b);
    this.plantPeople();
  }

  private plantUlis(className: string): void {
    const members = this.pupils.filter((pupil) => pupil.className === this.classes.at(-1)).slice(0, 3);
    this.classes.push('ULIS');
    for (const [n, pupil] of members.entries()) {
      pupil.className = 'ULIS';
      pupil.parts.length = 0;
      const part = this.part('ULIS', 'INCLUSION', `P${n + 1}`);
      pupil.parts.push(part);
      if (n === 2) continue;
      const group = this.group(`${className} ULIS ${n + 1}`, [className], [part]);
      this.lesson('TECHNOLOGIE', { groups: [group] });
      this.expect('pupil-and-class-group', group.name);
    }
  }

  private plantPeople(): void {
    const [first, second, third, fourth] = this.pupils;
    if (!first || !second || !third || !fourth) throw new Error('A school of nobody.');
    const { idpn: _, ...anonymous } = second;
    this.pupils.push({ ...first, parts: [], idpn: this.idpn() }, { ...anonymous, parts: [] });
    this.expect('double-idpn', nameOf(first));
    this.expect('homonym', nameOf(second));
    const former = { birthDate: '12/03/2010', parts: [] };
    this.pupils.push({ ...former, lastName: 'ANCIEN', firstName: 'Lou', idpn: this.idpn() });
    const { className = '' } = third;
    this.pupils.push({ ...former, lastName: 'SORTANT', firstName: 'Zoé', className, leftOn: '2026-07-04' });
    this.expect('past-year-pupil', 'ANCIEN Lou', 'SORTANT Zoé');
    const [teacher] = this.teachers;
    if (!teacher) throw new Error('A school without teachers.');
    teacher.birthDate = '1980-05-02';
    const twin = { ...teacher, ident: this.teachers.length + 1, idpn: this.idpn(), birthDate: '1991-11-30' };
    this.teachers.push(twin);
    this.expect('homonym', nameOf(teacher));
  }

  private expect(rule: string, ...subjects: string[]): void {
    this.planted[rule] = [...(this.planted[rule] ?? []), ...subjects];
  }

  private lesson(subject: string, what: Partial<LessonModel>): void {
    this.slot = (this.slot + 1) % 45;
    const when = { day: 1 + (this.slot % 5), place: Math.floor(this.slot / 5) };
    const teachers = [this.random.pick(this.teachers)];
    this.lessons.push({ subject, teachers, classes: [], groups: [], parts: [], ...when, ...what });
  }

  private group(name: string, classes: readonly string[], parts: readonly PartModel[]): GroupModel {
    const group = { ident: this.groups.length + 1, name, classes, parts };
    this.groups.push(group);
    return group;
  }

  private part(className: string, partition: string, name: string): PartModel {
    const part = { ident: 1000 + this.parts.length, className, partition, name };
    this.parts.push(part);
    return part;
  }

  /** Cuts a class in parts of about the same size. */
  private cut(className: string, partition: string, names: readonly string[]): PartModel[] {
    const parts = names.map((name) => this.part(className, partition, name));
    const members = this.pupils.filter((pupil) => pupil.className === className);
    for (const [n, pupil] of members.entries()) {
      const part = parts[n % parts.length];
      if (part) pupil.parts.push(part);
    }
    return parts;
  }

  private pupil({ lastName, firstName, birthDate, className }: Pupil): PupilModel {
    return { lastName, firstName, birthDate, className, idpn: this.idpn(), parts: [] };
  }

  private idpn(): string {
    return Array.from({ length: 16 }, () => SIGNS[this.random.below(SIGNS.length)]).join('');
  }
}

/** « NOM Prénom ». */
export function nameOf({ lastName, firstName }: { lastName: string; firstName: string }): string {
  return `${lastName} ${firstName}`;
}
