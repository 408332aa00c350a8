import type { CourseGap } from '@/utils/core/import-wizard-facts';
import { defineRule } from '@/utils/core/rule';

export const missingCourse = defineRule({
  id: 'missing-course',
  impact: 'serious',
  title: 'Cours attendus du fichier et absents de l’écran',
  why: 'Un cours qui manque ici ne sera pas créé : ses élèves n’auront ni espace de travail, ni agenda.',
  remedy:
    'Vérifiez que la matière, la classe et le groupe sont activés aux étapes précédentes, et que le fichier importé est bien celui qui a été contrôlé. Sinon, rattachez un groupe ou une classe au cours dans EDT et refaites l’export.',
  source: {
    guide: '001',
    section: 'Sélection des cours à importer dans l’ENT (§ 3.8), Conception des cours (§ 5.4)',
  },
  needs: ['courseGaps'],
  *check({ courseGaps }) {
    for (const gap of courseGaps.items) {
      const says = SAYS[gap.kind]?.(gap);
      if (says) yield { at: gap.at, subject: gap.name, says, review: gap.kind !== 'missing' };
    }
  },
});

const SAYS: Partial<Record<CourseGap['kind'], (gap: CourseGap) => string>> = {
  missing: () => 'Le fichier contrôlé le donne, la liste ne l’a pas.',
  renamed: ({ detail }) => `La liste montre sans doute le même sous un autre nom : « ${detail} ».`,
  miscounted: ({ detail }) => `Le nombre de participants n’est pas celui du fichier : ${detail}.`,
};
