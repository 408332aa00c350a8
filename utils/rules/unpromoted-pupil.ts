import { defineRule } from '@/utils/core/rule';

/** Fewer pupils may all be repeating, or in a class without a level. */
const SMALLEST_CLASS = 3;

export const unpromotedPupil = defineRule({
  id: 'unpromoted-pupil',
  impact: 'serious',
  title: 'Classe dont aucun élève n’a changé de classe',
  why: 'Ces élèves garderaient les espaces, les groupes et les professeurs de l’année passée.',
  remedy: 'Mettre à jour la colonne « Classe Apprenant » (et « Niveau ») de ces élèves.',
  source: { guide: '000', section: '1.4.C Comment actualiser la base Apprenants' },
  needs: ['classPromotions'],
  *check({ classPromotions }) {
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
