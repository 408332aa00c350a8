import type { SaltArea } from './decisions';

const NAME = 'initials';

/** The most that is kept: initials sign, they don't name. */
export const MOST_INITIALS = 4;

/** What a person typed, as it is kept: at most four capitals, and nothing else. */
export function asInitials(typed: string): string {
  return typed
    .replace(/[^\p{L}]/gu, '')
    .slice(0, MOST_INITIALS)
    .toLocaleUpperCase('fr');
}

/** The initials of who uses this browser; empty until they gave some. */
export async function loadInitials(area: SaltArea): Promise<string> {
  const known = (await area.get(NAME))[NAME];
  return typeof known === 'string' ? asInitials(known) : '';
}

/** Keeps initials, or with an empty text none. */
export async function saveInitials(area: SaltArea, typed: string): Promise<void> {
  await area.set({ [NAME]: asInitials(typed) });
}
