import { complete, testRule } from '@/tests/helpers/test-rule';
import { timetableFile } from '@/tests/helpers/timetable-facts';
import { wrongPartner } from '@/utils/rules/wrong-partner';

const itslearning = { ent: 'itslearning' } as const;
const { partners: _, ...clear } = timetableFile();

testRule(wrongPartner, [
  {
    name: 'fait pour un autre ENT connu',
    facts: { timetableFiles: complete(timetableFile({ partners: ['INDEXEDUCATION', 'NEO-Open'] })) },
    context: itslearning,
    flags: [{ subject: 'NEO-Open', says: /fait pour NEO-Open/ }],
  },
  {
    name: 'aucun socle choisi',
    facts: { timetableFiles: complete(timetableFile({ partners: ['INDEXEDUCATION'] })) },
    context: itslearning,
    flags: [{ subject: 'Aucun socle' }],
  },
  {
    name: 'nom inconnu : peut-être celui de l’ENT',
    facts: { timetableFiles: complete(timetableFile({ partners: ['INDEX-EDUCATION', 'e-lyco'] })) },
    context: itslearning,
    reviews: [{ subject: 'e-lyco', says: /vérifiez/ }],
  },
  {
    name: 'le bon socle sous plusieurs écritures, ou un fichier en clair',
    facts: {
      timetableFiles: complete(
        timetableFile({ partners: ['INDEXEDUCATION', 'ENT Itslearning'] }),
        timetableFile({ partners: ['ITS LEARNING'] }),
        clear,
      ),
    },
    context: itslearning,
    passes: true,
  },
  {
    name: 'le socle d’Edifice',
    facts: { timetableFiles: complete(timetableFile({ partners: ['INDEXEDUCATION', 'NEO-Open'] })) },
    passes: true,
  },
]);
