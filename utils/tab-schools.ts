import { browser } from 'wxt/browser';
import type { EntId } from './core/facts';
import type { SeenSchool } from './messages';
import { FILES_ONLY } from './named-school';
import { headLines, type PortalHead, schoolInHead } from './portal-head';
import { listSchools } from './store/schools';

/**
 * The schools that the frames of a tab have named, by the site of the tab. In the session's memory, which the background
 * finds again when it wakes up: schools, and nobody's name.
 */
type Named = Record<string, SeenSchool[]>;

const PREFIX = 'tabSchools/';
let turn: Promise<unknown> = Promise.resolve();

/** What is known of a tab while it shows one site: the tab and the host of its own page, whatever its frames show. */
export async function tabOnSite(tab: number): Promise<string> {
  try {
    const { url } = await browser.tabs.get(tab);
    return `${tab}|${url ? new URL(url).host : ''}`;
  } catch {
    return `${tab}|`;
  }
}

async function namedIn(tab: number): Promise<Named> {
  const key = PREFIX + tab;
  return ((await browser.storage.session.get(key))[key] as Named | undefined) ?? {};
}

/** A frame of the tab named its school. */
export function rememberSchool(tab: number, school: SeenSchool): Promise<void> {
  // One at a time: two frames may name theirs at once.
  const mine = turn.then(async () => {
    const [site, named] = [await tabOnSite(tab), await namedIn(tab)];
    const schools = named[site] ?? [];
    if (schools.some(({ id }) => id === school.id)) return;
    const { ent, host, id, name, uai } = school;
    const seen: SeenSchool = { ent, host, id, name, ...(uai !== undefined && { uai }) };
    await browser.storage.session.set({ [PREFIX + tab]: { ...named, [site]: [...schools, seen] } });
  });
  turn = mine.catch(() => undefined);
  return mine;
}

/**
 * The school that the tab is about on the site it shows: the only one that its frames have named, or the one that the
 * portal's own header names. `undefined` for none, for several, and where the two disagree.
 */
export async function schoolOfTab(tab: number, ent: EntId): Promise<SeenSchool | undefined> {
  const [one, other] = (await namedIn(tab))[await tabOnSite(tab)] ?? [];
  const { school } = await headOfTab(tab, ent);
  const named = other ? undefined : one;
  if (!school) return named;
  const id = school.uai ?? school.id;
  if (named) return named.id === id ? named : undefined;
  const { host, name, uai } = school;
  const seen: SeenSchool = { ent, host, id, name, ...(uai !== undefined && { uai }) };
  // Its own site is told by a screen only: what was controlled of its files alone has none.
  if (host !== FILES_ONLY) await rememberSchool(tab, seen);
  return seen;
}

/** What the portal's own header says of the school of a tab. */
export async function headOfTab(tab: number, ent: EntId): Promise<PortalHead> {
  const lines = await headLines(tab);
  return lines.length === 0 ? {} : schoolInHead(lines, await listSchools().catch(() => []), ent);
}

/** The same school as another frame of the tab named it, so that all of them speak of one. */
export async function asNamed<S extends SeenSchool>(school: S, tab: number | undefined): Promise<S> {
  if (tab === undefined) return school;
  const known = Object.values(await namedIn(tab))
    .flat()
    .find(({ id, ent }) => id === school.id && ent === school.ent);
  return known ? { ...school, host: known.host } : school;
}

/** A tab is closed. */
export async function forgetSchools(tab: number): Promise<void> {
  await browser.storage.session.remove(PREFIX + tab);
}
