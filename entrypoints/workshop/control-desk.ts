import { audit, type RuleResult } from '@/utils/core/audit';
import { contextOn } from '@/utils/core/context';
import type { Facts, Gathered } from '@/utils/core/facts';
import type { Rule } from '@/utils/core/rule';
import { labelOf } from '@/utils/files/accounts';
import { SHOWN } from '@/utils/files/conclude';
import { concludeControl, examineRosters } from '@/utils/files/control';
import type { ControlChoices } from '@/utils/files/control-result';
import { coupleHash, type DecidedCouple, decide } from '@/utils/files/decide';
import type { Examined } from '@/utils/files/examine';
import { countsWithCuts } from '@/utils/report/file-figures';
import { findingsOf } from '@/utils/report/findings';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';
import { Corrections, isSettled } from './corrections';
import type { Desk } from './desk';
import { filterChoices } from './filter-choices';
import { detailedFindings, filterFindings, isFiltering } from './findings-list';
import type {
  ControlSummary,
  CorrectedFile,
  CorrectionChoice,
  CorrectionPreview,
  Filters,
  ListedFinding,
  ListedRow,
  Progress,
} from './protocol';

const RULES: readonly Rule[] = Object.values(USER_FILE_RULES);

const STEPS = {
  join: 'Rapprochement des deux fichiers',
  pair: 'Recherche des clés modifiées',
  conclude: 'Conclusion',
} as const;

/** Items of each list that can be shown; beyond, a list in a page serves nobody. */
const MOST_SHOWN = 50_000;

/** The control of what is on the desk, and the pages of its findings. */
export class ControlDesk {
  private examined: Examined | undefined;
  private choices: ControlChoices = {};
  private off: ReadonlySet<string> = new Set();
  private today = '';
  /** Items of each list that are in words. */
  private shown = SHOWN;
  private findings: ListedFinding[] = [];
  private couples: ReadonlyMap<string, DecidedCouple> = new Map();
  private corrections: Corrections | undefined;

  constructor(private readonly desk: Desk) {}

  /** Joins and pairs, then concludes. */
  async control(
    choices: ControlChoices,
    today: string,
    progress: (progress: Progress) => void,
  ): Promise<ControlSummary> {
    const files = {
      reference: this.desk.rosters('reference').map(({ roster }) => roster),
      fresh: this.desk.rosters('toImport').map(({ roster }) => roster),
    };
    this.examined = await examineRosters(files, ({ step, done }) =>
      progress({ what: STEPS[step], done: Math.round(done * 100), total: 100 }),
    );
    this.shown = SHOWN;
    return this.conclude(choices, today);
  }

  /** Rules that are not judged from now on: they are told as not controlled. */
  leaveOut(off: readonly string[] = []): void {
    this.off = new Set(off);
  }

  /** Concludes anew: decisions, expected cohort and the box change without the files being read again. */
  async conclude(choices: ControlChoices, today: string): Promise<ControlSummary> {
    if (!this.examined) throw new Error('Nothing was examined');
    const { found } = this.examined;
    this.choices = choices;
    this.today = today;
    const couples = found ? await decide(found.couples, choices) : [];
    this.couples = new Map(couples.map((couple) => [couple.id, couple]));
    this.corrections = found && new Corrections(this.examined, couples, choices);
    const { facts, pairs: _, results, ...control } = await this.judge();
    const rows = this.findings.flatMap((finding) => finding.rows);
    return {
      ...control,
      unproven: [...RULES.filter(({ id }) => this.off.has(id)).map(switchedOff), ...unprovenBy(results)],
      counts: countsWithCuts(results, this.findings),
      refusals: control.refused ? refusalsOf(facts) : [],
      decided: couples.flatMap(({ hash, decided, old, fresh }) => {
        const [person, now] = [labelOf(old), labelOf(fresh)];
        return hash && decided
          ? [{ hash, people: person === now ? person : `${person} → ${now}`, verdict: decided }]
          : [];
      }),
      ...filterChoices({
        people: [
          ...couples.flatMap(({ decided, old }) => (decided === 'different' ? [] : [old])),
          ...(found?.twins ?? []).map(({ kept }) => kept),
        ],
        gauge: control.gauge,
        rows,
      }),
    };
  }

