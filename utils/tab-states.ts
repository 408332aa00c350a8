import type { TabState } from '@/utils/messages';

/** The last word of a tab's overlay, whichever frame said it. */
export interface ReportedTab {
  tab: number;
  frame: number;
  /** ISO instant. */
  at: string;
  state: TabState;
}

/**
 * What to keep of a tab when one of its frames reports. Consoles live in frames: an inner frame that shows nothing of
 * interest doesn't hide the one that does, but the outer page, which reports when it is loaded, starts afresh.
 */
export function nextReport(former: ReportedTab | undefined, report: ReportedTab): ReportedTab {
  const silent = report.state.page === undefined && report.frame !== 0;
  const other = former !== undefined && former.frame !== report.frame && former.state.page !== undefined;
  return silent && other ? former : report;
}

/** The toolbar button of a tab. */
export interface Badge {
  text: string;
  title: string;
  colour: string;
}

const CRITICAL = '#a61b1b';
const OTHER = '#8a4b00';

/** What the toolbar button says of a tab: a number only when something was found, never « 0 » nor « OK ». */
export function badgeOf({ flags, critical, school }: TabState): Badge {
  const where = school ? `, ${school.name}` : '';
  const colour = critical ? CRITICAL : OTHER;
  if (!flags) return { text: '', title: `Vigie ENT${where}`, colour };
  const points = flags === 1 ? '1 point à voir' : `${flags} points à voir`;
  const text = flags > 99 ? '99+' : String(flags);
  return {
    text,
    title: `Vigie ENT : ${points}${critical ? ', dont au moins un critique' : ''}${where}`,
    colour,
  };
}

/** The toolbar button where no tab has a word of its own: how many steps are late, in the schools that are followed. */
export function lateBadge(late: number): Badge {
  const text = late === 0 ? '' : late > 99 ? '99+' : String(late);
  const says = late === 1 ? '1 étape en retard' : `${late} étapes en retard`;
  return { text, title: late === 0 ? 'Vigie ENT' : `Vigie ENT : ${says}`, colour: OTHER };
}

/** The report that the popup should show: of the tab given, else the latest of all. */
export function reportFor(
  reports: readonly ReportedTab[],
  tab: { id?: number | undefined; host?: string | undefined } | undefined,
): ReportedTab | undefined {
  if (tab) {
    const own = reports.find((report) => report.tab === tab.id);
    // The tab may have left for another site since; its last report is then of the past.
    return own && (tab.host === undefined || own.state.host === tab.host) ? own : undefined;
  }
  return reports.reduce<ReportedTab | undefined>(
    (latest, report) => (latest && latest.at > report.at ? latest : report),
    undefined,
  );
}
