import { defineRule } from '@/utils/core/rule';
import { enumerated, sameLessons, subjectOf } from './lessons';

export const audiencelessLesson = defineRule({
  id: 'audienceless-lesson',
  impact: 'minor',
  title: 'Séance sans classe ni groupe',
  why: 'L’ENT n’en fait aucun cours, ce qui n’est juste que pour une réunion, une permanence ou le cadre d’un cours complexe.',
  remedy:
    'Dans PRONOTE : « Extraire » › « Extraire les cours insuffisamment détaillés pour PRONOTE ». Précisez-y les groupes, ou laissez la séance ainsi si elle n’est pas destinée aux élèves.',
  source: { guide: 'index-education', section: 'Cours complexes à détailler, foire aux questions d’EDT' },
  needs: ['lessons'],
  *check({ lessons }) {
    const alone = lessons.items.filter(({ audience }) => audience === 'none');
    for (const { at, also, first, count } of sameLessons(alone, () => '')) {
      const slot = first.slot && also.length === 0 ? `, ${first.slot}` : '';
      yield {
        at,
        also,
        subject: enumerated([subjectOf(first)]),
        says: `${count}${slot}, sans classe, groupe ni partie de classe : l’ENT n’en créera pas de cours.`,
        review: true,
      };
    }
  },
});