  /** Puts into words as many items of each list as are asked for now, and judges them. */
  private async judge() {
    const { salt, ...unhashed } = this.choices;
    // Couples are shown by `list`, which makes the hashes of a page: without decisions, the others are never needed.
    const choices = salt !== undefined && unhashed.decisions?.size ? this.choices : unhashed;
    const control = await concludeControl(this.examined as Examined, choices, this.shown);
    const { updateAll } = this.choices;
    const context = contextOn(new Date(`${this.today}T12:00`), {
      ent: control.platform,
      ...(updateAll === undefined ? {} : { updateAll }),
    });
    const rules = RULES.filter(({ id }) => !this.off.has(id));
    const results = audit(rules, withoutTotals(control.facts), context);
    const pairs = [...this.couples.values()].map((couple) => ({
      id: couple.id,
      ...(couple.decided ? { decided: couple.decided } : {}),
      kinds: couple.kinds,
      correctable: couple.decided !== 'different',
      settled: isSettled(couple),
    }));
    this.findings = detailedFindings(findingsOf(results, RULES), RULES, control.facts, pairs);
    return { ...control, results };
  }

  /** What a choice of corrections would change. */
  async preview(choice: CorrectionChoice): Promise<CorrectionPreview> {
    return (await this.corrections?.preview(choice, this.desk.rosters('toImport'))) ?? none();
  }

  /** The files to import with the corrections chosen. */
  async correct(choice: CorrectionChoice): Promise<CorrectedFile[]> {
    return (await this.corrections?.write(choice, this.desk.rosters('toImport'))) ?? [];
  }

  /** One page of each finding: of the whole lists, which are put into words as far as they are looked at. */
  async list(filters: Filters, limits: Readonly<Record<string, number>>): Promise<ListedFinding[]> {
    const isCut = this.findings.some(({ total, rows }) => total > rows.length);
    const asked = isFiltering(filters) ? MOST_SHOWN : Math.max(0, ...Object.values(limits));
    if (this.examined && isCut && asked > this.shown) {
      this.shown = Math.min(MOST_SHOWN, Math.ceil(asked / SHOWN) * SHOWN);
      await this.judge();
    }
    const listed = filterFindings(this.findings, filters, limits, this.shown < MOST_SHOWN);
    return Promise.all(
      listed.map(async (finding) => ({
        ...finding,
        rows: await Promise.all(finding.rows.map((row) => this.withHash(row))),
      })),
    );
  }

  /** What a decision on the couple of a row is remembered by: made for the rows of a page only. */
  private async withHash(row: ListedRow): Promise<ListedRow> {
    const couple = row.pair && this.couples.get(row.pair.id);
    const { salt } = this.choices;
    if (!row.pair || !couple || salt === undefined) return row;
    return { ...row, pair: { ...row.pair, hash: await coupleHash(couple, salt) } };
  }
}

/** The workshop pages through the whole lists: no last row has to say how many are left. */
function withoutTotals(facts: Facts): Facts {
  const lists = Object.entries(facts) as [string, Gathered<unknown>][];
  return Object.fromEntries(lists.map(([name, { items, complete }]) => [name, { items, complete }])) as Facts;
}

/** A rule that somebody switched off is no rule that passed. */
function switchedOff({ title }: Rule): string {
  return `${title} (éteint)`;
}

/** A rule that failed, or that found nothing in a list of which only a part was read, has not passed. */
function unprovenBy(results: readonly RuleResult[]): string[] {
  const silent = results.filter(
    ({ outcome, flags }) => outcome === 'error' || (outcome === 'review' && flags.length === 0),
  );
  return silent.flatMap(({ rule }) => RULES.find(({ id }) => id === rule)?.title ?? []);
}

function none(): CorrectionPreview {
  return { total: 0, chosen: 0, undecided: 0, kinds: [], files: [] };
}

/** Why nothing was compared: a header that stops everything, else the profiles, of which none has its counterpart. */
function refusalsOf({ headerProblems, profileMismatches }: Facts): string[] {
  const stopping = (headerProblems?.items ?? []).filter(({ refused }) => refused);
  if (stopping.length > 0)
    return stopping.map(({ file, message, advice }) => `${file}\u00A0: ${message} ${advice}`);
  return (profileMismatches?.items ?? []).map(({ message, advice }) => `${message} ${advice}`);
}
