import { course, pastCourse } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { Course } from '@/utils/core/itslearning-facts';
import { emptyCourse } from '@/utils/rules/empty-course';

const courses = (...items: Course[]) => ({ courses: complete(...items) });

testRule(emptyCourse, [
  {
    name: 'personne',
    facts: courses(course('EPS - 5 C', { participants: 0 }), course('EPS - 5 D')),
    flags: [{ subject: 'EPS - 5 C', says: /Aucun participant/ }],
  },
  {
    name: 'un seul : à vérifier',
    facts: courses(course('EPS - 5 D', { participants: 1 })),
    reviews: [{ subject: 'EPS - 5 D', says: /enseignant/ }],
  },
  {
    name: 'nombre illisible : jamais pris pour zéro, ni pour conforme',
    facts: courses({ ...course('EPS'), participants: undefined } as unknown as Course),
    reviews: [{ subject: 'EPS', says: /Indéterminé.: le nombre de participants/ }],
  },
  {
    name: 'peut-être archivé : à vérifier',
    facts: courses({ ...course('EPS', { participants: 0 }), state: undefined } as unknown as Course),
    reviews: [{ subject: 'EPS' }],
  },
  { name: 'archivé', facts: courses(course('A', { participants: 0, state: 'archived' })), passes: true },
  { name: 'de l’an passé', facts: courses(pastCourse('A', { participants: 0 })), passes: true },
  { name: 'créé à la main', facts: courses(course('A', { participants: 0, imported: false })), passes: true },
  { name: 'deux participants', facts: courses(course('A', { participants: 2 })), passes: true },
]);
