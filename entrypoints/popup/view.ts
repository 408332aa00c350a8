import type {
  BoardView,
  DateView,
  Headline,
  ListView,
  PhaseView,
  Place,
  PopupView,
  StepView,
} from '@/components/popup/view';
import {
  dayAndMonth,
  MILESTONE_LABELS,
  type MilestoneDates,
  momentText,
  nationalDates,
  periodText,
  timing,
  windowOf,
} from '@/utils/checklists/calendar';
import { type Checklist, milestonesOf, type Role, type Step } from '@/utils/checklists/checklist';
import { isSettled, isTicked, type StepState, stepState } from '@/utils/checklists/progress';
import { isoDate } from '@/utils/core/context';
import { isExcludedHost, knownHost, portalName } from '@/utils/ents/hosts';
import type { KnownSchool } from '@/utils/store/schema';
import { hostOf, type Snapshot } from './load';

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

/** What the popup shows of what was read. Pure. */
export function viewOf(snapshot: Snapshot): PopupView {
  const { school, schools, problem } = snapshot;
  return {
    place: placeOf(snapshot),
    schools: schools.map(({ key, name }) => ({ key, name, chosen: key === school?.key })),
    ...(school && { board: boardOf(snapshot, school) }),
    ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
  };
}

function placeOf({ tab, report, activated }: Snapshot): Place {
  const host = hostOf(tab);
  if (host === undefined) return { kind: 'elsewhere' };
  if (isExcludedHost(host)) return { kind: 'excluded', host };
  const portal = portalName(host);
  const known = knownHost(host);
  const consoleOnly = known?.ent === 'edifice';
  if (!activated) return known ? { kind: 'inactive', host, portal, consoleOnly } : { kind: 'elsewhere' };
  const { page, school, flags } = report?.state ?? {};
  if (!page && !school) return { kind: 'waiting', portal, consoleOnly, running: report !== undefined };
  return { kind: 'active', portal, ...(flags !== undefined && { flags }) };
}

function boardOf(snapshot: Snapshot, school: KnownSchool): BoardView {
  const about = [school.uai, portalName(school.host), `rentrée ${snapshot.transition}`]
    .filter(Boolean)
    .join(' · ');
  const lastRead = school.lastRead
    ? `${school.lastRead.by === 'live' ? 'Lue en entier' : 'Dernier écran lu'} le ${momentText(school.lastRead.at)}`
    : 'Rien n’a encore été lu de cette école.';
  const { checklist } = snapshot;
  return {
    name: school.name,
    about,
    lastRead,
    ...(checklist && { list: listOf(snapshot, school, checklist) }),
  };
}

function listOf(snapshot: Snapshot, school: KnownSchool, checklist: Checklist): ListView {
  const own = snapshot.progress.dates;
  const dates = { ...nationalDates(snapshot.transition), ...own };
  const phases = checklist.phases.map((phase) => {
    const steps = phase.steps.map((step) => stepOf(step, snapshot, school, checklist, dates));
    const asked = steps.filter((step) => step.asked);
    const done = asked.filter((step) => step.settled).length;
    return { id: phase.id, title: phase.title, steps, done, total: asked.length, current: false };
  });
  const steps = phases.flatMap((phase) => phase.steps).filter((step) => step.asked);
  const wrongLevel = checklist.level && school.levels?.length && !school.levels.includes(checklist.level);
  return {
    title: checklist.title,
    ...(wrongLevel && {
      caution:
        'Cette liste est écrite pour les écoles ; une partie ne convient pas à un collège ou à un lycée.',
    }),
    done: steps.filter((step) => step.settled).length,
    total: steps.length,
    headlines: headlinesOf(steps),
    phases: withCurrent(phases),
    dates: milestonesOf(checklist).map((milestone): DateView => {
      const label = MILESTONE_LABELS[milestone].replace(/^la /, '');
      const origin = own[milestone] ? 'fixée ici' : dates[milestone] ? 'calendrier national' : 'à fixer';
      return {
        milestone,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        value: dates[milestone] ?? '',
        origin: origin === 'à fixer' ? withHint(origin, checklist.usually?.[milestone]) : origin,
        own: own[milestone] !== undefined,
      };
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
): StepView {
  const window = windowOf(step.when, dates);
  const state = stepState(step, progress.ticks[step.id], progress.proofs, window?.from);
  const word = wordOf(state);
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
    asked: step.who !== 'platform',
    settled: isSettled(state),
    who: ROLES[step.who],
    period: periodText(step.when, dates, checklist.usually?.[step.when.milestone]),
    timing: timing(window, today),
    ...(word && { word }),
    why: step.why,
    source: `guide ${step.source.guide}, ${step.source.section}`,
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
    case 'found':
      return { tone: 'found', text: `${pointsText(state.violations)} le ${momentText(state.at)}` };
    case 'review': {
      const points = pointsText(state.violations);
      return { tone: 'review', text: `À revoir : ${points} le ${momentText(state.at)}` };
    }
  }
}

/** What matters at the end of a long day: what contradicts, what is late, what is due; else what comes next. */
function headlinesOf(steps: readonly StepView[]): Headline[] {
  const open = steps.filter((step) => !step.settled);
  if (open.length === 0) return [{ tone: 'done', text: 'Tout est fait pour cette rentrée.' }];
  const reviews = open.filter((step) => step.word?.tone === 'review');
  const rest = open.filter((step) => step.word?.tone !== 'review');
  const late = rest.filter((step) => step.timing === 'late').length;
  const now = rest.filter((step) => step.timing === 'now').length;
  const lines: Headline[] = [];
  if (reviews.length > 0) lines.push({ tone: 'review', text: `${stepsText(reviews.length)} à revoir` });
  if (late > 0) lines.push({ tone: 'late', text: `${stepsText(late)} en retard` });
  if (now > 0) lines.push({ tone: 'now', text: `${stepsText(now)} à faire maintenant` });
  if (lines.length > 0) return lines;
  const next = open[0];
  return next ? [{ tone: 'later', text: `Rien à faire aujourd’hui. Ensuite : ${next.period}.` }] : [];
}

function pointsText(count: number): string {
  return count === 1 ? '1 point relevé' : `${count} points relevés`;
}

function stepsText(count: number): string {
  return `${count} étape${count > 1 ? 's' : ''}`;
}

/** The first phase with something contradicted, late or due; else the first that isn't finished. */
function withCurrent(phases: readonly PhaseView[]): PhaseView[] {
  const pressing = (step: StepView) =>
    step.asked &&
    !step.settled &&
    (step.word?.tone === 'review' || step.timing === 'late' || step.timing === 'now');
  const current =
    phases.find((phase) => phase.steps.some(pressing)) ?? phases.find((phase) => phase.done < phase.total);
  return phases.map((phase) => ({ ...phase, current: phase === current }));
}
