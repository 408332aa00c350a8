import { search } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { CourseSearch } from '@/utils/core/itslearning-facts';
import { coursesOutOfSight } from '@/utils/rules/courses-out-of-sight';

const asked = (known: Partial<CourseSearch>) => ({ courseSearch: complete(search(known)) });
const subject = 'Effectuer sur tous les résultats';
const holds = ['delete-courses', 'archive-courses'] as const;

testRule(coursesOutOfSight, [
  {
    name: '139 résultats, 20 à l’écran',
    facts: asked({ total: 139, announced: 139 }),
    flags: [{ subject, says: /^139 cours seraient touchés, 20 sont à l’écran\.$/, holds }],
  },
  {
    name: 'le nombre du bouton n’est pas celui de la liste',
    facts: asked({ announced: 19 }),
    flags: [{ subject, says: /annonce 19 cours, la liste 20/, holds }],
  },
  {
    name: 'aucun nombre affiché',
    facts: asked({ announced: undefined, total: undefined } as unknown as CourseSearch),
    flags: [{ subject, says: /nombre de cours/, holds }],
  },
  {
    name: 'des lignes ne répondent pas au filtre',
    facts: asked({
      unmet: ['le nom «\u00A0techno\u00A0» est demandé, 3 lignes affichées ne le portent pas'],
    }),
    flags: [{ subject, says: /^Le nom/, holds }],
  },
  {
    name: 'un filtre changé depuis la recherche : à vérifier, et retenu',
    facts: asked({ pending: ['Période'] }),
    reviews: [{ subject, says: /Période/, holds }],
  },
  {
    name: 'on ne voit pas si la case est cochée : à vérifier, et retenu',
    facts: asked({ everyResult: undefined, total: 139, announced: 139 } as unknown as CourseSearch),
    reviews: [{ subject, says: /ne voit pas/, holds }],
  },
  {
    name: 'la case n’est pas cochée',
    facts: asked({ everyResult: false, total: 139, announced: 139, pending: ['Période'] }),
    passes: true,
  },
  { name: 'tous les résultats sont à l’écran', facts: asked({}), passes: true },
]);
