import { audit, type RuleResult } from '@/utils/core/audit';
import { schoolYearOn } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { Rule } from '@/utils/core/rule';
import { concludeControl, examineRosters } from '@/utils/files/control';
import type { ControlChoices } from '@/utils/files/control-result';
import { decide } from '@/utils/files/decide';
import type { Examined } from '@/utils/files/examine';
import { findingsOf } from '@/utils/report/findings';
import { USER_FILE_RULES } from '@/utils/rules/lists/user-files';
import { Corrections, isSettled } from './corrections';
import type { Desk } from './desk';
import { detailedFindings, filterFindings } from './findings-list';
import type {
  ControlSummary,
  CorrectedFile,
  CorrectionChoice,
  CorrectionPreview,
  Filters,
  ListedFinding,
  Progress,
} from './protocol';

const RULES: readonly Rule[] = Object.values(USER_FILE_RULES);

const STEPS = {
  join: 'Rapprochement des deux fichiers',
  pair: 'Recherche des clés modifiées',
  conclude: 'Conclusion',
} as const;

/** The control of what is on the desk, and the pages of its findings. */
export class ControlDesk {
  private examined: Examined | undefined;
  private findings: ListedFinding[] = [];
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
    return this.conclude(choices, today);
  }

  /** Concludes anew: decisions, expected cohort and the box change without the files being read again. */
  async conclude(choices: ControlChoices, today: string): Promise<ControlSummary> {
    if (!this.examined) throw new Error('Nothing was examined');
    const { facts, pairs, ...control } = await concludeControl(this.examined, choices);
    const results = audit(RULES, facts, {
      ent: control.platform,
      today,
      schoolYear: schoolYearOn(today),
      ...(choices.updateAll === undefined ? {} : { updateAll: choices.updateAll }),
    });
    const { found } = this.examined;
    const couples = found ? await decide(found.couples, choices) : [];
    this.corrections = found && new Corrections(this.examined, couples, choices);
    const listed = couples.map((couple) => ({
      id: couple.id,
      ...(couple.hash === undefined ? {} : { hash: couple.hash }),
      ...(couple.decided ? { decided: couple.decided } : {}),
      kinds: couple.kinds,
      correctable: couple.decided !== 'different',
      settled: isSettled(couple),
    }));
    this.findings = detailedFindings(findingsOf(results, RULES), RULES, facts, listed);
    const rows = this.findings.flatMap((finding) => finding.rows);
    return {
      ...control,
      unproven: unprovenBy(results),
      refusals: control.refused ? refusalsOf(facts) : [],
      decided: pairs.flatMap(({ hash, decided, person, now }) =>
        hash && decided
          ? [{ hash, people: person === now ? person : `${person} → ${now}`, verdict: decided }]
          : [],
      ),
      profiles: distinct(rows.map((row) => row.profile)),
      classes: distinct(rows.map((row) => row.className)).sort((a, b) =>
        a.localeCompare(b, 'fr', { numeric: true }),
      ),
    };
  }

  /** What a choice of corrections would change. */
  async preview(choice: CorrectionChoice): Promise<CorrectionPreview> {
    return (await this.corrections?.preview(choice, this.desk.rosters('toImport'))) ?? none();
  }

  /** The files to import with the corrections chosen. */
  async correct(choice: CorrectionChoice): Promise<CorrectedFile[]> {
    return (await this.corrections?.write(choice, this.desk.rosters('toImport'))) ?? [];
  }

  /** One page of each finding. */
  list(filters: Filters, limits: Readonly<Record<string, number>>): ListedFinding[] {
    return filterFindings(this.findings, filters, limits);
  }
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

function distinct<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== undefined))];
}

function refusalsOf({ headerProblems }: Facts): string[] {
  return (headerProblems?.items ?? [])
    .filter(({ refused }) => refused)
    .map(({ file, message, advice }) => `${file}\u00A0: ${message} ${advice}`);
}
