import { course } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { Course } from '@/utils/core/itslearning-facts';
import { duplicateCourse } from '@/utils/rules/duplicate-course';

const courses = (...items: Course[]) => ({ courses: complete(...items) });

testRule(duplicateCourse, [
  {
    name: 'aux espaces près',
    facts: courses(course('TECHNO - 4 B'), course('FRANCAIS - 4 B'), course('TECHNO - 4B')),
    flags: [{ subject: 'TECHNO - 4 B', says: /^2 cours/ }],
  },
  {
    name: 'trois fois : un seul signalement',
    facts: courses(
      ...['2026-09-01', '2026-09-02', '2026-09-03'].map((createdOn) => course('EPS - 3 A', { createdOn })),
    ),
    flags: [{ subject: 'EPS - 3 A', says: /^3 cours/ }],
  },
  {
    name: 'matière abrégée : à vérifier',
    facts: courses(course('TECHNO - 4 B'), course('TECHNOLOGIE - 4B')),
    reviews: [{ subject: 'TECHNO - 4 B', says: /TECHNOLOGIE - 4B/ }],
  },
  {
    name: 'l’un est peut-être archivé : à vérifier',
    facts: courses(course('EPS - 3 A'), { ...course('EPS - 3A'), state: undefined } as unknown as Course),
    reviews: [{ subject: 'EPS - 3 A' }],
  },
  {
    name: 'le même titre dans deux établissements',
    facts: courses(
      course('TECHNOLOGIE - 4B', { organisation: 'COLLEGE MOLIERE' }),
      course('TECHNOLOGIE - 4B', { organisation: 'COLLEGE DEBUSSY' }),
    ),
    passes: true,
  },
  {
    name: 'deux langues, deux groupes, un cours archivé',
    facts: courses(
      course('ANGLAIS LV1 - 3A'),
      course('ANGLAIS LV2 - 3A'),
      course('LCA LATIN - 3BDLATIN'),
      course('LCA LATIN - 3BDLATIN/4DLATIN'),
      course('EPS - 3A'),
      course('EPS - 3 A', { state: 'archived' }),
    ),
    passes: true,
  },
]);
