import type { ClassPromotion } from '@/utils/core/roster-facts';
import { defineRule, type Flag } from '@/utils/core/rule';

/** Fewer pupils may all be repeating, or in a class without a level. */
const SMALLEST_CLASS = 3;
/** A file of fewer known pupils is an addition in the course of the year. */
const WHOLE_FILE = 20;
/** The months in which files of the coming year are made; before and after, classes that stay are the ordinary case. */
const PREPARING = ['07', '08'];

export const unpromotedPupil = defineRule({
  id: 'unpromoted-pupil',
  impact: 'serious',
  title: 'Classe dont aucun élève n’a changé de classe',
  why: 'Ces élèves garderaient les espaces, les groupes et les professeurs de l’année passée.',
  remedy: 'Mettre à jour la colonne « Classe Apprenant » (et « Niveau ») de ces élèves.',
  source: { guide: '000', section: '1.4.C Comment actualiser la base Apprenants' },
  needs: ['classPromotions'],
  *check({ classPromotions }, { today }) {
    yield* nobodyMoved(classPromotions.items, today);
    for (const { at, className, levels, kept, untouched, yearChanges } of classPromotions.items) {
      if (!yearChanges || kept < SMALLEST_CLASS || untouched < kept) continue;
      const [level = ''] = levels;
      // A class of several levels, or without any, may keep its pupils a second year.
      const sure = levels.length === 1 && /^(?:[3-6]e|2de|1re|CP|CE1|CE2|CM1|[PMG]S)$/.test(level);
      yield {
        at,
        subject: className,
        says: `Les ${kept} élèves de cette classe qui restent y sont encore dans le nouveau fichier, alors que d’autres classes ont changé.`,
        ...(!sure && { review: true }),
      };
    }
  },
});

/** The export given back as it was: nobody moved up and nobody left, when the coming year is being prepared. */
function* nobodyMoved(classes: readonly ClassPromotion[], today: string): Generator<Flag> {
  const kept = classes.reduce((sum, one) => sum + one.kept, 0);
  const stayed = classes.every(({ yearChanges, untouched, kept }) => !yearChanges && untouched === kept);
  const [first] = classes;
  if (!first || !stayed || kept < WHOLE_FILE || !PREPARING.includes(today.slice(5, 7))) return;
  yield {
    at: first.at,
    subject: 'Toutes les classes',
    says: `Aucun des ${kept} élèves de l’export qui sont dans ce fichier n’a changé de classe : est-ce bien le fichier de la nouvelle année ?`,
    review: true,
  };
}
