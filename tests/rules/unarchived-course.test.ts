import { course, pastCourse, search, without } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { Course } from '@/utils/core/itslearning-facts';
import { unarchivedCourse } from '@/utils/rules/unarchived-course';

const courses = (...items: Course[]) => ({ courses: complete(...items) });

testRule(unarchivedCourse, [
  {
    name: 'importé l’an passé, encore actif',
    facts: courses(pastCourse('TECHNO - 4 B'), course('TECHNO - 4 C')),
    flags: [{ subject: 'TECHNO - 4 B', says: /27\/09\/2025.: il devrait/ }],
  },
  {
    name: 'le 10 août, l’archivage automatique n’est pas fini',
    context: { today: '2026-08-10' },
    facts: courses(pastCourse('TECHNO - 4 B')),
    reviews: [{ subject: 'TECHNO - 4 B', says: /25 août/ }],
  },
  {
    name: 'le 26 août, il est fini',
    context: { today: '2026-08-26' },
    facts: courses(pastCourse('TECHNO - 4 B')),
    flags: [{ subject: 'TECHNO - 4 B' }],
  },
  {
    name: 'en juin, l’année n’est pas finie',
    context: { today: '2026-06-26' },
    facts: courses(pastCourse('TECHNO - 4 B')),
    passes: true,
  },
  {
    name: 'le même titre dans deux établissements : dit lequel',
    facts: courses(
      pastCourse('TECHNO - 4B', { organisation: 'COLLEGE MOLIERE' }),
      course('TECHNO - 4B', { organisation: 'COLLEGE DEBUSSY' }),
    ),
    flags: [{ subject: 'TECHNO - 4B', says: /dans COLLEGE MOLIERE/ }],
  },
  {
    name: 'date illisible : à vérifier',
    facts: courses({ ...course('TECHNO - 4 B'), createdOn: undefined } as unknown as Course),
    reviews: [{ subject: 'TECHNO - 4 B', says: /création/ }],
  },
  {
    name: 'liste « Tout » : un seul signalement, qui dit quoi choisir',
    facts: {
      courses: complete(
        ...['A', 'B'].map((name) => {
          const { state: _, ...unsorted } = pastCourse(name);
          return unsorted;
        }),
      ),
      courseSearch: complete(search({ state: 'all' })),
    },
    reviews: [{ subject: 'Filtre de la liste', says: /Cours actifs/ }],
  },
  { name: 'archivé', facts: courses(pastCourse('A', { state: 'archived' })), passes: true },
  {
    name: 'créé à la main : une autre règle',
    facts: courses(pastCourse('A', { imported: false })),
    passes: true,
  },
  { name: 'créé le 1er août', facts: courses(course('A', { createdOn: '2026-08-01' })), passes: true },
  { name: 'aucun cours', facts: courses(), passes: true },
  {
    name: 'origine inconnue : indéterminé, sauf de cette année ou archivé',
    facts: courses(
      ...['A', 'B'].map((name) => without(pastCourse(name), 'imported')),
      without(course('C'), 'imported'),
      without(pastCourse('D', { state: 'archived' }), 'imported'),
    ),
    reviews: [{ subject: '2 cours', says: /intégration/ }],
  },
]);
