import { defineRule } from '@/utils/core/rule';
import { birthDay, personName, sameNames } from './timetable-person';

export const homonym = defineRule({
  id: 'homonym',
  impact: 'serious',
  title: 'Homonymes que l’ENT ne peut pas distinguer',
  why: 'L’ENT reconnaît les personnes par leur nom : l’une peut recevoir l’emploi du temps de l’autre.',
  remedy:
    'À l’étape « Sélection des utilisateurs » de l’import, comparez l’identifiant de chacun, puis « Valider » ou « Refuser ». Si la personne est en double dans EDT ou PRONOTE, supprimez la fiche en trop avant l’export.',
  source: { guide: '001', section: 'Sélection des utilisateurs : enseignants et élèves (§ 3.10)' },
  // A list of lessons names each teacher once: only a list of pupils, or a whole file, can hold namesakes.
  needs: ['timetablePupils'],
  uses: ['timetableTeachers'],
  *check({ timetablePupils, timetableTeachers }) {
    for (const same of sameNames('pupil', timetablePupils.items)) {
      const [first, ...others] = same;
      // Two identifiers for one identity are the matter of another rule.
      if (new Set(same.flatMap(({ idpn }) => idpn ?? [])).size > 1) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: personName(first),
        says: `${same.length} élèves portent ces nom, prénom et date de naissance, et rien d’autre ne les distingue.`,
        review: true,
      };
    }
    for (const same of sameNames('teacher', timetableTeachers?.items ?? [])) {
      const [first, ...others] = same;
      const days = new Set(same.map(birthDay));
      const isCertain = !days.has('') && days.size === same.length;
      if (!days.has('') && days.size === 1) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: personName(first),
        says: isCertain
          ? `${same.length} enseignants nés à des dates différentes portent ces nom et prénom.`
          : `${same.length} fiches d’enseignant portent ces nom et prénom : homonymes, ou une personne en double.`,
        review: !isCertain,
      };
    }
  },
});
