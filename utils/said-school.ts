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
  /** The name that the portal's header gives it, of a school that was never seen: its UAI is then all that is asked. */
  inHead?: string;
  /** Schools to choose from, as `schoolLabel` writes them, those of the site first. */
  known: readonly string[];
  /** French: why what was typed names no school, and what to do. */
  refused?: string;
}

/** Until the browser is closed only: tomorrow, who looks after forty schools is in another. */
const PREFIX = 'school:';
const UAI_ALONE = /^\s*\d{7}\s?[a-z]\s*$/i;
/** More are typed rather than read through. */
const MOST_KNOWN = 200;

/** The school that a person said the screens of a site are of. @throws {StorageProblem} */
export async function saidSchool(host: string, ent: EntId, inHead?: string): Promise<SaidSchool> {
  const key = PREFIX + host;
  const kept = (await browser.storage.session.get(key))[key];
  const school = isSchool(kept) ? kept : undefined;
  const known = choicesOf(await listSchools(), host, ent);
  return {
    ...(school && { school, label: schoolLabel(school) }),
    ...(inHead !== undefined && { inHead }),
    known,
  };
}

/**
 * Remembers which school the screens of a site are of, by its UAI or its name; what is blank forgets it. `inHead`: the
 * name that the portal's header gives the school.
 * @throws {StorageProblem}
 */
export async function saySchool(
  host: string,
  ent: EntId,
  typed: string,
  inHead?: string,
): Promise<SaidSchool> {
  const key = PREFIX + host;
  if (typed.trim() === '') {
    await browser.storage.session.remove(key);
    return saidSchool(host, ent, inHead);
  }
  const schools = (await listSchools()).filter((one) => one.ent === ent);
  const whole = inHead !== undefined && UAI_ALONE.test(typed) ? `${inHead} – ${typed.trim()}` : typed;
  const meant = schoolMeant(whole, hostFirst(schools, host), ent);
  if ('unclear' in meant)
    return { ...(await saidSchool(host, ent, inHead)), refused: REFUSED[meant.unclear] };
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
