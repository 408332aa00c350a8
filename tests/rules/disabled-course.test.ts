import { wizardRow } from '@/tests/helpers/import-facts';
import { complete, partial, testRule } from '@/tests/helpers/test-rule';
import { disabledCourse } from '@/utils/rules/disabled-course';

const course = (name: string, state?: 'on' | 'off', byTint = false) =>
  wizardRow('courses', name, state, byTint);

testRule(disabledCourse, [
  {
    name: 'un cours désactivé parmi d’autres : peut-être voulu',
    facts: { wizardRows: complete(course('FRANCAIS - 4 A', 'on'), course('LCA LATIN - 4 D', 'off')) },
    reviews: [{ subject: 'LCA LATIN - 4 D', says: /ni créé ni mis à jour/ }],
  },
  {
    name: 'tout est désactivé, et toute la liste a été lue',
    facts: { wizardRows: complete(course('FRANCAIS - 4 A', 'off'), course('LCA LATIN - 4 D', 'off')) },
    flags: [{ subject: 'Toutes les lignes : 2', says: /aucun cours/ }],
  },
  {
    name: 'tout est désactivé sur cette page seulement',
    facts: { wizardRows: partial(course('FRANCAIS - 4 A', 'off')) },
    reviews: [{ subject: 'FRANCAIS - 4 A' }],
  },
  {
    name: 'la couleur seule ne suffit pas à tout conclure',
    facts: { wizardRows: complete(course('FRANCAIS - 4 A', 'off', true)) },
    reviews: [{ subject: 'FRANCAIS - 4 A', says: /Seule la couleur/ }],
  },
  {
    name: 'une matière et une classe désactivées disent ce qu’elles emportent',
    facts: {
      wizardRows: complete(
        wizardRow('subjects', 'BILAN CLASSE', 'off'),
        wizardRow('subjects', 'FRANCAIS', 'on'),
        wizardRow('classes', '3 A', 'off'),
        wizardRow('classes', '3 B', 'on'),
      ),
    },
    reviews: [
      { subject: 'BILAN CLASSE', says: /Matière désactivée/ },
      { subject: '3 A', says: /Classe désactivée/ },
    ],
  },
  {
    name: 'activé, inconnu de l’ENT, ou d’état illisible',
    facts: {
      wizardRows: complete(
        course('FRANCAIS - 4 A', 'on'),
        course('FRANCAIS - 4 B'),
        wizardRow('subjects', 'X', 'unknown'),
      ),
    },
    passes: true,
  },
]);
