import type { Group, Person, Profile, Structure } from './model';
import type { Builder } from './people';

const PROFILES: readonly (readonly [Profile, string])[] = [
  ['Student', 'Élèves'],
  ['Relative', 'Parents'],
  ['Teacher', 'Enseignants'],
  ['Personnel', 'Personnels'],
  ['Guest', 'Invités'],
];

/** The groups that the platform makes by itself: one per profile of the school, and of each class. */
export function automaticGroups(build: Builder, structure: Structure): void {
  const here = [...build.world.people.values()].filter((person) => person.structures.includes(structure.id));
  for (const [profile, label] of PROFILES) {
    const members = here.filter((person) => person.profile === profile);
    automatic(build, structure, `${label} de l'${structure.name}.`, members, {
      subType: 'StructureGroup',
      filter: profile,
    });
  }
  for (const classroom of build.world.classes.values()) {
    if (classroom.structure !== structure.id) continue;
    const pupils = here.filter((person) => person.classes.includes(classroom.id));
    const parents = here.filter((person) => person.children.some((id) => pupils.some((p) => p.id === id)));
    const some = { subType: 'ClassGroup', classroom: classroom.id } as const;
    const students = pupils.filter(({ profile }) => profile === 'Student');
    const teachers = pupils.filter(({ profile }) => profile === 'Teacher');
    automatic(build, structure, `Élèves du groupe ${classroom.name}.`, students, {
      ...some,
      filter: 'Student',
    });
    automatic(build, structure, `Parents du groupe ${classroom.name}.`, parents, {
      ...some,
      filter: 'Relative',
    });
    automatic(build, structure, `Enseignants du groupe ${classroom.name}.`, teachers, {
      ...some,
      filter: 'Teacher',
    });
  }
}

function automatic(
  build: Builder,
  structure: Structure,
  name: string,
  members: readonly Person[],
  some: Partial<Group>,
) {
  build.group(structure, name, members, { type: 'ProfileGroup', ...some });
}
