import { browser } from 'wxt/browser';
import type { Hold } from '@/components/overlay/hold-dialog';
import type { RuleResult } from '@/utils/core/audit';
import type { School } from '@/utils/core/context';
import type { Facts, PageId } from '@/utils/core/facts';
import { liveSwitch } from '@/utils/detector-ids';
import type { Ent, LiveReading } from '@/utils/ents/page';
import {
  type ReadingRecord,
  type RecalledSchool,
  type SeenSchool,
  send,
  type TabState,
} from '@/utils/messages';
import { countsOf, figuresOf, listsRead } from '@/utils/report/figures';
import { readSummary } from '@/utils/report/read-summary';
import type { Judgement } from './judge-screen';

/** Tells the background what was read: counts and the school, never a name. */
export interface Reporter {
  screen(judgement: Judgement): void;
  finished(reading: LiveReading, results: readonly RuleResult[]): void;
  /** A click was held back; `resumed` when the person goes on. For the journal of the school's year. */
  held(school: School | undefined, what: Pick<Hold, 'action' | 'title'>, resumed: boolean): void;
  /** A detector did what it is there for. */
  worked(id: string): void;
  failed(error: unknown): void;
  /** Asks anew, at the next look, what is known of the school. */
  askAgain(): void;
  /** Called once when the extension has been updated or removed under the page. */
  onGone(gone: () => void): void;
}

/** What comes back. */
interface Told {
  problem(words: string): void;
  /** What earlier visits taught of the school, its UAI above all: list screens don't show it. */
  known(school: RecalledSchool): void;
  /** A reading was recorded: it may have proven steps of the calendar. */
  recorded(): void;
}

/** Reports one tab; `problem` gets a French sentence when something could not be remembered. */
export function reporter(ent: Ent, host: string, told: Told): Reporter {
  let lastState = '';
  let lastRecord = '';
  let lastSchool: string | undefined;
  const lastSeen = new Map<string, string>();

  let whenGone: (() => void) | undefined;
  let connected = false;

  /**
   * The only sign of an update under an open page is a connection that drops while our identity is gone. It also drops
   * when the background falls asleep, so it is taken up again with the next thing to tell.
   */
  const stayConnected = () => {
    if (connected || isGone()) return;
    connected = true;
    browser.runtime.connect({ name: 'overlay' }).onDisconnect.addListener(() => {
      connected = false;
      // The connection drops a moment before the identity does.
      setTimeout(() => {
        if (isGone()) whenGone?.();
      }, 200);
    });
  };

  const failed = (error: unknown) => {
    if (isGone()) return;
    told.problem(error instanceof Error ? error.message : String(error));
  };
  const seen = (school: School): SeenSchool => ({ ...school, ent: ent.id, host });
  /** Said once until it changes: a screen is looked at again at each of its changes. */
  const detected = (id: string, unreadable?: string) => {
    if (lastSeen.get(id) === (unreadable ?? '')) return;
    lastSeen.set(id, unreadable ?? '');
    const at = new Date().toISOString();
    send('detector/seen', { host, id, at, ...(unreadable !== undefined && { unreadable }) }).catch(failed);
  };
  const record = (school: School, by: 'live' | PageId, results: readonly RuleResult[], facts: Facts) => {
    const reading = recordOf(ent, host, { school, by, results, facts });
    const { counts } = reading;
    const written = JSON.stringify([school.id, by, counts]);
    // A screen that says the same again teaches nothing; a control of the whole school is dated anew.
    if (counts.length === 0 || (written === lastRecord && by !== 'live')) return;
    lastRecord = written;
    send('reading/record', reading).then(told.recorded, failed);
  };

  return {
    failed,
    askAgain() {
      lastSchool = undefined;
    },
    worked(id) {
      lastSeen.delete(id);
      detected(id);
    },
    screen({ school, nameless, pages, judgeAlone, sight, view, whyUnread }) {
      if (view.screen.kind === 'read' || view.screen.kind === 'unreadable')
        for (const { id } of pages) detected(id, whyUnread.get(id));
      if (view.live.kind === 'failed') detected(liveSwitch(ent.id), view.live.message);
      // A title bar may follow its address: what was told of one school under another's name is told again.
      const shown = school ?? nameless;
      const named = shown && JSON.stringify([shown.id, shown.name, shown.lagging]);
      if (shown && named !== lastSchool) {
        lastSchool = named;
        send('school/seen', seen(shown)).then(told.known).catch(failed);
      }
      const page = pages.at(-1)?.id;
      const read = view.screen.kind === 'read';
      const state: TabState = {
        host,
        ent: ent.id,
        ...(school && { school: seen(school) }),
        ...(page && { page }),
        ...(read && { flags: view.findings.reduce((sum, { places }) => sum + places.length, 0) }),
        critical: view.findings.some(({ impact, review, fate }) => impact === 'critical' && !review && !fate),
      };
      const written = JSON.stringify(state);
      if (written !== lastState) {
        lastState = written;
        stayConnected();
        send('tab/state', state).catch(failed);
      }
      // Under a name that lags, the lists too may still be those of the school before.
      // What is chosen on the import's first step tells of an act under way, not of the school: left there, it would stay.
      if (
        school &&
        !school.lagging &&
        page &&
        read &&
        view.live.kind !== 'running' &&
        !sight.shown.importWizard
      )
        record(school, page, judgeAlone(), sight.shown);
    },
    finished({ school, facts }, results) {
      lastSeen.delete(liveSwitch(ent.id));
      detected(liveSwitch(ent.id));
      // Without the console's own record of the school, a reading begun under no sure name has none to be filed under.
      if (!school.lagging) record(school, 'live', results, facts);
    },
    held(school, { action, title }, resumed) {
      if (!school) return;
      const act = { kind: 'held' as const, action, rule: title, resumed };
      send('journal/write', { school: seen(school), at: new Date().toISOString(), act }).catch(failed);
    },
    onGone(gone) {
      whenGone = gone;
      stayConnected();
    },
  };
}

/** A reading as it is remembered: which school, when, what each rule concluded and how many of each thing there were. */
export function recordOf(
  { id: ent }: Ent,
  host: string,
  judged: { school: School; by: 'live' | PageId; results: readonly RuleResult[]; facts: Facts },
): ReadingRecord {
  const { school, by, results, facts } = judged;
  const levels = facts.structure?.items[0]?.levels;
  const on = readSummary(facts).join(', ');
  return {
    school: { ...school, ent, host, ...(levels?.length && { levels }) },
    at: new Date().toISOString(),
    by,
    counts: countsOf(results),
    read: listsRead(facts),
    figures: figuresOf(facts),
    ...(on && { on }),
  };
}

/** An updated extension leaves its old scripts without an identity. */
export function isGone(): boolean {
  return browser.runtime?.id === undefined;
}
