import type { RuleResult } from '@/utils/core/audit';
import type { FactName, Facts, FactTypes, Gathered, Located, Membership, User } from '@/utils/core/facts';
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
    ([list, { items, complete, read }]) => {
      const shown = read?.shown ?? items.length;
      // A screen that announces fewer than it shows says nothing of how many there are.
      const total = read?.total !== undefined && read.total >= shown ? read.total : undefined;
      return { list, shown, ...(total !== undefined && { total }), complete };
    },
  );
}

/** What is counted of one list, by the words it is told with. `undefined` leaves an item out. */
type Counting<T> = (item: T) => readonly (string | undefined)[];

/**
 * Lists whose length is worth comparing from one control to the next. Words without a comma: a list that was filtered
 * otherwise must not be taken for an empty one (`compareFiches`).
 */
const LISTS: { readonly [N in FactName]?: Counting<FactTypes[N]> } = {
  removedUsers: () => ['Personnes détachées à la main'],
  manualGroups: () => ['Groupes manuels'],
  classes: () => ['Classes'],
  strategies: () => ['Stratégies'],
  strategyUsers: () => ['Utilisateurs individuels de stratégies'],
  hierarchy: () => ['Nœuds de la hiérarchie'],
  courses: ({ state, imported }) => {
    const which = state === 'active' ? 'Cours actifs' : state === 'archived' ? 'Cours archivés' : 'Cours';
    return [which, imported ? `${which} créés par un import` : undefined];
  },
  freeGroups: ({ lifetime }) => [
    'Groupes libres',
    lifetime === 'year' ? 'Groupes libres non pérennes' : undefined,
  ],
  createdAccounts: ({ lifetime }) => [
    'Annuaire\u00A0: comptes créés manuellement',
    lifetime === 'year' ? 'Annuaire\u00A0: comptes créés manuellement et non pérennes' : undefined,
  ],
  sections: ({ temporary }) => ['Rubriques', temporary ? 'Rubriques temporaires' : undefined],
  binnedSections: () => ['Rubriques de la corbeille'],
  accessBlocks: () => ['Périodes de blocage des accès'],
};

/** Lists that one control always reads whole or not at all: none of them is a number too. */
const EVEN_NONE: { readonly [N in FactName]?: string } = {
  removedUsers: 'Personnes détachées à la main',
  manualGroups: 'Groupes manuels',
  classes: 'Classes',
  strategies: 'Stratégies',
  strategyUsers: 'Utilisateurs individuels de stratégies',
  freeGroups: 'Groupes libres non pérennes',
  createdAccounts: 'Annuaire\u00A0: comptes créés manuellement et non pérennes',
  sections: 'Rubriques temporaires',
  binnedSections: 'Rubriques de la corbeille',
  accessBlocks: 'Périodes de blocage des accès',
};

/**
 * How many of each thing there were, under French words that name nobody: what two controls of one school are compared
 * by. Lists that were not read whole are left out, since a smaller number would look like a loss.
 */
export function figuresOf(facts: Facts): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [name, wordsOf] of Object.entries(LISTS)) {
    const gathered = facts[name as FactName] as Gathered<Located> | undefined;
    if (!gathered?.complete) continue;
    const none = EVEN_NONE[name as FactName];
    if (none !== undefined) figures[none] = 0;
    // Each list goes to the counting of its own name.
    for (const item of gathered.items)
      for (const label of (wordsOf as Counting<Located>)(item))
        if (label !== undefined) figures[label] = (figures[label] ?? 0) + 1;
  }
  if (facts.inboxes?.complete)
    figures['Messages non classés'] = facts.inboxes.items.reduce((sum, { messages }) => sum + messages, 0);
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
