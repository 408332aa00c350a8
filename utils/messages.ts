import { browser } from 'wxt/browser';
import type { School } from './core/context';
import type { EntId, PageId } from './core/facts';
import type { ListRead, RuleCount } from './core/fiche';
import type { MilestoneDates } from './core/milestones';
import type { Said } from './core/person';
import type { ScreenStep } from './core/screen-step';
import type { KeptCourses } from './core/timetable-facts';
import type { EnrolmentSaid, KeptEnrolment } from './enrolment-messages';
import type { ScreenDescriptor } from './ents/descriptor';
import type {
  AnnouncedImport,
  FilePiece,
  ImportControl,
  ImportRequest,
  LikelyAnswer,
  LikelyRequest,
  ReportedImports,
  SentImport,
} from './import-messages';
import type { ReferenceAnswer, ReferenceRequest, SeenPeople, SeenSoFar } from './reference-messages';
import type { SaidSchool } from './said-school';
import type { SentTimetable, TimetableControl, TimetableRequest } from './timetable-messages';
import type { KeptWizard } from './wizard-messages';
import type { KnownYear, SaidOfYear } from './year-messages';

/** The school on a screen, and where that screen stands. */
export interface SeenSchool extends School {
  ent: EntId;
  host: string;
  /** 1 = premier degré, 2 = second degré; missing when the screen doesn't say. */
  levels?: readonly (1 | 2)[];
}

/** A school as earlier visits knew it, with the dates of its change of year. */
export interface RecalledSchool extends SeenSchool {
  milestones?: MilestoneDates;
  /** Title of the phase of its change of year. */
  phase?: string;
  /** Other schools of the same site are known. */
  several?: true;
  /** When it was last read whole, and when one of its screens was: ISO instants. */
  lastLive?: string;
  lastRead?: string;
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
  read: readonly ListRead[];
  /** How many of each thing were there (`figuresOf`). */
  figures: Readonly<Record<string, number>>;
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
  /** When, ISO date and time, UTC. */
  at: readonly (string | null)[];
  others: number;
}

/** What is now said of them; `null` takes it back. */
export interface PeopleSaid extends PeopleAsked {
  said: Said | null;
  /** ISO date and time, UTC. */
  at: string;
}

/** A word of the school's own screens. */
export interface OwnWord {
  host: string;
  /** One of the family's vocabulary (`utils/ents/skolengo/vocabulary.ts`). */
  term: string;
  label: string;
}

/** What the person taught Vigie of the screens of a host. */
export interface KnownPages {
  synonyms: readonly OwnWord[];
  /** Pages taught on that host, or for its whole portal. */
  descriptors: readonly ScreenDescriptor[];
}

/** A page that somebody taught Vigie to read: labels and structure only. */
export interface LearnedPage {
  /** The host it was taught on, or a whole portal's. */
  host: string;
  descriptor: ScreenDescriptor;
  /** ISO instant. */
  learnedAt: string;
}

/** What the scripts that a person brings onto an unknown page do: teach it, or capture its structure. */
export type Teaching = 'learn' | 'capture';

/**
 * What only some frames pay for, each a script of its own: the table of people, the dossier for support, the tour and the
 * comparisons, what masks names.
 */
export type OverlayPart = 'people' | 'dossier' | 'schools' | 'masking';

