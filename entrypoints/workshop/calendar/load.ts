import { browser } from 'wxt/browser';
import { backupDue, listChanges, loadLastBackup } from '@/utils/backup/due';
import { checklistsOf } from '@/utils/checklists';
import { transitionOn } from '@/utils/checklists/calendar';
import type { Checklist } from '@/utils/checklists/checklist';
import { isoDate } from '@/utils/core/context';
import { currentSettings, loadPolicy } from '@/utils/policy';
import { mayNotify } from '@/utils/reminders';
import { type Draft, listDrafts } from '@/utils/store/drafts';
import { loadInitials } from '@/utils/store/initials';
import { listJournal } from '@/utils/store/journal';
import { listsOf, loadProgress, type SchoolProgress } from '@/utils/store/progress';
import type { KnownSchool } from '@/utils/store/schema';
import { listSchools } from '@/utils/store/schools';
import type { StoredEntry } from '@/utils/store/year-records';
import { listTransitions } from '@/utils/store/years';

/** The school and the change of year that the person chose; missing: the last one seen, and the current one. */
export interface Chosen {
  school?: string;
  transition?: number;
}

/** Everything the calendar draws from, read at one moment. */
export interface Loaded {
  today: string;
  schools: readonly KnownSchool[];
  initials: string;
  drafts: readonly Draft[];
  /** Why a backup should be made now. */
  backupDue?: string;
  /** True when a morning's notification may be offered: nobody asked for it yet, and no policy is against it. */
  remindable?: boolean;
  /** Missing as long as no school was ever seen. */
  board?: Board;
}

/** One school in one change of year. */
export interface Board {
  school: KnownSchool;
  transition: number;
  /** Every change of year that there is something of, the current and the next one, latest first. */
  transitions: readonly number[];
  progress: SchoolProgress;
  /** What the latest earlier year with something in it has. */
  former?: { transition: number; progress: SchoolProgress };
  journal: readonly StoredEntry[];
  /** Every list that the school could follow. */
  offered: readonly Checklist[];
  lists: readonly Checklist[];
}

/** @throws {StorageProblem} */
export async function loadCalendar(chosen: Chosen): Promise<Loaded> {
  const today = isoDate(new Date());
  const [schools, initials, lastBackup, changes, remindable] = await Promise.all([
    listSchools(),
    loadInitials(browser.storage.local),
    loadLastBackup(browser.storage.local),
    listChanges(),
    isRemindable(),
  ]);
  const due = backupDue(lastBackup, changes, new Date());
  const school = schools.find(({ key }) => key === chosen.school) ?? schools[0];
  const drafts = listDrafts(localStorage);
  const base = { today, schools, initials, drafts, remindable, ...(due !== undefined && { backupDue: due }) };
  return school ? { ...base, board: await loadBoard(school, chosen.transition, today) } : base;
}

async function isRemindable(): Promise<boolean> {
  const [{ reminders }, { notify }, granted] = await Promise.all([
    loadPolicy(),
    currentSettings(),
    mayNotify(),
  ]);
  return reminders !== false && !(notify && granted);
}

async function loadBoard(school: KnownSchool, chosen: number | undefined, today: string): Promise<Board> {
  const current = transitionOn(today);
  const transition = chosen ?? current;
  const stored = await listTransitions(school.key);
  const before = stored.find((one) => one < transition);
  const [progress, journal, former] = await Promise.all([
    loadProgress(school.key, transition),
    listJournal(school.key, transition),
    before === undefined ? undefined : loadProgress(school.key, before),
  ]);
  const imported = progress.templates.filter(({ ent }) => ent === school.ent);
  return {
    school,
    transition,
    transitions: [...new Set([...stored, current, current + 1])].sort((a, b) => b - a),
    progress,
    ...(before !== undefined && former && { former: { transition: before, progress: former } }),
    journal,
    offered: [...checklistsOf(school.ent), ...imported],
    lists: listsOf(school, checklistsOf(school.ent), progress, transition),
  };
}
