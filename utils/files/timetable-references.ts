import type { ClassPart } from '@/utils/core/timetable-facts';
import type { RawLesson, RawStay, RawTimetable } from './timetable-raw';

/** Answers what the identifiers of a clear file stand for. What it doesn't hold is named by its identifier. */
export class References {
  /** Groups of each class, part and pupil: « C1 », « P10 », « E3 ». */
  private readonly groups = new Map<string, string[]>();
  private readonly homes = new Map<string, string | undefined>();
  private readonly weekLists = new Map<string, readonly number[]>();
  private readonly teacherNames = new Map<string, string>();

  constructor(private readonly raw: RawTimetable) {
    const classesOfPupils = this.classesOfListedPupils();
    for (const { ident, classes, parts, pupils } of raw.groups.values()) {
      for (const one of classes) this.addGroup(`C${one}`, ident);
      for (const one of parts) this.addGroup(`P${one}`, ident);
      for (const one of pupils) this.addGroup(`E${one}`, ident);
      const owners = new Set([
        ...classes,
        ...parts.map((part) => raw.parts.get(part)?.ofClass ?? ''),
        ...pupils.map((pupil) => classesOfPupils.get(pupil) ?? ''),
      ]);
      const [owner] = owners;
      this.homes.set(ident, owners.size === 1 && owner ? this.className(owner) : undefined);
    }
  }

  /** Identifiers of the groups that a pupil is in, by name, by class or by part of class. */
  groupsOf(pupil: string, classes: readonly string[], parts: readonly RawStay[]): string[] {
    const found = new Set(this.groups.get(`E${pupil}`));
    for (const ident of classes) for (const group of this.groups.get(`C${ident}`) ?? []) found.add(group);
    for (const { ident } of parts) for (const group of this.groups.get(`P${ident}`) ?? []) found.add(group);
    return [...found];
  }

  /** The class that holds all of these groups, when there is one. */
  homeOf(groups: readonly string[]): string | undefined {
    const homes = new Set(groups.map((group) => this.homes.get(group)));
    const [home] = homes;
    return homes.size === 1 ? home : undefined;
  }

  className(ident: string): string {
    return this.raw.classes.get(ident)?.name || unnamed(ident);
  }

  groupName(ident: string): string {
    return this.raw.groups.get(ident)?.name || unnamed(ident);
  }

  /** « NOM Prénom ». */
  teacherName(ident: string): string {
    const known = this.teacherNames.get(ident);
    if (known !== undefined) return known;
    const teacher = this.raw.teachers.get(ident);
    const name = teacher ? `${teacher.lastName} ${teacher.firstName}`.trim() : unnamed(ident);
    this.teacherNames.set(ident, name);
    return name;
  }

  part(ident: string): ClassPart {
    const part = this.raw.parts.get(ident);
    if (!part) return {};
    return { class: this.className(part.ofClass), ...(part.name && { name: part.name }) };
  }

  /** True when a lesson names something that the file doesn't hold. */
  isBroken({ subject, teachers, classes, groups, parts }: RawLesson): boolean {
    const { raw } = this;
    const lacks = (list: readonly string[], known: ReadonlyMap<string, unknown>) =>
      list.some((ident) => !known.has(ident));
    return (
      (subject !== undefined && !raw.subjects.has(subject)) ||
      lacks(teachers, raw.teachers) ||
      lacks(classes, raw.classes) ||
      lacks(groups, raw.groups) ||
      lacks(parts, raw.parts)
    );
  }

  /** Weeks of some masks together: 64 bits written in decimal, which no number of JavaScript holds. */
  weeks(masks: readonly string[]): readonly number[] | undefined {
    const whole = masks.filter((mask) => /^-?\d{1,20}$/.test(mask));
    if (whole.length === 0) return undefined;
    const key = whole.join('|');
    const known = this.weekLists.get(key);
    if (known) return known;
    const union = whole.reduce((sum, mask) => sum | BigInt.asUintN(64, BigInt(mask)), 0n);
    const weeks = Array.from({ length: 64 }, (_, week) => week).filter(
      (week) => (union >> BigInt(week)) & 1n,
    );
    this.weekLists.set(key, weeks);
    return weeks;
  }

  private addGroup(key: string, group: string): void {
    const list = this.groups.get(key);
    if (list) list.push(group);
    else this.groups.set(key, [group]);
  }

  private classesOfListedPupils(): Map<string, string> {
    const listed = new Set([...this.raw.groups.values()].flatMap(({ pupils }) => pupils));
    if (listed.size === 0) return new Map();
    const own = this.raw.pupils.filter(({ ident }) => listed.has(ident));
    return new Map(own.map(({ ident, classes }) => [ident, classes.at(-1)?.ident ?? '']));
  }
}

function unnamed(ident: string): string {
  return `(Id : ${ident})`;
}
