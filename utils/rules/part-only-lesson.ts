import { defineRule } from '@/utils/core/rule';
import { enumerated, sameLessons, subjectOf } from './lessons';

export const partOnlyLesson = defineRule({
  id: 'part-only-lesson',
  impact: 'serious',
  title: 'Séance rattachée à une partie de classe seulement',
  why: 'L’ENT ignore ces séances : ni cours, ni événement dans le calendrier des élèves et de l’enseignant.',
  remedy:
    'Dans EDT : « Emploi du temps » › « Cours » › « Editer » › « Générer les groupes pour PRONOTE ». S’il y a des élèves ULIS ou allophones, ne laissez pas EDT créer les groupes : créez le groupe, rattachez-y la partie de classe, puis rattachez le groupe à la séance.',
  source: {
    guide: '001',
    section: 'Préconisations de conception d’emploi du temps (§ 2), Conception des cours (§ 5.4)',
  },
  needs: ['lessons'],
  *check({ lessons }) {
    const ignored = lessons.items.filter(({ audience }) => audience === 'part');
    const audienceOf = (lesson: (typeof ignored)[number]) =>
      lesson.parts.map((part) => `${part.class ?? ''} ${part.name ?? ''}`).join(', ');
    for (const { at, also, first, count } of sameLessons(ignored, audienceOf)) {
      const named = first.parts.map(({ class: ofClass, name }) =>
        [name ? `« ${name} »` : 'une partie', ofClass ? `de ${ofClass}` : 'd’une classe inconnue'].join(' '),
      );
      yield {
        at,
        also,
        subject: `${subjectOf(first)} - ${enumerated(first.parts.map((part) => part.class ?? '?'))}`,
        says: `${count} pour ${enumerated(named)}, sans groupe ni classe : l’ENT ne créera rien.`,
      };
    }
  },
});
