import type { FoundBy, KeyField, RosterPlatform, RosterRole } from '@/utils/core/roster-facts';
import { linkDates } from '@/utils/matching/dates';
import { type Identity, identifier } from '@/utils/matching/identity';
import { linkNames } from '@/utils/matching/names';
import type { Reason } from '@/utils/matching/person';
import { linkPostalCodes } from '@/utils/matching/postal-codes';
import { reasonsFor } from '@/utils/matching/reasons';
import { sayable } from '@/utils/matching/sayable';
import { transformationsAmong } from '@/utils/matching/systemic';
import { type Account, keyFields, personOf, profileOf, spotName } from './accounts';

/** Two accounts held to be perhaps one person, whose key or username differs. */
export interface Couple {
  /** Names both places: lasting as long as the files are the same. */
  id: string;
  old: Account;
  fresh: Account;
  by: FoundBy;
  verdict: 'same' | 'check';
  /** Machine names of what differs. */
  kinds: readonly string[];
  reasons: readonly string[];
  /** One of several who resemble each other as much. */
  tied?: true;
  /** No more alike than strangers may be, and nothing else is known: told, but nothing is concluded from it. */
  faint?: true;
  /** Rows of one key that are two people, the keys having been sorted: told once for all, and never put right. */
  mixed?: true;
}

/** A change of a whole column, by people. */
export interface Systemic {
  profile: RosterRole;
  field: KeyField;
  kind: string;
  count: number;
  text: string;
  /** Where it shows first. */
  first?: Account;
}

/** Names a couple. */
export function coupleName(old: Account, fresh: Account): string {
  return `${spotName(old.spots[0])}>${spotName(fresh.spots[0])}`;
}

/** The fields of the key that differ, as typed. What a platform forgives is not among them. */
export function changedFields(
  old: Account,
  fresh: Account,
  by: FoundBy,
  platform: RosterPlatform,
): KeyField[] {
  // Edifice recognises a row by its identifier alone when it has one (facts edifice §5.3).
  if (platform === 'edifice' && by === 'key') return [];
  const fields = keyFields(old.role);
  const own = platform === 'edifice' && by === 'username' ? fields.slice(0, 1) : fields;
  return own.filter((field) => old.values[field] !== fresh.values[field] && isThere(field, old, fresh));
}

/** A column that one side lacks is a matter of headers, not of people. */
function isThere(field: KeyField, old: Account, fresh: Account): boolean {
  return field !== 'key' || old.values.key.trim() !== '' || fresh.values.key.trim() !== '';
}

/** True when the platform would take the new row for somebody else, so that the old account is left alone or deleted. */
export function isRecreated({ old, fresh, by }: Couple, platform: RosterPlatform): boolean {
  return by === 'pairing' || changedFields(old, fresh, by, platform).length > 0;
}

/** People joined by key or username, waiting to be told what their differences are. */
export interface Joined {
  old: Account;
  fresh: Account;
  by: 'key' | 'username';
}

/** Couples kept in memory; beyond, they are only counted. */
const MOST = 50_000;
/** A change of a column is general from this many people and this share of them (as in the matching). */
export const FEWEST = 20;
const SHARE = 0.9;

/** Columns of keys or usernames that changed for nearly everybody: `pupil key`. */
export type GeneralColumns = ReadonlyMap<string, { changed: number; compared: number }>;

/** True when so many of the values of a column changed that it is one event. */
export function isGeneral({ changed, compared }: { changed: number; compared: number }): boolean {
  return changed >= FEWEST && changed >= SHARE * compared;
}

/**
 * Says what differs between people who are known to be one, and which differences are those of a whole column: these
 * are counted, the others are kept. Made from a sample, then given everybody.
 */
export class Explainer {
  readonly couples: Couple[] = [];
  /** Couples beyond those kept. */
  more = 0;
  /** Couples of whom a change of a whole column is the only difference. */
  readonly general = new Map<RosterRole, number>();
  private readonly tallies = new Map<string, Systemic>();
  private readonly identityOf: (account: Account) => Identity;

  /**
   * `some` are people whose names changed; `everybody`, only asked for when they all seem to have undergone one change,
   * gives a fair sample of those who changed and of those who did not: they show whether it is general.
   */
  constructor(
    private readonly columns: GeneralColumns,
    some: readonly Joined[],
    everybody: () => { joined: readonly Joined[]; unchanged: readonly Account[] },
  ) {
    const identify = identifier();
    this.identityOf = (account) => identify(personOf(account, 0));
    const couplesOf = (joined: readonly Joined[]) =>
      joined.map(({ old, fresh }) => [this.identityOf(old), this.identityOf(fresh)] as const);
    if (some.length < FEWEST || transformationsAmong(couplesOf(some)).length === 0) return;
    const { joined, unchanged } = everybody();
    const changes = transformationsAmong([
      ...couplesOf(joined),
      ...unchanged.map((account) => [this.identityOf(account), this.identityOf(account)] as const),
    ]);
    for (const { transformation, change } of changes) {
      const { profile, field, kind } = transformation;
      this.tallies.set(`${profile} ${field} ${kind}`, { profile, field, kind, count: 0, text: change.text });
    }
  }

