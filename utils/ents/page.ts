import type { Breathe } from '@/utils/core/breathe';
import type { School } from '@/utils/core/context';
import type { Facts, PageId } from '@/utils/core/facts';
import type { RosterRole } from '@/utils/core/roster-facts';
import type { Action } from '@/utils/core/rule';
import type { Presence } from './presence';

/** What the person can do about it in « Pages et vocabulaire »: add a word or teach anew, or remove the word at fault. */
export type Mend = 'pages' | 'own-word';

/** A screen was recognised but not understood: its markup has changed. Said out loud, never taken for « nothing found ». */
export class Unreadable extends Error {
  override name = 'Unreadable';

  constructor(
    message: string,
    readonly mend?: Mend,
  ) {
    super(message);
  }
}

/**
 * The click that a control would carry out, and on whom: `key` is the key of the subject's anchor, `link` the address of
 * the subject's own screen where keys may be shared.
 */
export interface Irreversible {
  action: Action;
  key: string;
  link?: string;
}

/** A file that a screen is about to import, and whose accounts the screen takes it to hold, when it says so. */
export interface ChosenFile {
  file: File;
  roles?: readonly RosterRole[];
}

/** One screen of an ENT. Only its file knows the screen's words and markup; it never changes the document. */
export interface Page {
  id: PageId;
  /** French name of the screen, as the ENT calls it. */
  title: string;
  /** Weaker than `gather` on purpose: a redesigned screen must still be recognised, and then be unreadable. */
  recognise(document: Document, url: URL): boolean;
  /** True while the ENT itself is still loading the screen. */
  isLoading?(document: Document): boolean;
  /**
   * Reads the screen.
   * @throws {Unreadable} when something it cannot do without isn't where it was; the message (French) says what.
   */
  gather(document: Document, url: URL): Facts;
  /**
   * The elements that anchors' keys stand for, found in one pass (a lookup per key would be quadratic on long lists).
   * A key that two elements share is left out: a mark on the wrong person is worse than none.
   */
  places(document: Document): ReadonlyMap<string, Element>;
  /** What a click on `target` would do that cannot be undone; `undefined` when nothing of the kind. */
  irreversible?(target: Element, document: Document, url: URL): Irreversible | undefined;
  /** What dragging the thing at `target`, or dropping another on it, would change that cannot be undone. */
  dragged?(target: Element, document: Document, url: URL): Irreversible | undefined;
  /** Elements that name people and are read by no `gather`: masked whole where names are. */
  named?(document: Document): Iterable<Element>;
  /** The files that the screen's own fields hold at this moment, to be imported. */
  chosenFiles?(document: Document): readonly ChosenFile[];
}

/** Told while a live reading goes on. */
export interface Progress {
  done: number;
  total: number;
  /** French, for the person: « Membres des groupes ». */
  doing: string;
}

/** What a live reading may use: a GET of the console's own, the signal of the « Annuler » button, and a teller. */
export interface LiveTools {
  /** GETs a path of the same site and parses it as JSON. @throws {LiveError} */
  get(path: string): Promise<unknown>;
  signal: AbortSignal;
  tell(progress: Progress): void;
  /** Awaited between slices of long work, so that the page stays alive; left out where nobody waits. */
  breathe?: Breathe;
}

/** A complete reading of one school through the console's own GETs. */
export interface Live {
  /** @throws {LiveError} with a French message that says what to do. */
  gather(school: School, tools: LiveTools): Promise<LiveReading>;
  /** The schools that the person who is connected administers. @throws {LiveError} */
  schools?(tools: LiveTools): Promise<School[]>;
  /** Paths whose answer doesn't depend on the school: asked once for many. */
  sameForAll?: readonly string[];
}

/** What a live reading brings home. */
export interface LiveReading {
  facts: Facts;
  school: School;
  role?: 'local' | 'central';
  /** French sentences about what the platform refused to say; the rules concerned fall back to review. */
  gaps: readonly string[];
  /** Set where people were left unasked, to spare the platform. */
  rest?: RestOfReading;
}

/** What a reading left for later. */
export interface RestOfReading {
  /** How many people. */
  count: number;
  /** The same reading taken further, which asks for nothing twice. @throws {LiveError} */
  read(tools: LiveTools): Promise<LiveReading>;
}

/** What a click in a list of courses asks for. */
export interface Enrolment {
  what: 'enrol' | 'leave';
  courses: readonly { course: string; organisation: string }[];
}

/** A family of ENT. Several pages may be on one screen: a list and the detail beside it. */
export interface Ent extends Presence {
  /** French name of the family. */
  name: string;
  pages: readonly Page[];
  /** The school that the screen is about, when the screen says so. */
  school(document: Document, url: URL): School | undefined;
  /** The part of the document to watch for changes. */
  container(document: Document): Element | undefined;
  /** What to know of how a screen is read before one relies on it, in French. */
  caution?(document: Document): string | undefined;
  /** The modal of the ENT that covers its lists, while there is one: marks would float above it. */
  modal?(document: Document): Element | null;
  /** The courses that a click enrols the person in, or takes them out of: noticed, never held back. */
  enrolmentAt?(target: Element, document: Document): Enrolment | undefined;
  live?: Live;
}
