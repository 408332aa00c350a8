import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import '@/components/steps/steps.css';
import '@/components/workshop/calendar/calendar.css';
import '@/components/workshop/calendar/timeline.css';
import { Calendar } from '@/components/workshop/calendar/calendar';
import type { CalendarActs, Problem } from '@/components/workshop/calendar/view';
import type { Tick } from '@/utils/checklists/progress';
import { keepNotes, noteSaid } from '@/utils/keep-notes';
import { send } from '@/utils/messages';
import { onChange } from '@/utils/store/changes';
import { type StorageProblem, toProblem } from '@/utils/store/problem';
import type { SectionProps } from '../own-sections';
import { type Desk, writingActs } from './acts';
import { EVERYTHING } from './filter';
import { type Chosen, type Loaded, loadCalendar } from './load';
import { calendarView, type Seeing } from './view';

/** The calendar of a school's change of year: wires what is drawn to storage, and to other pages that write to it. */
export function CalendarSection({ say }: SectionProps) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<StorageProblem>();
  const [seeing, setSeeing] = useState<Seeing>({ tab: 'etapes', filter: EVERYTHING });
  const chosen = useRef<Chosen>({});
  const shown = useRef<Loaded | undefined>(undefined);
  const loads = useRef(0);
  shown.current = loaded;

  /** What failed is shown over what was there: nothing typed or ticked leaves the screen. */
  const fail = useCallback((error: unknown) => setProblem(toProblem(error, 'working')), []);
  /** Several loads may run at once: only the one that began last has seen everything. */
  const reload = useCallback(async () => {
    const load = ++loads.current;
    try {
      const next = await loadCalendar(chosen.current);
      if (load === loads.current) setLoaded(next);
    } catch (error) {
      fail(error);
    }
  }, [fail]);
  const notes = useMemo(
    () =>
      keepNotes(
        localStorage,
        (beside) => {
          say(noteSaid(beside));
          void reload();
        },
        fail,
      ),
    [fail, reload, say],
  );

  useEffect(() => {
    void reload().then(notes.flush);
    const stop = onChange(reload);
    const leave = () => void notes.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      leave();
      window.removeEventListener('pagehide', leave);
    };
  }, [reload, notes]);

  const acts = useMemo<CalendarActs>(() => {
    const desk: Desk = {
      loaded: () => shown.current,
      notes,
      say,
      async save(work, said) {
        try {
          await work;
          setProblem(undefined);
          say(said);
          void send('badge/refresh', null).catch(() => undefined);
        } catch (error) {
          fail(error);
        }
        await reload();
      },
      showTick(step, done) {
        const former = shown.current?.board?.progress.ticks[step];
        // A load already under way knows nothing of it: the box must not jump back.
        loads.current++;
        setLoaded((last) => withTick(last, step, { done, at: new Date().toISOString() }));
        return () => setLoaded((last) => withTick(last, step, former));
      },
    };
    return {
      ...writingActs(desk),
      chooseSchool(school) {
        chosen.current = { ...chosen.current, school };
        void notes.flush().then(reload);
      },
      chooseYear(transition) {
        chosen.current = { ...chosen.current, transition };
        void notes.flush().then(reload);
      },
      openTab: (tab) => setSeeing((last) => ({ ...last, tab })),
      filter: (change) => setSeeing((last) => ({ ...last, filter: { ...last.filter, ...change } })),
      open: (href) => void notes.flush().then(() => browser.tabs.create({ url: href })),
      retry() {
        setProblem(undefined);
        void notes.flush().then(reload);
      },
    };
  }, [notes, say, fail, reload]);

  return (
    <Calendar
      view={loaded && calendarView(loaded, seeing)}
      problem={problem && asWords(problem)}
      acts={acts}
    />
  );
}

function asWords({ message, advice }: StorageProblem): Problem {
  return { says: message, advice };
}

/** A box that couldn't be saved goes back to what it was: the screen only shows what is kept. */
function withTick(loaded: Loaded | undefined, step: string, tick: Tick | undefined): Loaded | undefined {
  if (!loaded?.board) return loaded;
  const { progress } = loaded.board;
  const { [step]: _replaced, ...others } = progress.ticks;
  const ticks = tick ? { ...others, [step]: tick } : others;
  return { ...loaded, board: { ...loaded.board, progress: { ...progress, ticks } } };
}
