import { defineRule } from '@/utils/core/rule';
import { enumerated, sameLessons, subjectOf } from './lessons';

export const multiClassLesson = defineRule({
  id: 'multi-class-lesson',
  impact: 'serious',
  title: 'Séance de plusieurs classes sans groupe',
  why: 'L’ENT crée un cours par classe : l’enseignant dépose tout en double, et les élèves ne se retrouvent pas.',
  remedy:
    'Pour un seul cours, créez dans EDT ou PRONOTE un groupe contenant ces classes, puis rattachez ce groupe à l’horaire à la place des classes. Pour un cours par classe, ne changez rien.',
  source: {
    guide: '001',
    section: 'Préconisations de conception d’emploi du temps (§ 2), Conception des cours (§ 5.4)',
  },
  needs: ['lessons'],
  *check({ lessons }) {
    const shared = lessons.items.filter(({ audience }) => audience === 'classes');
    for (const { at, also, first, count } of sameLessons(shared, ({ classes }) =>
      [...classes].sort().join(),
    )) {
      const none = first.subjectUnknown
        ? `${count} en commun, nom du cours non connu.`
        : `${count} en commun, sans matière : l’ENT n’en créera pas de cours.`;
      const courses = first.courses.map((name) => `« ${name} »`);
      yield {
        at,
        also,
        subject: `${subjectOf(first)} - ${enumerated(first.classes)}`,
        says:
          courses.length > 0
            ? `${count} en commun : l’ENT créera ${courses.length} cours, ${enumerated(courses)}.`
            : none,
        review: true,
      };
    }
  },
});
