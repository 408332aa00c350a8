import { defineRule } from '@/utils/core/rule';
import type { GroupShare } from '@/utils/core/timetable-facts';
import { enumerated } from './lessons';

/** « une ou deux personnes différentes » (source 001 §2). */
const MOST_ADDED = 2;
/** A handful of pupils is no class to which one adds somebody: an ULIS unit, a group that bears the name of a class. */
const SMALLEST_CLASS = 8;

export const pupilAndClassGroup = defineRule({
  id: 'pupil-and-class-group',
  impact: 'serious',
  title: 'Groupe fait d’une classe entière et d’un ou deux élèves',
  why: 'L’ENT crée un cours de plus pour chacun de ces groupes : les élèves et l’enseignant ne savent plus lequel est le bon.',
  remedy:
    'Dans EDT ou PRONOTE, supprimez ce groupe, rattachez la classe à la séance, puis ajoutez-y directement la partie de classe de l’élève ULIS ou allophone. Ne laissez pas EDT créer les groupes automatiquement.',
  source: {
    guide: '001',
    section: 'Préconisations de conception d’emploi du temps (§ 2), Conception des cours (§ 5.4)',
  },
  needs: ['timetableGroups'],
  *check({ timetableGroups }) {
    const found = timetableGroups.items.flatMap(({ at, name, shares = [] }) => {
      const added = addedTo(shares);
      return added ? [{ at, name, added, classes: shares.slice(0, 1).map((share) => share.class) }] : [];
    });
    for (const { at, name, added, classes } of found) {
      const alike = found.filter((other) => other.classes.join() === classes.join()).length;
      const others = alike > 1 ? ` ${alike} groupes sont faits ainsi autour de cette classe.` : '';
      const from = added.some((share) => /ulis|upe2a|allophone|\bnsa\b/i.test(share.class));
      const count = added.reduce((sum, { taken }) => sum + taken, 0);
      yield {
        at,
        subject: name,
        says: `Toute la classe ${enumerated(classes)}, plus ${count} élève${count > 1 ? 's' : ''} de ${enumerated(added.map((share) => share.class || 'sans classe'))}.${others}`,
        review: alike < 2 && !from,
      };
    }
  },
});

/** Those who come on top of one whole class; undefined when the group is anything else. Largest share first. */
function addedTo([whole, ...added]: readonly GroupShare[]): readonly GroupShare[] | undefined {
  if (!whole || whole.taken < whole.size || whole.size < SMALLEST_CLASS) return undefined;
  const count = added.reduce((sum, { taken }) => sum + taken, 0);
  return count > 0 && count <= MOST_ADDED ? added : undefined;
}
