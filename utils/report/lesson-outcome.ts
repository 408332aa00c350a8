import type { Lesson } from '@/utils/core/timetable-facts';

/** What the platform makes of a lesson, said to whoever mends it. French. */
export interface LessonOutcome {
  kind: 'course' | 'several' | 'nothing' | 'unknown';
  /** Names of the courses made of it. */
  courses: readonly string[];
  /** Why nothing, or what is particular. */
  why?: string;
  /** The clicks in EDT or PRONOTE that mend it. */
  mend?: string;
}

/** The path of guide 001 §2, with the one warning that it comes with. */
export const GENERATE_GROUPS =
  'Dans EDT : « Emploi du temps » › « Cours » › « Editer » › « Générer les groupes pour PRONOTE ». Pour des élèves ULIS ou allophones, créez plutôt le groupe vous-même, rattachez-y la partie de classe, puis rattachez le groupe à la séance.';

const ONE_COURSE =
  'Pour un seul cours, créez dans EDT ou PRONOTE un groupe contenant ces classes, puis rattachez ce groupe à la séance à la place des classes. Pour un cours par classe, ne changez rien.';

/** Says what the platform creates from a lesson, or why nothing (source 001 §2, §3.8, §5.4). */
export function lessonOutcome(lesson: Lesson): LessonOutcome {
  const { audience, subject, subjectUnknown, courses, otherCourse } = lesson;
  if (audience === 'part')
    return nothing(
      'Rattachée à une partie de classe seulement, cette séance est ignorée par l’ENT.',
      GENERATE_GROUPS,
    );
  if (audience === 'none')
    return nothing(
      'Aucune classe ni aucun groupe n’est rattaché à cette séance, l’ENT l’ignore.',
      'Si des élèves y assistent, rattachez-y leur classe ou leur groupe dans EDT. Sinon, par exemple pour une concertation, ne changez rien.',
    );
  if (subjectUnknown)
    return {
      kind: 'unknown',
      courses: [],
      why: 'Nom du cours non connu : la liste ne donne pas la matière.',
      mend: 'Recopiez la liste depuis EDT avec sa ligne de titres et la colonne de la matière.',
    };
  if (subject === '')
    return nothing(
      'La matière n’est pas connue, et elle fait partie du nom du cours.',
      'Vérifiez dans EDT que la séance a une matière. Si la liste a été collée, recopiez-la avec sa ligne de titres.',
    );
  if (courses.length > 1)
    return {
      kind: 'several',
      courses,
      why: `Plusieurs classes sans groupe : l’ENT crée ${courses.length} cours séparés.`,
      mend: ONE_COURSE,
    };
  return {
    kind: 'course',
    courses,
    ...(otherCourse !== undefined && {
      why: `Groupe d’une seule classe : l’ENT peut aussi l’afficher dans le cours « ${otherCourse} ».`,
    }),
  };
}

function nothing(why: string, mend: string): LessonOutcome {
  return { kind: 'nothing', courses: [], why, mend };
}
