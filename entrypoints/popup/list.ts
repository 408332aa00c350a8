import type { DateView, Headline, ListView, PhaseView, StepView } from '@/components/popup/view';
import {
  dayAndMonth,
  MILESTONE_LABELS,
  type MilestoneDates,
  momentText,
  nationalDates,
  periodText,
  windowOf,
} from '@/utils/checklists/calendar';
import { type Checklist, milestonesOf, type Role, type Step } from '@/utils/checklists/checklist';
import { isSettled, isTicked, type StepState, stepState } from '@/utils/checklists/progress';
import { beginningAfter, nearestTo, type Span, spanOf, standingOf } from '@/utils/checklists/standing';
import { isoDate } from '@/utils/core/context';
import { sourceLabel } from '@/utils/report/sources';
import type { KnownSchool } from '@/utils/store/schema';
import type { Snapshot } from './load';

const ROLES: Record<Role, string> = {
  administrator: 'administrateur de l’ENT',
  head: 'direction',
  teacher: 'enseignants',
  'timetable-manager': 'responsable des emplois du temps',
  'school-office': 'secrétariat',
  'gar-assigner': 'responsable d’affectation GAR',
  everyone: 'chacun',
  platform: 'plateforme, rien à faire',
};

/** The checklist of one school as the popup shows it. Pure. */
export function listOf(snapshot: Snapshot, school: KnownSchool, checklist: Checklist): ListView {
  const dates = { ...nationalDates(snapshot.transition), ...snapshot.progress.dates };
  const spans = checklist.phases.map((phase) => spanOf(phase, dates));
  const phases = checklist.phases.map((phase, index) => {
    const after = beginningAfter(spans, index);
    const steps = phase.steps.map((step) => stepOf(step, snapshot, school, checklist, dates, after));
    return phaseOf(phase.id, phase.title, steps);
  });
  const steps = phases.flatMap((phase) => phase.steps);
  const asked = steps.filter((step) => step.kind === 'asked');
  const wrongLevel = checklist.level && school.levels?.length && !school.levels.includes(checklist.level);
  return {
    title: checklist.title,
    ...(wrongLevel && {
      caution:
        'Cette liste est écrite pour les écoles ; une partie ne convient pas à un collège ou à un lycée.',
    }),
    done: asked.filter((step) => step.settled).length,
    total: asked.length,
    reminders: steps.filter((step) => step.kind === 'reminder').length,
    headlines: headlinesOf(steps),
    phases: withCurrent(phases, spans, snapshot.today),
    dates: datesOf(checklist, dates, snapshot.progress.dates),
  };
}

function datesOf(checklist: Checklist, dates: MilestoneDates, own: MilestoneDates): DateView[] {
  return milestonesOf(checklist).map((milestone) => {
    const label = MILESTONE_LABELS[milestone].replace(/^la /, '');
    const origin = own[milestone] ? 'fixée ici' : dates[milestone] ? 'calendrier national' : 'à fixer';
    return {
      milestone,
      label: label.charAt(0).toUpperCase() + label.slice(1),
      value: dates[milestone] ?? '',
      origin: origin === 'à fixer' ? withHint(origin, checklist.usually?.[milestone]) : origin,
      own: own[milestone] !== undefined,
    };
  });
}

function phaseOf(id: string, title: string, steps: readonly StepView[]): PhaseView {
  const asked = steps.filter((step) => step.kind === 'asked');
  const open = asked.filter((step) => !step.settled);
  const past = open.length > 0 && open.every((step) => step.timing === 'over');
  const [press] = pressing(steps);
  return {
    id,
    title,
    steps,
    done: asked.length - open.length,
    total: asked.length,
    past,
    current: false,
    // A folded phase has little room, and its steps stand under it.
    ...(press &&
      press.tone !== 'now' && {
        press: { tone: press.tone, text: `${press.count} ${PRESSING[press.tone]}` },
      }),
  };
}

function withHint(text: string, hint: string | undefined): string {
  return hint ? `${text} (${hint})` : text;
}

