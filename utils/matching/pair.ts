import { assign, type Edge, type Tie } from './assign';
import { eachCandidate } from './blocks';
import { isCoincidence, isFaint, type Population } from './coincidence';
import { dayNumber, linkDates } from './dates';
import { type Identity, identifier, normalisedKey, relativeName } from './identity';
import { judge, type Link } from './judge';
import type {
  Ambiguity,
  Couple,
  Kinship,
  Pair,
  PairingOptions,
  PairingResult,
  Person,
  PersonProfile,
  Reason,
} from './person';
import { reasonsFor } from './reasons';
import { findTransformations, type Transformation, undo } from './systemic';

/**
 * For each person who left the list, who in the new list is the same person whose key was edited, and why. Give it the
 * residual only: rows that no join on the sync key or the username explains. Pure; the order of the lists decides nothing.
 */
export function pairPeople(
  gone: readonly Person[],
  arrived: readonly Person[],
  options: PairingOptions,
): PairingResult {
  const identify = identifier();
  const old = gone.map(identify);
  const kept = (options.kept ?? []).map(identify);
  const written = arrived.map(identify);
  let systemic = findTransformations(old, written, kept);
  // Those who did not change can only show that nothing is general: they are not read when nothing seems to be.
  if (systemic.length > 0 && options.unchanged)
    systemic = findTransformations(old, written, [...kept, ...options.unchanged().map(identify)]);
  const transformations = systemic.map(({ transformation }) => transformation);
  const now = transformations.length > 0 ? written.map((one) => undo(transformations, one)) : written;
  const homonyms = homonymousPupils(old, now);
  const before = old.map((one) => withoutHomonyms(one, homonyms, 'gone'));
  const after = now.map((one) => withoutHomonyms(one, homonyms, 'arrived'));

  const candidates: number[] = [];
  const crowded = eachCandidate(before, after, options.strictness, (one, other) => {
    candidates.push(one, other);
  });
  let found = judgeAll(candidates, before, after, options);
  const renamed = renamedPeople(found.pairs, before, after);
  if (renamed.size > 0) found = judgeAll(candidates, before, after, options, { renamed, links: found.links });

  const sizes = { ...populations(before, after), ...options.among };
  const doubles = new Set(kept.map(normalisedKey));
  const pairs: Pair[] = [];
  const explained: Couple[] = [];
  for (const { edge, contested } of found.pairs) {
    const [one, other] = [before[edge.gone], after[edge.arrived]];
    if (!one || !other) continue;
    const couple = { gone: one.person, arrived: other.person };
    const reasons = reasonsFor(one, other, edge.link).filter(
      (reason) => !isExplained(reason, couple, transformations),
    );
    const doubled =
      doubles.size > 0 && (doubles.has(normalisedKey(one)) || doubles.has(normalisedKey(other)));
    const verdict = contested || doubled ? 'check' : edge.link.verdict;
    if (reasons.some(({ kind }) => kind !== 'shared-relative' && kind !== 'level'))
      pairs.push({
        ...couple,
        verdict,
        reasons,
        ...(isFaint(one, other, edge.link, sizes[one.person.profile]) && { faint: true }),
      });
    else explained.push(couple);
  }
  const ambiguous = found.ties.map((tie) => describeTie(tie, before, after));
  const placed = new Set([...pairs, ...explained].flatMap((pair) => [pair.gone, pair.arrived]));
  for (const tie of ambiguous) for (const person of [...tie.gone, ...tie.arrived]) placed.add(person);
  return {
    systemic: systemic.map(({ change }) => change),
    explained,
    pairs,
    ambiguous,
    kinships: found.kinships.filter((kinship) => !placed.has(kinship.gone) && !placed.has(kinship.arrived)),
    unpaired: {
      gone: gone.filter((person) => !placed.has(person)),
      arrived: arrived.filter((person) => !placed.has(person)),
    },
    crowded,
  };
}

type Renamed = ReadonlyMap<string, readonly string[]>;

/**
 * `candidates` holds indices two by two: old, new, old, new… `again`: people who turned out to be renamed, and what was
 * judged of each couple before that was known; only couples whose relatives they may be are judged a second time.
 */
function judgeAll(
  candidates: readonly number[],
  before: readonly Identity[],
  after: readonly Identity[],
  { strictness, among }: PairingOptions,
  again?: { renamed: Renamed; links: readonly (Link | undefined)[] },
) {
  const edges: Edge[] = [];
  const links: (Link | undefined)[] = [];
  const sizes = populations(before, after);
  const kinships: Kinship[] = [];
  for (let at = 0; at < candidates.length; at += 2) {
    const [gone = 0, arrived = 0] = [candidates[at], candidates[at + 1]];
    const [one, other] = [before[gone], after[arrived]];
    if (!one || !other) continue;
    const isKnown = again && ![...one.relatives].some((name) => again.renamed.has(name));
    const link = isKnown ? again.links[links.length] : judge(one, other, strictness, again?.renamed);
    links.push(link);
    const { profile } = one.person;
    if (link && isCoincidence(one, other, link, among?.[profile] ?? sizes[profile])) continue;
    if (link) edges.push({ gone, arrived, link });
    else kinships.push(...kinship(one, other));
  }
  return { ...assign(edges), kinships, links };
}

