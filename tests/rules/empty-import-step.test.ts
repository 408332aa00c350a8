import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { emptyImportStep } from '@/utils/rules/empty-import-step';

const step = (list: 'courses' | 'groups' | 'pupils', title: string, shown: number) => ({
  at: onPage(title, 'itslearning/import-edt-steps'),
  list,
  title,
  shown,
});

testRule(emptyImportStep, [
  {
    name: 'aucun cours, aucun groupe',
    facts: {
      wizardSteps: complete(
        step('courses', 'Sélection des cours', 0),
        step('groups', 'Sélection des groupes', 0),
      ),
    },
    reviews: [
      { subject: 'Sélection des cours', says: /ne créera aucun cours/ },
      { subject: 'Sélection des groupes', says: /parties de classe/ },
    ],
  },
  {
    name: 'une seule ligne suffit',
    facts: { wizardSteps: complete(step('pupils', 'Selection des Eleves', 1)) },
    passes: true,
  },
]);
