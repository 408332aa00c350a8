import type { Classroom, Person } from './model';
import { accompanying, type Builder, day, teaching } from './people';
import { COLLEGE, LYCEE, SECTOR } from './structures';

const WORKS_ELSEWHERE = { structures: [COLLEGE.id, LYCEE.id], attachments: [LYCEE.id] };

/** People of the collège who look alike in the list and must not be treated alike; names of their own, drawn by no chance. */
export function plantCollegePeople(build: Builder, classes: readonly Classroom[]): void {
  pupils(build);
  accompanists(build);
  staff(build, classes);
  detachments(build);
  manualAccounts(build);
  namesakes(build);
}

function pupils(build: Builder): void {
  const waiting = build.person(COLLEGE, 'Student', 'NOUVEAU|Ilan', { birthDate: '2015-01-09' });
  build.plant('college', 'classless-pupil', waiting, 'review', 'New here, in no class yet.');
  const empty = build.classroom(COLLEGE, '6e SEGPA');
  build.plant('college', 'empty-class', empty, 'review', 'Nobody is in it yet.');
  const gone = build.person(COLLEGE, 'Student', 'DÉMÉNAGE|Lila', {
    birthDate: '2013-06-21',
    disappearanceDate: day(build, -40),
  });
  build.plant('college', 'pending-deletion', gone, 'review', 'Absent from the feed: pre-deleted soon.');
  build.plant('college', 'classless-pupil', gone, 'none', 'Leaving: no class is awaited.');
}

/** AESH of the PIAL, loaded in the collège as in every school of it. */
function accompanists(build: Builder): void {
  const others = SECTOR.slice(0, 6);
  const [first] = others;
  const structures = [COLLEGE.id, ...others.map(({ id }) => id)];
  const elsewhere = { structures, attachments: first ? [first.id] : [] };
  const away = build.person(COLLEGE, 'Personnel', 'AIDANT|Mehdi', {
    ...elsewhere,
    functions: others.map(accompanying),
  });
  build.plant('college', 'unplaced-aesh', away, 'violation', 'No function here, home school elsewhere.');
  const loaded = build.person(COLLEGE, 'Personnel', 'AIDANTE|Chloé', {
    ...elsewhere,
    functions: [COLLEGE, ...others].map(accompanying),
  });
  build.plant(
    'college',
    'unplaced-aesh',
    loaded,
    'review',
    'Loaded in the whole PIAL: only the school knows.',
  );
  const home = build.person(COLLEGE, 'Personnel', 'SOUTIEN|Awa', {
    structures,
    attachments: [COLLEGE.id],
    functions: [COLLEGE, ...others].map(accompanying),
  });
  build.plant('college', 'unplaced-aesh', home, 'none', 'Home school: must not be detached.');
}

function staff(build: Builder, classes: readonly Classroom[]): void {
  const librarian = build.person(COLLEGE, 'Teacher', 'LECTURE|Solène', {
    attachments: [COLLEGE.id],
    functions: [[COLLEGE.externalId, 'DOC', 'DOCUMENTATION', 'L0080', 'DOCUMENTATION']],
  });
  build.plant('college', 'home-school-teacher', librarian, 'none', 'Documentation needs no class.');
  build.plant('college', 'unclassed-teacher', librarian, 'none', 'Not asked in the second degré.');
  build.plant('college', 'teacher-outside-gar', librarian, 'none', 'The school chooses who is in the group.');
  const former = build.person(COLLEGE, 'Personnel', 'PRINCIPALE|Ancienne', {
    ...WORKS_ELSEWHERE,
    functions: [[LYCEE.externalId, 'DIR', 'DIRECTION', 'D0010', 'CHEF D ETABLISSEMENT']],
    administers: [COLLEGE.id],
  });
  build.plant(
    'college',
    'departed-teacher',
    former,
    'review',
    'Detaching her takes her administrator’s right.',
  );
  const unfunctioned = build.person(COLLEGE, 'Teacher', 'VACATAIRE|Rémi', {
    ...WORKS_ELSEWHERE,
    functions: [teaching(LYCEE)],
    classes: classes[12] ? [classes[12].id] : [],
  });
  build.plant('college', 'departed-teacher', unfunctioned, 'none', 'A class here.');
  const year = [...build.world.groups.values()].find(({ name }) => name.startsWith('Club théâtre'));
  const left = build.person(LYCEE, 'Teacher', 'RETIRÉ|Pascal', {
    source: 'AAF',
    attachments: [LYCEE.id],
    functions: [teaching(LYCEE)],
  });
  if (!year) return;
  year.members.push(left.id);
  build.plant(
    'college',
    'departed-group-member',
    year,
    'violation',
    'Somebody left and still gets the shares.',
  );
}

function detachments(build: Builder): void {
  const away = (name: string, here: boolean) =>
    build.person(LYCEE, 'Teacher', name, {
      source: 'AAF',
      attachments: [LYCEE.id],
      functions: [teaching(LYCEE), ...(here ? [teaching(COLLEGE)] : [])],
      removedFrom: [COLLEGE.externalId],
    });
  const rule = 'returning-detachment';
  build.plant('college', rule, away('RETOUR|Nina', true), 'review', 'The feed still lists her here.');
  build.plant('college', rule, away('LOINTAIN|Yves', false), 'none', 'Listed elsewhere only: stays away.');
}

function manualAccounts(build: Builder): void {
  const created = `${Number(build.world.date.slice(0, 4)) - 2}-10-05T08:00:00.000+00:00`;
  const old = build.person(COLLEGE, 'Guest', 'FCPE|Association', { source: 'MANUAL', created });
  build.plant('college', 'stale-manual-account', old, 'review', 'Activated: pre-deleted, with the delay.');
  const fresh = build.person(COLLEGE, 'Guest', 'INTERVENANTE|Théâtre', {
    source: 'MANUAL',
    created: new Date(day(build, 0)).toISOString().replace('Z', '+00:00'),
  });
  build.plant('college', 'stale-manual-account', fresh, 'none', 'Made today.');
  const imported = build.person(COLLEGE, 'Guest', 'MAIRIE|Restauration', { source: 'CSV', created });
  build.plant('college', 'stale-manual-account', imported, 'none', 'Made by a file, not by hand.');
}

/** Two parents of one name, and one parent twice. */
function namesakes(build: Builder): void {
  const twins = ['MOREAUX|Karine', 'MOREAUX|Karine'].map((name) => build.person(COLLEGE, 'Relative', name));
  for (const twin of twins)
    build.plant('college', 'duplicate-account', twin, 'none', 'Two people, as far as the platform knows.');
  const doubles: readonly Person[] = ['DOUBLET|Anaïs', 'DOUBLET|Anais'].map((name) =>
    build.person(COLLEGE, 'Relative', name),
  );
  for (const person of doubles) {
    for (const { id } of doubles) if (id !== person.id) person.duplicates.push({ of: id, score: 5 });
    build.plant('college', 'duplicate-account', person, 'violation', 'Blocking score.');
  }
}
