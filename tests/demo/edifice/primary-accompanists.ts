import type { Classroom, Structure } from './model';
import { accompanying, type Builder } from './people';
import { PAPILLONS, SECTOR } from './structures';

/** Places in the loop below that are not simply « the whole PIAL, nothing here ». */
const CLASSED = [2, 7];
const HOME = 4;
const LINKED_BY_HAND = 9;
const UNKNOWN = 11;

/** AESH of the PIAL: the feed loads them in every one of its schools, 5 to 14 structures each. */
export function plantAccompanists(build: Builder, classes: readonly Classroom[]): void {
  for (let index = 0; index < 12; index++) {
    const others = SECTOR.slice(0, 4 + Math.min(index, 9));
    const homeSchool = others[index % others.length] as Structure;
    const classroom = CLASSED.includes(index) ? classes[index] : undefined;
    const everywhere = index === LINKED_BY_HAND || index === UNKNOWN ? others : [PAPILLONS, ...others];
    const person = build.person(PAPILLONS, 'Personnel', build.freshName('Personnel'), {
      structures: [PAPILLONS.id, ...others.map(({ id }) => id)],
      attachments: index === UNKNOWN ? [] : [index === HOME ? PAPILLONS.id : homeSchool.id],
      functions: everywhere.map(accompanying),
      classes: classroom ? [classroom.id] : [],
    });
    const [expected, why] = verdict(index);
    build.plant('papillons', 'unplaced-aesh', person, expected, why);
  }
}

function verdict(index: number): ['violation' | 'review' | 'none', string] {
  if (CLASSED.includes(index)) return ['none', 'In a class here.'];
  if (index === HOME) return ['none', 'Home school: must not be detached.'];
  if (index === LINKED_BY_HAND) return ['violation', 'No function here, no class, home school elsewhere.'];
  if (index === UNKNOWN) return ['review', 'No function here, no attachment known.'];
  return ['review', 'Loaded in the whole PIAL: only the school knows who works here.'];
}
