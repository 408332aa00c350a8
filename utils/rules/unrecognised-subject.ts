import { defineRule } from '@/utils/core/rule';
import { singleFault } from '@/utils/matching/distance';
import { fold } from '@/utils/matching/fold';

export const unrecognisedSubject = defineRule({
  id: 'unrecognised-subject',
  impact: 'serious',
  title: 'Matières que l’ENT ne connaît pas',
  why: 'Une matière laissée en blanc ne donne aucun cours : ni élèves, ni agenda pour ces heures-là.',
  remedy:
    'À l’étape « Sélection des matières », cliquez sur « Ajouter » si la matière est la bonne. Si elle est mal écrite, corrigez-la dans EDT ou PRONOTE et refaites l’export : son nom devient celui des cours.',
  source: { guide: '001', section: 'Sélection des matières (§ 3.5)' },
  needs: ['wizardSubjects'],
  *check({ wizardSubjects: { items: subjects } }) {
    const known = subjects.filter(({ state }) => state === 'on' || state === 'off');
    for (const { at, name, state } of subjects) {
      if (state !== 'unknown') continue;
      const like = known.find((other) => isRespelling(other.name, name));
      yield {
        at,
        subject: name,
        says: like
          ? `Absente du référentiel de l’ENT, elle s’écrit presque comme « ${like.name} », qui y est : l’ajouter ferait deux noms pour une matière.`
          : 'Absente du référentiel de l’ENT : sans « Ajouter », elle ne donnera aucun cours.',
      };
    }
  },
});

/** The same word but for spaces, signs or one letter; short names differ by one letter without being respelt. */
function isRespelling(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => fold(name).replaceAll(' ', ''));
  if (!a || !b) return false;
  return a === b || (Math.min(a.length, b.length) > 5 && singleFault(a, b) !== undefined);
}
