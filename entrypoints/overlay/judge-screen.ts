import type { OverlayView, ScreenState } from '@/components/overlay/view';
import { audit, type RuleResult } from '@/utils/core/audit';
import { type Context, contextOn, type School } from '@/utils/core/context';
import { anchorKey, type Facts, type PageId } from '@/utils/core/facts';
import { mergeFacts } from '@/utils/core/merge-facts';
import type { MilestoneDates } from '@/utils/core/milestones';
import type { Said } from '@/utils/core/person';
import { removesAbsent } from '@/utils/core/removes-absent';
import type { Rule } from '@/utils/core/rule';
import type { OpenUser } from '@/utils/core/screen-facts';
import type { Ent } from '@/utils/ents/page';
import { placesOn, readScreen, type ScreenReading } from '@/utils/ents/read-screen';
import { findingsOf } from '@/utils/report/findings';
import { readSummary } from '@/utils/report/read-summary';
import type { Companion, Judged, Places, Sight } from './companion';
import type { DeletedUsers } from './deleted-users';
import type { LiveReadings } from './live-readings';
import { personCard } from './person-card';
import type { Recall, Verdicts } from './recall';
import type { SchoolElsewhere } from './school-elsewhere';

/** One look at the screen, judged together with the live reading of its school when there is one. */
export interface Judgement extends Judged {
  view: Omit<OverlayView, 'visible' | 'notice' | 'fresh'>;
  school: School | undefined;
  /** The school of the address while nothing tells its name: nothing may be kept under it. */
  nameless?: School;
  pages: ScreenReading['pages'];
  whyUnread: ScreenReading['whyUnread'];
  /** What the screen itself shows, without the live reading nor any file. */
  sight: Sight;
  /** The same judgement of the screen alone: what is remembered must not date an older live reading anew. */
  judgeAlone(): readonly RuleResult[];
  verdicts: Verdicts;
  /** All that was judged, and by what light: for a dossier. */
  facts: Facts;
  context: Context;
  /** Whose screen is open. */
  open: OpenUser | undefined;
  places: Places;
}

/** What this tab knows beside what the screen shows. */
export interface Memory {
  rules: readonly Rule[];
  /** True for a rule that somebody switched off; what it would have said elsewhere is left out too. */
  isOff(rule: string): boolean;
  live: LiveReadings;
  companions: Required<Companion>;
  /** Schools by identifier, as earlier visits knew them. */
  known: ReadonlyMap<string, School>;
  /** What is dated of their change of year. */
  milestones: ReadonlyMap<string, MilestoneDates>;
  recall: Recall;
  deleted: DeletedUsers;
  elsewhere?: SchoolElsewhere;
  said(schoolId: string | undefined): ReadonlyMap<string, Said>;
  saidAt(schoolId: string | undefined): ReadonlyMap<string, string>;
}

