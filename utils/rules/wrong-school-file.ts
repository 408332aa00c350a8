import { defineRule } from '@/utils/core/rule';
import { checkUai } from '@/utils/core/uai';

export const wrongSchoolFile = defineRule({
  id: 'wrong-school-file',
  impact: 'critical',
  title: 'Fichier d’un autre établissement',
  why: 'L’import créerait dans cet établissement les cours d’un autre, et effacerait les événements des siens.',
  remedy:
    'À l’étape du code RNE, ne cliquez pas sur « Suivant ». Refaites l’export depuis la base de cet établissement ; avec plusieurs établissements, cochez « Un répertoire par établissement ».',
  source: { guide: '001', section: 'Vérification du code RNE de l’établissement (§ 3.4)' },
  needs: ['timetableFiles'],
  *check({ timetableFiles }, { school }) {
    for (const { at, form, uai, schoolName } of timetableFiles.items) {
      const subject = uai ?? schoolName ?? 'Établissement non indiqué';
      const named = schoolName ? ` (${schoolName})` : '';
      const expected = school?.uai && checkUai(school.uai).uai;
      if (form === 'udt') continue;
      if (!uai) {
        yield {
          at,
          subject,
          says: `Le fichier ne dit pas le code de son établissement${named} : vérifiez d’où il vient.`,
          review: true,
        };
      } else if (!expected) {
        yield {
          at,
          subject,
          says: `Fichier de l’établissement ${uai}${named} : vérifiez que c’est celui de l’import.`,
          review: true,
        };
      } else if (checkUai(uai).uai !== expected) {
        yield {
          at,
          subject,
          says: `Le fichier est celui de ${uai}${named}, l’import est celui de ${expected}.`,
          holds: ['import-file'],
        };
      }
    }
  },
});
