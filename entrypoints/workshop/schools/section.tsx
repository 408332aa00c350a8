import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/workshop/schools/schools.css';
import { Board } from '@/components/workshop/schools/board';
import type { BoardActs, BoardView, ExchangeView } from '@/components/workshop/schools/view';
import { download } from '@/utils/hand-over';
import { boardCsv } from '@/utils/report/board-csv';
import { ALL_RULES } from '@/utils/rules';
import { forgetFiches } from '@/utils/store/fiches';
import { StorageProblem } from '@/utils/store/problem';
import { Clerk } from '../clerk';
import type { SectionProps } from '../own-sections';
import {
  chosen,
  columnsOf,
  entsOf,
  linesOf,
  NO_FILTERS,
  rowOf,
  sharedUais,
  summaryOf,
  weigh,
} from './board-view';
import type { ExchangeRequests } from './exchange-protocol';
import { cardsOfLine, joinCards, phasesOfLines } from './join-cards';
import type { Opened } from './open-school';
import { phaseCells, phaseColumns, phasesCell } from './phase-view';
import type { pageOf } from './school-page';
import { useAddress } from './use-address';
import { useCards } from './use-cards';

const RULES_BY_ID = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

/** What it takes to tell of one school, the words of every screen among it: the board is drawn without. */
const schoolPage = () => import('./school-page');

/** Nobody waits for a worker that was never needed: it is hired at the first exchange. */
const clerk = new Clerk<ExchangeRequests>(
  () => new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' }),
);

/** The board of schools, wired to the store. */
export default function SchoolsSection({ say }: SectionProps) {
  const { years, year, loading, problem, chooseYear, reload, failed, ...read } = useCards();
  const cards = useMemo(() => joinCards(read.cards), [read.cards]);
  const phases = useMemo(() => phasesOfLines(cards, read.phases), [cards, read.phases]);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [exchange, setExchange] = useState<ExchangeView>({ busy: false });
  const [opened, setOpened] = useState<Opened & { pageOf: typeof pageOf }>();

  const weighed = useMemo(() => weigh(cards, RULES_BY_ID, new Date().toISOString()), [cards]);
  const kept = useMemo(() => chosen(weighed, filters, phases), [weighed, filters, phases]);
  const rows = useMemo(() => kept.map((one) => rowOf(one, RULES_BY_ID)), [kept]);
  const { by } = filters;
  const columns = useMemo(() => {
    if (by === 'summary') return [];
    if (by === 'rules') return columnsOf(kept, ALL_RULES);
    return phaseColumns(
      kept.map(({ card }) => card.school),
      phases ?? new Map(),
    );
  }, [kept, by, phases]);
  const steps = useMemo(
    () => new Map(phases && cards.map(({ school }) => [school, phasesCell(phases.get(school))])),
    [cards, phases],
  );
  const { asked, go, leave } = useAddress();
  const askedCard =
    asked === undefined
      ? undefined
      : cards.find((card) => cardsOfLine(card).some(({ school }) => school === asked));
  const openedCard = askedCard && opened?.key === askedCard.school ? askedCard : undefined;
  useEffect(() => {
    if (asked === undefined) return setOpened(undefined);
    // Lines of one school are joined as they come: its page waits for all of them.
    if (loading) return undefined;
    if (!askedCard) {
      leave();
      return say('Cet établissement n’a pas de fiche pour la rentrée affichée.');
    }
    let current = true;
    schoolPage()
      .then(async (page) => {
        const read = await page.openSchool(askedCard);
        if (current) setOpened({ ...read, pageOf: page.pageOf });
      })
      .catch((error) => {
        // Asked for again, it is read again.
        if (current) leave();
        if (error instanceof StorageProblem) failed(error);
        else say('La fiche n’a pas pu s’ouvrir. Rechargez la page, puis recommencez.');
      });
    return () => {
      current = false;
    };
  }, [asked, askedCard?.school, loading]);

  const view: BoardView = {
    years: years.map((one) => ({ value: String(one), label: `Rentrée ${one}` })),
    year: String(year),
    filters,
    ents: entsOf(weighed),
    summary: summaryOf(weighed, kept),
    rows,
    columns,
    phases: steps,
    cellsOf: by === 'phases' ? ({ key }) => phaseCells(phases?.get(key)) : ({ cells }) => cells,
    shared: sharedUais(weighed),
    exchange,
    loading,
    ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
    ...(opened &&
      openedCard && {
        school: opened.pageOf(openedCard, opened, phases?.get(opened.key)),
      }),
  };

  const acts: BoardActs = {
    chooseYear: (value) => chooseYear(Number(value)),
    filter: (change) => setFilters((now) => ({ ...now, ...change })),
    openSchool: go,
    showFiche: (shown) => setOpened((now) => now && { ...now, shown }),
    compare: (before, after) => setOpened((now) => now && { ...now, before, after }),
    setFound: (prediction, number, typed) =>
      setOpened((now) => now && { ...now, found: { ...now.found, [`${prediction} ${number}`]: typed } }),
    forget(key) {
      const card = cards.find(({ school }) => school === key);
      const keys = card ? cardsOfLine(card).map(({ school }) => school) : [key];
      Promise.all(keys.map((one) => forgetFiches(one, year))).then(() => {
        leave();
        say('Fiches effacées.');
        return reload();
      }, failed);
    },
    importFiches(files) {
      setExchange({ busy: true });
      void clerk
        .ask('import', { given: files })
        .catch(() => INTERRUPTED)
        .then(async (says) => {
          setExchange({ busy: false, says });
          await reload();
        });
    },
    exportFiches() {
      setExchange({ busy: true });
      clerk.ask('export', { transition: year, at: new Date().toISOString() }).then(
        ({ name, blob }) => {
          setExchange({ busy: false });
          download(name, blob);
          say(`${name} enregistré.`);
        },
        (error) =>
          setExchange({
            busy: false,
            says: { text: `Export impossible. ${(error as Error).message}`, details: [], grade: 'critical' },
          }),
      );
    },
    exportTable() {
      const name = `vigie-tableau-${year}.csv`;
      download(name, boardCsv(linesOf(kept, phases), columnsOf(kept, ALL_RULES)));
      say(`${name} enregistré.`);
    },
    print: () => print(),
  };
  return <Board view={view} acts={acts} />;
}

const INTERRUPTED = {
  text: 'La lecture des fiches s’est interrompue : aucune n’a été ajoutée. Rechargez la page, puis recommencez.',
  details: [],
  grade: 'critical' as const,
};
