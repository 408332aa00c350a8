import type { Facts, Gathered } from '@/utils/core/facts';
import type { Departure, SystemicEdit } from '@/utils/core/roster-facts';
import { anchorAt, labelOf } from './accounts';
import type { Group } from './classes';
import type { ControlChoices, ControlPair, RosterControl } from './control-result';
import { CoupleTeller } from './couple-facts';
import { coupleHash, type DecidedCouple, decide } from './decide';
import { type Departures, departuresOf, knownPeople } from './departures';
import type { Examined, Found } from './examine';
import { predictImport } from './expected';
import { repeatedKeys } from './repeated-keys';

/** Items of a list that are handed on unless more are asked for; the rest is counted. */
export const SHOWN = 500;
/** From so many people, and this share of a profile, rows without a key are one event. */
const FEWEST = 20;
const GENERAL = 0.9;
/** Pupils of a class who must have stayed for the class to tell that a year has changed. */
const TELLING = 5;

/** The light part of a control: what the person's choices make of what was found, `shown` items of each list in words. */
export async function concludeControl(
  { platform, headers, mismatches, uncontrolled, found }: Examined,
  choices: ControlChoices = {},
  shown = SHOWN,
): Promise<RosterControl> {
  const common = { platform, uncontrolled };
  const always = { headerProblems: whole(headers), profileMismatches: whole(mismatches) };
  if (!found) {
    const nothing = { pairs: [], pairCount: 0, undecidable: 0, keyRules: [] };
    return { ...common, ...nothing, refused: true, facts: always };
  }
  const couples = await decide(found.couples, choices);
  const likely = couples.filter(({ decided }) => decided !== 'different');
  const namesakes = likely.filter(isFaint);
  const believed = likely.filter((couple) => !isFaint(couple));
  const { gauge, ...leaving } = departuresOf(found, believed, choices.expected, platform, shown);
  const facts: Facts = {
    ...always,
    ...coupleFacts(found, believed, platform, shown),
    possibleNamesakes: possibleNamesakes(found, namesakes, platform, shown),
    repeatedKeys: cut(repeatedKeys(found, platform), shown, asItIs),
    departures: departures(leaving, shown),
    deletionGauge: whole([gauge]),
    classPromotions: whole(promotions(found)),
    mangledValues: whole(found.cells.mangled),
    shuffledColumns: whole(found.shuffled),
    lostEncoding: whole(found.cells.lostEncoding),
    // Only itslearning has such lists mailed (source 000 §1.4.E).
    removalFiles: whole(platform === 'itslearning' ? found.removals : []),
  };
  return {
    ...common,
    refused: false,
    facts,
    pairs: await Promise.all(couples.slice(0, SHOWN).map((couple) => pairOf(couple, choices.salt))),
    pairCount: couples.length + found.more,
    undecidable: found.undecidable,
    keyRules: found.keyRules.map(({ table, rule }) => ({
      file: found.comparison.old[table]?.table.file ?? '',
      words: rule.words,
      share: rule.share,
    })),
    gauge,
    prediction: predictImport(found, believed, platform),
  };
}

function whole<T>(items: readonly T[]): Gathered<T> {
  return { items, complete: true };
}

/** The first of a list made into facts. A cut list is not complete, and says out of how many. */
function cut<T, F>(
  list: readonly T[],
  shown: number,
  tell: (item: T) => F,
  { more = 0, complete = true } = {},
): Gathered<F> {
  const total = list.length + more;
  const items = list.slice(0, shown).map(tell);
  if (total <= items.length) return { items, complete };
  return { items, complete: false, read: { shown: items.length, total } };
}

/** Nothing is concluded of these until somebody says that they are one person. */
function isFaint({ faint, decided }: DecidedCouple): boolean {
  return faint === true && decided === undefined;
}

/** In `found.couples` only doubtful ones are faint: all of them are known, and the list is only cut. */
function possibleNamesakes(
  found: Found,
  couples: readonly DecidedCouple[],
  platform: Examined['platform'],
  shown: number,
) {
  const teller = new CoupleTeller(found, platform);
  return cut(couples, shown, (one) => teller.keyEdit(one));
}

function asItIs<T>(item: T): T {
  return item;
}

