import { browser } from 'wxt/browser';
import { backupDue, listChanges, loadLastBackup } from '@/utils/backup/due';
import { isoDate } from '@/utils/core/context';
import { loadPolicy, type Policy, settingsUnder } from '@/utils/policy';
import { mayNotify } from '@/utils/reminders';
import { loadInitials } from '@/utils/store/initials';
import { type Held, takeInventory } from '@/utils/store/inventory';
import { type Expiring, listExpiring, sweep } from '@/utils/store/retention';
import { loadSettings, type Settings } from '@/utils/store/settings';

/** Everything the settings draw from, read at one moment. */
export interface LoadedSettings {
  policy: Policy;
  /** As they count: the policy's word first. */
  settings: Settings;
  initials: string;
  lastBackup?: string;
  due?: string;
  /** The browser lets us notify. */
  granted: boolean;
  /** The browser keeps what is stored even when it lacks room; undefined when it cannot tell. */
  persisted?: boolean;
  held: readonly Held[];
  expiring: readonly Expiring[];
}

/** Erases what has expired, then reads the rest. @throws {StorageProblem} */
export async function loadOwnSettings(now: Date): Promise<LoadedSettings> {
  const area = browser.storage.local;
  const policy = await loadPolicy();
  const settings = settingsUnder(policy, await loadSettings(area));
  await sweep(area, settings.retentionMonths, isoDate(now));
  const [initials, lastBackup, changes, granted, persisted, held, expiring] = await Promise.all([
    loadInitials(area),
    loadLastBackup(area),
    listChanges(),
    mayNotify(),
    isPersisted(),
    takeInventory(),
    listExpiring(area),
  ]);
  const due = backupDue(lastBackup, changes, now);
  return {
    ...{ policy, settings, initials, granted, held, expiring },
    ...(lastBackup !== undefined && { lastBackup }),
    ...(due !== undefined && { due }),
    ...(persisted !== undefined && { persisted }),
  };
}

async function isPersisted(): Promise<boolean | undefined> {
  return navigator.storage?.persisted?.().catch(() => undefined);
}
