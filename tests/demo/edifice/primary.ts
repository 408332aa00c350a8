import type { Classroom, Person } from './model';
import { type Builder, day, family, teaching } from './people';
import { plantAccompanists } from './primary-accompanists';
import { plantGroups } from './primary-groups';
import { plantTeachers } from './primary-teachers';
import { COLLEGE, PAPILLONS, SECTOR } from './structures';

const CLASSES: readonly (readonly [string, number])[] = [
  ['PS', 3],
  ['PS-MS', 4],
  ['GS', 5],
  ['CP A', 6],
  ['CP B', 6],
  ['CE1', 7],
  ['CE2', 8],
  ['CE2-CM1', 8],
  ['CM1', 9],
  ['CM2', 10],
];
const PUPILS_PER_CLASS = 23;
const WAITING = 'Not switched over in ONDE yet: wait, do nothing.';

/** « Ecole Les Papillons »: some 650 accounts, and most of the planted cases. */
export function plantPrimary(build: Builder): void {
  const director = build.person(PAPILLONS, 'Personnel', 'VASSEUR|Claire', {
    attachments: [PAPILLONS.id],
    functions: [[PAPILLONS.externalId, 'DIR', 'DIRECTION', 'D0010', 'DIRECTION ECOLE']],
    administers: [PAPILLONS.id, COLLEGE.id, '7d1f0c52-31ab-4c07-a5be-90d3e1a40003'],
  });
  build.world.admin = director.id;

  const classes: Classroom[] = [];
  const teachers: Person[] = [];
  for (const [level, age] of CLASSES) {
    const name = build.freshName('Teacher');
    const classroom = build.classroom(PAPILLONS, `${level} - ${name.split('|')[0]}`);
    classes.push(classroom);
    teachers.push(
      build.person(PAPILLONS, 'Teacher', name, {
        attachments: [PAPILLONS.id],
        functions: [teaching(PAPILLONS)],
        classes: [classroom.id],
      }),
    );
    for (let n = 0; n < PUPILS_PER_CLASS; n++) family(build, PAPILLONS, classroom, age);
  }
  oddNames(build, classes);
  waitingPupils(build);
  leavers(build);
  manualAccounts(build);
  teachers.push(...plantTeachers(build, classes, teachers));
  plantAccompanists(build, classes);
  plantGroups(build, director, teachers);
}

/** Names that a screen, a file or a regular expression may stumble on; nothing is wrong with these people. */
function oddNames(build: Builder, classes: readonly Classroom[]): void {
  const odd = [
    "O'BRIEN|Maëlys",
    'D’HAUTEFEUILLE|Anne-Lise',
    'LE "GRAND"|Jean',
    'N’DIAYE|Aïssatou',
    'العلوي|سلمى',
    'ROY|Zoé 🌻',
    '<b>GRAS</b>|Tom & Léo',
    'DE LA TOUR D’AUVERGNE-LAURAGUAIS DU PLESSIS-BELLIÈRE|Marie-Charlotte Éléonore',
    'LEMAIRE|Jade',
    'LEMAIRE|Jade',
  ];
  for (const [index, name] of odd.entries()) {
    const classroom = classes[index % classes.length];
    build.person(PAPILLONS, 'Student', name, {
      classes: classroom ? [classroom.id] : [],
      birthDate: '2017-05-04',
    });
  }
  for (const name of ['LEMAIRE|Sophie', 'LEMAIRE|Sophie', 'ROY|Nadège'])
    build.person(PAPILLONS, 'Relative', name);
}

function waitingPupils(build: Builder): void {
  for (const level of ['TPS', 'ULIS école']) {
    const classroom = build.classroom(PAPILLONS, level);
    build.plant('papillons', 'empty-class', classroom, 'review', WAITING);
  }
  for (let n = 0; n < 3; n++) {
    const pupil = build.person(PAPILLONS, 'Student', build.freshName('Student'), {
      birthDate: '2020-03-0'.concat(String(n + 1)),
    });
    build.plant('papillons', 'classless-pupil', pupil, 'review', WAITING);
  }
}

/** Accounts on their way out, by the feed or by hand. */
function leavers(build: Builder): void {
  for (let n = 0; n < 4; n++) {
    const profile = n % 2 === 0 ? 'Student' : 'Relative';
    const person = build.person(PAPILLONS, profile, build.freshName(profile), {
      disappearanceDate: day(build, -80 + n * 20),
    });
    build.plant('papillons', 'pending-deletion', person, 'review', 'Absent from the feed: pre-deleted soon.');
    if (profile === 'Student')
      build.plant('papillons', 'classless-pupil', person, 'none', 'Leaving: no class is awaited.');
  }
  for (let n = 0; n < 3; n++) {
    const person = build.person(PAPILLONS, 'Student', build.freshName('Student'), {
      structures: [],
      formerly: [PAPILLONS.id],
      deleteDate: day(build, -85 + n * 40),
      disappearanceDate: day(build, -180 + n * 40),
    });
    build.plant(
      'papillons',
      'pending-deletion',
      person,
      'review',
      'Pre-deleted: erased at the end of the delay.',
    );
    build.plant('papillons', 'classless-pupil', person, 'none', 'Pre-deleted: in no class any more.');
  }
}

/** Accounts made by hand; a person must say whether they still serve. */
function manualAccounts(build: Builder): void {
  const old = {
    source: 'MANUAL',
    created: `${Number(build.world.date.slice(0, 4)) - 3}-10-12T08:00:00.000+00:00`,
  };
  const never = { ...old, code: 'a1b2c3d4' };
  const accounts = [
    build.person(PAPILLONS, 'Guest', 'ASSOCIATION|Parents', old),
    build.person(PAPILLONS, 'Guest', 'PISCINE|Intervenante', never),
    build.person(PAPILLONS, 'Guest', 'MUSIQUE 🎵|Intervenant', never),
    build.person(PAPILLONS, 'Relative', build.freshName('Relative'), old),
    build.person(PAPILLONS, 'Personnel', build.freshName('Personnel'), never),
    build.person(PAPILLONS, 'Guest', 'MAIRIE|Service scolaire', {
      ...old,
      source: 'CLASS_PARAM',
      blocked: true,
    }),
  ];
  for (const account of accounts) {
    const what = account.code
      ? 'Never activated: erased at once.'
      : 'Activated: pre-deleted, with the delay.';
    build.plant('papillons', 'stale-manual-account', account, 'review', what);
  }
  const mairie = accounts.at(-1);
  if (mairie)
    build.plant('papillons', 'blocked-account', mairie, 'none', 'Blocked, and tied to nothing here.');
  const recent = build.person(PAPILLONS, 'Guest', 'STAGIAIRE|Léonie', {
    source: 'MANUAL',
    created: new Date(day(build, 0)).toISOString().replace('Z', '+00:00'),
  });
  build.plant('papillons', 'stale-manual-account', recent, 'none', 'Made today.');
  build.person(SECTOR[0], 'Guest', 'VOISIN|Invité', old);
}
