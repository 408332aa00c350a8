import { browser } from 'wxt/browser';
import type { Outcome } from './core/audit';
import type { School } from './core/context';
import type { EntId, PageId } from './core/facts';
import type { Said } from './core/person';
import type { ScreenStep } from './core/screen-step';
import type { ImportControl, ImportRequest, ReportedImports, SentImport } from './import-messages';

/** The school on a screen, and where that screen stands. */
export interface SeenSchool extends School {
  ent: EntId;
  host: string;
  /** 1 = premier degré, 2 = second degré; missing when the screen doesn't say. */
  levels?: readonly (1 | 2)[];
}

/** What a reading concluded, per rule: counts only, never a name. */
export interface RuleCount {
  rule: string;
  outcome: Outcome;
  complete: boolean;
  violations: number;
  reviews: number;
}

/** A reading as it is remembered: which school, when, by which way, what each rule concluded. */
export interface ReadingRecord {
  school: SeenSchool;
  /** ISO date and time, UTC. */
  at: string;
  /** `live`: through the console's own GETs; otherwise the screen that was read. */
  by: 'live' | PageId;
  /** What was read, in French and without a name: « Groupes manuels : 18 groupes manuels lus sur 18 ». */
  on?: string;
  counts: readonly RuleCount[];
}

/** What the overlay of a tab shows, for the badge of the toolbar button and the popup. */
export interface TabState {
  school?: SeenSchool;
  ent?: EntId;
  host: string;
  page?: PageId;
  /** Violations and reviews shown; `undefined` when the screen isn't recognised. */
  flags?: number;
  /** True when at least one violation is critical. */
  critical: boolean;
}

/** People of a school by the addresses of their screens, which hold identifiers and no name. */
export interface PeopleAsked {
  school: SeenSchool;
  people: readonly string[];
}

/** What was said of each this school year, in the order asked; `others` counts those who weren't asked about. */
export interface PeopleRecalled {
  said: readonly (Said | null)[];
  others: number;
}

/** What is now said of them; `null` takes it back. */
export interface PeopleSaid extends PeopleAsked {
  said: Said | null;
  /** ISO date and time, UTC. */
  at: string;
}

/** A screen of a school. */
export interface ScreenAsked {
  school: SeenSchool;
  page: PageId;
}

/** Something that a screen tells the journal of a school's year; never a name. */
export interface JournalTold {
  school: SeenSchool;
  /** ISO date and time, UTC. */
  at: string;
  act: { kind: 'held'; action: string; rule: string; resumed: boolean } | { kind: 'exported'; what: string };
}

/** Every message, with what it carries and what is answered. */
export interface Messages {
  /** A school was seen on a screen; answers what is already known of it (its UAI). */
  'school/seen': { carries: SeenSchool; answers: SeenSchool };
  'reading/record': { carries: ReadingRecord; answers: null };
  'tab/state': { carries: TabState; answers: null };
  'workshop/open': { carries: null; answers: null };
  /** Brings the script of the table of people into the frame that asks. */
  'people/script': { carries: null; answers: null };
  'people/recall': { carries: PeopleAsked; answers: PeopleRecalled };
  'people/remember': { carries: PeopleSaid; answers: null };
  /** The one message that holds names: the file chosen on the screen. It is judged in memory and forgotten. */
  'import/control': { carries: ImportRequest; answers: ImportControl };
  'import/sent': { carries: SentImport; answers: null };
  'import/gaps': { carries: ReportedImports; answers: readonly string[] };
  'steps/for-screen': { carries: ScreenAsked; answers: readonly ScreenStep[] };
  'journal/write': { carries: JournalTold; answers: null };
}

export type MessageName = keyof Messages;

/** A message on the wire. */
export type Message = { [N in MessageName]: { name: N; carries: Messages[N]['carries'] } }[MessageName];

/** An answer on the wire: errors cross as text, since an exception would not. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: string };

/**
 * Sends a message to the background and waits for its answer.
 * @throws {Error} in French when the background refused, or when the extension was updated under the page.
 */
export async function send<N extends MessageName>(
  name: N,
  carries: Messages[N]['carries'],
): Promise<Messages[N]['answers']> {
  const sent = browser.runtime.sendMessage({ name, carries }) as Promise<Answer | undefined>;
  const answer = await sent.catch(() => undefined);
  if (!answer)
    throw new Error('Vigie ne répond pas\u00a0: rechargez la page pour que le suivi soit enregistré.');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value as Messages[N]['answers'];
}
