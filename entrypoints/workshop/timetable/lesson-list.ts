import type { Lesson } from '@/utils/core/timetable-facts';
import { partLabel } from '@/utils/files/timetable-audience';
import { fold } from '@/utils/matching/fold';
import { type LessonOutcome, lessonOutcome } from '@/utils/report/lesson-outcome';
import type { ListedLesson, PageOf, Query } from './protocol';
import { lineText } from './words';

/** More slots of one course than this are counted rather than named. */
const NAMED_SLOTS = 6;

/** A listed lesson and what it is looked for by. */
interface IndexedLesson extends ListedLesson {
  words: string;
  classes: ReadonlySet<string>;
  count: number;
}

/** The lessons of a timetable, those of one subject, audience and teacher together. */
export class LessonList {
  private readonly rows: IndexedLesson[];

  constructor(lessons: readonly Lesson[]) {
    const groups = new Map<string, [Lesson, ...Lesson[]]>();
    for (const lesson of lessons) {
      const key = [lesson.subject, audienceOf(lesson), ...lesson.teachers].join('\u0000');
      const same = groups.get(key);
      if (same) same.push(lesson);
      else groups.set(key, [lesson]);
    }
    this.rows = [...groups.values()].map((same, id) => rowOf(id, same));
  }

  /** How many lessons there are of each outcome. */
  outcomes(): Record<LessonOutcome['kind'], number> {
    const counts = { course: 0, several: 0, nothing: 0, unknown: 0 };
    for (const { kind, count } of this.rows) counts[kind] += count;
    return counts;
  }

  /** The rows that pass the filters: lessons of which nothing is made come first. */
  page({ text, kind, className, limit }: Query['lessons']): PageOf<ListedLesson> {
    const wanted = fold(text).split(' ').filter(Boolean);
    const found = this.rows.filter(
      (row) =>
        (kind === '' || row.kind === kind) &&
        (className === '' || row.classes.has(className)) &&
        wanted.every((word) => row.words.includes(word)),
    );
    found.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
    const items = found.slice(0, limit).map(({ words: _, classes: __, count: ___, ...row }) => row);
    return { items, matching: found.length, total: this.rows.length };
  }
}

const ORDER: Record<LessonOutcome['kind'], number> = { nothing: 0, unknown: 1, several: 2, course: 3 };

function rowOf(id: number, same: [Lesson, ...Lesson[]]): IndexedLesson {
  const [first] = same;
  const { subject, subjectUnknown, teachers, teachersUnknown, classes, parts } = first;
  const audience = audienceOf(first);
  const title = [subject || (subjectUnknown ? 'Matière non connue' : 'Sans matière'), audience]
    .filter(Boolean)
    .join(', ');
  const slots = same.flatMap(({ slot }) => slot ?? []);
  const named = slots.length <= NAMED_SLOTS ? slots.join(' ; ') : '';
  const number = same.length > 1 ? `${same.length} séances` : '1 séance';
  const outcome = lessonOutcome(first);
  const others = same.length > 1 ? ` et ${same.length - 1} de plus` : '';
  return {
    id,
    title,
    teachers: teachers.join(', ') || (teachersUnknown ? 'Enseignant non connu' : 'Sans enseignant'),
    slots: named ? `${number}\u00A0: ${named}` : number,
    place: `${lineText(first.at)}${others}`,
    ...outcome,
    words: fold([title, ...teachers, ...outcome.courses].join(' ')),
    classes: new Set([...classes, ...parts.flatMap((part) => part.class ?? [])]),
    count: same.length,
  };
}

/** « groupe 4LATIN », « 4 A et 4 B », « partie LAT de 4 A ». */
function audienceOf({ groups, classes, parts }: Lesson): string {
  return [...groups.map((name) => `groupe ${name}`), ...classes, ...parts.map(partLabel)].join(' + ');
}
