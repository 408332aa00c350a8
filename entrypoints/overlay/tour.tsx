import { TourPlace } from '@/components/overlay/tour-place';
import { breathing } from '@/utils/breathing';
import { audit, type RuleResult } from '@/utils/core/audit';
import { contextOn, type School } from '@/utils/core/context';
import { riskOf } from '@/utils/core/fiche';
import { isProved } from '@/utils/core/proof';
import type { Rule } from '@/utils/core/rule';
import type { VisitEnd } from '@/utils/core/tour';
import { getJson } from '@/utils/ents/get-json';
import type { Ent, Live, Progress } from '@/utils/ents/page';
import { send } from '@/utils/messages';
import { countsOf } from '@/utils/report/figures';
import { TourStopped, visitEnd } from '@/utils/visit-end';
import type { MakeCompanion } from './companion';
import { isGone, recordOf } from './reporter';
import type { DrawnTour, SchoolsScript, TourDesk } from './schools-script';

/** Between two questions, and between two schools, in ms: the server has others to serve than us. */
const GAP_MS = 100;
const REST_MS = 1000;

/** « Contrôler mes écoles »: one school after the other, by a script that comes when it is asked for. */
export const tour: MakeCompanion = (ent, document, { changed, failed, rules }) => {
  const { host } = location;
  let left: readonly string[] = [];
  let asked = false;
  let open = false;
  let drawn: DrawnTour | undefined;
  const desk: TourDesk = {
    ...deskOf(ent, rules, document),
    keep(ids) {
      left = ids;
      send('tour/keep', { host, left: ids }).catch(failed);
    },
    openBoard: () => void send('workshop/open', { section: 'ecoles' }).catch(failed),
    close() {
      open = false;
      drawn = undefined;
      changed();
    },
  };
  return {
    look({ school }) {
      if (asked || !school) return;
      asked = true;
      send('tour/recall', { host }).then((ids) => {
        if (ids.length === 0 || drawn) return;
        left = ids;
        changed();
      }, failed);
    },
    // Switched off, nobody's console is asked anything.
    view: () =>
      ent.live?.schools
        ? {
            tour: (
              <TourPlace
                tour={{
                  open,
                  left: left.length,
                  start() {
                    open = true;
                    changed();
                    send('overlay/part', 'schools').then(() => {
                      drawn ??= (globalThis as SchoolsScript).vigieSchools?.tour(desk, left);
                      changed();
                    }, failed);
                  },
                  drop() {
                    desk.keep([]);
                    changed();
                  },
                  draw: (container) => drawn?.draw(container),
                }}
              />
            ),
          }
        : {},
  };
};

function deskOf(ent: Ent, rules: () => readonly Rule[], document: Document) {
  const { host } = location;
  const reader = (): Live => {
    if (!ent.live) throw new TourStopped(OFF);
    return ent.live;
  };
  const tools = (signal: AbortSignal, breathe = breathing()) => ({
    get: pacedGet(reader(), signal, breathe),
    signal,
    breathe,
  });
  let same = new Map<string, Promise<unknown>>();
  let last = 0;
  /** Asks at a measured pace, and only once for what is the same for every school. */
  function pacedGet({ sameForAll = [] }: Live, signal: AbortSignal, breathe: ReturnType<typeof breathing>) {
    return async (path: string) => {
      const known = same.get(path);
      if (known) return known;
      const wait = Math.max(0, last + GAP_MS - performance.now());
      last = performance.now() + wait;
      await pause(wait, document);
      const answer = getJson(path, signal, breathe);
      if (sameForAll.includes(path)) {
        same.set(path, answer);
        answer.catch(() => same.delete(path));
      }
      return answer;
    };
  }
  async function visited(
    school: School,
    signal: AbortSignal,
    tell: (progress: Progress) => void,
  ): Promise<VisitEnd> {
    const breathe = breathing();
    const { milestones } = await send('school/seen', { ...school, ent: ent.id, host }).catch(stop);
    const reading = await reader().gather(school, { ...tools(signal, breathe), tell });
    const { facts, role } = reading;
    const context = contextOn(new Date(), {
      ent: ent.id,
      school: reading.school,
      ...(role && { role }),
      ...(milestones && { milestones }),
    });
    const results: RuleResult[] = [];
    for (const rule of rules()) {
      results.push(...audit([rule], facts, context));
      await breathe();
    }
    const record = recordOf(ent, host, { school: reading.school, by: 'live', results, facts });
    await send('reading/record', record).catch(stop);
    const impacts = new Map(rules().map(({ id, impact }) => [id, impact]));
    const counts = countsOf(results);
    const standings = counts.map((count) => [count.rule, { ...count, at: '', by: 'live' as const }]);
    return {
      kind: 'seen',
      risk: riskOf(Object.fromEntries(standings), (id) => impacts.get(id)),
      proved: reading.gaps.length === 0 && isProved(counts),
      gaps: reading.gaps,
    };
  }
  return {
    async schools() {
      same = new Map();
      return (
        (await reader().schools?.({ ...tools(new AbortController().signal), tell: () => undefined })) ?? []
      );
    },
    read: (school: School, signal: AbortSignal, tell: (progress: Progress) => void) =>
      visited(school, signal, tell).catch(visitEnd),
    rest: () => pause(REST_MS, document),
  };
}

const OFF =
  'Le contrôle de tout l’établissement est désactivé sur ce poste : réactivez-le dans « État des contrôles ».';

/** What cannot be remembered of one school can't be of the next: the person has to mend it first. */
function stop(error: unknown): never {
  if (isGone())
    throw new TourStopped('Vigie vient d’être mise à jour : rechargez la page, puis reprenez la tournée.');
  throw new TourStopped(error instanceof Error ? error.message : String(error));
}

/** Timers of a hidden tab wait up to a minute: there, the answers of the console are pace enough. */
function pause(ms: number, document: Document): Promise<void> {
  if (ms <= 0 || document.hidden) return Promise.resolve();
  return new Promise((resume) => setTimeout(resume, ms));
}
