import { defineRule } from '@/utils/core/rule';
import { sameLessons } from './lessons';

export const teacherlessLesson = defineRule({
  id: 'teacherless-lesson',
  impact: 'minor',
  title: 'Séance sans enseignant',
  why: 'Le cours n’aura pas d’enseignant pour l’ouvrir, et certains ENT ignorent ces séances.',
  remedy:
    'Dans EDT : « Emploi du temps » › « Cours », affectez un enseignant à la séance. Si le poste n’est pas pourvu, refaites l’import quand il le sera.',
  source: { guide: 'entcore', section: 'Import d’emploi du temps : séances sans enseignant' },
  // A list without a column of teachers gives an incomplete list of them: its silence is no proof.
  needs: ['lessons', 'timetableTeachers'],
  *check({ lessons }, { ent }) {
    const open = lessons.items.filter(
      ({ courses, teachers, teachersUnknown }) =>
        courses.length > 0 && teachers.length === 0 && !teachersUnknown,
    );
    for (const { at, also, first, count } of sameLessons(open, ({ courses }) => courses.join())) {
      const outcome = ent === 'edifice' ? 'l’ENT ignore ces séances' : 'le cours sera créé sans enseignant';
      const subject = first.courses.join(', ');
      yield {
        at,
        also,
        subject,
        says: `${count} sans enseignant : ${outcome}.`,
        review: ent !== 'edifice',
      };
    }
  },
});
