import { complete, partial, testRule } from '@/tests/helpers/test-rule';
import { timetableFile, timetablePupil } from '@/tests/helpers/timetable-facts';
import { pastYearPupil } from '@/utils/rules/past-year-pupil';

const year = { from: '2026-09-01', to: '2027-07-03' };

testRule(pastYearPupil, [
  {
    name: 'sorti avant le premier jour de l’année du fichier',
    facts: {
      timetableFiles: complete(timetableFile({ form: 'clear', year })),
      timetablePupils: complete(timetablePupil('ANCIEN Lou', { classes: [], leftOn: '2026-08-20' })),
    },
    flags: [{ subject: 'ANCIEN Lou', says: /le 20\/08\/2026/ }],
  },
  {
    name: 'sans classe : l’an passé, ou pas encore placé',
    facts: { timetablePupils: complete(timetablePupil('ANCIEN Lou', { classes: [] })) },
    reviews: [{ subject: 'ANCIEN Lou', says: /nouvel élève/ }],
  },
  {
    name: 'parti en cours d’année, ou présent',
    facts: {
      timetablePupils: complete(
        timetablePupil('PARTI Noé', { classes: [], leftOn: '2026-10-16' }),
        timetablePupil('FICTIF Noé', { leftOn: '2027-07-03' }),
      ),
    },
    passes: true,
  },
  {
    name: 'une liste sans colonne de classe : inconnu n’est pas « sans classe »',
    facts: {
      timetablePupils: partial(timetablePupil('FICTIF Noé', { classes: [], classesUnknown: true })),
    },
    reviews: [],
  },
]);
