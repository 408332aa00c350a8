import type { RosterRole } from '@/utils/core/roster-facts';
import { identifier, normalisedKey, relativeName } from '@/utils/matching/identity';
import { hashText } from '@/utils/matching/letters';
import { pairPeople } from '@/utils/matching/pair';
import type { Person } from '@/utils/matching/person';
import { sayable } from '@/utils/matching/sayable';
import { Sieve } from '@/utils/matching/sieve';
import { transformationsAmong } from '@/utils/matching/systemic';
import { type Account, personOf } from './accounts';
import { type Couple, coupleName, type Systemic } from './couples';
import type { People } from './people';
import type { TraitsOf } from './read-traits';

/** Who is left once keys and usernames have joined what they can. */
export interface Residue {
  gone: People;
  arrived: People;
  /** What the search reads of them. */
  traits: { gone: TraitsOf; arrived: TraitsOf };
  /** People found on both sides who may be a double of the others. */
  kept: readonly Account[];
  /** Some of all those found on both sides, to weigh changes that seem to be general. */
  unchanged: () => readonly Account[];
  strictness: 'school' | 'district';
}

/** What became of them. */
export interface PairedResidue {
  couples: readonly Couple[];
  systemic: readonly Systemic[];
  /** Couples of whom a change of a whole column is the only difference. */
  explained: readonly { old: Account; fresh: Account }[];
  /** Look-alikes that cannot be told apart, by groups, and groups too large to be compared. */
  undecidable: number;
  /** New rows that are people whose own row is still in the file. */
  twins: readonly { kept: Account; fresh: Account; verdict: 'same' | 'check' }[];
}

/** More candidates than these tell a person nothing: they are only counted. */
const MOST_TIED = 6;

/** People who may have a counterpart, read. */
interface Candidates {
  gone: readonly Account[];
  arrived: readonly Account[];
}

/** Finds who among the new is who among those who left. Only those who may have a counterpart are read as text. */
export function pairResidue(residue: Residue): PairedResidue {
  const { gone, arrived, traits } = residue;
  const sieve = new Sieve(traits.gone.traits, traits.arrived.traits, residue.strictness, (couples) => {
    const identify = identifier();
    const read = (people: People, at: number) => identify(personOf(people.account(at), at));
    return (
      transformationsAmong(couples.map(([one, other]) => [read(gone, one), read(arrived, other)])).length > 0
    );
  });
  const passed = sieve.passed();
  const candidates = {
    gone: passed.gone.map((at) => gone.account(at)),
    arrived: passed.arrived.map((at) => arrived.account(at)),
  };
  const found = [false, true].map((guests) =>
    pairOf(residue, candidates, (role) => (role === 'guest') === guests),
  );
  return {
    couples: found.flatMap(({ couples }) => couples),
    systemic: found.flatMap(({ systemic }) => systemic),
    explained: found.flatMap(({ explained }) => explained),
    undecidable: found.reduce((sum, { undecidable }) => sum + undecidable, 0),
    twins: twinsOf(residue),
  };
}

/** The matching knows no guests: they are paired apart, as staff. */
function pairOf(
  residue: Residue,
  candidates: Candidates,
  wanted: (role: RosterRole) => boolean,
): Omit<PairedResidue, 'twins'> {
  const take = (accounts: readonly Account[]) => accounts.filter(({ role }) => wanted(role));
  const [gone, arrived] = [take(candidates.gone), take(candidates.arrived)];
  if (gone.length === 0 || arrived.length === 0)
    return { couples: [], systemic: [], explained: [], undecidable: 0 };
  const kept = take(residue.kept);
  const people = (accounts: readonly Account[]) => accounts.map((account, id) => personOf(account, id));
  const found = pairPeople(people(gone), people(arrived), {
    strictness: residue.strictness,
    kept: people(kept),
    among: populationsOf(residue.traits, wanted),
    unchanged: () => people(take(residue.unchanged())),
  });
  const both = (one: Person, other: Person) => ({
    old: gone[one.id] as Account,
    fresh: arrived[other.id] as Account,
  });
  const couples: Couple[] = found.pairs.map(({ gone, arrived, verdict, reasons, faint }) => {
    const { old, fresh } = both(gone, arrived);
    const kinds = reasons.map(({ kind }) => kind).filter((kind) => kind !== 'identical');
    return {
      id: coupleName(old, fresh),
      old,
      fresh,
      by: 'pairing',
      verdict,
      kinds: [...new Set([...kinds, 'key'])],
      reasons: reasons.map(({ text }) => sayable(text)),
      ...(faint && { faint }),
    };
  });
  for (const { candidates, text } of found.ambiguous) {
    if (candidates.length > MOST_TIED) continue;
    for (const { gone, arrived } of candidates) {
      const { old, fresh } = both(gone, arrived);
      const id = coupleName(old, fresh);
      couples.push({
        id,
        old,
        fresh,
        by: 'pairing',
        verdict: 'check',
        kinds: ['tied'],
        reasons: [sayable(text)],
        tied: true,
      });
    }
  }
  const explained = found.explained.map((couple) => both(couple.gone, couple.arrived));
  return {
    couples,
    explained,
    systemic: found.systemic.map(({ profile, field, transformation, count, text }) => {
      const first = explained.find(({ old }) => old.role === profile)?.fresh;
      return {
        profile: gone.some(({ role }) => role === 'guest') ? 'guest' : profile,
        field,
        kind: transformation,
        count,
        text: sayable(text),
        ...(first ? { first } : {}),
      };
    }),
    undecidable: found.ambiguous.length + found.crowded,
  };
}

/** How many left and arrived: the search is only given some of them. */
function populationsOf({ gone, arrived }: Residue['traits'], wanted: (role: RosterRole) => boolean) {
  const of = (role: RosterRole) => ({
    gone: gone.counts.get(role) ?? 0,
    arrived: arrived.counts.get(role) ?? 0,
  });
  if (wanted('guest')) return { staff: of('guest') };
  return { pupil: of('pupil'), parent: of('parent'), teacher: of('teacher'), staff: of('staff') };
}

/** Only a pupil’s key tells people apart for certain: name, first name and day of birth. */
function twinsOf({ arrived, traits, kept }: Residue): PairedResidue['twins'] {
  if (kept.length === 0) return [];
  const identify = identifier();
  const keyOf = (account: Account) => normalisedKey(identify(personOf(account, 0)));
  const byKey = new Map(kept.map((account) => [keyOf(account), account]));
  const names = new Set(kept.map((account) => hashText(relativeName(account.values))));
  const twins: PairedResidue['twins'][number][] = [];
  for (let at = 0; at < arrived.count; at++) {
    if (!names.has(traits.arrived.traits.name[at] as number)) continue;
    const fresh = arrived.account(at);
    const own = byKey.get(keyOf(fresh));
    if (!own) continue;
    const sure = fresh.role === 'pupil' && fresh.values.birthDate !== '';
    twins.push({ kept: own, fresh, verdict: sure ? 'same' : 'check' });
  }
  return twins;
}
