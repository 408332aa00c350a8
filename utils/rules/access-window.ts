import { summerOn } from '@/utils/core/context';
import { notInRange, rangeOf } from '@/utils/core/day-range';
import { defineRule, type Flag } from '@/utils/core/rule';
import type { AccessBlock, YearPlan } from '@/utils/core/skolengo-facts';
import { daysLater, frenchDate } from './dates';

/** In 2020 a school could prolong the blocking of pupils and parents from 1 to 6 September (source 003, calendar). */
const DAYS_AFTER_TERM = 5;

export const accessWindow = defineRule({
  id: 'access-window',
  impact: 'serious',
  title: 'Blocage des accès qui ne suit pas le calendrier',
  why: 'Des dates restées de l’an dernier, ou trop larges, tiennent les parents et les élèves hors de l’ENT pendant l’année.',
  remedy: '« Administration » › « Accès portail » › « Blocage des accès ENT » › corriger les dates.',
  source: { guide: '003', section: 'La fermeture de l’ENT pendant les vacances' },
  needs: ['accessBlocks'],
  uses: ['yearPlans'],
  *check({ accessBlocks, yearPlans }, { today }) {
    for (const block of accessBlocks.items) {
      const found = fault(block, yearPlans?.items[0], summerOn(today));
      if (found) yield { at: block.at, subject: block.who ?? 'Blocage des accès ENT', ...found };
    }
  },
});

function fault(
  block: AccessBlock,
  plan: YearPlan | undefined,
  summer: number,
): Pick<Flag, 'says' | 'review'> | undefined {
  const { from, to } = block;
  const doubt = (what: string) => ({ says: `Indéterminé : ${what}`, review: true });
  if (!from || !to) return doubt('les dates du blocage n’ont pas été lues.');
  const dates = `du ${frenchDate(from)} au ${frenchDate(to)}`;
  if (from > to) return { says: `La fin précède le début : ${dates}.` };
  if (Number(to.slice(0, 4)) < summer)
    return { says: `Ces dates sont celles d’un été passé : ${dates}.`, review: true };
  if (notInRange(from, rangeOf(summer)) || notInRange(to, rangeOf(summer)))
    return { says: `Ces dates ne sont pas de l’été ${summer} : ${dates}. À corriger.`, review: true };
  if (plan?.yearEnd && from <= plan.yearEnd)
    return { says: `Le blocage commence avant la fin des cours du ${frenchDate(plan.yearEnd)} : ${dates}.` };
  if (!plan?.yearEnd || !plan.termStart) {
    const unknown = plan?.yearEnd ? 'la rentrée n’est pas connue' : 'le calendrier n’est pas connu';
    const where = `« Calendrier », année « Rentrée ${summer} », onglet « Dates »`;
    return doubt(
      `${unknown} pour l’été ${summer} (${dates}). Donnez la fin de l’année et la rentrée dans l’atelier : ${where}.`,
    );
  }
  if (to > daysLater(plan.termStart, DAYS_AFTER_TERM))
    return { says: `Le blocage dure après la rentrée du ${frenchDate(plan.termStart)} : ${dates}.` };
  if (to > plan.termStart)
    return {
      says: `Le blocage dépasse la rentrée du ${frenchDate(plan.termStart)} : est-ce voulu\u202F? (${dates})`,
      review: true,
    };
  return undefined;
}
