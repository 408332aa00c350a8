import { course, pastCourse, without } from '@/tests/helpers/itslearning-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import type { Course } from '@/utils/core/itslearning-facts';
import { unrenamedManualCourse } from '@/utils/rules/unrenamed-manual-course';

const courses = (...items: Course[]) => ({ courses: complete(...items) });
const byHand = { imported: false };

testRule(unrenamedManualCourse, [
  {
    name: 'sans mise à jour depuis l’an passé',
    facts: courses(pastCourse('Atelier radio', byHand)),
    reviews: [{ subject: 'Atelier radio', says: /10\/06\/2026/ }],
  },
  {
    name: 'son nom porte l’an passé',
    facts: courses(pastCourse('Club échecs 2025-2026', { ...byHand, updatedOn: '2026-10-01' })),
    flags: [{ subject: 'Club échecs 2025-2026', says: /2025-2026/ }],
  },
  {
    name: 'dates illisibles : à vérifier',
    facts: courses({
      ...course('Radio', byHand),
      createdOn: undefined,
      updatedOn: undefined,
    } as unknown as Course),
    reviews: [{ subject: 'Radio', says: /dates/ }],
  },
  {
    name: 'un nom ambigu ne suffit pas à être sûr',
    facts: courses(pastCourse('Club 2025', byHand)),
    reviews: [{ subject: 'Club 2025' }],
  },
  { name: 'renommé pour cette année', facts: courses(pastCourse('Chorale 2026-2027', byHand)), passes: true },
  {
    name: 'repris par son enseignant',
    facts: courses(pastCourse('Journal', { ...byHand, updatedOn: '2026-09-02' })),
    passes: true,
  },
  { name: 'créé cette année', facts: courses(course('Journal', byHand)), passes: true },
  { name: 'archivé', facts: courses(pastCourse('A', { ...byHand, state: 'archived' })), passes: true },
  { name: 'importé : une autre règle', facts: courses(pastCourse('A')), passes: true },
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
