import type { Located } from './facts';
import type { RosterRole } from './roster-facts';

/** One line of the report that Edifice's wizard shows before it imports; it holds nobody's name. */
export interface ReportLine extends Located {
  operation: 'created' | 'updated' | 'deleted';
  profile?: RosterRole;
}

/** What the wizard announces, by name. */
export interface ImportReportFactTypes {
  importReport: ReportLine;
}
