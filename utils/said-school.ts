import { browser } from 'wxt/browser';
import type { School } from './core/context';
import type { EntId } from './core/facts';
import { schoolLabel, schoolMeant } from './named-school';
import type { KnownSchool } from './store/schema';
import { listSchools } from './store/schools';

/** Of which school the screens of a site are, where they don't say it themselves. */
export interface SaidSchool {
  school?: School;
  /** The same in words. */
  label?: string;
  /** Schools to choose from, as `schoolLabel` writes them, those of the site first. */
  known: readonly string[];
  /** French: why what was typed names no school, and what to do. */
  refused?: string;
}

/** Until the browser is closed only: tomorrow, who looks after forty schools is in another. */
const PREFIX = 'school:';
/** More are typed rather than read through. */
const MOST_KNOWN = 200;

/** The school that a person said the screens of a site are of. @throws {StorageProblem} */
export async function saidSchool(host: string, ent: EntId): Promise<SaidSchool> {
  const key = PREFIX + host;
  const kept = (await browser.storage.session.get(key))[key];
  const school = isSchool(kept) ? kept : undefined;
  const known = choicesOf(await listSchools(), host, ent);
  return { ...(school && { school, label: schoolLabel(school) }), known };
}

/**
 * Remembers which school the screens of a site are of, by its UAI or its name; what is blank forgets it.
 * @throws {StorageProblem}
 */
export async function saySchool(host: string, ent: EntId, typed: string): Promise<SaidSchool> {
  const key = PREFIX + host;
  if (typed.trim() === '') {
    await browser.storage.session.remove(key);
    return saidSchool(host, ent);
  }
  const schools = (await listSchools()).filter((one) => one.ent === ent);
  const meant = schoolMeant(typed, hostFirst(schools, host), ent);
  if ('unclear' in meant) return { ...(await saidSchool(host, ent)), refused: REFUSED[meant.unclear] };
  const { id, uai, name } = meant.school;
  // Screens that do say it go by the UAI: one school must not be two.
  const school: School = { id: uai ?? id, name, ...(uai !== undefined && { uai }) };
  await browser.storage.session.set({ [key]: school });
  return { school, label: schoolLabel(school), known: choicesOf(schools, host, ent) };
}

const REFUSED = {
  none: 'Aucun établissement de ce nom n’est connu sur ce poste : tapez son UAI, sept chiffres et une lettre.',
  several: 'Plusieurs établissements portent ce nom : choisissez le vôtre dans la liste, avec son UAI.',
} as const;

function choicesOf(schools: readonly KnownSchool[], host: string, ent: EntId): string[] {
  const own = hostFirst(
    schools.filter((one) => one.ent === ent),
    host,
  );
  return [...new Set(own.map(schoolLabel))].slice(0, MOST_KNOWN);
}

function hostFirst(schools: readonly KnownSchool[], host: string): KnownSchool[] {
  return [...schools].sort((a, b) => Number(b.host === host) - Number(a.host === host));
}

function isSchool(kept: unknown): kept is School {
  const { id, name } = (kept ?? {}) as Partial<School>;
  return typeof id === 'string' && typeof name === 'string';
}
