import { complete, testRule } from '@/tests/helpers/test-rule';
import { timetablePupil, timetableTeacher } from '@/tests/helpers/timetable-facts';
import { homonym } from '@/utils/rules/homonym';

const nobody = complete<never>();

testRule(homonym, [
  {
    name: 'deux élèves que rien ne distingue, écrits différemment',
    facts: {
      timetableTeachers: nobody,
      timetablePupils: complete(
        timetablePupil('FICTIF Noé'),
        timetablePupil('FICTIF NOE', { birthDate: '28/02/2013' }),
      ),
    },
    reviews: [{ subject: 'FICTIF Noé', says: /2 élèves/ }],
  },
  {
    name: 'une liste d’élèves seule',
    facts: { timetablePupils: complete(timetablePupil('FICTIF Noé'), timetablePupil('FICTIF Noé')) },
    reviews: [{ subject: 'FICTIF Noé', says: /2 élèves/ }],
  },
  {
    name: 'l’un des deux seulement a un identifiant',
    facts: {
      timetableTeachers: nobody,
      timetablePupils: complete(timetablePupil('FICTIF Noé', { idpn: 'A' }), timetablePupil('FICTIF Noé')),
    },
    reviews: [{ subject: 'FICTIF Noé' }],
  },
  {
    name: 'deux enseignants nés à des dates différentes',
    facts: {
      timetablePupils: nobody,
      timetableTeachers: complete(
        timetableTeacher('EXEMPLE Alix', { birthDate: '1980-01-01' }),
        timetableTeacher('EXEMPLE Alix', { birthDate: '1990-01-01' }),
      ),
    },
    flags: [{ subject: 'EXEMPLE Alix', says: /dates différentes/ }],
  },
  {
    name: 'deux fiches d’enseignant sans date : homonymes ou double',
    facts: {
      timetablePupils: nobody,
      timetableTeachers: complete(
        timetableTeacher('EXEMPLE Alix', { idpn: 'AAAA1111BBBB2222' }),
        timetableTeacher('EXEMPLE Alix', { idpn: 'CCCC1111BBBB2222' }),
      ),
    },
    reviews: [{ subject: 'EXEMPLE Alix' }],
  },
  {
    name: 'jumeaux, même nom à des dates différentes, et ce que dit une autre règle',
    facts: {
      timetableTeachers: complete(timetableTeacher('EXEMPLE Alix'), timetableTeacher('EXEMPLE Alice')),
      timetablePupils: complete(
        timetablePupil('FICTIF Noé'),
        timetablePupil('FICTIF Léo'),
        timetablePupil('FICTIF Noé', { birthDate: '2012-02-28' }),
        timetablePupil('DOUBLE Zoé', { idpn: 'A' }),
        timetablePupil('DOUBLE Zoé', { idpn: 'B' }),
        timetablePupil('SANSDATE Zoé', { birthDate: '' }),
        timetablePupil('SANSDATE Zoé', { birthDate: '' }),
      ),
    },
    passes: true,
  },
]);
