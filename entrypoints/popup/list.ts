import type { Headline, ListView, PhaseView } from '@/components/popup/view';
import type { Press, StepView } from '@/components/steps/view';
import { stepName } from '@/utils/checklists/checklist';
import { nearestTo, type Span } from '@/utils/checklists/standing';
import { type Year, yearOf } from '@/utils/checklists/year';
import { levelsNamed } from '@/utils/core/named-levels';
import { beforeText, countsText, datesAsked, stepsText } from '@/utils/report/counts';
import type { KnownSchool } from '@/utils/store/schema';
import { dateOf } from '../steps/date-view';
import { stepViewOf } from '../steps/step-view';
import type { Snapshot } from './load';

/** The lists that one school follows, as the popup shows them: one after the other. Pure. */
export function listOf(snapshot: Snapshot, school: KnownSchool): ListView {
  const { lists, progress, transition, today } = snapshot;
  const year = yearOf(lists, progress, transition, today);
  const phases = phasesOf(year, snapshot, school);
  const steps = phases.flatMap((phase) => phase.steps);
  const asked = steps.filter((step) => step.kind === 'asked');
  const archived = progress.year?.archivedAt !== undefined;
  const asksDates = archived ? undefined : datesAsked(year);
  const before = beforeText(year, progress.followedSince, transition);
  const wrongLevel = lists.some(
    ({ level }) => level && school.levels?.length && !school.levels.includes(level),
  );
  return {
    title: lists.map(({ title }) => title).join(', '),
    ...(wrongLevel && {
      caution:
        'Cette liste est écrite pour les écoles ; une partie ne convient pas à un collège ou à un lycée.',
    }),
    ...supposed(snapshot, school),
    archived,
    done: asked.filter((step) => step.settled).length,
    total: asked.length,
    holds: countsText(steps.map(({ kind }) => kind)),
    ...(asksDates && { asksDates }),
    headlines: headlinesOf(steps, before !== undefined),
    ...(before && { before }),
    phases: withCurrent(phases, year.spans, today),
    dates: year.dates.map((date) => dateOf(date, transition)),
  };
}

/** While nobody chose a list and no reading told the level, which list is shown is said, and may be changed. */
function supposed(
  { lists, offered = [], progress }: Snapshot,
  { name, levels }: KnownSchool,
): Pick<ListView, 'supposed'> {
  const byLevel = offered.filter(({ level, optional }) => level !== undefined && !optional);
  if (levels?.length || progress.year?.lists || byLevel.length < 2) return {};
  const known = levelsNamed(name).length > 0;
  const says = known
    ? 'D’après le nom de l’établissement ; un contrôle complet dira son degré.'
    : 'Le degré de l’établissement n’est pas encore connu ; un contrôle complet le dira.';
  const choices = byLevel.map(({ id, title }) => ({
    id,
    title,
    chosen: lists.some((list) => list.id === id),
  }));
  return { supposed: { says, choices } };
}

function phasesOf(year: Year, snapshot: Snapshot, school: KnownSchool): PhaseView[] {
  const shown = { ...snapshot, school, year };
  return year.lists.flatMap((list) =>
    list.phases.map((phase) => {
      const steps = year.steps.filter((one) => one.list === list && one.phase === phase);
      return phaseOf(
        stepName(list.id, phase.id),
        phase.title,
        steps.map((step) => stepViewOf(step, shown)),
      );
    }),
  );
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
    // What presses most: a folded phase has little room, and its steps stand under it.
    ...(press && { press: { tone: press.tone, text: `${press.count} ${PRESSING[press.tone]}` } }),
  };
}

/** What matters at the end of a long day: what contradicts, what is late, what is due; else what comes next. */
function headlinesOf(steps: readonly StepView[], newcomer: boolean): Headline[] {
  const lines = pressing(steps);
  if (lines.length > 0)
    return lines.map(({ tone, count }) => ({ tone, text: `${stepsText(count)} ${PRESSING[tone]}` }));
  const asked = steps.filter((step) => step.kind === 'asked' && !step.settled);
  if (asked.length === 0) return [{ tone: 'done', text: 'Tout est fait pour cette rentrée.' }];
  const open = asked.filter((step) => step.timing !== 'over');
  const dated = open.find((step) => step.timing === 'later');
  const next = dated ?? open[0];
  // Nothing was done of them: who comes in November is not to be praised for it.
  if (!next && newcomer) return [{ tone: 'later', text: 'Les étapes de cette rentrée sont passées.' }];
  if (!next) return [{ tone: 'done', text: 'Plus rien à faire pour cette rentrée.' }];
  const then = dated ? ` Ensuite : ${dated.period}.` : '';
  const waiting = open.filter(({ awaited }) => awaited !== undefined).length;
  // « Nothing to do today » would be a promise: some of those may well be due.
  if (waiting > 0) {
    const wait = waiting > 1 ? 'attendent leur date' : 'attend sa date';
    return [{ tone: 'later', text: `Rien de daté aujourd’hui : ${stepsText(waiting)} ${wait}.${then}` }];
  }
  return [{ tone: 'later', text: `Rien à faire aujourd’hui. Ensuite : ${next.period}.` }];
}

const PRESSING: Record<Press, string> = { review: 'à revoir', late: 'en retard', now: 'à faire maintenant' };

/** What presses among some steps, most urgent first. */
function pressing(steps: readonly StepView[]): { tone: Press; count: number }[] {
  return (['review', 'late', 'now'] as const).flatMap((tone) => {
    const count = steps.filter(({ press }) => press === tone).length;
    return count > 0 ? [{ tone, count }] : [];
  });
}

/**
 * The first phase that a reading contradicts; else the one nearest to the day among those with something left to do; when no
 * date is known, the first of them.
 */
function withCurrent(
  phases: readonly PhaseView[],
  spans: readonly (Span | undefined)[],
  today: string,
): PhaseView[] {
  const toDo = phases.map((phase) => phase.done < phase.total && !phase.past);
  const contradicted = phases.findIndex(({ press }, index) => toDo[index] && press?.tone === 'review');
  const nearest = nearestTo(
    spans.map((span, index) => (toDo[index] ? span : undefined)),
    today,
  );
  const current = contradicted >= 0 ? contradicted : (nearest ?? toDo.indexOf(true));
  return phases.map((phase, index) => ({ ...phase, current: index === current }));
}
