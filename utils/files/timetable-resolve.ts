import type { Anchor, Facts } from '@/utils/core/facts';
import type {
  GroupShare,
  Lesson,
  TimetableGroup,
  TimetablePerson,
  TimetablePupil,
} from '@/utils/core/timetable-facts';
import { counted, type FileProblem, quoted } from './problem';
import { outcomeOf } from './timetable-audience';
import type { RawLesson, RawPerson, RawPupil, RawStay, RawTimetable, Spot } from './timetable-raw';
import { References } from './timetable-references';

/** Facts of a clear file, and what is odd about it. */
export interface Resolved {
  facts: Facts;
  problems: FileProblem[];
}

/** How long after the first day of a year pupils still enter with it, in days. */
const FIRST_DAYS = 14;

/** Who counts on a day: those whose stay covers it, or the nearest day on which there is school. */
function presenceOn({ year }: RawTimetable, today?: string): (stay: RawStay) => boolean {
  if (today === undefined || (year && today < year.from)) {
    const first = year?.from ?? '';
    const latest = today !== undefined && year ? daysAfter(year.from, FIRST_DAYS) : undefined;
    return ({ from, to }) => !(to && to < first) && !(latest && from && from > latest);
  }
  const day = year && today > year.to ? year.to : today;
  return ({ from, to }) => !(to && to < day) && !(from && from > day);
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const DAYS = ['', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/**
 * Follows the references of a clear file and gives its facts.
 * @param today ISO date: stays that ended before or begin after it are not counted; without it, those of the year are.
 * Before its year a file is that of the return to school, and after it that of its last day (source 001 has it imported from
 * the end of August, when every stay is still to begin).
 */
export function resolveTimetable(file: string, raw: RawTimetable, today?: string): Resolved {
  const at = ({ line, column }: Spot): Anchor => ({ in: 'file', file, line, column });
  const references = new References(raw);
  const shares = new Map<string, Map<string, number>>();
  const sizes = new Map<string, number>();
  const isPresent = presenceOn(raw, today);
  const pupilOf = (pupil: RawPupil): TimetablePupil => {
    const idents = pupil.classes.filter(isPresent).map(({ ident }) => ident);
    const groups = references.groupsOf(pupil.ident, idents, pupil.parts.filter(isPresent));
    const classes = idents.map((ident) => references.className(ident));
    const [own = ''] = classes;
    sizes.set(own, (sizes.get(own) ?? 0) + 1);
    for (const group of groups) {
      const share = shares.get(group) ?? new Map<string, number>();
      share.set(own, (share.get(own) ?? 0) + 1);
      shares.set(group, share);
    }
    const leftOn = pupil.classes
      .map(({ to }) => to ?? '')
      .sort()
      .at(-1);
    return {
      ...person(pupil, at(pupil)),
      classes,
      groups: groups.map((ident) => raw.groups.get(ident)?.name ?? ''),
      ...(leftOn && { leftOn }),
    };
  };
  const timetablePupils = raw.pupils.map(pupilOf);
  const timetableTeachers = [...raw.teachers.values()].map((teacher) => person(teacher, at(teacher)));
  const timetableGroups = [...raw.groups.values()].map((group): TimetableGroup => {
    const { name, classes, parts, pupils } = group;
    const linked = classes.length + parts.length + pupils.length > 0;
    const strayParts = parts.filter((part) => !raw.parts.has(part)).length;
    const share = raw.pupils.length > 0 && sharesOf(shares.get(group.ident), sizes);
    return { at: at(group), name, linked, strayParts, ...(share && { shares: share }) };
  });
  const lessons = raw.lessons.map((lesson) => lessonOf(lesson, at(lesson), raw, references));
  const timetableClasses = [...raw.classes.values()].map(({ name, ...spot }) => ({
    at: at(spot),
    name,
    ...(raw.pupils.length > 0 && { pupils: sizes.get(name) ?? 0 }),
  }));
  const [identified, ...others] = [...timetablePupils, ...timetableTeachers].filter(({ idpn }) => idpn);
  const listed = <T>(items: readonly T[]) => ({ items, complete: true });
  return {
    facts: {
      lessons: listed(lessons),
      timetableClasses: listed(timetableClasses),
      timetableGroups: listed(timetableGroups),
      timetablePupils: listed(timetablePupils),
      timetableTeachers: listed(timetableTeachers),
      ...(identified && {
        timetableIdentifiers: listed([{ at: identified.at, people: others.length + 1 }]),
      }),
    },
    problems: [
      ...unidentified(file, raw),
      ...brokenReferences(file, raw, references),
      ...severalSchools(file, raw),
    ],
  };
}

function person({ lastName, firstName, birthDate, idpn }: RawPerson, at: Anchor): TimetablePerson {
  return { at, lastName, firstName, ...(birthDate && { birthDate }), ...(idpn && { idpn }) };
}

function sharesOf(
  share: ReadonlyMap<string, number> | undefined,
  sizes: ReadonlyMap<string, number>,
): GroupShare[] {
  const shares = [...(share ?? [])].map(([name, taken]) => ({
    class: name,
    taken,
    size: sizes.get(name) ?? taken,
  }));
  return shares.sort((a, b) => b.taken - a.taken || (a.class < b.class ? -1 : 1));
}

function lessonOf(lesson: RawLesson, at: Anchor, raw: RawTimetable, references: References): Lesson {
  const subject = raw.subjects.get(lesson.subject ?? '') ?? '';
  const homeClass = references.homeOf(lesson.groups);
  const attendance = {
    groups: lesson.groups.map((ident) => references.groupName(ident)),
    classes: lesson.classes.map((ident) => references.className(ident)),
    parts: lesson.parts.map((ident) => references.part(ident)),
  };
  const day = DAYS[Number(lesson.day)] ?? '';
  const slot = [day, raw.hours.get(lesson.place ?? '') ?? ''].filter((word) => word !== '').join(', ');
  const weeks = references.weeks(lesson.masks);
  return {
    at,
    subject,
    ...attendance,
    ...outcomeOf(subject, { ...attendance, ...(homeClass !== undefined && { homeClass }) }),
    teachers: lesson.teachers.map((ident) => references.teacherName(ident)),
    ...(slot && { slot }),
    ...(weeks && { weeks }),
  };
}

/** What bears no identifier cannot be told from the others: its lessons would be those of the last one. */
function unidentified(file: string, raw: RawTimetable): FileProblem[] {
  return [...raw.unidentified].map(([what, { count, line, column }]) => ({
    code: 'no-identifier',
    file,
    line,
    column,
    message: `Sans identifiant (${quoted('Ident')}) dans le fichier, rien ne peut leur être rattaché${COLON}${count.toLocaleString('fr-FR')} ${what}.`,
    advice:
      'Le fichier a sans doute été retouché. Refaites l’export depuis EDT ou PRONOTE, sans le modifier.',
    fatal: false,
  }));
}

/** Lessons that name what the file doesn't hold: it was cut by hand, or made for some classes only. */
function brokenReferences(file: string, raw: RawTimetable, references: References): FileProblem[] {
  const broken = raw.lessons.filter((lesson) => references.isBroken(lesson));
  const [first] = broken;
  if (!first) return [];
  const { line, column } = first;
  return [
    {
      code: 'unknown-reference',
      file,
      line,
      column,
      message: `${counted(broken.length, 'séance désigne', 'séances désignent')} une classe, un groupe, une matière ou un enseignant absent du fichier.`,
      advice:
        'L’export a sans doute été fait pour une partie des classes. Refaites-le avec toutes les données visibles.',
      fatal: false,
    },
  ];
}

/** Pupils of several schools in one file: right for a « cité scolaire », wrong for anything else. */
function severalSchools(file: string, raw: RawTimetable): FileProblem[] {
  const schools = new Map<string, RawPupil>();
  for (const pupil of raw.pupils)
    if (pupil.school && !schools.has(pupil.school)) schools.set(pupil.school, pupil);
  const second = [...schools.values()][1];
  if (!second) return [];
  const { line, column } = second;
  return [
    {
      code: 'two-schools',
      file,
      line,
      column,
      message: `Ce fichier contient des élèves de ${counted(schools.size, 'établissement')}${COLON}${[...schools.keys()].slice(0, 5).map(quoted).join(', ')}.`,
      advice: `Pour une cité scolaire réunie dans l’ENT, c’est normal. Sinon, cochez ${quoted('Un répertoire par établissement')} à l’export, et importez chaque fichier dans son établissement.`,
      fatal: false,
    },
  ];
}

const COLON = '\u00A0: ';
