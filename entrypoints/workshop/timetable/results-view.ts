import type { Grade } from '@/components/impact-icon';
import type { Choice, GroupView } from '@/components/workshop/results-view';
import type {
  CoursesView,
  LessonsView,
  PeopleCheckView,
  TimetableResultsView,
} from '@/components/workshop/timetable/timetable-view';
import { dateText, plural } from '../names';
import type { ListedFinding } from '../protocol';
import { envelopeOf, schoolOf } from './judge-acts';
import { memoryView } from './memory-view';
import type { Judged, ListedLesson, PageOf, PeopleCounts, PersonKind } from './protocol';
import type { TimetableState } from './state';
import { verdictOf } from './verdict';
import { lineText, lostOf, PERSON_KINDS, peopleParts, peopleWords, readWords } from './words';

/** What a control of a timetable found, as it is shown. Pure. */
export function resultsView(state: TimetableState, judged: Judged): TimetableResultsView {
  const findings = (state.pages?.findings ?? []).filter((finding) => !isUnasked(state, finding));
  const cautions = cautionsOf(state, judged);
  const lessons = lessonsView(state, judged);
  const courses = coursesView(state, judged);
  return {
    verdict: verdictOf(state, findings, {
      cautious: cautions.length > 0,
      read: readWords(judged.counts),
      people: judged.people,
    }),
    cautions,
    groups: findings.map(groupView),
    ...(lessons && { lessons }),
    ...(courses && { courses }),
    people: peopleView(state, judged),
    memory: memoryView(state, judged),
    support: judged.support,
  };
}

/** Until the school of the import is said, nothing speaks against the file: it is a reserve, not a fault to repair. */
function isUnasked(state: TimetableState, { rule, review }: ListedFinding): boolean {
  return rule === 'wrong-school-file' && review && schoolOf(state) === undefined;
}

/** What was not controlled: silence proves nothing there. */
function cautionsOf(state: TimetableState, judged: Judged): string[] {
  const { sources, accounts, pages } = state;
  const refused = sources.filter(({ kind }) => kind === undefined);
  const spoilt = sources.filter(({ kind, problems }) => kind !== undefined && problems.length > 0);
  return [
    ...refused.map(({ file }) => `« ${file} » n’a pas pu être lu et n’est donc pas contrôlé.`),
    ...spoilt.map(
      ({ file, problems }) =>
        `« ${file} » : ${plural(problems.length, 'problème signalé', 'problèmes signalés')} à sa lecture, ci-dessus.`,
    ),
    ...(pages?.findings.some((finding) => isUnasked(state, finding))
      ? [
          'L’établissement n’a pas été comparé à celui du fichier : tapez le code UAI (RNE) de l’import, ci-dessus.',
        ]
      : []),
    ...judged.left,
    ...judged.unproven.map((title) => `« ${title} » : ce point n’a pas pu être vérifié en entier.`),
    ...(judged.counts.lessons === 0
      ? [sources.some(({ kind }) => kind !== 'udt') ? `${NO_LESSON} ${GIVE_LESSONS}` : NO_LESSON]
      : []),
    ...(judged.people.some(({ uncompared }) => uncompared > 0)
      ? ['Des personnes n’ont pas pu être comparées aux comptes : voyez « Personnes », plus bas.']
      : []),
    ...(accounts?.files.some(({ refused: unread }) => unread)
      ? ['Un fichier de comptes n’a pas pu être lu : le rapprochement des personnes en est incomplet.']
      : []),
  ];
}

const NO_LESSON = 'Aucun cours n’a pu être lu : rien n’est dit de ce que l’ENT créera.';
const GIVE_LESSONS =
  'Pour le savoir, donnez aussi la liste des cours d’EDT, collée ou exportée (EXP_COURS.xml).';

function groupView(finding: ListedFinding): GroupView {
  const { rule, review, impact, title, why, remedy, source, total, matching, rows } = finding;
  return {
    id: rule,
    grade: review ? 'review' : impact,
    title,
    why,
    remedy,
    source,
    ...(finding.things && { things: true }),
    total,
    count: plural(total, 'constat'),
    rows: rows.map(({ id, subject, says, at, review: doubtful }) => ({
      id,
      subject,
      says,
      place: lineText(at),
      review: doubtful,
      changes: [],
      reasons: [],
    })),
    more: Math.max(0, matching - rows.length),
  };
}

const LESSON_KINDS: Record<ListedLesson['kind'], { label: string; grade: Grade }> = {
  nothing: { label: 'Rien', grade: 'serious' },
  unknown: { label: 'Nom du cours non connu', grade: 'review' },
  several: { label: 'Plusieurs cours', grade: 'review' },
  course: { label: 'Un cours', grade: 'pass' },
};

