import { complete, onPage, testRule } from '@/tests/helpers/test-rule';
import { forgottenSelfEnrolment } from '@/utils/rules/forgotten-self-enrolment';

const enrolled = (course: string, since: string) => ({
  at: onPage(course, 'itslearning/courses'),
  course,
  since,
});

testRule(forgottenSelfEnrolment, [
  {
    name: 'une inscription dont on n’a pas vu la fin',
    facts: { selfEnrolments: complete(enrolled('TECHNO - 4 B', '2026-11-20T09:00:00.000Z')) },
    reviews: [{ subject: 'TECHNO - 4 B', says: /«.Inscription.» le 20\/11\/2026/ }],
  },
  {
    name: 'le jour même aussi : c’est ce jour-là qu’on y pense',
    facts: { selfEnrolments: complete(enrolled('TECHNO - 4 B', '2026-11-23T09:00:00.000Z')) },
    reviews: [{ subject: 'TECHNO - 4 B', says: /aujourd’hui/ }],
  },
  { name: 'rien en cours', facts: { selfEnrolments: complete() }, passes: true },
]);
