import type { Facts, Gathered } from '@/utils/core/facts';
import type { SystemicEdit, TwinAccount } from '@/utils/core/roster-facts';
import { anchorAt, labelOf } from './accounts';
import type { Group } from './classes';
import type { ControlChoices, ControlPair, RosterControl } from './control-result';
import { CoupleTeller } from './couple-facts';
import type { Couple } from './couples';
import { type DecidedCouple, decide } from './decide';
import { departuresOf, knownPeople } from './departures';
import type { Examined, Found } from './examine';
import { predictImport } from './expected';
import { repeatedKeys } from './repeated-keys';

/** Items of a list that are handed on; the rest is counted. */
export const SHOWN = 500;
/** From so many people, and this share of a profile, rows without a key are one event. */
const FEWEST = 20;
const GENERAL = 0.9;
/** Pupils of a class who must have stayed for the class to tell that a year has changed. */
const TELLING = 5;

/** The light part of a control: what the person's choices make of what was found. */
export async function concludeControl(
  { platform, headers, mismatches, uncontrolled, found }: Examined,
  choices: ControlChoices = {},
): Promise<RosterControl> {
  const common = { platform, uncontrolled };
  const always = { headerProblems: whole(headers), profileMismatches: whole(mismatches) };
  if (!found) {
    const nothing = { pairs: [], pairCount: 0, undecidable: 0, keyRules: [] };
    return { ...common, ...nothing, refused: true, facts: always };
  }
  const couples = await decide(found.couples, choices);
  const believed = couples.filter(({ decided }) => decided !== 'different');
  const { people, total, gauge } = departuresOf(found, believed, choices.expected, platform, SHOWN);
  const facts: Facts = {
    ...always,
    ...coupleFacts(found, believed, platform),
    repeatedKeys: cut(repeatedKeys(found, platform)),
    departures: cut(people, total - people.length),
    deletionGauge: whole([gauge]),
    classPromotions: whole(promotions(found)),
    mangledValues: whole(found.cells.mangled),
    lostEncoding: whole(found.cells.lostEncoding),
    removalFiles: whole(found.removals),
  };
  return {
    ...common,
    refused: false,
    facts,
    pairs: couples.slice(0, SHOWN).map(pairOf),
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

/** A cut list is not complete, and says out of how many. */
function cut<T>(items: readonly T[], more = 0, complete = true): Gathered<T> {
  const total = items.length + more;
  if (total <= SHOWN) return { items, complete };
  return { items: items.slice(0, SHOWN), complete: false, read: { shown: SHOWN, total } };
}

function coupleFacts(found: Found, couples: readonly DecidedCouple[], platform: Examined['platform']): Facts {
  const teller = new CoupleTeller(found, platform);
  const told = couples.map((couple) => teller.tell(couple));
  const { kept: twins, systemic } = withoutGeneral(
    found,
    told.flatMap(({ twin }) => twin ?? []),
    platform,
  );
  const decided = found.undecidable === 0;
  return {
    // Certain duplicates first: a list that is cut must not hide them.
    keyEdits: cut(
      told
        .flatMap(({ keyEdit }) => keyEdit ?? [])
        .sort((one, other) => Number(one.verdict === 'check') - Number(other.verdict === 'check')),
      found.more,
      decided,
    ),
    usernameEdits: cut(told.flatMap(({ usernameEdit }) => usernameEdit ?? [])),
    emptiedKeys: cut(told.flatMap(({ emptiedKey }) => emptiedKey ?? [])),
    twinAccounts: cut([...twins, ...found.twins.map((twin) => teller.twin(twin))]),
    systemicEdits: whole([...systemicEdits(found, platform), ...systemic]),
  };
}

/** Rows that all lost their key, as in a list made without the export: one finding. */
function withoutGeneral(found: Found, twins: readonly TwinAccount[], platform: Examined['platform']) {
  const systemic: SystemicEdit[] = [];
  let kept = [...twins];
  for (const profile of new Set(twins.map((twin) => twin.profile))) {
    const own = twins.filter((twin) => twin.profile === profile);
    let gone = 0;
    for (let at = 0; at < found.gone.count; at++) if (found.gone.roleOf(at) === profile) gone++;
    const known = knownPeople(found).reduce((sum, one) => sum + (one.profile === profile ? one.known : 0), 0);
    const still = known - gone;
    const [first] = own;
    if (!first || own.length < FEWEST || own.length < GENERAL * (own.length + still)) continue;
    kept = kept.filter((twin) => twin.profile !== profile);
    systemic.push({
      at: first.at,
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

function pairOf(couple: DecidedCouple & Couple): ControlPair {
  const { id, hash, decided, old, fresh, by, verdict, kinds, reasons } = couple;
  return {
    id,
    ...(hash ? { hash } : {}),
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
