import { defineRule } from '@/utils/core/rule';
import { birthDay, personName, sameNames } from './timetable-person';

export const doubleIdpn = defineRule({
  id: 'double-idpn',
  impact: 'critical',
  title: 'Une personne avec deux identifiants PRONOTE',
  why: 'Son compte de l’ENT recevra un second identifiant : les listes de participants aux cours deviennent incohérentes.',
  remedy:
    'Dans PRONOTE ou EDT, retrouvez les deux fiches de cette personne, gardez celle qui porte son emploi du temps et supprimez l’autre, puis refaites l’export.',
  source: { guide: '001', section: 'Versions compatibles, avertissement (§ 1.3)' },
  // Lists of EDT carry no identifier: nothing can be said of them.
  needs: ['timetablePupils', 'timetableTeachers', 'timetableIdentifiers'],
  *check({ timetablePupils, timetableTeachers }) {
    const people = [
      ...sameNames('pupil', timetablePupils.items),
      // Without a birth date in common, two teachers of one name may be two people: that is said of homonyms.
      ...sameNames('teacher', timetableTeachers.items).filter((same) => {
        const days = new Set(same.map(birthDay));
        return days.size === 1 && !days.has('');
      }),
    ];
    for (const same of people) {
      const identifiers = new Set(same.flatMap(({ idpn }) => idpn ?? []));
      if (identifiers.size < 2) continue;
      const [first, ...others] = same;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: personName(first),
        says: `Mêmes nom, prénom et date de naissance, mais ${identifiers.size} identifiants : ${[...identifiers].join(', ')}.`,
      };
    }
  },
});
