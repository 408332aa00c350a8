import { isAsked } from '@/utils/checklists/checklist';
import { isSettled } from '@/utils/checklists/progress';
import { type StandingStep, yearOf } from '@/utils/checklists/year';
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
  /** Steps with a date; steps that have none yet, and are left out. */
  dated: number;
  undated: number;
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
    dated: dated.length,
    undated: steps.length - dated.length,
    cancelled: events.length - dated.length,
  };
}

/** Says what was written, and what is missing from it. */
export function agendaSaid({ dated, undated, cancelled }: WrittenAgenda): string {
  const steps = (count: number) => `${count} étape${count > 1 ? 's' : ''}`;
  return [
    `Agenda enregistré : ${steps(dated)}.`,
    ...(undated > 0 ? [`${steps(undated)} sans date n’y ${undated > 1 ? 'sont' : 'est'} pas.`] : []),
    ...(cancelled > 0 ? [`${steps(cancelled)} retirée${cancelled > 1 ? 's' : ''} de l’agenda.`] : []),
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
