import type { PhaseRow, PhasesCell, RuleCell, RuleColumn } from '@/components/workshop/schools/view';
import type { PhaseState, StandingPhase } from '@/utils/checklists/phases';
import { plural } from '../names';
import type { Phases } from './load-phases';

const WORDS: Record<Exclude<PhaseState, 'late' | 'now'>, string> = {
  done: 'faite',
  later: 'à venir',
  over: 'passée',
  unknown: 'à dater',
};

/** « 3 étapes en retard », « 2 étapes à faire », « faite ». */
export function phaseWords({ state, late, left }: StandingPhase): string {
  if (state === 'late') return `${plural(late, 'étape')} en retard`;
  if (state === 'now') return `${plural(left, 'étape')} à faire`;
  return WORDS[state];
}

/** How many steps of a school are late. */
export function lateSteps(phases: readonly StandingPhase[] | undefined): number {
  return (phases ?? []).reduce((sum, { late }) => sum + late, 0);
}

/** What the summary says of a school's steps; a school that nobody follows here has no phases. */
export function phasesCell(phases: readonly StandingPhase[] | undefined): PhasesCell {
  if (!phases) return { grade: 'none', text: 'non suivies ici' };
  const late = phases.filter(({ state }) => state === 'late');
  const done = phases.filter(({ state }) => state === 'done').length;
  const [first] = late;
  if (first) {
    const more = late.length > 1 ? ` et ${plural(late.length - 1, 'autre phase', 'autres phases')}` : '';
    return {
      grade: 'late',
      text: `${plural(lateSteps(late), 'étape')} en retard`,
      detail: first.title + more,
    };
  }
  const text = `${plural(done, 'phase faite', 'phases faites')} sur ${phases.length}`;
  return { grade: done === phases.length ? 'done' : 'now', text };
}

/** The columns of the table by phase: those of the lists that some school listed follows, in the order of the lists. */
export function phaseColumns(keys: readonly string[], phases: Phases): RuleColumn[] {
  const columns = new Map<string, RuleColumn>();
  for (const key of keys)
    for (const { id, list, title } of phases.get(key) ?? [])
      if (!columns.has(id)) columns.set(id, { id, title, about: list });
  return [...columns.values()].sort((a, b) => compare(a.about ?? '', b.about ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const GRADES: { readonly [S in PhaseState]?: RuleCell['grade'] } = {
  late: 'serious',
  now: 'minor',
  done: 'pass',
};

/** The cells of one school in that table. */
export function phaseCells(phases: readonly StandingPhase[] | undefined): Record<string, RuleCell> {
  return Object.fromEntries(
    (phases ?? []).map((phase) => {
      const grade = GRADES[phase.state];
      const count = phase.state === 'late' ? phase.late : phase.state === 'now' ? phase.left : 0;
      const says = phaseWords(phase);
      return [phase.id, grade ? { grade, count, says } : { grade: 'none', count: 0, says, text: says }];
    }),
  );
}

/** The phases of one school, on its own page. */
export function phaseRows(phases: readonly StandingPhase[] | undefined): PhaseRow[] {
  return (phases ?? []).map((phase) => ({
    id: phase.id,
    list: phase.list,
    title: phase.title,
    says: phaseWords(phase),
    grade: GRADES[phase.state] ?? 'none',
  }));
}