/** Reads and judges the screen as it stands now. Synchronous, so that nothing moves in between. */
export function judgeScreen(ent: Ent, document: Document, url: URL, memory: Memory): Judgement {
  const { rules, live, known, recall, companions } = memory;
  const reading = readScreen(ent, document, url);
  const onScreen = ent.school(document, url) ?? memory.elsewhere?.(reading.facts);
  const lived = live.reading(onScreen?.id);
  const open = reading.facts.openUser?.items[0];
  if (onScreen && open) live.learn(onScreen.id, open);
  const gone = memory.deleted.look(reading.facts);
  if (onScreen && gone) live.learn(onScreen.id, { at: gone, detached: true, preDeleted: false });
  const school = onScreen && named(onScreen, known.get(onScreen.id), lived?.school);
  const sight: Sight = {
    shown: reading.facts,
    school,
    page: reading.pages.at(-1)?.id,
    title: titleOf(reading),
  };
  const own = { ...reading.facts, ...companions.facts(sight) };
  const facts = companions.derived(mergeFacts(live.facts(onScreen?.id), own));
  const updateAll = removesAbsent(reading.facts);
  const dates = onScreen && memory.milestones.get(onScreen.id);
  const context = contextOn(new Date(), {
    ent: ent.id,
    ...(school && { school }),
    ...(updateAll !== undefined && { updateAll }),
    ...(dates && { milestones: dates }),
    ...(lived?.role && { role: lived.role }),
  });
  const judged = companions.judged(sight, { results: recall.audit(rules, facts, context), texts: rules });
  const { texts } = judged;
  const results = judged.results.filter(({ rule }) => !memory.isOff(rule));
  const users = facts.users?.items;
  const verdicts = recall.verdicts(results, users);
  const state = live.state(onScreen?.id);
  const said = memory.said(onScreen?.id);
  const saidAt = memory.saidAt(onScreen?.id);
  const card = open && personCard(open, { live: state, users, verdicts, results, rules, said, saidAt });
  const titleOfRule = (id: string) => rules.find((rule) => rule.id === id)?.title ?? id;
  return {
    view: {
      ent: ent.name,
      ...(school && { school }),
      screen: screenState(reading, ent.caution?.(document)),
      read: readSummary(facts),
      findings: findingsOf(results, texts),
      clear: isClear(results),
      idle: results.every(({ outcome }) => outcome === 'inapplicable'),
      broken: results.flatMap(({ rule, outcome }) => (outcome === 'error' ? titleOfRule(rule) : [])),
      live: state,
      apart: verdicts.apart,
      ...(card && { person: card }),
    },
    school,
    ...(onScreen && !school && { nameless: { ...onScreen, name: '' } }),
    pages: reading.pages,
    whyUnread: reading.whyUnread,
    sight,
    results,
    texts,
    judgeAlone: () => (lived ? audit(rules, reading.facts, context) : results),
    verdicts,
    facts,
    context,
    open,
    places: reading.loading
      ? new Map()
      : certainPlaces(companions.places(sight, placesOn(ent, document, url)), verdicts.shared),
  };
}

/**
 * Under the name that another screen gave it, where this one gives none. A name that may still be that of the school
 * before is believed only once an earlier visit or the console's own record gives the same to this one.
 */
function named(onScreen: School, known: School | undefined, lived: School | undefined): School | undefined {
  const { unnamed, lagging: _, ...rest } = { ...known, ...lived, ...onScreen };
  if (onScreen.lagging) {
    const name = (lived?.lagging ? undefined : lived?.name) || known?.name;
    if (!name) return undefined;
    return name === onScreen.name ? rest : { ...rest, name, lagging: true };
  }
  return unnamed ? { ...rest, unnamed, name: known?.name ?? onScreen.name } : rest;
}

/** French name of the screen, as the person would name it. */
function titleOf({ pages, loading, unreadable }: ScreenReading): string {
  return loading || unreadable.length > 0 ? '' : (pages.at(-1)?.title ?? '');
}

/** Silence proves something only when a control has passed and none is undecided. */
function isClear(results: readonly RuleResult[]): boolean {
  const has = (outcome: RuleResult['outcome']) => results.some((result) => result.outcome === outcome);
  return has('pass') && !has('review') && !has('error');
}

/** A row is alone of its name on the screen, and yet somebody who isn't there yet may share it: then it is nobody's. */
function certainPlaces(places: Places, shared: ReadonlySet<string>): Places {
  if (shared.size === 0) return places;
  const isCertain = (page: PageId, key: string) => !shared.has(anchorKey({ in: 'page', page, key }));
  return new Map(
    [...places].map(([page, byKey]) => [page, new Map([...byKey].filter(([key]) => isCertain(page, key)))]),
  );
}

function screenState(
  { pages, loading, unreadable, mend }: ScreenReading,
  caution: string | undefined,
): ScreenState {
  if (loading) return { kind: 'loading' };
  if (unreadable.length > 0) return { kind: 'unreadable', problems: unreadable, ...(mend && { mend }) };
  const last = pages.at(-1);
  return last ? { kind: 'read', title: last.title, ...(caution && { caution }) } : { kind: 'elsewhere' };
}