/** One frame of a page, told to the others: `turn` when it now draws, `busy` when the others have nothing left to do. */
export interface FrameTurn {
  /** Drawn at random by each frame: none knows its own number. */
  id: string;
  /** How much there is to choose from in it. */
  worth: number;
  says: 'here' | 'turn' | 'busy' | 'left';
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

/** A detector was seen at work, or did not understand what it was given. It names nobody. */
export interface DetectorSeen {
  host: string;
  /** A screen, or one of `utils/detector-ids.ts`. */
  id: string;
  /** ISO date and time, UTC. */
  at: string;
  /** French: why it was not understood. */
  unreadable?: string;
}

/** Every message, with what it carries and what is answered. */
export interface Messages {
  /** A school was seen on a screen; answers what is already known of it (its UAI). */
  'school/seen': { carries: SeenSchool; answers: RecalledSchool };
  /** Of which school the screens of a site are, where only the person can say it. */
  'school/said': { carries: { host: string; ent: EntId }; answers: SaidSchool };
  'school/say': { carries: { host: string; ent: EntId; typed: string }; answers: SaidSchool };
  /** The school that other frames of the tab name on its site; `null` for none, for several, or where they disagree. */
  'school/of-tab': { carries: { host: string; ent: EntId }; answers: SeenSchool | null };
  'reading/record': { carries: ReadingRecord; answers: null };
  'tab/state': { carries: TabState; answers: null };
  'pages/known': { carries: { host: string }; answers: KnownPages };
  'pages/learn': { carries: { host: string; descriptor: ScreenDescriptor }; answers: null };
  /** Brings one of these scripts into the frames of the tab that asks. */
  'teaching/script': { carries: Teaching; answers: null };
  /** Told on to all the frames of the tab. */
  'teaching/turn': { carries: FrameTurn; answers: null };
  'year/known': { carries: SeenSchool; answers: KnownYear };
  'year/say': { carries: SaidOfYear; answers: KnownYear };
  /** Opens the workshop, or brings it to the front; on one of its sections, when one is named. */
  'workshop/open': { carries: { section: string } | null; answers: null };
  /** Brings the overlay of a family into the frame that asks: one of its screens is there. */
  'overlay/script': { carries: EntId; answers: null };
  /** Brings a part of the overlay that only some pay for into the frame that asks. */
  'overlay/part': { carries: OverlayPart; answers: null };
  'detector/seen': { carries: DetectorSeen; answers: null };
  /** Identifiers of the schools of a site that a tour has yet to read; none forgets the tour. */
  'tour/keep': { carries: { host: string; left: readonly string[] }; answers: null };
  'tour/recall': { carries: { host: string }; answers: readonly string[] };
  'people/recall': { carries: PeopleAsked; answers: PeopleRecalled };
  'people/remember': { carries: PeopleSaid; answers: null };
  /** Files hold names, and so do the questions about a reference list: all are judged in memory and forgotten. */
  'import/piece': { carries: FilePiece; answers: null };
  'import/control': { carries: ImportRequest; answers: ImportControl };
  /** What the tab has learnt of the timetable import that it shows, for the next page of its wizard. */
  'wizard/keep': { carries: { host: string; kept: KeptWizard }; answers: null };
  'wizard/recall': { carries: { host: string }; answers: KeptWizard | null };
  'reference/ask': { carries: ReferenceRequest; answers: ReferenceAnswer };
  'reference/seen': { carries: SeenPeople; answers: SeenSoFar | null };
  /** Keeps the background, and the lists in its memory, awake while a screen compares with them. */
  'reference/awake': { carries: { host: string }; answers: null };
  'import/sent': { carries: SentImport; answers: null };
  /** People whom an import did not find: looked for in memory, never kept. */
  'import/likely': { carries: LikelyRequest; answers: LikelyAnswer };
  /** The courses that the timetable file last checked should give; `null` when none was kept. */
  'import/expected': { carries: { host: string; uai: string }; answers: KeptCourses | null };
  /** Answers the enrolments of the site that are still to be undone. */
  'enrolment/recall': { carries: { host: string }; answers: readonly KeptEnrolment[] };
  'enrolment/said': { carries: EnrolmentSaid; answers: readonly KeptEnrolment[] };
  'import/gaps': { carries: ReportedImports; answers: readonly string[] };
  /** What the report of an import that is about to be made says otherwise than the control of its files. */
  'import/announced': { carries: AnnouncedImport; answers: readonly string[] };
  /** The courses that the timetable files controlled on this computer should give; names of courses hold nobody's. */
  'courses/kept': { carries: { host: string }; answers: readonly KeptCourses[] };
  'timetable/control': { carries: TimetableRequest; answers: TimetableControl };
  'timetable/sent': { carries: SentTimetable; answers: null };
  'steps/for-screen': { carries: ScreenAsked; answers: readonly ScreenStep[] };
  'journal/write': { carries: JournalTold; answers: null };
  /** What presses in the year of the school on a screen; `null` when nothing does, or it was hidden for the day. */
  'banner/recall': { carries: SeenSchool; answers: { says: string } | null };
  'banner/hide': { carries: { host: string }; answers: null };
  /** Something was said of a year: the number on the toolbar button, and what open pages say of it, may have changed. */
  'badge/refresh': { carries: null; answers: null };
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
