import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import '@/components/workshop/schools/schools.css';
import { GRADE_WORDS } from '@/components/impact-icon';
import { Board } from '@/components/workshop/schools/board';
import type { BoardActs, BoardView, ExchangeView } from '@/components/workshop/schools/view';
import { transitionOn } from '@/utils/checklists/calendar';
import { isoDate } from '@/utils/core/context';
import { type Card, type Fiche, worstOf } from '@/utils/core/fiche';
import { pageTitle } from '@/utils/ents';
import { portalName } from '@/utils/ents/hosts';
import { download } from '@/utils/hand-over';
import { boardCsv } from '@/utils/report/board-csv';
import { ALL_RULES } from '@/utils/rules';
import { onChange } from '@/utils/store/changes';
import { fichesOf, forgetFiches, transitionsKnown } from '@/utils/store/fiches';
import { StorageProblem } from '@/utils/store/problem';
import type { SectionProps } from '../own-sections';
import { chosen, columnsOf, entsOf, NO_FILTERS, rowOf, summaryOf, weigh } from './board-view';
import { exportFiches, importFiches } from './exchange-acts';
import { schoolView } from './fiche-view';
import { loadBoard } from './load-board';

const RULES_BY_ID = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

interface Opened {
  key: string;
  fiches: readonly Fiche[];
  shown?: string;
  before?: string;
  after?: string;
}

/** The board of schools, wired to the store. */
export default function SchoolsSection({ say }: SectionProps) {
  const [years, setYears] = useState<readonly number[]>([]);
  const [year, setYear] = useState(() => transitionOn(isoDate(new Date())));
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [loading, setLoading] = useState(true);
  const [problem, setProblem] = useState<StorageProblem>();
  const [exchange, setExchange] = useState<ExchangeView>({ busy: false });
  const [opened, setOpened] = useState<Opened>();
  const reading = useRef(0);

  const reload = useCallback(async (asked: number) => {
    reading.current += 1;
    const mine = reading.current;
    try {
      const known = await transitionsKnown();
      setYears(known);
      const shown = known.includes(asked) ? asked : (known[0] ?? asked);
      setYear(shown);
      await loadBoard(shown, setCards, () => mine === reading.current);
      setProblem(undefined);
    } catch (error) {
      if (error instanceof StorageProblem) setProblem(error);
      else throw error;
    } finally {
      setLoading(false);
    }
  }, []);
  useEffect(() => {
    void reload(year);
    return onChange(() => void reload(year));
  }, [reload, year]);

  const weighed = useMemo(() => weigh(cards, RULES_BY_ID, new Date().toISOString()), [cards]);
  const kept = useMemo(() => chosen(weighed, filters), [weighed, filters]);
  const rows = useMemo(() => kept.map((one) => rowOf(one, RULES_BY_ID)), [kept]);
  const byRule = filters.by === 'rules';
  const rules = useMemo(() => (byRule ? columnsOf(kept, ALL_RULES) : []), [kept, byRule]);
  const openedCard = opened && cards.find(({ school }) => school === opened.key);

  const view: BoardView = {
    years: years.map((one) => ({ value: String(one), label: `Rentrée ${one}` })),
    year: String(year),
    filters,
    ents: entsOf(weighed),
    summary: summaryOf(weighed, kept),
    rows,
    rules,
    exchange,
    loading,
    ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
    ...(opened && openedCard && { school: schoolView(openedCard, opened, ALL_RULES, pageTitle) }),
  };

  const acts: BoardActs = {
    chooseYear: (value) => setYear(Number(value)),
    filter: (change) => setFilters((now) => ({ ...now, ...change })),
    openSchool(key) {
      setOpened(undefined);
      if (key === undefined) return;
      fichesOf(key, year).then(
        (fiches) => setOpened({ key, fiches }),
        (error) => setProblem(error),
      );
    },
    showFiche: (shown) => setOpened((now) => now && { ...now, shown }),
    compare: (before, after) => setOpened((now) => now && { ...now, before, after }),
    forget(key) {
      forgetFiches(key, year).then(
        () => {
          setOpened(undefined);
          say('Fiches effacées.');
          return reload(year);
        },
        (error) => setProblem(error),
      );
    },
    importFiches(file) {
      setExchange({ busy: true });
      void importFiches(file).then(async (says) => {
        setExchange({ busy: false, says });
        await reload(year);
      });
    },
    exportFiches() {
      exportFiches(year, new Date().toISOString()).then(
        ({ name, text }) => {
          download(name, text, 'application/json');
          say(`${name} enregistré.`);
        },
        (error) => setProblem(error),
      );
    },
    exportTable() {
      const lines = kept.map(({ card, risk }) => ({
        name: card.name,
        uai: card.uai ?? '',
        portal: portalName(card.host),
        worst: GRADE_WORDS[worstOf(risk)],
        ...risk,
        at: card.at,
        rules: card.rules,
      }));
      const name = `vigie-tableau-${year}.csv`;
      download(name, boardCsv(lines, columnsOf(kept, ALL_RULES)));
      say(`${name} enregistré.`);
    },
    print: () => print(),
  };
  return <Board view={view} acts={acts} />;
}
