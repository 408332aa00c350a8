import { complete, partial, testRule } from '@/tests/helpers/test-rule';
import { lesson, timetableTeacher } from '@/tests/helpers/timetable-facts';
import { teacherlessLesson } from '@/utils/rules/teacherless-lesson';

const timetableTeachers = complete(timetableTeacher('EXEMPLE Alix'));

testRule(teacherlessLesson, [
  {
    name: 'Edifice ignore les séances sans enseignant',
    facts: {
      lessons: complete(lesson('EPS', '4 A', { teachers: [] }), lesson('EPS', '4 A', { teachers: [] })),
      timetableTeachers,
    },
    flags: [{ subject: 'EPS - 4 A', says: /2\u00A0séances.*ignore/ }],
  },
  {
    name: 'itslearning crée le cours : à vérifier seulement',
    facts: { lessons: complete(lesson('EPS', '4 A', { teachers: [] })), timetableTeachers },
    context: { ent: 'itslearning' },
    reviews: [{ subject: 'EPS - 4 A', says: /créé sans enseignant/ }],
  },
  {
    name: 'une séance que l’ENT ignore de toute façon n’est pas dite deux fois',
    facts: {
      lessons: complete(lesson('EPS', '<4 A> <EPS> F', { teachers: [] }), lesson('EPS', '4 A')),
      timetableTeachers,
    },
    passes: true,
  },
  {
    name: 'une liste sans colonne d’enseignants : inconnu n’est ni « sans enseignant », ni tout va bien',
    facts: {
      lessons: complete(lesson('EPS', '4 A', { teachers: [], teachersUnknown: true })),
      timetableTeachers: partial(),
    },
    reviews: [],
  },
]);
