import { browser } from 'wxt/browser';
import type { Hold } from '@/components/overlay/hold-dialog';
import { audit, type RuleResult } from '@/utils/core/audit';
import { contextOn, type School } from '@/utils/core/context';
import type { PageId } from '@/utils/core/facts';
import type { Rule } from '@/utils/core/rule';
import type { Ent, LiveReading } from '@/utils/ents/page';
import { type RuleCount, type SeenSchool, send, type TabState } from '@/utils/messages';
import { readSummary } from '@/utils/report/read-summary';
import type { Judgement } from './judge-screen';

/** Tells the background what was read: counts and the school, never a name. */
export interface Reporter {
  screen(judgement: Judgement): void;
  finished(reading: LiveReading): void;
  /** A click was held back; `resumed` when the person goes on. For the journal of the school's year. */
  held(school: School | undefined, what: Pick<Hold, 'action' | 'title'>, resumed: boolean): void;
  failed(error: unknown): void;
  /** Called once when the extension has been updated or removed under the page. */
  onGone(gone: () => void): void;
}

/** What comes back. */
interface Told {
  problem(words: string): void;
  /** What earlier visits taught of the school, its UAI above all: list screens don't show it. */
  known(school: School): void;
  /** A reading was recorded: it may have proven steps of the calendar. */
  recorded(): void;
}

/** Reports one tab; `problem` gets a French sentence when something could not be remembered. */
export function reporter(ent: Ent, host: string, rules: readonly Rule[], told: Told): Reporter {
  let lastState = '';
  let lastRecord = '';
  let lastSchool: string | undefined;

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
  const record = (
    school: School & Pick<SeenSchool, 'levels'>,
    by: 'live' | PageId,
    results: readonly RuleResult[],
    on: string,
  ) => {
    const counts = results.filter(({ outcome }) => outcome !== 'inapplicable').map(countOf);
    const written = JSON.stringify([school.id, by, counts]);
    if (counts.length === 0 || written === lastRecord) return;
    lastRecord = written;
    const read = { school: seen(school), at: new Date().toISOString(), by, counts, ...(on && { on }) };
    send('reading/record', read).then(told.recorded).catch(failed);
  };

  return {
    failed,
    screen({ school, pages, ownResults, view }) {
      if (school && school.id !== lastSchool) {
        lastSchool = school.id;
        send('school/seen', seen(school)).then(told.known).catch(failed);
      }
      const page = pages.at(-1)?.id;
      const read = view.screen.kind === 'read';
      const state: TabState = {
        host,
        ent: ent.id,
        ...(school && { school: seen(school) }),
        ...(page && { page }),
        ...(read && { flags: view.findings.reduce((sum, { places }) => sum + places.length, 0) }),
        critical: view.findings.some(({ impact, review }) => impact === 'critical' && !review),
      };
      const written = JSON.stringify(state);
      if (written !== lastState) {
        lastState = written;
        stayConnected();
        send('tab/state', state).catch(failed);
      }
      if (school && page && read && view.live.kind !== 'running')
        record(school, page, ownResults, view.read.join(', '));
    },
    finished({ school, facts, role }) {
      const context = contextOn(new Date(), { ent: ent.id, school, ...(role && { role }) });
      const levels = facts.structure?.items[0]?.levels;
      const on = readSummary(facts).join(', ');
      record({ ...school, ...(levels?.length && { levels }) }, 'live', audit(rules, facts, context), on);
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

/** An updated extension leaves its old scripts without an identity. */
export function isGone(): boolean {
  return browser.runtime?.id === undefined;
}

function countOf({ rule, outcome, complete, flags }: RuleResult): RuleCount {
  const listed = flags.filter(({ cardOnly }) => !cardOnly);
  const reviews = listed.filter(({ review }) => review).length;
  return { rule, outcome, complete, violations: listed.length - reviews, reviews };
}
