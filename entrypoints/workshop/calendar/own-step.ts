import type { OwnStepForm } from '@/components/workshop/calendar/view';
import type { Milestone, Role, When } from '@/utils/checklists/checklist';
import type { OwnStep } from '@/utils/checklists/followed';
import { isDay, safeLink } from '@/utils/checklists/template-reader';
import { MILESTONES, ROLES } from '@/utils/checklists/template-words';
import { type DayRange, notInRange, rangeOf } from '@/utils/core/day-range';

const MOST_TEXT = 240;
const MOST_DAYS = 366;

/** The step that a form describes for a change of year, or why it is refused and what to do. */
export function readOwnStep(form: OwnStepForm, transition: number): { step: OwnStep } | { refusal: string } {
  const text = form.text.trim();
  if (text === '') return { refusal: 'Dites en quelques mots ce qu’il y a à faire.' };
  if (text.length > MOST_TEXT)
    return {
      refusal: `L’étape est trop longue : au plus ${MOST_TEXT} caractères. Mettez le reste dans « Pourquoi ».`,
    };
  const who = ROLES.find((role) => role === form.who);
  if (!who) return { refusal: 'Choisissez qui s’en occupe.' };
  const when = readWhen(form, rangeOf(transition));
  if ('refusal' in when) return when;
  const link = form.link.trim() === '' ? '' : safeLink(form.link.trim());
  if (link === undefined) return { refusal: 'L’adresse doit commencer par « https:// », sans mot de passe.' };
  const why = form.why.trim();
  return { step: ownStep(form, { text, who, when: when.when, why, link }) };
}

function ownStep(
  { id, keep }: OwnStepForm,
  { text, who, when, why, link }: { text: string; who: Role; when: When; why: string; link: string },
): OwnStep {
  return { id, text, who, when, keep, ...(why !== '' && { why }), ...(link !== '' && { link }) };
}

function readWhen(form: OwnStepForm, range: DayRange): { when: When } | { refusal: string } {
  if (form.anchor === '') return { when: {} };
  if (form.anchor === 'date') return readDays(form, range);
  const milestone = MILESTONES.find((one) => one === form.anchor);
  if (!milestone) return { refusal: 'Choisissez le repère dont dépend l’étape.' };
  return readOffsets(form, milestone);
}

function readDays({ on, until }: OwnStepForm, range: DayRange): { when: When } | { refusal: string } {
  if (!isDay(on)) return { refusal: 'Donnez un jour qui existe, ou choisissez « Date à fixer ».' };
  const refusal = notInRange(on, range);
  if (refusal !== undefined) return { refusal };
  if (until === '') return { when: { on } };
  if (!isDay(until) || until < on)
    return { refusal: 'Le dernier jour vient avant le premier : corrigez l’un des deux.' };
  const late = notInRange(until, range);
  return late === undefined ? { when: { on, until } } : { refusal: late };
}

function readOffsets({ from, to }: OwnStepForm, milestone: Milestone): { when: When } | { refusal: string } {
  const days = (text: string) => (/^-?\d{1,3}$/.test(text.trim()) ? Number(text) : undefined);
  const first = days(from);
  const last = to.trim() === '' ? undefined : days(to);
  if (first === undefined || (to.trim() !== '' && last === undefined) || Math.abs(first) > MOST_DAYS)
    return {
      refusal: `Donnez un nombre de jours, de -${MOST_DAYS} à ${MOST_DAYS} : -8 veut dire huit jours avant.`,
    };
  if (last !== undefined && last < first)
    return { refusal: 'La fin vient avant le début : corrigez l’un des deux nombres de jours.' };
  return { when: { milestone, from: first, ...(last !== undefined && { to: last }) } };
}
