import type { OverlayActions, OverlayView } from '@/components/overlay/view';
import type { RuleResult } from '@/utils/core/audit';
import type { School } from '@/utils/core/context';
import type { Anchor, Facts, PageId } from '@/utils/core/facts';
import type { Rule, RuleTexts } from '@/utils/core/rule';
import type { Ent, Irreversible } from '@/utils/ents/page';
import type { LiveReadings } from './live-readings';

/** What stands on the screen at a look. */
export interface Sight {
  /** What the screen itself shows. */
  shown: Facts;
  school: School | undefined;
  page: PageId | undefined;
  /** French name of the screen, as the person would name it; empty when it isn't read. */
  title: string;
}

/** What the overlay does for its companions. */
export interface Told {
  /** The school on the screen. */
  school(): School | undefined;
  /** The rules that are not switched off, at the moment of asking. */
  rules(): readonly Rule[];
  /** The readings of whole schools of this tab. */
  live: LiveReadings;
  /** There is something new to judge and to draw. */
  changed(): void;
  failed(error: unknown): void;
}

/** The elements of a screen by page, then by key. */
export type Places = ReadonlyMap<PageId, ReadonlyMap<string, Element>>;

/** Results, with the texts to say them with: some were judged elsewhere than on this page. */
export interface Judged {
  results: readonly RuleResult[];
  texts: readonly RuleTexts[];
}

/**
 * Something that knows more than the screen shows (files chosen in it, courses entered, what the school said of its year)
 * and keeps up with it. Each family brings those that its screens need; what one doesn't do it leaves out.
 */
export interface Companion {
  /** What it knows beside what the screen shows, or in its place. */
  facts?(sight: Sight): Facts;
  /** Adds the places of what the screen only shows through something else: a row that leads to it. */
  places?(sight: Sight, places: Places): Places;
  /** What follows from all the facts together. */
  derived?(facts: Facts): Facts;
  /** Adds what was judged elsewhere. */
  judged?(sight: Sight, judged: Judged): Judged;
  view?(sight: Sight): Partial<OverlayView>;
  /** Starts what the screen as it stands now asks for. */
  look?(sight: Sight): void;
  /** Files that the person gives to compare with. */
  giveReference?(files: readonly File[], sight: Sight): void;
  /** An irreversible click went through. */
  passed?(irreversible: Irreversible, sight: Sight): void;
  /** Any click that goes through to the page. */
  clicked?(event: Event): void;
  /** The person says that what is pending at this place is done. */
  settle?(at: Anchor): void;
  sayOfYear?: OverlayActions['sayOfYear'];
  /** The person has read the reminder of the day. */
  hideBanner?(): void;
  /** A reading was recorded. */
  recorded?(): void;
  /** Somewhere else, something was said of a school's year. */
  yearSaid?(): void;
}

/** Makes a companion for one document. */
export type MakeCompanion = (ent: Ent, document: Document, told: Told) => Companion;

/** Several companions as one: facts and views side by side, in order. */
export function companionsOf(all: readonly Companion[]): Required<Companion> {
  return {
    facts: (sight) => Object.assign({}, ...all.map((one) => one.facts?.(sight))),
    places: (sight, places) => all.reduce((sum, one) => one.places?.(sight, sum) ?? sum, places),
    derived: (facts) => all.reduce((sum, one) => one.derived?.(sum) ?? sum, facts),
    judged: (sight, judged) => all.reduce((sum, one) => one.judged?.(sight, sum) ?? sum, judged),
    view: (sight) => Object.assign({}, ...all.map((one) => one.view?.(sight))),
    look: (sight) => all.forEach((one) => void one.look?.(sight)),
    giveReference: (files, sight) => all.forEach((one) => void one.giveReference?.(files, sight)),
    passed: (irreversible, sight) => all.forEach((one) => void one.passed?.(irreversible, sight)),
    clicked: (event) => all.forEach((one) => void one.clicked?.(event)),
    settle: (at) => all.forEach((one) => void one.settle?.(at)),
    sayOfYear: (said) => all.forEach((one) => void one.sayOfYear?.(said)),
    hideBanner: () => all.forEach((one) => void one.hideBanner?.()),
    recorded: () => all.forEach((one) => void one.recorded?.()),
    yearSaid: () => all.forEach((one) => void one.yearSaid?.()),
  };
}
