import type { Classroom, Person } from './model';
import { type Builder, day, teaching } from './people';
import { CURIE, FERRY, FONTAINE, PAPILLONS } from './structures';

/**
 * Teachers of the primary school who look alike in the list and must not be treated alike.
 * Returns those who belong in the GAR group.
 */
export function plantTeachers(
  build: Builder,
  classes: readonly Classroom[],
  ordinary: readonly Person[],
): Person[] {
  const gone = departed(build, ordinary);
  const kept = home(build);
  const elsewhere = sharedWithOthers(build, classes);
  const outside = outsideGar(build, classes);
  detachments(build);
  duplicates(build, ordinary, classes);
  triplicate(build);
  blocked(build, ordinary[8]);
  return [...gone, ...kept, ...elsewhere, ...outside.slice(2)];
}

/** Linked by hand, or detached last year and back: attached, working and classed elsewhere. */
function departed(build: Builder, ordinary: readonly Person[]): Person[] {
  const namesake = ordinary[0];
  const names = [
    'LAMBERT|Zoé',
    'SAUVAGE|Hélène',
    'N’GUYEN|Minh "Max"',
    namesake ? `${namesake.lastName}|${namesake.firstName}` : 'MARTIN|Anne',
  ];
  return names.map((name, index) => {
    const elsewhere = index === 2 ? [CURIE, FONTAINE] : [FERRY];
    const person = build.person(PAPILLONS, 'Teacher', name, {
      structures: [PAPILLONS.id, ...elsewhere.map(({ id }) => id)],
      attachments: elsewhere.map(({ id }) => id),
      functions: elsewhere.map(teaching),
    });
    const why = [
      'Linked here by hand: the feed never removes that.',
      'Detached last year, and back since the change of year cleared the detachment.',
      'Attached to two other schools, nothing here.',
      'Namesake of a teacher who stays: their rows cannot be told apart.',
    ][index] as string;
    build.plant('papillons', 'departed-teacher', person, 'violation', why);
    build.plant('papillons', 'unclassed-teacher', person, 'none', 'To be detached, not classed.');
    return person;
  });
}

/** This is their home school: detaching them would lock them out, class or no class. */
function home(build: Builder): Person[] {
  const substitute = build.person(PAPILLONS, 'Teacher', 'REMPLAÇANT|Paul', {
    structures: [PAPILLONS.id, FERRY.id, CURIE.id],
    attachments: [PAPILLONS.id],
    functions: [teaching(FERRY), teaching(CURIE)],
  });
  const trainee = build.person(PAPILLONS, 'Teacher', 'TITEUX|Inès', {
    attachments: [PAPILLONS.id],
    functions: [teaching(PAPILLONS)],
    created: new Date(day(build, -20)).toISOString().replace('Z', '+00:00'),
  });
  const people = [substitute, trainee];
  for (const person of people) {
    build.plant('papillons', 'departed-teacher', person, 'none', 'Home school: must not be detached.');
    build.plant(
      'papillons',
      'home-school-teacher',
      person,
      'review',
      'No class, but this is the home school.',
    );
  }
  build.plant('papillons', 'unclassed-teacher', substitute, 'review', 'A substitute may have no class.');
  build.plant('papillons', 'unclassed-teacher', trainee, 'violation', 'Works here, in no class.');
  return people;
}

/** Attached elsewhere, or nowhere known, and still not simply gone. */
function sharedWithOthers(build: Builder, classes: readonly Classroom[]): Person[] {
  const both = { structures: [PAPILLONS.id, FERRY.id] };
  const here = classes[5] ? [classes[5].id] : [];
  const complement = build.person(PAPILLONS, 'Teacher', 'DÉCHARGE|Marc', {
    ...both,
    attachments: [FERRY.id],
    functions: [teaching(FERRY), teaching(PAPILLONS)],
    classes: here,
  });
  const unclassed = build.person(PAPILLONS, 'Teacher', 'COMPLÉMENT|Sarah', {
    ...both,
    attachments: [FERRY.id],
    functions: [teaching(FERRY), teaching(PAPILLONS)],
  });
  const classed = build.person(PAPILLONS, 'Teacher', 'ÉCHANGE|Lucie', {
    ...both,
    attachments: [FERRY.id],
    functions: [teaching(FERRY)],
    classes: here,
  });
  const unknown = build.person(PAPILLONS, 'Teacher', 'INCONNU|Alix', both);
  const leaving = build.person(PAPILLONS, 'Teacher', 'RETRAITE|Odile', {
    attachments: [FERRY.id],
    disappearanceDate: day(build, -30),
  });
  build.plant('papillons', 'departed-teacher', complement, 'none', 'Function and class here.');
  build.plant(
    'papillons',
    'departed-teacher',
    unclassed,
    'review',
    'Function here without a class, home school elsewhere.',
  );
  build.plant('papillons', 'unclassed-teacher', unclassed, 'violation', 'Works here, in no class.');
  build.plant('papillons', 'departed-teacher', classed, 'none', 'A class here.');
  build.plant(
    'papillons',
    'departed-teacher',
    unknown,
    'review',
    'No attachment known: that is not « gone ».',
  );
  build.plant('papillons', 'unclassed-teacher', unknown, 'review', 'Nothing says whether they work here.');
  build.plant('papillons', 'departed-teacher', leaving, 'none', 'The feed already removes them.');
  build.plant('papillons', 'unclassed-teacher', leaving, 'none', 'Leaving: no class is awaited.');
  build.plant('papillons', 'pending-deletion', leaving, 'review', 'Absent from the feed: pre-deleted soon.');
  return [complement, unclassed, classed, unknown, leaving];
}

