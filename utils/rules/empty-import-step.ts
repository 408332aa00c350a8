import { defineRule } from '@/utils/core/rule';

export const emptyImportStep = defineRule({
  id: 'empty-import-step',
  impact: 'serious',
  title: 'Étape de l’assistant sans aucune ligne',
  why: 'Sans ligne à cette étape, l’import ne crée rien de ce qu’elle devait donner.',
  remedy:
    'Retirez tout filtre de la liste. Si elle reste vide, n’allez pas plus loin : contrôlez le fichier dans l’atelier, puis refaites l’export.',
  source: { guide: '001', section: 'Import dans l’ENT itslearning (§ 3.5 à 3.10)' },
  needs: ['wizardSteps'],
  *check({ wizardSteps }) {
    for (const { at, title, list, shown } of wizardSteps.items) {
      if (shown > 0) continue;
      yield { at, subject: title, says: `La liste est vide : ${MISSING[list]}`, review: true };
    }
  },
});

const MISSING = {
  subjects: 'le fichier ne donne aucune matière à l’ENT.',
  classes: 'le fichier ne donne aucune classe à l’ENT.',
  groups:
    'le fichier ne donne aucun groupe. C’est normal si EDT n’en a pas ; avec des parties de classe seules, leurs cours seront ignorés.',
  courses: 'l’import ne créera aucun cours.',
  teachers: 'le fichier ne nomme aucun enseignant.',
  pupils: 'le fichier ne nomme aucun élève.',
} as const;
