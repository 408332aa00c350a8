import { complete, testRule } from '@/tests/helpers/test-rule';
import { inFile, timetablePupil, timetableTeacher } from '@/tests/helpers/timetable-facts';
import { doubleIdpn } from '@/utils/rules/double-idpn';

const nobody = complete<never>();
const timetableIdentifiers = complete({ at: inFile(), people: 4 });

testRule(doubleIdpn, [
  {
    name: 'un élève et un enseignant à deux identifiants',
    facts: {
      timetableIdentifiers,
      timetablePupils: complete(
        timetablePupil('FICTIF Noé', { idpn: 'A1' }),
        timetablePupil('FICTIF Noé', { idpn: 'B2' }),
      ),
      timetableTeachers: complete(
        timetableTeacher('EXEMPLE Alix', { birthDate: '1980-01-01', idpn: 'C3' }),
        timetableTeacher('EXEMPLE Alix', { birthDate: '01/01/1980', idpn: 'D4' }),
      ),
    },
    flags: [
      { subject: 'FICTIF Noé', says: /A1, B2/ },
      { subject: 'EXEMPLE Alix', says: /C3, D4/ },
    ],
  },
  {
    name: 'homonymes possibles, même identifiant répété, identifiant absent, jumeaux',
    facts: {
      timetableIdentifiers,
      timetablePupils: complete(
        timetablePupil('FICTIF Noé', { idpn: 'A1' }),
        timetablePupil('FICTIF Noé', { idpn: 'A1' }),
        timetablePupil('AUTRE Zoé', { idpn: 'B1' }),
        timetablePupil('AUTRE Zoé'),
        timetablePupil('AUTRE Léa', { idpn: 'B2' }),
      ),
      timetableTeachers: complete(
        timetableTeacher('EXEMPLE Alix', { idpn: 'C3' }),
        timetableTeacher('EXEMPLE Alix', { idpn: 'D4' }),
      ),
    },
    passes: true,
  },
  {
    name: 'personne',
    facts: { timetablePupils: nobody, timetableTeachers: nobody, timetableIdentifiers },
    passes: true,
  },
]);
