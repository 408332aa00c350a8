import { render } from 'preact';
import { TourSection } from '@/components/overlay/tour-section';
import type { TourActs, TourStep } from '@/components/overlay/tour-view';
import type { School } from '@/utils/core/context';
import { norm } from '@/utils/reading/labels';
import { newTour, type Tour } from '@/utils/tour';
import type { DrawnTour, TourDesk } from './schools-script';

/** From so many schools on, nothing is ticked beforehand. */
const FEW = 30;

const ELSEWHERE =
  'Une tournée est déjà en cours dans un autre onglet de cet ENT : attendez sa fin, ou interrompez-la là-bas.';

/** A tour that draws itself: the list to choose from, or at once the schools that an interrupted one left. */
export function drawnTour(desk: TourDesk, left: readonly string[], css: string): DrawnTour {
  let step: TourStep = { kind: 'listing' };
  let container: Element | undefined;
  let tour: Tour | undefined;
  let kept = '';

  const draw = () => {
    if (!container) return;
    render(
      <>
        <style>{css}</style>
        <TourSection step={step} acts={acts} />
      </>,
      container,
    );
  };
  const go = (next: TourStep) => {
    step = next;
    draw();
  };
  /** Told only when a school was finished: its steps are nobody's business but the page's. */
  const keepLeft = (state: ReturnType<Tour['state']>) => {
    const ids = state.stops
      .filter((stop) => stop.state === 'waiting' || stop.state === 'reading')
      .map(({ school }) => school.id);
    const written = ids.join(' ');
    if (written === kept) return;
    kept = written;
    desk.keep(ids);
  };
  const changed = () => {
    if (!tour) return;
    const state = tour.state();
    keepLeft(state);
    go({ kind: 'touring', tour: state });
  };
  const run = async (): Promise<void> => {
    const mine = tour;
    if (!mine) return;
    // Two tabs that ask the same console of the same schools would each be half as polite.
    await navigator.locks.request('vigie-tour', { ifAvailable: true }, async (lock) => {
      if (lock) return mine.run();
      go({ kind: 'touring', tour: { ...mine.state(), phase: 'paused', why: ELSEWHERE } });
    });
  };
  const begin = (schools: readonly School[]) => {
    tour = newTour(schools, { read: desk.read, rest: desk.rest, changed });
    changed();
    void run();
  };
  const list = async (): Promise<void> => {
    go({ kind: 'listing' });
    try {
      const schools = [...(await desk.schools())].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
      const again = schools.filter(({ id }) => left.includes(id));
      if (again.length > 0) return begin(again);
      const chosen = new Set(schools.length <= FEW ? schools.map(({ id }) => id) : []);
      go({ kind: 'choosing', schools, found: schools, chosen, text: '' });
    } catch (error) {
      go({ kind: 'refused', why: error instanceof Error ? error.message : String(error) });
    }
  };
  /** Changes who is chosen, while somebody chooses. */
  const choosing = (change: (now: Extract<TourStep, { kind: 'choosing' }>) => Partial<typeof now>) => {
    if (step.kind === 'choosing') go({ ...step, ...change(step) });
  };
  const withAll = (chosen: ReadonlySet<string>, ids: readonly string[], add: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (add) next.add(id);
      else next.delete(id);
    }
    return { chosen: next };
  };
  const acts: TourActs = {
    list: () => void list(),
    search: (text) => choosing(({ schools }) => ({ text, found: schoolsFound(schools, text) })),
    choose: (id, add) => choosing(({ chosen }) => withAll(chosen, [id], add)),
    chooseAll: (add) =>
      choosing(({ chosen, found }) =>
        withAll(
          chosen,
          found.map(({ id }) => id),
          add,
        ),
      ),
    run() {
      if (step.kind !== 'choosing') return void run();
      const { chosen, schools } = step;
      begin(schools.filter(({ id }) => chosen.has(id)));
    },
    pause: () => tour?.pause(),
    retry() {
      tour?.retry();
      void run();
    },
    openBoard: desk.openBoard,
    close() {
      if (container) render(null, container);
      container = undefined;
      desk.close();
    },
  };
  void list();
  return {
    draw(place) {
      if (container && container !== place) render(null, container);
      container = place;
      draw();
    },
  };
}

/** The schools that a search leaves, by name or UAI. */
function schoolsFound(schools: readonly School[], text: string): readonly School[] {
  const words = norm(text).split(' ').filter(Boolean);
  if (words.length === 0) return schools;
  return schools.filter(({ name, uai = '' }) => {
    const plain = norm(`${name} ${uai}`);
    return words.every((word) => plain.includes(word));
  });
}
