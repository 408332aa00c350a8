import { longYear, shortYear, startingYear, yearIsEnding } from './calendar';
import type { Group, Person } from './model';
import { type Builder, day } from './people';
import { COLLEGE, PAPILLONS, SECTOR } from './structures';

type Expectation = readonly [Parameters<Builder['plant']>[1], 'violation' | 'review' | 'none', string];

/** Manual groups of the primary school, with the year's typical leftovers. */
export function plantGroups(build: Builder, director: Person, teachers: readonly Person[]): void {
  const { world, random } = build;
  const here = [...world.people.values()].filter((person) => person.structures.includes(PAPILLONS.id));
  const some = (profile: Person['profile'], count: number) => {
    const all = here.filter((person) => person.profile === profile && !person.disappearanceDate);
    return Array.from({ length: count }, () => random.pick(all)).filter(
      (person, index, list) => list.indexOf(person) === index,
    );
  };
  const add = (
    name: string,
    members: readonly Person[],
    expected: readonly Expectation[],
    more: Partial<Group> = {},
  ) => {
    const group = build.group(PAPILLONS, name, members, more);
    for (const [rule, verdict, why] of expected) build.plant('papillons', rule, group, verdict, why);
  };

  const year = startingYear(world.date);
  const thisYear = longYear(world.date, 0);
  const current: Expectation = yearIsEnding(world.date)
    ? ['past-year-group', 'review', 'This year is ending.']
    : ['past-year-group', 'none', 'This year.'];
  const past: Expectation = ['past-year-group', 'violation', 'A whole past school year.'];
  const perhaps: Expectation = ['past-year-group', 'review', 'May be a year.'];
  const undated: Expectation = ['undated-group', 'violation', 'No year in the name.'];
  const departed: Expectation = [
    'departed-group-member',
    'violation',
    'Somebody left and still gets the shares.',
  ];
  const by = (days: number) => ({ createdAt: day(build, days), createdByName: 'Claire Vasseur' });
  const formerParents = ['Nadia', 'Yann', 'Rémi'].map((name) => gone(build, `JACOB|${name}`, undefined));
  const movedPupil = gone(build, 'PROMU|Sacha', COLLEGE);
  const movedTeacher = gone(build, 'MUTÉE|Agathe', SECTOR[2]);

  add(`APE ${longYear(world.date, -4)}`, [...some('Relative', 6), ...formerParents], [past, departed]);
  add(`Chorale ${year - 1}/${shortYear(year)}`, some('Student', 14), [past], by(-420));
  add(`Sortie ${shortYear(year - 2)}-${shortYear(year - 1)}`, some('Relative', 5), [perhaps]);
  add(`Kermesse ${year - 1}`, some('Relative', 8), [perhaps]);
  add(
    `Liaison école-collège ${longYear(world.date, -1)}`,
    [...some('Teacher', 2), movedTeacher],
    [past, departed],
    by(-300),
  );
  add(`Conseil d’école ${thisYear}`, [...some('Teacher', 4), ...some('Relative', 6)], [current], by(-40));
  add(`Classe de neige ${thisYear}`, some('Student', 21), [current], by(-12));
  add('Équipe pédagogique', teachers, [undated]);
  add('Délégués CM2', [...some('Student', 4), movedPupil], [undated, departed]);
  add('Parents accompagnateurs', [...some('Relative', 9), formerParents[0] as Person], [undated, departed]);
  add('Soutien lecture', some('Student', 6), [undated]);
  add('Soutien lecture', some('Student', 7), [undated]);
  add(
    `Atelier échecs ${thisYear}`,
    [],
    [current, ['empty-group', 'violation', 'Counter says 3, nobody is in it.']],
    {
      nbUsers: 3,
      ...by(-60),
    },
  );
  add(
    `Journal de l’école ${thisYear}`,
    some('Student', 9),
    [current, ['empty-group', 'none', 'Counter says 0, there are members.']],
    {
      nbUsers: 0,
      ...by(-5),
    },
  );
  add('<script>alert(1)</script>', some('Student', 2), [undated]);
  add(longName(), some('Teacher', 3), [undated]);
  add('Respect et affection gare', some('Student', 5), [
    undated,
    ['unlocked-gar-group', 'none', 'Only sounds like it.'],
  ]);
  add(`Correspondants de l’académie ${thisYear}`, some('Teacher', 2), [current], {
    lockCompose: true,
    lockDelete: true,
  });
  add(
    'RESP-AFFECT-GAR',
    [director, ...teachers],
    [
      ['undated-group', 'none', 'The platform’s own group.'],
      ['unlocked-gar-group', 'none', 'Locked by the platform.'],
      ['missing-gar-group', 'none', 'It is there.'],
    ],
    { lockDelete: true },
  );
}

/** Somebody the feed moved away: no structure of ours left, and still a member of the old manual groups. */
function gone(build: Builder, name: string, to: Parameters<Builder['person']>[0]): Person {
  const profile = name.startsWith('PROMU') ? 'Student' : name.startsWith('MUTÉE') ? 'Teacher' : 'Relative';
  const classroom = [...build.world.classes.values()].find(({ structure }) => structure === to?.id);
  return build.person(to, profile, name, {
    source: to?.source ?? 'AAF1D',
    attachments: to && profile === 'Teacher' ? [to.id] : [],
    classes: classroom ? [classroom.id] : [],
  });
}

/** 300 characters: what a pasted title gives. */
function longName(): string {
  const sentence = 'Groupe de travail sur la continuité des apprentissages en mathématiques et en français, ';
  return sentence.repeat(4).slice(0, 300).trim().padEnd(300, '.');
}
