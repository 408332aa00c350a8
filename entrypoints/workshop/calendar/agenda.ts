import { isAsked } from '@/utils/checklists/checklist';
import { kindOf, type StepKind } from '@/utils/checklists/pressing';
import { isSettled } from '@/utils/checklists/progress';
import { type StandingStep, yearOf } from '@/utils/checklists/year';
import { countsText } from '@/utils/report/counts';
import { icsCalendar, type WrittenEvent } from '@/utils/report/ics';
import { stepSourceLabel } from '@/utils/report/sources';
import { addressOf, whoText } from '@/utils/report/steps';
import { type DatedStep, numberEvents, type StoredEvent } from '@/utils/store/agenda';
import type { KnownSchool } from '@/utils/store/schema';
import type { Board } from './load';

/** What an export to an agenda gave. */
export interface WrittenAgenda {
  name: string;
  text: string;
  /** What has a date; what has none yet, and is left out. */
  dated: readonly StepKind[];
  undated: readonly StepKind[];
  /** Exported before, and called off by this file. */
  cancelled: number;
}

/**
 * The steps of a school's year, or of one of its lists, as a file for an agenda. A file imported again updates the events
 * of the one before: each step keeps its identifier, whatever its date.
 * @throws {StorageProblem}
 */
export async function writeAgenda(board: Board, today: string, list?: string): Promise<WrittenAgenda> {
  const { school, transition, progress } = board;
  const lists = board.lists.filter(({ id }) => list === undefined || id === list);
  const steps = yearOf(lists, progress, transition, today).steps.filter(({ step }) => !step.reminder);
  const dated = steps.flatMap(({ name, window }): DatedStep[] =>
    window ? [{ step: name, from: window.from, ...(window.to !== undefined && { to: window.to }) }] : [],
  );
  const inScope = (step: string) => list === undefined || step.startsWith(`${list}/`);
  const events = await numberEvents(school.key, transition, dated, inScope);
  const byName = new Map(steps.map((step) => [step.name, step]));
  const title = `Rentrée ${transition} – ${school.name}`;
  const written = events.map((event) => eventOf(event, byName.get(event.step), school));
  return {
    name: `agenda-rentree-${transition}${list === undefined ? '' : `-${list}`}.ics`,
    text: icsCalendar(title, written, new Date().toISOString()),
    dated: steps.filter(({ window }) => window).map(({ step }) => kindOf(step)),
    undated: steps.filter(({ window }) => !window).map(({ step }) => kindOf(step)),
    cancelled: events.length - dated.length,
  };
}

/** Says what was written, and what is missing from it. */
export function agendaSaid({ dated, undated, cancelled }: WrittenAgenda): string {
  const one = undated.length === 1;
  const missing = `N’y ${one ? 'est' : 'sont'} pas, faute de date : ${countsText(undated)}.`;
  return [
    `Agenda enregistré : ${countsText(dated)}.`,
    ...(undated.length > 0 ? [missing] : []),
    ...(cancelled > 0
      ? [`${cancelled} événement${cancelled > 1 ? 's' : ''} retiré${cancelled > 1 ? 's' : ''} de l’agenda.`]
      : []),
  ].join(' ');
}

function eventOf(event: StoredEvent, placed: StandingStep | undefined, school: KnownSchool): WrittenEvent {
  const { step, transition, sequence, from, to, cancelled = false } = event;
  const url = placed && addressOf(placed.step, school);
  const done = placed !== undefined && isSettled(placed.state);
  return {
    uid: `${[school.key, transition, step].map((part) => encodeURIComponent(part)).join('/')}@vigie-ent`,
    sequence,
    summary: placed ? `${done ? 'Fait : ' : ''}${placed.step.text}` : 'Étape retirée',
    description: placed ? describe(placed) : '',
    location: school.name,
    from,
    ...(to !== undefined && { to }),
    cancelled,
    alarm: placed !== undefined && isAsked(placed.step) && !done,
    ...(url !== undefined && { url }),
  };
}

/** Never the note: it may name somebody, and an agenda is often shared. */
function describe({ step, list, phase }: StandingStep): string {
  return [
    step.why,
    `Qui : ${whoText(step)}`,
    ...(step.where ? [`Où : ${step.where.label}`] : []),
    `${list.title} – ${phase.title}`,
    `Source : ${stepSourceLabel(step.source)}`,
  ]
    .filter(Boolean)
    .join('\n');
}
