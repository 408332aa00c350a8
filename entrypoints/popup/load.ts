import { browser } from 'wxt/browser';
import { transitionOn } from '@/utils/checklists/calendar';
import type { Checklist } from '@/utils/checklists/checklist';
import { loadChecklists } from '@/utils/checklists/load';
import { isoDate } from '@/utils/core/context';
import { isActivated } from '@/utils/permissions';
import { offeredHosts } from '@/utils/policy-mirror';
import { type Draft, listDrafts } from '@/utils/store/drafts';
import { listAllEnrolments, type StoredEnrolment } from '@/utils/store/enrolments';
import { loadInitials } from '@/utils/store/initials';
import { type StorageProblem, toProblem } from '@/utils/store/problem';
import { listsOf, loadProgress, type SchoolProgress } from '@/utils/store/progress';
import type { KnownSchool } from '@/utils/store/schema';
import { listSchools, schoolKey } from '@/utils/store/schools';
import { type ReportedTab, reportFor } from '@/utils/tab-states';
import { listReports } from '@/utils/toolbar';

/** The tab that the popup is about. */
export interface CurrentTab {
  id?: number;
  /** Missing for pages that no extension may know. */
  url?: string;
}

/** Everything the popup draws from, read at one moment. */
export interface Snapshot {
  today: string;
  transition: number;
  /** Missing when the popup is a tab of its own and no overlay has ever spoken. */
  tab?: CurrentTab;
  report?: ReportedTab;
  activated: boolean;
  schools: readonly KnownSchool[];
  school?: KnownSchool;
  /** The lists that the school follows. */
  lists: readonly Checklist[];
  /** Every list of its family. */
  offered?: readonly Checklist[];
  progress: SchoolProgress;
  drafts: readonly Draft[];
  /** Courses entered to check them, of every site. */
  enrolments?: readonly StoredEnrolment[];
  /** Portals that the academy offers, beside those that are listed. */
  portals?: readonly string[];
  /** Of who uses this browser; empty when they gave none. */
  initials: string;
  problem?: StorageProblem;
}

const NOTHING: SchoolProgress = { ticks: {}, notes: {}, proofs: {}, dates: {}, ownSteps: [], templates: [] };

/** Reads all that the popup shows; `chosen` is the key of a school that the person picked. Storage failing is shown, not thrown. */
export async function loadSnapshot(chosen?: string): Promise<Snapshot> {
  const today = isoDate(new Date());
  const transition = transitionOn(today);
  const [asked, reports, initials, portals] = await Promise.all([
    currentTab(),
    listReports(),
    loadInitials(browser.storage.local),
    offeredHosts(),
  ]);
  const report = reportFor(reports, asked && { id: asked.id, host: hostOf(asked) });
  const tab = asked ?? (report && { id: report.tab, url: `https://${report.state.host}/` });
  const host = hostOf(tab);
  const activated = host !== undefined && (await isActivated(host));
  const base = {
    today,
    transition,
    activated,
    initials,
    portals,
    ...(tab && { tab }),
    ...(report && { report }),
  };
  const drafts = listDrafts(localStorage);
  try {
    const [schools, enrolments] = await Promise.all([listSchools(), listAllEnrolments()]);
    const school = pickSchool(schools, chosen, report, host);
    if (!school) return { ...base, schools, enrolments, lists: [], progress: NOTHING, drafts };
    const [progress, ofFamily] = await Promise.all([
      loadProgress(school.key, transition),
      loadChecklists(school.ent),
    ]);
    const lists = listsOf(school, ofFamily, progress, transition);
    return { ...base, schools, school, enrolments, lists, offered: ofFamily, progress, drafts };
  } catch (error) {
    return {
      ...base,
      schools: [],
      lists: [],
      progress: NOTHING,
      drafts,
      problem: toProblem(error, 'working'),
    };
  }
}

/** The school picked by hand, else the one on screen, else the last one seen on this site, else the last one at all. */
function pickSchool(
  schools: readonly KnownSchool[],
  chosen: string | undefined,
  report: ReportedTab | undefined,
  host: string | undefined,
): KnownSchool | undefined {
  const onScreen = report?.state.school && schoolKey(report.state.school);
  return (
    schools.find((school) => school.key === chosen) ??
    schools.find((school) => school.key === onScreen) ??
    schools.find((school) => school.host === host) ??
    schools[0]
  );
}

/** `undefined` when the popup is itself the tab (Firefox for Android, tests). */
async function currentTab(): Promise<CurrentTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab || tab.url?.startsWith(browser.runtime.getURL('/popup.html'))) return undefined;
  return { ...(tab.id !== undefined && { id: tab.id }), ...(tab.url !== undefined && { url: tab.url }) };
}

/** The host of a tab that shows a site; `undefined` for the browser's own pages. */
export function hostOf(tab: CurrentTab | undefined): string | undefined {
  if (!tab?.url?.startsWith('https://')) return undefined;
  return new URL(tab.url).hostname;
}
