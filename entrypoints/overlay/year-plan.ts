import type { DateView } from '@/components/steps/date-field';
import type { School } from '@/utils/core/context';
import { rangeOf } from '@/utils/core/day-range';
import type { Facts } from '@/utils/core/facts';
import type { Ent } from '@/utils/ents/page';
import { type SeenSchool, send } from '@/utils/messages';
import type { KnownYear, SaidOfYear } from '@/utils/year-messages';
import type { Companion, Told } from './companion';

/** Follows the year of the school on the screen, as the background knows it. */
export function yearPlans({ id: ent }: Ent, document: Document, told: Told): Companion {
  const { host } = document.location;
  const known = new Map<string, { year: KnownYear; facts: Facts }>();
  const asked = new Set<string>();
  let questions = 0;
  const latest = new Map<string, number>();
  const seen = (school: School): SeenSchool => ({ ...school, ent, host });
  const show = (school: School, year: KnownYear) => {
    known.set(school.id, { year, facts: factsOf(school, year) });
    told.changed();
  };
  /** Of several questions under way, only the last has seen everything. */
  const learn = (school: School, answer: Promise<KnownYear>, failed: () => void = () => {}) => {
    const question = ++questions;
    latest.set(school.id, question);
    const isLatest = () => latest.get(school.id) === question;
    answer.then(
      (year) => isLatest() && show(school, year),
      (error) => {
        told.failed(error);
        if (isLatest()) failed();
      },
    );
  };
  return {
    facts: ({ shown, school }) => (judgedByYear(shown) && school && known.get(school.id)?.facts) || {},
    view({ shown, school }) {
      const year = school && known.get(school.id)?.year;
      const form = shown.timetableImports?.items[0];
      if (!year || !form) return {};
      const end = { end: endOf(year) };
      // The screen knows better than anybody; only mode 2 depends on a date, which it may leave unsaid.
      if (form.mode === 2 && form.to === undefined) return { year: { mode: 2, told: true, ...end } };
      if (form.mode !== undefined || form.modeWritten !== undefined) return {};
      return { year: { ...(year.mode && { mode: year.mode }), ...end } };
    },
    // Asked for only where a screen is judged by it.
    look({ shown, school }) {
      if (!school || !judgedByYear(shown) || asked.has(school.id)) return;
      asked.add(school.id);
      learn(school, send('year/known', seen(school)));
    },
    yearSaid: () => asked.clear(),
    sayOfYear(said) {
      const school = told.school();
      if (!school) return;
      const before = known.get(school.id)?.year;
      const saying = send('year/say', { school: seen(school), ...said });
      learn(school, saying, () => before && show(school, before));
      // Shown before it is kept: a choice must not jump back while the page changes.
      if (before) show(school, withSaid(before, said));
    },
  };
}

function withSaid(year: KnownYear, said: Omit<SaidOfYear, 'school'>): KnownYear {
  const { mode, timetableEnd, ...rest } = { ...year, ...said };
  return { ...rest, ...(mode && { mode }), ...(timetableEnd && { timetableEnd }) };
}

function endOf({ summer, timetableEnd }: KnownYear): DateView {
  return {
    milestone: 'timetable-end',
    label: 'Date de fin d’année dans EDT ou UnDeuxTemps',
    value: timetableEnd ?? '',
    origin: timetableEnd === undefined ? 'à fixer' : '',
    own: timetableEnd !== undefined,
    range: rangeOf(summer, 'timetable-end'),
  };
}

function judgedByYear({ timetableImports, accessBlocks }: Facts): boolean {
  return timetableImports !== undefined || accessBlocks !== undefined;
}

function factsOf({ id }: School, { summer: _summer, ...year }: KnownYear): Facts {
  const at = { in: 'page', page: 'skolengo/year-plan', key: id } as const;
  return { yearPlans: { items: [{ at, ...year }], complete: true } };
}