/** Two teachers with a class whom nobody put in the GAR group; a third is in it. */
function outsideGar(build: Builder, classes: readonly Classroom[]): Person[] {
  return ['ARRIVANT|Hugo', 'NOUVELLE|Élise', 'ANCIENNE|Rose'].map((name, index) => {
    const classroom = classes[index];
    const person = build.person(PAPILLONS, 'Teacher', name, {
      attachments: [PAPILLONS.id],
      functions: [teaching(PAPILLONS)],
      classes: classroom ? [classroom.id] : [],
    });
    if (index < 2)
      build.plant(
        'papillons',
        'teacher-outside-gar',
        person,
        'violation',
        'Teaches here, not in the GAR group.',
      );
    return person;
  });
}

/** Detached by hand this year: the next change of year brings back whom the feed still lists here, and only them. */
function detachments(build: Builder): void {
  const removedFrom = [PAPILLONS.externalId];
  const attachments = [FERRY.id];
  const listed = build.person(FERRY, 'Teacher', 'REVENANT|Bruno', {
    attachments,
    functions: [teaching(FERRY), teaching(PAPILLONS)],
    removedFrom,
  });
  const unlisted = build.person(FERRY, 'Teacher', 'ABSENTE|Karine', {
    attachments,
    functions: [teaching(FERRY)],
    removedFrom,
  });
  const rule = 'returning-detachment';
  build.plant('papillons', rule, listed, 'review', 'The feed still lists them here: back with the new year.');
  build.plant('papillons', rule, unlisted, 'none', 'The feed lists them elsewhere only: they stay away.');
}

/** Blocked one summer and never unblocked: works here, and cannot log in. */
function blocked(build: Builder, person: Person | undefined): void {
  if (!person) return;
  person.blocked = true;
  build.plant('papillons', 'blocked-account', person, 'review', 'Works here, and cannot log in.');
}

/** Three accounts for one person: the directory then repeats the row of each. */
function triplicate(build: Builder): void {
  const names = ['LEMOINES|Camille', 'LEMOINE|Camille', 'LE MOINE|Camille'];
  const people = names.map((name) => build.person(PAPILLONS, 'Relative', name));
  for (const person of people) {
    for (const { id } of people) if (id !== person.id) person.duplicates.push({ of: id, score: 4 });
    build.plant('papillons', 'duplicate-account', person, 'violation', 'Blocking score, three accounts.');
  }
}

/** The same person twice: detaching or erasing one of the two can lock the other out. */
function duplicates(build: Builder, ordinary: readonly Person[], classes: readonly Classroom[]): void {
  const pairs: readonly (readonly [Person | undefined, number, string])[] = [
    [ordinary[3], 5, 'Blocking score, and one of the two is a manual account.'],
    [ordinary[6], 2, 'Minor score: maybe another person.'],
  ];
  for (const [original, score, why] of pairs) {
    if (!original) continue;
    const manual = score > 3;
    const second = build.person(
      PAPILLONS,
      manual ? 'Guest' : 'Teacher',
      `${original.lastName}S|${original.firstName}`,
      {
        source: manual ? 'MANUAL' : 'AAF1D',
        ...(manual
          ? { created: '2021-09-06T08:00:00.000+00:00' }
          : {
              attachments: [PAPILLONS.id],
              functions: [teaching(PAPILLONS)],
              classes: classes[6] ? [classes[6].id] : [],
            }),
      },
    );
    original.duplicates.push({ of: second.id, score });
    second.duplicates.push({ of: original.id, score });
    const expected = manual ? 'violation' : 'review';
    build.plant('papillons', 'duplicate-account', original, expected, why);
    build.plant('papillons', 'duplicate-account', second, expected, why);
    if (manual) build.plant('papillons', 'stale-manual-account', second, 'review', 'An old manual account.');
    else build.plant('papillons', 'teacher-outside-gar', second, 'violation', 'Not in the GAR group.');
  }
}
