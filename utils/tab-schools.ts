import { browser } from 'wxt/browser';
import type { SeenSchool } from './messages';

/** The schools that the frames of each tab have named, by the site of the tab: in memory only. */
const named = new Map<string, Map<string, SeenSchool>>();

/** What is known of a tab while it shows one site: the tab and the host of its own page, whatever its frames show. */
export async function tabOnSite(tab: number): Promise<string> {
  try {
    const { url } = await browser.tabs.get(tab);
    return `${tab}|${url ? new URL(url).host : ''}`;
  } catch {
    return `${tab}|`;
  }
}

/** A frame of the tab named its school. */
export async function rememberSchool(tab: number, school: SeenSchool): Promise<void> {
  const key = await tabOnSite(tab);
  const schools = named.get(key) ?? new Map<string, SeenSchool>();
  if (!schools.has(school.id)) schools.set(school.id, school);
  named.set(key, schools);
}

/** The one school that the tab has named on the site it shows; `undefined` for none, or for several. */
export async function schoolOfTab(tab: number): Promise<SeenSchool | undefined> {
  const [one, other] = [...(named.get(await tabOnSite(tab))?.values() ?? [])];
  return other ? undefined : one;
}

/** The same school as another frame of the tab named it, so that all of them speak of one. */
export function asNamed<S extends SeenSchool>(school: S, tab: number | undefined): S {
  if (tab === undefined) return school;
  for (const [key, schools] of named) {
    const known = key.startsWith(`${tab}|`) ? schools.get(school.id) : undefined;
    if (known?.ent === school.ent) return { ...school, host: known.host };
  }
  return school;
}

/** A tab is closed. */
export function forgetSchools(tab: number): void {
  for (const key of named.keys()) if (key.startsWith(`${tab}|`)) named.delete(key);
}
