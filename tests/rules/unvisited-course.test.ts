import { course, pastCourse, without } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { Course } from '@/utils/core/itslearning-facts';
import { unvisitedCourse } from '@/utils/rules/unvisited-course';

const courses = (...items: Course[]) => ({ courses: complete(...items) });
const never = { lastVisit: null };

testRule(unvisitedCourse, [
  {
    name: 'jamais ouvert depuis l’import',
    facts: courses(course('MUSIQUE - 3 B', never), course('MUSIQUE - 3 C')),
    reviews: [{ subject: 'MUSIQUE - 3 B', says: /03\/09\/2026.*81 jours/ }],
  },
  {
    name: 'quatorze jours : assez attendu',
    context: { today: '2026-09-17' },
    facts: courses(course('MUSIQUE - 3 B', never)),
    reviews: [{ subject: 'MUSIQUE - 3 B' }],
  },
  {
    name: 'treize jours : pas encore',
    context: { today: '2026-09-16' },
    facts: courses(course('MUSIQUE - 3 B', never)),
    passes: true,
  },
  {
    name: 'visite illisible : indéterminé, une fois pour tous, jamais « tout va bien »',
    facts: courses(...['A', 'B'].map((name) => without(course(name), 'lastVisit'))),
    reviews: [{ subject: '2 cours', says: /Indéterminé.: la dernière visite/ }],
  },
  {
    name: 'origine ou création inconnues : indéterminé',
    facts: courses(
      without(course('A', never), 'imported'),
      without(course('B', never), 'createdOn'),
      without(course('C'), 'imported'),
    ),
    reviews: [{ subject: '2 cours' }],
  },
  { name: 'de l’an passé', facts: courses(pastCourse('A', never)), passes: true },
  { name: 'archivé', facts: courses(course('A', { ...never, state: 'archived' })), passes: true },
  { name: 'créé à la main', facts: courses(course('A', { ...never, imported: false })), passes: true },
]);
