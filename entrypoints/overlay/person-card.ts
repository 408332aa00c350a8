import { type LiveState, lastDone, type PersonCardView } from '@/components/overlay/view';
import type { RuleResult } from '@/utils/core/audit';
import { type Anchor, anchorKey, type User } from '@/utils/core/facts';
import { type Said, TO_TREAT } from '@/utils/core/person';
import type { Rule } from '@/utils/core/rule';
import type { OpenUser } from '@/utils/core/screen-facts';
import { verdictFor } from '@/utils/report/verdicts';
import type { Verdicts } from './recall';

/** What is known of the school of the person whose screen is open. */
export interface Known {
  live: LiveState;
  users: readonly User[] | undefined;
  /** Accounts as the live reading found them, before anything was done since. */
  verdicts: Verdicts;
  results: readonly RuleResult[];
  rules: readonly Rule[];
  said: ReadonlyMap<string, Said>;
  saidAt?: ReadonlyMap<string, string>;
}

/** The card of the person on the screen: by identifier when the screen shows it, else by a name that nobody shares. */
export function personCard(open: OpenUser, known: Known): PersonCardView {
  const { name, profile } = open;
  const base = { name, ...(profile && { profile }), reasons: [], notes: [] };
  const { live, users } = known;
  if (!users) return { ...base, ...unread(live), ...keptBefore(open, known) };
  if (open.detached) return { ...base, verdict: 'nothing', doubt: DETACHED };
  const bearers = users.filter(({ at }) => isRowOf(at, open));
  const link = linkOf(open.at);
  const user = link ? bearers.find(({ at }) => linkOf(at) === link) : bearers.length === 1 && bearers[0];
  if (!user) return { ...base, doubt: link || bearers.length === 0 ? NOT_READ : NAMESAKES };
  const found = verdictFor(known.verdicts.byRow, user.at);
  const own = linkOf(user.at);
  const verdict = found?.verdict ?? 'nothing';
  const reasons = found?.reasons ?? [];
  return {
    ...base,
    verdict,
    reasons,
    notes: notesOn(user.at, known),
    ...(reasons.length === 0 && { doubt: NOTHING_FOUND }),
    ...(own && { own }),
    ...(own && TO_TREAT.includes(verdict) && { link: own, ...saidOf(own, known) }),
  };
}

/** A decision to keep somebody stands for the year: it needs no reading to be held to, unless the screen shows it undone. */
function keptBefore({ at, detached, preDeleted }: OpenUser, known: Known): Partial<PersonCardView> {
  const own = linkOf(at);
  if (!own || detached || preDeleted || known.said.get(own) !== 'kept') return {};
  return { own, link: own, ...saidOf(own, known) };
}

function saidOf(own: string, { said, saidAt }: Known): Pick<PersonCardView, 'said' | 'saidAt'> {
  const one = said.get(own);
  const at = saidAt?.get(own);
  return one ? { said: one, ...(at && { saidAt: at }) } : {};
}

function unread(live: LiveState): Pick<PersonCardView, 'doubt' | 'unread'> {
  if (live.kind === 'running') return { doubt: 'Lecture de l’établissement en cours…' };
  if (lastDone(live)) return { doubt: 'Les comptes n’ont pas pu être lus : rien n’est conclu.' };
  return { doubt: UNREAD, ...(live.kind === 'idle' && { unread: true }) };
}

/** What the rules say of this very person without advising anything on the account. */
function notesOn(at: Anchor, { results, rules }: Known): string[] {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const key = anchorKey(at);
  return results.flatMap(({ rule, flags }) =>
    flags
      .filter((flag) => !flag.verdict && anchorKey(flag.at) === key && linkOf(flag.at) === linkOf(at))
      .map(({ says }) => `${titles.get(rule) ?? rule} : ${says}`),
  );
}

function isRowOf(at: Anchor, open: OpenUser): boolean {
  return at.in === 'page' && open.at.in === 'page' && at.key === open.at.key;
}

function linkOf(at: Anchor): string | undefined {
  return at.in === 'page' ? at.link : undefined;
}

const UNREAD =
  'L’établissement n’a pas encore été lu : cette fiche ne dit ni l’établissement de rattachement ni les fonctions, rien n’est conclu.';
const DETACHED = 'Déjà retirée de cet établissement.';
const NOT_READ = 'Cette personne n’était pas dans les comptes lus : contrôlez l’établissement à nouveau.';
const NAMESAKES = 'Plusieurs personnes portent ce nom et ce profil : dépliez « Identité ».';
const NOTHING_FOUND = 'Rien, dans ce qui a été lu, ne demande d’agir sur ce compte.';
