import * as v from 'valibot';
import type { SaltArea } from './decisions';

/** What a person chose of this browser; initials stand apart (`initials.ts`). */
export interface Settings {
  /** Months after a change of year at which what is kept of it is erased; `null`: never. */
  retentionMonths: number | null;
  /** The number of late steps on the toolbar button, where no tab has findings to show. */
  badge: boolean;
  /** A line in the panel of the overlay when steps are due. */
  banner: boolean;
  /** A notification in the morning; the browser must have granted it too. */
  notify: boolean;
}

export const DEFAULT_SETTINGS: Settings = { retentionMonths: 3, badge: true, banner: true, notify: false };

/** How long what is kept may be, in months. */
export const RETENTION_CHOICES: readonly (number | null)[] = [1, 3, 6, 12, null];

/** Where they stand in `browser.storage.local`. */
export const SETTINGS_NAME = 'settings';

const MONTHS = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)));
const SHAPE = v.object({
  retentionMonths: v.fallback(MONTHS, DEFAULT_SETTINGS.retentionMonths),
  badge: v.fallback(v.boolean(), DEFAULT_SETTINGS.badge),
  banner: v.fallback(v.boolean(), DEFAULT_SETTINGS.banner),
  notify: v.fallback(v.boolean(), DEFAULT_SETTINGS.notify),
});

/** The settings; whatever is missing or unreadable is as it was at first. */
export async function loadSettings(area: SaltArea): Promise<Settings> {
  const stored = (await area.get(SETTINGS_NAME))[SETTINGS_NAME];
  const known = v.safeParse(v.record(v.string(), v.unknown()), stored);
  return v.parse(SHAPE, { ...DEFAULT_SETTINGS, ...(known.success && known.output) });
}

/** Changes some of them. */
export async function saveSettings(area: SaltArea, change: Partial<Settings>): Promise<void> {
  await area.set({ [SETTINGS_NAME]: { ...(await loadSettings(area)), ...change } });
}
