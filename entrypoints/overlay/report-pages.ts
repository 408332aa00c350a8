import type { Facts } from '@/utils/core/facts';
import type { ReportLine } from '@/utils/core/import-report-facts';
import type { RosterRole } from '@/utils/core/roster-facts';
import type { SeenReport } from '@/utils/import-report';

/**
 * The pages of a report that were leafed through, added up: ten lines are shown at a time. In this page's memory only, as
 * long as the report stands.
 */
export function reportPages(): (shown: Facts) => SeenReport | undefined {
  const lines = new Map<string, ReportLine>();
  let known = 0;
  return ({ importReport }) => {
    const total = importReport?.read?.total ?? 0;
    if (!importReport || total !== known) lines.clear();
    known = total;
    if (!importReport || total === 0) return undefined;
    for (const line of importReport.items) lines.set(line.at.in === 'page' ? line.at.key : '', line);
    const profiles = new Map<RosterRole, { created: number; updated: number; deleted: number }>();
    for (const { profile, operation } of lines.values()) {
      if (!profile) continue;
      const totals = profiles.get(profile) ?? { created: 0, updated: 0, deleted: 0 };
      totals[operation]++;
      profiles.set(profile, totals);
    }
    const perProfile = [...profiles].map(([profile, totals]) => ({ profile, ...totals }));
    return { total, read: lines.size, perProfile };
  };
}
