import { complete, testRule } from '@/tests/helpers/test-rule';
import { inFile, timetableFile } from '@/tests/helpers/timetable-facts';
import { staleFile } from '@/utils/rules/stale-file';

const { madeOn: _, ...undated } = timetableFile();
const seen = (madeOn: string) => complete({ at: inFile(), madeOn });
const year = (startsIn: number) => ({ from: `${startsIn}-09-01`, to: `${startsIn + 1}-07-03` });

testRule(staleFile, [
  {
    name: 'produit avant le changement d’année',
    facts: { timetableFiles: complete(timetableFile({ madeOn: '2026-08-14T23:00:00+02:00' })) },
    flags: [{ subject: 'Fichier du 14/08/2026', says: /15\/08\/2026/ }],
  },
  {
    name: 'plus ancien que le dernier vu, fuseaux compris',
    facts: {
      timetableFiles: complete(timetableFile({ madeOn: '2026-11-20T08:30:00+01:00' })),
      seenTimetables: seen('2026-11-20T07:45:00Z'),
    },
    flags: [{ subject: 'Fichier du 20/11/2026', says: /plus ancien/ }],
  },
  {
    name: 'fichier en clair de l’an passé',
    facts: { timetableFiles: complete({ ...undated, form: 'clear', year: year(2025) }) },
    flags: [{ subject: 'Fichier sans date', says: /2025-2026.*2026-2027/, holds: ['import-file'] }],
  },
  {
    name: 'un fichier vu daté de l’avenir ne vieillit pas les suivants',
    facts: { timetableFiles: complete(timetableFile()), seenTimetables: seen('2031-06-07T08:00:00+02:00') },
    passes: true,
  },
  {
    name: 'daté de demain, ou sans rien qui le date',
    facts: { timetableFiles: complete(timetableFile({ madeOn: '2026-11-24T08:00:00' }), undated) },
    reviews: [{ subject: 'Fichier du 24/11/2026' }, { subject: 'Fichier sans date' }],
  },
  {
    name: 'fichier du jour, réimport du même, fichier en clair de l’année',
    facts: {
      timetableFiles: complete(timetableFile({ madeOn: '2026-11-23T08:00:00' }), timetableFile(), {
        ...undated,
        form: 'clear',
        year: year(2026),
      }),
      seenTimetables: seen('2026-11-20T08:00:00+01:00'),
    },
    passes: true,
  },
  {
    name: 'en juin, l’année suivante se prépare',
    facts: { timetableFiles: complete({ ...undated, form: 'clear', year: year(2027) }) },
    context: { today: '2027-06-20' },
    passes: true,
  },
]);
