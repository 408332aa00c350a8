import { checkUai } from './core/uai';
import { norm } from './reading/labels';
import type { FiledSchool } from './store/fiches';
import type { KnownSchool } from './store/schema';
import { schoolKey } from './store/schools';

/** Where a school stands that no screen has shown yet: only its files were controlled, under its UAI. */
export const FILES_ONLY = 'fichiers';

/** « École des Papillons – 0590000A »: what a school is chosen by, two of them may have one name. */
export function schoolLabel({ name, uai }: Pick<KnownSchool, 'name' | 'uai'>): string {
  return uai === undefined ? name : `${name} – ${uai}`;
}

/** The school that a person means; or why nobody can tell: none has that name, or several have. */
export type Meant = { school: FiledSchool } | { unclear: 'none' | 'several' };

/**
 * The school meant by a name, a UAI, or both as `schoolLabel` writes them. A UAI that no school seen so far bears is a
 * school too, of the family given. Those seen last come first in `schools`. Pure.
 */
export function schoolMeant(typed: string, schools: readonly KnownSchool[], ent: KnownSchool['ent']): Meant {
  const exact = schools.filter((school) => schoolLabel(school) === typed.trim());
  if (exact[0] && exact.length === 1) return { school: exact[0] };
  const uai = uaiIn(typed);
  if (uai !== undefined) {
    const bearing = schools.filter((school) => school.uai === uai);
    // One school on two portals: the family of the files tells which, else where it was seen last.
    const school = bearing.find((one) => one.ent === ent) ?? bearing[0];
    return { school: school ?? unseen(uai, typed, ent) };
  }
  const named = schools.filter(({ name }) => norm(name) === norm(typed));
  if (named[0] && named.length === 1) return { school: named[0] };
  return { unclear: named.length === 0 ? 'none' : 'several' };
}

function uaiIn(typed: string): string | undefined {
  const found = /(?<!\w)\d{7}\s?[A-Za-z](?!\w)/.exec(typed)?.[0];
  return found === undefined ? undefined : checkUai(found).uai;
}

function unseen(uai: string, typed: string, ent: KnownSchool['ent']): FiledSchool {
  const name = typed
    .replace(/\d{7}\s?[A-Za-z]/, '')
    .replace(/^[\s–-]+|(?<![\s–-])[\s–-]+$/g, '')
    .slice(0, 120);
  const place = { ent, host: FILES_ONLY, id: uai };
  return { key: schoolKey(place), ...place, name: name || `Établissement ${uai}`, uai };
}
