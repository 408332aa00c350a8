import type { Course } from '@/utils/core/itslearning-facts';
import { defineRule } from '@/utils/core/rule';
import { laterAbbreviations } from '@/utils/matching/abbreviated-courses';
import { courseNameKey, splitCourseName } from '@/utils/matching/course-name';
import { whereabouts } from './course';

export const duplicateCourse = defineRule({
  id: 'duplicate-course',
  impact: 'serious',
  title: 'Cours en double',
  why: 'Ressources et devoirs se partagent entre deux cours : une partie de la classe ne voit pas ce qui est dans l’autre.',
  remedy:
    'Administration › « Cours » › comparer « Créé le », « Participants » et « Dernière visite le » › cocher celui qui ne sert pas › « Archiver ». Corriger le nom de la classe ou de la matière dans EDT avant le prochain import.',
  source: { guide: '001', section: 'Conception des cours (§ 5.4)' },
  needs: ['courses'],
  *check({ courses }) {
    const active = courses.items.filter(({ state }) => state !== 'archived');
    for (const same of groupsOf(active, ({ title }) => courseNameKey(title))) {
      const [first, ...others] = same as [Course, ...Course[]];
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: first.title,
        says: `${same.length} cours portent ce nom, aux espaces près${whereabouts(first, courses.items)}.`,
        review: same.some(({ state }) => state === undefined),
      };
    }
    for (const alike of groupsOf(active, ({ title }) => splitCourseName(title).audience)) {
      const later = laterAbbreviations(alike.map(({ title }) => title));
      for (const [at, one] of alike.entries()) {
        const other = alike[later[at] ?? alike.length];
        if (!other) continue;
        yield {
          at: one.at,
          also: [other.at],
          subject: one.title,
          says: `Peut-être le même que « ${other.title} »${whereabouts(one, courses.items)}.`,
          review: true,
        };
      }
    }
  },
});

/** Courses of one school that share a key; the same title in two schools is two courses. */
function groupsOf(courses: readonly Course[], keyOf: (course: Course) => string): Course[][] {
  const groups = new Map<string, Course[]>();
  for (const course of courses) {
    const key = keyOf(course);
    const group = `${course.organisation ?? ''}|${key}`;
    const known = groups.get(group);
    if (key === '') continue;
    if (known) known.push(course);
    else groups.set(group, [course]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
