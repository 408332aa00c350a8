import { longYear, startingYear, yearIsEnding } from './calendar';
import { plantCollegePeople } from './college-people';
import type { Classroom, Person } from './model';
import { type Builder, day, family, teaching } from './people';
import { COLLEGE, LYCEE } from './structures';

const LEVELS = [
  ['6e', 11],
  ['5e', 12],
  ['4e', 13],
  ['3e', 14],
] as const;
const PUPILS_PER_CLASS = 29;

/** « Collège Rosa Bonheur »: some 2,500 accounts, fewer planted cases. */
export function plantCollege(build: Builder): void {
  const classes: Classroom[] = [];
  for (const [level, age] of LEVELS) {
    for (const letter of 'ABCDEFGH') {
      const classroom = build.classroom(COLLEGE, `${level}${letter}`);
      classes.push(classroom);
      for (let n = 0; n < PUPILS_PER_CLASS; n++) family(build, COLLEGE, classroom, age);
    }
  }
  placeNewPupils(build, classes);
  const teachers = Array.from({ length: 66 }, (_, index) => teacher(build, classes, index));
  for (let n = 0; n < 30; n++) staff(build, n);
  teachingGroups(build, teachers);
  plantTeachers(build, classes);
  plantGroups(build, teachers);
  plantCollegePeople(build, classes);
}

/** Pupils who came from the primary school before the classes existed. */
function placeNewPupils(build: Builder, classes: readonly Classroom[]): void {
  for (const person of build.world.people.values()) {
    const here = person.profile === 'Student' && person.structures.includes(COLLEGE.id);
    if (here && person.classes.length === 0 && classes[0]) person.classes.push(classes[0].id);
  }
}

function teacher(build: Builder, classes: readonly Classroom[], index: number): Person {
  const mine = [0, 1, 2, 3].map((step) => classes[(index * 3 + step * 5) % classes.length]);
  return build.person(COLLEGE, 'Teacher', build.freshName('Teacher'), {
    attachments: [COLLEGE.id],
    functions: [teaching(COLLEGE)],
    classes: mine.flatMap((classroom) => (classroom ? [classroom.id] : [])),
  });
}

function staff(build: Builder, index: number): void {
  const [code, label] = (
    [
      ['EDU', 'EDUCATION'],
      ['AED', "ASSISTANT D'EDUCATION"],
      ['ADF', 'PERSONNELS ADMINISTRATIFS'],
    ] as const
  )[index % 3] as readonly [string, string];
  build.person(COLLEGE, 'Personnel', build.freshName('Personnel'), {
    attachments: [COLLEGE.id],
    functions: [[COLLEGE.externalId, code, label, '-', 'SANS OBJET']],
  });
}

function teachingGroups(build: Builder, teachers: readonly Person[]): void {
  const pupils = [...build.world.people.values()].filter(
    (person) => person.profile === 'Student' && person.structures.includes(COLLEGE.id),
  );
  for (const [index, name] of ['LATIN 4e', 'LATIN 3e', 'ALL LV2 5e', 'CHORALE'].entries()) {
    const members = pupils.slice(index * 40, index * 40 + 24);
    const withTeacher = [...members, teachers[index]].filter((person) => person !== undefined);
    for (const person of withTeacher) person.teachingGroups.push(name);
    build.group(COLLEGE, name, withTeacher, { type: 'FunctionalGroup', filter: 'FunctionalGroup' });
  }
  build.group(COLLEGE, 'Discipline LETTRES MODERNES', teachers, {
    type: 'FunctionGroup',
    filter: 'Discipline',
  });
}

function plantTeachers(build: Builder, classes: readonly Classroom[]): void {
  const elsewhere = { structures: [COLLEGE.id, LYCEE.id], attachments: [LYCEE.id] };
  for (const name of ['PARTIE|Florence', 'MUTÉ|Gaël']) {
    const person = build.person(COLLEGE, 'Teacher', name, { ...elsewhere, functions: [teaching(LYCEE)] });
    build.plant(
      'college',
      'departed-teacher',
      person,
      'violation',
      'Linked here by hand, works at the lycée.',
    );
  }
  const shared = build.person(COLLEGE, 'Teacher', 'PARTAGÉE|Élodie', {
    ...elsewhere,
    functions: [teaching(LYCEE), teaching(COLLEGE)],
    classes: classes[4] ? [classes[4].id] : [],
  });
  build.plant('college', 'departed-teacher', shared, 'none', 'Function and class here.');
  const substitute = build.person(COLLEGE, 'Teacher', 'SUPPLÉANT|Karim', {
    structures: [COLLEGE.id, LYCEE.id],
    attachments: [COLLEGE.id],
    functions: [teaching(LYCEE)],
  });
  build.plant('college', 'departed-teacher', substitute, 'none', 'Home school: must not be detached.');
  build.plant(
    'college',
    'home-school-teacher',
    substitute,
    'review',
    'No class, but this is the home school.',
  );
  const barred = build.person(COLLEGE, 'Student', 'PRIVÉ|Sacha', {
    classes: classes[9] ? [classes[9].id] : [],
    birthDate: '2014-02-11',
    blocked: true,
  });
  build.plant('college', 'blocked-account', barred, 'review', 'In a class here, and cannot log in.');
  const leaver = build.person(COLLEGE, 'Teacher', build.freshName('Teacher'), {
    disappearanceDate: day(build, -10),
  });
  build.plant('college', 'pending-deletion', leaver, 'review', 'Absent from the feed: pre-deleted soon.');
  build.plant('college', 'departed-teacher', leaver, 'none', 'The feed already removes them.');
}

function plantGroups(build: Builder, teachers: readonly Person[]): void {
  const { world } = build;
  const year = startingYear(world.date);
  const thisYear = longYear(world.date, 0);
  const trip = build.group(COLLEGE, `Voyage Rome ${longYear(world.date, -2)}`, teachers.slice(0, 3));
  build.plant('college', 'past-year-group', trip, 'violation', 'A whole past school year.');
  const sport = build.group(COLLEGE, `UNSS ${year - 1}`, teachers.slice(4, 6));
  build.plant('college', 'past-year-group', sport, 'review', 'May be a year.');
  const council = build.group(COLLEGE, `Conseil d’administration ${thisYear}`, teachers.slice(7, 15));
  const verdict = yearIsEnding(world.date) ? 'review' : 'none';
  build.plant('college', 'past-year-group', council, verdict, 'This year.');
  const clubs = build.group(COLLEGE, 'Club théâtre', teachers.slice(16, 18));
  build.plant('college', 'undated-group', clubs, 'violation', 'No year in the name.');
  const empty = build.group(COLLEGE, `Tutorat ${thisYear}`, []);
  build.plant('college', 'empty-group', empty, 'violation', 'Nobody is in it.');
  build.plant('college', 'past-year-group', empty, verdict, 'This year.');
  const gar = build.group(COLLEGE, 'Resp Affect Gar', teachers.slice(0, 4));
  build.plant(
    'college',
    'unlocked-gar-group',
    gar,
    'violation',
    'Made by hand, so « Supprimer » is offered.',
  );
  build.plant('college', 'undated-group', gar, 'none', 'The GAR group.');
  build.plant('college', 'missing-gar-group', gar, 'none', 'It is there, made by hand.');
}
