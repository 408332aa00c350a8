import type { Hold } from '@/components/overlay/hold-dialog';
import { dayInWords } from '@/components/overlay/person-card';
import type { PersonCardView } from '@/components/overlay/view';
import type { Action } from '@/utils/core/rule';
import type { Irreversible } from '@/utils/ents/page';
import { ACTION_WORDS } from '@/utils/report/action-words';

/** What takes somebody away, against a decision to keep them. */
const REMOVALS: readonly Action[] = ['detach-user', 'delete-user', 'predelete-user'];

/** Holds back what would take away the person on the screen, whom somebody decided to keep this year. */
export function keptDecision(
  { action, link }: Irreversible,
  person: PersonCardView | undefined,
): Hold | undefined {
  if (person?.said !== 'kept' || !REMOVALS.includes(action)) return undefined;
  if (link && link !== person.own) return undefined;
  const on = person.saidAt ? ` le ${dayInWords(person.saidAt)}` : '';
  return {
    action: ACTION_WORDS[action],
    subject: person.name,
    title: 'Vous avez décidé de garder cette personne',
    says: `« À garder » a été choisi${on}, pour cette année scolaire.`,
    why: 'Ce clic ferait le contraire : le voulez-vous tout de même ?',
    own: true,
    source: 'votre décision, gardée sur ce poste',
    also: [],
  };
}
