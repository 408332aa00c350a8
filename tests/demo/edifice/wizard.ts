import { type DemoAnswer, json } from '../family';
import type { World } from './model';
import { PAPILLONS } from './structures';

const STATES = ['Modifié', 'Modifié', 'Créé', 'Modifié', 'Supprimé', 'Créé', 'Modifié'] as const;

/** The three checks of the CSV wizard, as prepared answers: the files themselves are not read. */
export function checkWizardStep(world: World, step: string): DemoAnswer {
  if (step === 'column/mapping')
    return json({
      mappings: {
        Student: {
          Prénom: 'firstName',
          Nom: 'lastName',
          'Date de naissance': 'birthDate',
          Classes: 'classes',
        },
      },
      availableFields: { Student: ['ignore', 'externalId', 'firstName', 'lastName', 'birthDate', 'classes'] },
    });
  const classes = [...world.classes.values()].filter(({ structure }) => structure === PAPILLONS.id);
  if (step === 'classes/mapping')
    return json({
      classesMapping: { Student: Object.fromEntries(classes.slice(0, 6).map(({ name }) => [name, name])) },
      dbClasses: classes.map(({ name }) => name),
    });
  const pupils = [...world.people.values()].filter(
    (person) => person.profile === 'Student' && person.structures.includes(PAPILLONS.id),
  );
  const rows = pupils.slice(0, 37).map((person, index) => ({
    line: index + 2,
    state: STATES[index % STATES.length],
    lastName: person.lastName,
    firstName: person.firstName,
    birthDate: person.birthDate ?? '',
    login: person.login,
    profile: 'Student',
    externalId: person.externalId,
    classes: person.classes.map((id) => world.classes.get(id)?.name).join(', '),
    error: index === 8 ? 'is-danger' : index === 15 ? 'is-warning' : '',
  }));
  return json({ importId: 'demo-import', rows });
}
