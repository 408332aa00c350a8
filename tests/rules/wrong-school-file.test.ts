import { complete, testRule } from '@/tests/helpers/test-rule';
import { timetableFile } from '@/tests/helpers/timetable-facts';
import { wrongSchoolFile } from '@/utils/rules/wrong-school-file';

const school = { id: '1', name: 'Collège fictif', uai: '0490856p' };
const { uai: _, ...anonymous } = timetableFile();

testRule(wrongSchoolFile, [
  {
    name: 'code d’un autre établissement',
    facts: { timetableFiles: complete(timetableFile({ uai: '0134567A' })) },
    context: { school },
    flags: [{ subject: '0134567A', says: /celui de 0490856P/ }],
  },
  {
    name: 'fichier sans code',
    facts: { timetableFiles: complete(anonymous) },
    context: { school },
    reviews: [{ subject: 'COLLEGE FICTIF' }],
  },
  {
    name: 'établissement de la page inconnu',
    facts: { timetableFiles: complete(timetableFile()) },
    reviews: [{ subject: '0490856P' }],
  },
  {
    name: 'même code, en minuscules ; une archive UDT n’en porte pas',
    facts: { timetableFiles: complete(timetableFile(), { ...anonymous, form: 'udt' }) },
    context: { school },
    passes: true,
  },
]);
