import type { FactName, Facts } from '@/utils/core/facts';

/** French name of what was read, singular and plural; `undefined` for facts that are no list. */
const NAMES: Record<FactName, readonly [string, string] | undefined> = {
  manualGroups: ['groupe manuel lu', 'groupes manuels lus'],
  memberships: ['liste de membres lue', 'listes de membres lues'],
  users: ['compte lu', 'comptes lus'],
  structure: undefined,
};

/** « 18 groupes manuels lus sur 18 », one sentence per kind of fact: how much was read is never left unsaid. */
export function readSummary(facts: Facts): string[] {
  return (Object.keys(NAMES) as FactName[]).flatMap((name) => {
    const names = NAMES[name];
    const gathered = facts[name];
    if (!names || !gathered) return [];
    const shown = gathered.read?.shown ?? gathered.items.length;
    const total = gathered.read?.total;
    const what = names[shown > 1 ? 1 : 0];
    return total === undefined ? [`${shown} ${what}, liste incomplète`] : [`${shown} ${what} sur ${total}`];
  });
}
