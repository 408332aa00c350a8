import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { ImportCount, ImportRun } from '@/utils/core/import-wizard-facts';
import type { ImportFailure } from './import-failure';

/** Where it is read. */
interface About {
  school?: School;
  /** The platform's own name. */
  platform: string;
  /** French name of the screen. */
  step: string;
}

/**
 * What to tell the support of the import on the screen: the one with errors, else the last one when it was broken off.
 * Undefined when nothing failed.
 */
export function importFailureIn(
  { importRecaps, importRuns, reconciliations, importFiles }: Facts,
  { school, platform, step }: About,
): ImportFailure | undefined {
  const runs = [...(importRecaps?.items ?? []), ...(importRuns?.items ?? [])];
  const run = runs.find(({ counts }) => errorsIn(counts) > 0) ?? runs.find(isBroken);
  if (!run) return undefined;
  // The recap says neither the state nor the type; the history beside it does.
  const listed = runs.find(({ date, status }) => status !== undefined && date === run.date);
  const status = run.status ?? listed?.status;
  const type = run.type ?? listed?.type;
  const lost = (profile: 'pupil' | 'teacher') =>
    reconciliations?.items.find((one) => one.profile === profile)?.unreconciled;
  const [pupils, teachers] = [lost('pupil'), lost('teacher')];
  const uai = school?.uai ?? importFiles?.items[0]?.uai;
  return {
    school: { name: school?.name ?? '', ...(uai && { uai }) },
    platform,
    step,
    ...(run.date && { date: run.date }),
    ...(status && { status }),
    ...(type && { type }),
    ...(run.counts && { counts: run.counts }),
    unreconciled: { ...(pupils !== undefined && { pupils }), ...(teachers !== undefined && { teachers }) },
    anomaly: anomalyOf(run),
  };
}

function errorsIn(counts: readonly ImportCount[] = []): number {
  return counts.reduce((sum, { failed = 0 }) => sum + failed, 0);
}

function isBroken({ latest, status = '' }: ImportRun): boolean {
  return latest && /^\s*(?:interromp|interrupt|erreur|error|échec|echec|failed|annul|cancel)/i.test(status);
}

/** « 237 erreurs de création de hiérarchie, 1 erreur de création de groupe ». */
function anomalyOf({ counts = [], status }: ImportRun): string {
  const failed = counts.filter((count) => (count.failed ?? 0) > 0);
  if (failed.length === 0) return status ? `import «\u00A0${status}\u00A0»` : '';
  return failed
    .toSorted((a, b) => (b.failed ?? 0) - (a.failed ?? 0))
    .map(({ what, failed: errors = 0 }) => {
      const of = what.replace(/^nombre\s+(?:de\s+|d['’]\s*)?/i, '').trim();
      const number = errors.toLocaleString('fr-FR');
      return `${number} ${errors > 1 ? 'erreurs' : 'erreur'}${of && (/^[aeiouéè]/i.test(of) ? ` d’${of}` : ` de ${of}`)}`;
    })
    .join(', ');
}