  add(joined: Joined): void {
    const { old, fresh } = joined;
    // Most have another key and nothing else: nobody's name is folded to find that it is the same.
    const found = areWrittenAlike(old, fresh)
      ? ALIKE
      : differences(this.identityOf(old), this.identityOf(fresh));
    const reasons = found.reasons.filter(({ kind }) => kind !== 'identical');
    let own = false;
    for (const { field, kind } of reasons) {
      const tally = this.tallies.get(`${profileOf(old)} ${field} ${kind}`);
      if (tally) count(tally, fresh);
      else own = true;
    }
    for (const field of ['key', 'username'] as const) {
      if (old.values[field] === fresh.values[field]) continue;
      const general = this.columns.get(`${old.role} ${field}`);
      if (general) count(this.columnTally(old.role, field, general), fresh);
      else own = true;
    }
    // A username alone makes nobody a stranger.
    const stranger = reasons.length > 0 || old.values.key !== fresh.values.key;
    if (!own && stranger) this.general.set(old.role, (this.general.get(old.role) ?? 0) + 1);
    if (!own) return;
    if (this.couples.length < MOST) this.couples.push(coupled(joined, found));
    else this.more++;
  }

  /** The changes of whole columns that were met. */
  get systemic(): Systemic[] {
    return [...this.tallies.values()]
      .filter(({ count }) => count > 0)
      .map((one) => ({ ...one, text: sayable(withCount(one)) }));
  }

  private columnTally(
    profile: RosterRole,
    field: 'key' | 'username',
    { changed, compared }: { changed: number; compared: number },
  ): Systemic {
    const name = `${profile} ${field} column`;
    const text = `${field === 'key' ? 'Clé de synchro' : 'Nom d’utilisateur'}\u00A0: la colonne a changé sur ${changed} lignes sur ${compared}. Une seule cause, un seul remède.`;
    const tally = this.tallies.get(name) ?? { profile, field, kind: 'column', count: 0, text };
    this.tallies.set(name, tally);
    return tally;
  }
}

function count(tally: Systemic, where: Account): void {
  tally.count++;
  tally.first ??= where;
}

/** The matching counted a sample. */
function withCount({ text, count }: Systemic): string {
  return text.replace(/, sur \d+ lignes/, `, sur ${count} lignes`);
}

function coupled({ old, fresh, by }: Joined, { reasons, doubtful }: Differences): Couple {
  const kinds = new Set<string>(reasons.map(({ kind }) => kind));
  kinds.delete('identical');
  if (old.values.key !== fresh.values.key) kinds.add('key');
  if (old.values.username !== fresh.values.username) kinds.add('username');
  return {
    id: coupleName(old, fresh),
    old,
    fresh,
    by,
    verdict: doubtful ? 'check' : 'same',
    kinds: [...kinds],
    reasons: [
      by === 'key' ? 'La clé est la même.' : 'Le nom d’utilisateur est le même.',
      ...(doubtful ? [DOUBT] : []),
      ...reasons.filter(({ kind }) => kind !== 'identical').map(({ text }) => sayable(text)),
    ],
  };
}

/** What differs between two writings; doubtful when it is another first name, as for a row reused for somebody else. */
interface Differences {
  reasons: readonly Reason[];
  doubtful: boolean;
}

const DOUBT =
  'Le nom ou le prénom est tout autre\u00A0: lignes mélangées, ou ligne reprise pour quelqu’un d’autre.';

const ALIKE: Differences = { reasons: [], doubtful: false };

/** True when everything but the key and the username is written alike. */
function areWrittenAlike({ values: a }: Account, { values: b }: Account): boolean {
  return (
    a.lastName === b.lastName &&
    a.firstName === b.firstName &&
    a.birthDate === b.birthDate &&
    a.postalCode === b.postalCode
  );
}

function differences(before: Identity, after: Identity): Differences {
  const names = linkNames(before, after);
  const { profile, postalCode } = before.person;
  const sameThird =
    before.person.birthDate === after.person.birthDate && postalCode === after.person.postalCode;
  const date = profile === 'pupil' && !sameThird ? linkDates(before.date, after.date) : undefined;
  const postal =
    profile === 'parent' && !sameThird ? linkPostalCodes(postalCode, after.person.postalCode) : undefined;
  const evidence = { relatives: 'unknown', level: 'unknown' } as const;
  const reasons = reasonsFor(before, after, { names, date, postal, evidence, verdict: 'same', weight: 0 });
  return { reasons, doubtful: names.first === 'different' && !names.swapped };
}
