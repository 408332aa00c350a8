import { complete, testRule } from '@/tests/helpers/test-rule';
import { lesson } from '@/tests/helpers/timetable-facts';
import { teacherlessLesson } from '@/utils/rules/teacherless-lesson';

testRule(teacherlessLesson, [
  {
    name: 'Edifice ignore les séances sans enseignant',
    facts: {
      lessons: complete(lesson('EPS', '4 A', { teachers: [] }), lesson('EPS', '4 A', { teachers: [] })),
    },
    flags: [{ subject: 'EPS - 4 A', says: /2\u00A0séances.*ignore/ }],
  },
  {
    name: 'itslearning crée le cours : à vérifier seulement',
    facts: { lessons: complete(lesson('EPS', '4 A', { teachers: [] })) },
    context: { ent: 'itslearning' },
    reviews: [{ subject: 'EPS - 4 A', says: /créé sans enseignant/ }],
  },
  {
    name: 'une séance que l’ENT ignore de toute façon n’est pas dite deux fois',
    facts: { lessons: complete(lesson('EPS', '<4 A> <EPS> F', { teachers: [] }), lesson('EPS', '4 A')) },
    passes: true,
  },
]);