/** Departures that nobody expected are told one by one; the others are in the gauge. */
function departures({ people, unexpected }: Omit<Departures, 'gauge'>, shown: number): Gathered<Departure> {
  if (unexpected <= shown) return whole(people);
  return { items: people, complete: false, read: { shown, total: unexpected } };
}

function coupleFacts(
  found: Found,
  couples: readonly DecidedCouple[],
  platform: Examined['platform'],
  shown: number,
): Facts {
  const teller = new CoupleTeller(found, platform);
  const { keyEdits, usernameEdits, emptiedKeys, twins } = teller.sort(couples);
  const { kept, systemic } = withoutGeneral(found, twins, platform);
  const complete = found.undecidable === 0;
  const twin = (one: DecidedCouple | Found['twins'][number]) =>
    'kept' in one ? teller.twin(one) : teller.twinOfGone(one);
  return {
    keyEdits: cut(keyEdits, shown, (one) => teller.keyEdit(one), { more: found.more, complete }),
    usernameEdits: cut(usernameEdits, shown, (one) => teller.usernameEdit(one)),
    emptiedKeys: cut(emptiedKeys, shown, (one) => teller.emptiedKey(one)),
    twinAccounts: cut([...kept, ...found.twins], shown, twin),
    systemicEdits: whole([...systemicEdits(found, platform), ...systemic]),
  };
}

/** Rows that all lost their key, as in a list made without the export: one finding. */
function withoutGeneral(found: Found, twins: readonly DecidedCouple[], platform: Examined['platform']) {
  const systemic: SystemicEdit[] = [];
  let kept = [...twins];
  for (const profile of new Set(twins.map(({ old }) => old.role))) {
    const own = twins.filter(({ old }) => old.role === profile);
    const gone = found.gone.counts.get(profile)?.all ?? 0;
    const known = knownPeople(found).reduce((sum, one) => sum + (one.profile === profile ? one.known : 0), 0);
    const still = known - gone;
    const [first] = own;
    if (!first || own.length < FEWEST || own.length < GENERAL * (own.length + still)) continue;
    kept = kept.filter(({ old }) => old.role !== profile);
    systemic.push({
      at: anchorAt(found.comparison.fresh, first.fresh.spots[0]),
      profile,
      platform,
      field: 'key',
      kind: 'emptied',
      count: own.length,
      text: `Clé de synchro\u00A0: vide pour ${own.length} personnes de l’export, sur ${known}. Une seule cause, un seul remède.`,
    });
  }
  return { kept, systemic };
}

function systemicEdits({ comparison, systemic }: Found, platform: Examined['platform']): SystemicEdit[] {
  const [fresh] = comparison.fresh;
  return systemic.map(({ first, ...one }) => ({
    ...one,
    platform,
    at: first
      ? anchorAt(comparison.fresh, first.spots[0], one.field)
      : { in: 'file', file: fresh?.table.file ?? '', line: fresh?.table.headerLine ?? 1 },
  }));
}

function promotions({ classes, comparison }: Found) {
  const byName = new Map<string, Group[]>();
  for (const group of classes.groups) {
    if (group.role !== 'pupil' || group.className === '') continue;
    byName.set(group.className, [...(byName.get(group.className) ?? []), group]);
  }
  const lines = [...byName].map(([className, groups]) => ({
    at: anchorAt(comparison.old, (groups[0] as Group).first, 'class'),
    className,
    levels: [...new Set(groups.map(({ level }) => level).filter((level) => level !== ''))],
    kept: groups.reduce((sum, { kept }) => sum + kept, 0),
    known: groups.reduce((sum, { known }) => sum + known, 0),
    untouched: groups.reduce((sum, { untouched }) => sum + untouched, 0),
  }));
  const yearChanges = lines.some(
    ({ kept, known, untouched }) =>
      (kept >= TELLING && untouched < kept / 2) || (known >= TELLING && kept === 0),
  );
  return lines.map(({ known: _, ...line }) => ({ ...line, yearChanges }));
}

async function pairOf(couple: DecidedCouple, salt: string | undefined): Promise<ControlPair> {
  const { id, decided, old, fresh, by, verdict, kinds, reasons } = couple;
  return {
    id,
    ...(salt === undefined ? {} : { hash: await coupleHash(couple, salt) }),
    person: labelOf(old),
    now: labelOf(fresh),
    profile: old.role,
    by,
    verdict,
    ...(decided ? { decided } : {}),
    kinds,
    reasons,
  };
}
