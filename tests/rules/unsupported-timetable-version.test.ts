import { timetable } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { unsupportedTimetableVersion } from '@/utils/rules/unsupported-timetable-version';

const facts = (software?: string) => ({
  timetableImports: complete(timetable(software === undefined ? {} : { software })),
});
const july = { today: '2020-07-10' };

testRule(unsupportedTimetableVersion, [
  {
    name: 'la version de la rentrée, avant elle (cas du guide : EDT 2020 en juillet 2020)',
    facts: facts('EDT 2020'),
    context: july,
    flags: [{ subject: 'EDT 2020', says: /non garanti/ }],
  },
  {
    name: 'UnDeuxTemps compte autrement (cas du guide : v26 est UDT 2020)',
    facts: facts('UnDeuxTemps v26'),
    context: july,
    flags: [{ subject: 'UnDeuxTemps v26', says: /2020/ }],
  },
  {
    name: 'à la rentrée, elle attend la confirmation',
    facts: facts('EDT 2020'),
    context: { today: '2020-08-25' },
    reviews: [{ subject: 'EDT 2020', says: /confirmation/ }],
  },
  {
    name: 'une vieille version est encore proposée, mais plus suivie (cas du guide)',
    facts: facts('EDT 2017'),
    context: july,
    reviews: [{ subject: 'EDT 2017', says: /plus suivie/ }],
  },
  {
    name: 'sans version, indéterminé',
    facts: facts('Fichier XML'),
    reviews: [{ subject: 'Fichier XML', says: /^Indéterminé/ }],
  },
  { name: 'rien de choisi, indéterminé', facts: facts(), reviews: [{ subject: 'Import d’emploi du temps' }] },
  {
    name: 'les deux versions suivies en juillet 2020 (1)',
    facts: facts('EDT 2019'),
    context: july,
    passes: true,
  },
  {
    name: 'les deux versions suivies en juillet 2020 (2)',
    facts: facts('UDT v24'),
    context: july,
    passes: true,
  },
]);
