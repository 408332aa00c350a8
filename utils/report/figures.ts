import type { RuleResult } from '@/utils/core/audit';
import type { FactName, Facts, Gathered, Located, Membership, User } from '@/utils/core/facts';
import type { ListRead, RuleCount } from '@/utils/core/fiche';
import { PROFILE_LABELS } from '@/utils/core/person';

/** What each rule concluded, in numbers; rules whose facts were not there say nothing. */
export function countsOf(results: readonly RuleResult[]): RuleCount[] {
  return results
    .filter(({ outcome }) => outcome !== 'inapplicable')
    .map(({ rule, outcome, complete, flags }) => {
      const listed = flags.filter(({ cardOnly }) => !cardOnly);
      const reviews = listed.filter(({ review }) => review).length;
      return { rule, outcome, complete, violations: listed.length - reviews, reviews };
    });
}

/** What was read, and how much of it. */
export function listsRead(facts: Facts): ListRead[] {
  return (Object.entries(facts) as [FactName, Gathered<Located>][]).map(
    ([list, { items, complete, read }]) => ({
      list,
      shown: read?.shown ?? items.length,
      ...(read?.total !== undefined && { total: read.total }),
      complete,
    }),
  );
}

/** Lists whose length is worth comparing from one control to the next, and what they are called. */
const LISTS: { readonly [N in FactName]?: string } = {
  removedUsers: 'Personnes détachées à la main',
  manualGroups: 'Groupes manuels',
  classes: 'Classes',
};

/**
 * How many of each thing there were, under French words that name nobody: what two controls of one school are compared
 * by. Lists that were not read whole are left out, since a smaller number would look like a loss.
 */
export function figuresOf(facts: Facts): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [name, label] of Object.entries(LISTS)) {
    const gathered = facts[name as FactName];
    if (gathered?.complete) figures[label] = gathered.items.length;
  }
  if (facts.users?.complete) countUsers(facts.users.items, figures);
  if (facts.memberships?.complete) figures['Membres des groupes manuels'] = members(facts.memberships.items);
  return figures;
}

function countUsers(users: readonly User[], figures: Record<string, number>): void {
  const add = (label: string) => {
    figures[label] = (figures[label] ?? 0) + 1;
  };
  for (const { profile, source, preDeletedOn } of users) {
    const who = profile ? PROFILE_LABELS[profile] : 'profil inconnu';
    add(`Comptes ${who}, ${source ?? 'source inconnue'}`);
    if (preDeletedOn) add('Comptes pré-supprimés');
  }
}

function members(memberships: readonly Membership[]): number {
  return memberships.reduce((sum, one) => sum + one.members.length, 0);
}
