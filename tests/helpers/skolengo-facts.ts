import type { PageId } from '@/utils/core/facts';
import type {
  AccessBlock,
  CreatedAccount,
  FreeGroup,
  TimetableImport,
  YearPlan,
} from '@/utils/core/skolengo-facts';
import { complete, onPage } from './test-rule';

/** Something of Skolengo with a name, and what a test wants known of it. */
export function named<T extends object>(name: string, known: T, page: PageId = 'skolengo/free-groups') {
  return { at: onPage(name, page), name, ...known };
}

/** A group or an account, with its lifetime as the screen writes it when it isn't a known one. */
export function living(
  name: string,
  lifetime?: 'lasting' | 'year',
  lifetimeWritten?: string,
): FreeGroup & CreatedAccount {
  return named(name, { ...(lifetime && { lifetime }), ...(lifetimeWritten && { lifetimeWritten }) });
}

export function block(from?: string, to?: string, who = 'Parents et élèves'): AccessBlock {
  const dates = { ...(from && { from }), ...(to && { to }) };
  return { at: onPage(who, 'skolengo/access-blocking'), who, ...dates };
}

export function timetable(known: Omit<TimetableImport, 'at'>): TimetableImport {
  return { at: onPage('Logiciel', 'skolengo/timetable-import'), ...known };
}

/** What the school and the national calendar say of its summer. */
export function plan(known: Omit<YearPlan, 'at'>) {
  return complete<YearPlan>({ at: onPage('plan', 'skolengo/year-plan'), ...known });
}