function stepOf(
  step: Step,
  { progress, drafts, today, transition }: Snapshot,
  school: KnownSchool,
  checklist: Checklist,
  dates: MilestoneDates,
  after: string | undefined,
): StepView {
  const window = windowOf(step.when, dates);
  // A reminder was never anybody's to tick: only readings have a word on it.
  const tick = step.reminder ? undefined : progress.ticks[step.id];
  const state = stepState(step, tick, progress.proofs, window?.from);
  const word = wordOf(state);
  const shown = state.kind === 'found' || state.kind === 'review';
  const draft = drafts.find(
    ({ key }) =>
      key.school === school.key &&
      key.transition === transition &&
      key.checklist === checklist.id &&
      key.step === step.id,
  );
  const path = step.where?.path?.replace(':school', encodeURIComponent(school.id));
  return {
    id: step.id,
    text: step.text,
    ticked: isTicked(state),
    kind: step.who === 'platform' ? 'platform' : step.reminder ? 'reminder' : 'asked',
    settled: isSettled(state),
    who: ROLES[step.who],
    period: periodText(step.when, dates, checklist.usually?.[step.when.milestone]),
    // What a reading still shows is still there to be mended, whatever the date.
    timing: standingOf(shown ? { stillUseful: true } : step, window, today, after),
    ...(word && { word }),
    why: step.why,
    source: sourceLabel(step.source),
    ...(step.where && { where: step.where.label }),
    ...(path !== undefined && { href: `https://${school.host}${path}` }),
    note: draft?.text ?? progress.notes[step.id] ?? '',
  };
}

function wordOf(state: StepState): StepView['word'] {
  switch (state.kind) {
    case 'todo':
      return undefined;
    case 'done': {
      const by = state.by ? ` par ${state.by}` : '';
      return { tone: 'done', text: `Coché le ${dayAndMonth(isoDate(new Date(state.at)))}${by}` };
    }
    case 'proven':
      return { tone: 'proven', text: `Constaté le ${momentText(state.at)}` };
    case 'found': {
      const tone = state.violations > 0 ? 'found' : 'check';
      return { tone, text: `${pointsText(state)} (le ${momentText(state.at)})` };
    }
    case 'review':
      return { tone: 'review', text: `À revoir : ${pointsText(state)} (le ${momentText(state.at)})` };
  }
}

/** What matters at the end of a long day: what contradicts, what is late, what is due; else what comes next. */
function headlinesOf(steps: readonly StepView[]): Headline[] {
  const lines = pressing(steps);
  if (lines.length > 0)
    return lines.map(({ tone, count }) => ({ tone, text: `${stepsText(count)} ${PRESSING[tone]}` }));
  const asked = steps.filter((step) => step.kind === 'asked' && !step.settled);
  if (asked.length === 0) return [{ tone: 'done', text: 'Tout est fait pour cette rentrée.' }];
  const open = asked.filter((step) => step.timing !== 'over');
  const next = open.find((step) => step.timing === 'later') ?? open[0];
  if (!next) return [{ tone: 'done', text: 'Plus rien à faire pour cette rentrée.' }];
  return [{ tone: 'later', text: `Rien à faire aujourd’hui. Ensuite : ${next.period}.` }];
}

const PRESSING = { review: 'à revoir', late: 'en retard', now: 'à faire maintenant' };

/** What presses among some steps, most urgent first. A contradiction counts on a reminder too: a reading showed it. */
function pressing(steps: readonly StepView[]): { tone: keyof typeof PRESSING; count: number }[] {
  const isReview = (step: StepView) => step.word?.tone === 'review';
  const open = steps.filter((step) => !step.settled);
  const rest = open.filter((step) => step.kind === 'asked' && !isReview(step));
  const counts = {
    review: open.filter(isReview).length,
    late: rest.filter((step) => step.timing === 'late').length,
    now: rest.filter((step) => step.timing === 'now').length,
  };
  return (['review', 'late', 'now'] as const).flatMap((tone) =>
    counts[tone] > 0 ? [{ tone, count: counts[tone] }] : [],
  );
}

/** What is wrong and what is to be looked at are told apart, as the panel on the screen does. */
function pointsText({ violations, reviews }: { violations: number; reviews: number }): string {
  const points = (count: number) => `${count} point${count > 1 ? 's' : ''}`;
  if (violations === 0) return `${points(reviews)} à vérifier`;
  const found = `${points(violations)} relevé${violations > 1 ? 's' : ''}`;
  return reviews === 0 ? found : `${found}, ${reviews} à vérifier`;
}

function stepsText(count: number): string {
  return `${count} étape${count > 1 ? 's' : ''}`;
}

/** The phase nearest to the day among those with something left to do; when no date is known, the first of them. */
function withCurrent(
  phases: readonly PhaseView[],
  spans: readonly (Span | undefined)[],
  today: string,
): PhaseView[] {
  const toDo = phases.map((phase) => phase.done < phase.total && !phase.past);
  const nearest = nearestTo(
    spans.map((span, index) => (toDo[index] ? span : undefined)),
    today,
  );
  const current = nearest ?? toDo.indexOf(true);
  return phases.map((phase, index) => ({ ...phase, current: index === current }));
}
