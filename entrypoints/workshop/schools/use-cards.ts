import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { breathing } from '@/utils/breathing';
import { isoDate } from '@/utils/core/context';
import type { Card } from '@/utils/core/fiche';
import { onChange } from '@/utils/store/changes';
import { StorageProblem } from '@/utils/store/problem';
import { beginning, currentTransition } from './beginning';
import { loadBoard, nextPaint } from './load-board';
import type { Phases } from './load-phases';

/** What the board is made of, as it comes from the store. */
export interface Cards {
  years: readonly number[];
  year: number;
  cards: readonly Card[];
  /** Missing until they are worked out. */
  phases?: Phases;
  loading: boolean;
  problem?: StorageProblem;
  chooseYear(year: number): void;
  reload(): Promise<void>;
  /** Shows what storage refused; anything else is a mistake of ours. @throws what is no problem of storage */
  failed(error: unknown): void;
}

/** Another page writes at each screen that is read: the board follows, but not at each of them. */
const FOLLOW_MS = 500;

/** Reads the board, and again when another page writes. */
export function useCards(): Cards {
  const [years, setYears] = useState<readonly number[]>([]);
  const [year, setYear] = useState(currentTransition);
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [phases, setPhases] = useState<Phases>();
  const [loading, setLoading] = useState(true);
  const [problem, setProblem] = useState<StorageProblem>();
  const reading = useRef(0);
  const drawn = useRef<number | undefined>(undefined);
  const failed = useCallback((error: unknown) => {
    if (!(error instanceof StorageProblem)) throw error;
    setProblem(error);
  }, []);
  const load = useCallback(
    async (asked: number) => {
      reading.current += 1;
      const mine = reading.current;
      const current = () => mine === reading.current;
      try {
        const { known, shown, cards: pages } = await beginning(asked);
        // Those that are there already stay until all are read anew: a list that shrinks and grows again jumps.
        const isFirst = drawn.current !== shown;
        let all: readonly Card[] = [];
        await loadBoard(pages, {
          tell(now) {
            all = now;
            // With the first cards, not before them: what frames them would be drawn twice.
            setYears(known);
            setYear(shown);
            if (isFirst) setCards(now);
          },
          current,
          painted: nextPaint,
        });
        if (!current()) return;
        setCards(all);
        drawn.current = shown;
        setProblem(undefined);
        setLoading(false);
        const today = isoDate(new Date());
        // What it takes to work out the steps is half of this section's code: the cards don't wait for it.
        const { loadPhases } = await import('./load-phases');
        let worked: Phases = new Map();
        const tell = (now: Phases) => {
          worked = now;
          if (isFirst) setPhases(now);
        };
        await loadPhases(all, { transition: shown, today, breathe: breathing(), tell, current });
        if (current()) setPhases(worked);
      } catch (error) {
        failed(error);
      } finally {
        setLoading(false);
      }
    },
    [failed],
  );
  // Read at once: an effect after the paint would wait for a frame that shows nothing.
  useLayoutEffect(() => {
    void load(year);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onChange(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void load(year), FOLLOW_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
      reading.current += 1;
    };
  }, [load, year]);
  return {
    ...{ years, year, cards, loading, failed },
    ...(phases && { phases }),
    ...(problem && { problem }),
    chooseYear: setYear,
    reload: () => load(year),
  };
}
