import { defineRule } from '@/utils/core/rule';

export const unexpectedCourse = defineRule({
  id: 'unexpected-course',
  impact: 'minor',
  title: 'Cours que le fichier contrôlé ne donne pas',
  why: 'Ce cours vient d’un autre fichier que celui qui a été contrôlé, ou d’une façon de nommer que Vigie ne connaît pas.',
  remedy:
    'Vérifiez que le fichier importé est bien celui qui a été contrôlé dans l’atelier ; sinon, contrôlez celui-ci aussi.',
  source: { guide: '001', section: 'Sélection des cours à importer dans l’ENT (§ 3.8)' },
  needs: ['courseGaps'],
  *check({ courseGaps }) {
    for (const { at, kind, name } of courseGaps.items) {
      if (kind !== 'unexpected') continue;
      yield { at, subject: name, says: 'Aucune séance du fichier contrôlé ne donne ce cours.', review: true };
    }
  },
});
