import { defineRule } from '@/utils/core/rule';
import { solid } from '@/utils/matching/fold';

export const respeltClass = defineRule({
  id: 'respelt-class',
  impact: 'minor',
  title: 'Classe écrite autrement que dans l’ENT',
  why: 'La classe n’est pas reconnue d’elle-même : sans correspondance faite à la main, ses cours ne sont pas peuplés.',
  remedy:
    'Dans l’import, à l’étape des classes, faites correspondre cette classe à celle de l’ENT. Pour ne plus avoir à le faire, écrivez le nom de la même façon dans EDT ou PRONOTE.',
  source: { guide: 'entcore', section: 'Import d’emploi du temps : correspondance des classes' },
  needs: ['timetableClasses', 'classes'],
  *check({ timetableClasses, classes }) {
    const exact = new Set(classes.items.map(({ name }) => name));
    const folded = new Map(classes.items.map(({ name }) => [solid(name), name]));
    for (const { at, name } of timetableClasses.items) {
      if (exact.has(name)) continue;
      const known = folded.get(solid(name));
      if (known !== undefined) {
        yield {
          at,
          subject: name,
          says: `L’ENT écrit « ${known} » : seules les espaces, la casse ou la ponctuation diffèrent.`,
        };
      } else if (classes.complete) {
        yield {
          at,
          subject: name,
          says: 'Aucune classe de l’ENT ne porte ce nom, même écrit autrement.',
          review: true,
        };
      }
    }
  },
});