function lessonsView({ pages, query }: TimetableState, judged: Judged): LessonsView | undefined {
  if (!pages || judged.counts.lessons === 0) return undefined;
  const { text, kind, className } = query.lessons;
  const kinds = (['nothing', 'unknown', 'several', 'course'] as const).flatMap((value) => {
    const count = judged.outcomes[value];
    return count > 0 ? [{ value, label: `${LESSON_KINDS[value].label} (${plural(count, 'séance')})` }] : [];
  });
  const { nothing, unknown, several } = judged.outcomes;
  const note = [
    plural(judged.counts.lessons, 'séance'),
    ...(nothing > 0 ? [`${nothing.toLocaleString('fr-FR')} sans aucun cours`] : []),
    ...(unknown > 0 ? [`${unknown.toLocaleString('fr-FR')} dont le nom du cours n’est pas connu`] : []),
    ...(several > 0 ? [`${several.toLocaleString('fr-FR')} avec plusieurs cours`] : []),
  ].join(', ');
  return {
    note,
    text,
    kind,
    className,
    kinds,
    classes: choicesOf(judged.classes),
    ...shownOf(pages.lessons, 'ligne'),
    rows: pages.lessons.items.map((lesson) => {
      const { label, grade } = LESSON_KINDS[lesson.kind];
      return { ...lesson, grade, word: label };
    }),
  };
}

/** Absent when only the names are not known: an empty list would claim that no course is expected. */
function coursesView(state: TimetableState, { courses, outcomes }: Judged): CoursesView | undefined {
  const { pages, query, coursesHref, kept } = state;
  if (!pages || !coursesHref || (courses.length === 0 && outcomes.unknown > 0)) return undefined;
  const uai = schoolOf(state)?.uai ?? envelopeOf(state)?.uai;
  return {
    note: plural(pages.courses.total, 'cours', 'cours'),
    text: query.courses.text,
    ...shownOf(pages.courses, 'cours attendu', 'cours attendus'),
    rows: pages.courses.items.map(({ name, otherName = '', lessons, participants }) => ({
      name,
      otherName,
      lessons: String(lessons),
      participants: participants === undefined ? 'non connu' : String(participants),
    })),
    href: coursesHref,
    fileName: `cours-attendus${uai ? `-${uai}` : ''}.csv`,
    ...(kept && {
      kept: `${plural(kept.courses.length, 'cours', 'cours')} retenus le ${dateText(kept.at)}.`,
    }),
    keepable: uai !== undefined,
  };
}

const PERSON_GRADES: Record<PersonKind, Grade> = {
  unreconciled: 'serious',
  unknown: 'serious',
  doubtful: 'review',
  former: 'minor',
  uncompared: 'review',
  absent: 'review',
};

const PROFILES = { pupil: 'Élèves', teacher: 'Enseignants' } as const;

function peopleView({ pages, query, accounts }: TimetableState, judged: Judged): PeopleCheckView {
  const { counts, people } = judged;
  if (people.length === 0 || !pages)
    return {
      note: 'non comparées',
      missing: whyNobody(counts, accounts !== undefined),
      summaries: [],
    };
  const sums = (kind: PersonKind) => people.reduce((sum, one) => sum + one[kind], 0);
  const kinds = (Object.keys(PERSON_KINDS) as PersonKind[]).filter((kind) => sums(kind) > 0);
  return {
    note: peopleWords(people).join(' ; '),
    summaries: [...people.map(summaryOf), ...uncompared(judged)],
    list: {
      ...query.people,
      kinds: kinds.map((value) => ({ value, label: `${PERSON_KINDS[value]} (${sums(value)})` })),
      profiles: people.map(({ profile }) => ({ value: profile, label: PROFILES[profile] })),
      ...shownOf(pages.people, 'personne'),
      rows: pages.people.items.map(({ kind, ...row }) => ({
        ...row,
        grade: PERSON_GRADES[kind],
        kind: PERSON_KINDS[kind],
      })),
    },
  };
}

function summaryOf(counts: PeopleCounts): PeopleCheckView['summaries'][number] {
  const [reconciled, lost, ...doubts] = peopleParts(counts);
  return {
    label: PROFILES[counts.profile],
    parts: [
      { grade: 'pass', text: reconciled },
      { grade: lostOf(counts) > 0 ? 'serious' : 'pass', text: lost },
      ...doubts.map((text) => ({ grade: 'review' as const, text })),
    ],
  };
}

/** A profile that the timetable names and the accounts don't. */
function uncompared({ counts, people }: Judged): PeopleCheckView['summaries'] {
  return (['pupil', 'teacher'] as const).flatMap((profile) => {
    const named = profile === 'pupil' ? counts.pupils : counts.teachers;
    if (named === 0 || people.some((one) => one.profile === profile)) return [];
    const text = 'Non comparés : aucun compte de ce profil n’a été donné.';
    return [{ label: PROFILES[profile], parts: [{ grade: 'review' as const, text }] }];
  });
}

function whyNobody({ pupils, teachers }: Judged['counts'], given: boolean): string {
  if (pupils + teachers === 0)
    return 'Ce qui a été donné ne nomme ni élève ni enseignant : personne ne peut être rapproché des comptes. Avec EDT, déposez aussi l’export EXP_ELEVE.xml.';
  return given
    ? 'Les comptes donnés ne sont ni des élèves ni des enseignants : personne ne peut être rapproché.'
    : 'Déposez ci-dessus l’export des comptes de l’ENT pour savoir qui ne sera pas reconnu, et pourquoi.';
}

function shownOf(
  { items, matching, total }: PageOf<unknown>,
  one: string,
  many?: string,
): { count: string; more: number } {
  const of = plural(total, one, many);
  const count = matching < total ? `${matching.toLocaleString('fr-FR')} sur ${of}` : of;
  return { count, more: Math.max(0, matching - items.length) };
}

function choicesOf(names: readonly string[]): Choice[] {
  return names.map((name) => ({ value: name, label: name }));
}