function populations(
  before: readonly Identity[],
  after: readonly Identity[],
): Record<PersonProfile, Population> {
  const sizes: Record<PersonProfile, Population> = {
    pupil: { gone: 0, arrived: 0 },
    parent: { gone: 0, arrived: 0 },
    teacher: { gone: 0, arrived: 0 },
    staff: { gone: 0, arrived: 0 },
  };
  for (const { person } of before) sizes[person.profile].gone++;
  for (const { person } of after) sizes[person.profile].arrived++;
  return sizes;
}

/** Pupils and parents whose name changed, so that a child and its parents renamed together still support each other. */
function renamedPeople(
  pairs: readonly { edge: Edge }[],
  before: readonly Identity[],
  after: readonly Identity[],
): Renamed {
  const renamed = new Map<string, string[]>();
  for (const { edge } of pairs) {
    const [one, other] = [before[edge.gone]?.person, after[edge.arrived]?.person];
    if (!one || !other || (one.profile !== 'pupil' && one.profile !== 'parent')) continue;
    const [old, now] = [relativeName(one), relativeName(other)];
    if (old === now) continue;
    const names = renamed.get(old);
    if (names) names.push(now);
    else renamed.set(old, [now]);
  }
  return renamed;
}

/** Names borne by a pupil who left and by another who arrived, born on unrelated days. */
function homonymousPupils(before: readonly Identity[], after: readonly Identity[]): Set<string> {
  const births = new Map<string, Identity[]>();
  for (const one of before) {
    if (one.person.profile !== 'pupil') continue;
    const name = relativeName(one.person);
    births.set(name, [...(births.get(name) ?? []), one]);
  }
  const homonyms = new Set<string>();
  for (const { person, date } of after) {
    if (person.profile !== 'pupil') continue;
    const name = relativeName(person);
    const strangers = births.get(name)?.every((other) => linkDates(other.date, date) === 'date-changed');
    if (strangers) homonyms.add(name);
  }
  return homonyms;
}

/** A homonym among the children proves nothing about the parents: each side keeps its own. */
function withoutHomonyms(
  identity: Identity,
  homonyms: ReadonlySet<string>,
  side: 'gone' | 'arrived',
): Identity {
  if (identity.person.profile !== 'parent' || ![...identity.relatives].some((name) => homonyms.has(name)))
    return identity;
  const relatives = [...identity.relatives].map((name) => (homonyms.has(name) ? `${name} ${side}` : name));
  return { ...identity, relatives: new Set(relatives) };
}

/** True for a reason that a systemic change already gave, once for all. */
function isExplained(
  reason: Reason,
  { gone, arrived }: Couple,
  transformations: readonly Transformation[],
): boolean {
  if (reason.kind === 'identical' && gone.birthDate !== arrived.birthDate) return transformations.length > 0;
  return transformations.some(
    ({ profile, field, kind }) => profile === gone.profile && field === reason.field && kind === reason.kind,
  );
}

function describeTie(tie: Tie, before: readonly Identity[], after: readonly Identity[]): Ambiguity {
  const candidates = tie.flatMap(({ gone, arrived }) => {
    const [one, other] = [before[gone]?.person, after[arrived]?.person];
    return one && other ? [{ gone: one, arrived: other }] : [];
  });
  return {
    gone: [...new Set(candidates.map((couple) => couple.gone))],
    arrived: [...new Set(candidates.map((couple) => couple.arrived))],
    candidates,
    text: 'Plusieurs personnes se ressemblent autant : rien ne permet de choisir entre elles.',
  };
}

/** Two pupils of one surname who are not one: born the same day, or of the same parents. */
function kinship(one: Identity, other: Identity): Kinship[] {
  if (one.person.profile !== 'pupil' || one.last.solid !== other.last.solid) return [];
  const couple = { gone: one.person, arrived: other.person };
  const sameDay = one.date && other.date && dayNumber(one.date) === dayNumber(other.date);
  if (sameDay) {
    const text = 'Jumeaux probables : même nom, même date de naissance, prénoms différents.';
    return [{ ...couple, kind: 'twins', text }];
  }
  const related = [...one.relatives].some((relative) => other.relatives.has(relative));
  const text =
    'Frère ou sœur probable : même nom, mêmes responsables, prénom et date de naissance différents.';
  return related ? [{ ...couple, kind: 'siblings', text }] : [];
}
