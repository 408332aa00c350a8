import type { ComponentChildren } from 'preact';
import type { DateView } from '@/components/steps/date-field';
import type { School } from '@/utils/core/context';
import type { Anchor, Profile } from '@/utils/core/facts';
import type { Finding } from '@/utils/core/finding';
import type { PersonRow, Said, VerdictReason } from '@/utils/core/person';
import type { Verdict } from '@/utils/core/rule';
import type { ScreenStep } from '@/utils/core/screen-step';
import type { TimetableMode } from '@/utils/core/skolengo-facts';

/** What the screen itself gave. */
export type ScreenState =
  | { kind: 'loading' }
  | { kind: 'read'; title: string; caution?: string }
  /** `mend`: what the person can do in « Pages et vocabulaire »; with `own-word`, a word added there is at fault. */
  | { kind: 'unreadable'; problems: readonly string[]; mend?: 'pages' | 'own-word' }
  | { kind: 'elsewhere' };

/** A whole school was read. */
export interface LiveDone {
  kind: 'done';
  at: Date;
  gaps: readonly string[];
  /** Accounts that the person has dealt with since. */
  treated?: number;
  /** People who were left unasked, and can be asked about now. */
  left?: number;
}

/** Where the live reading of the whole school stands; `before`: the one that what is shown still rests on. */
export type LiveState =
  | { kind: 'unavailable' }
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number; doing: string; before?: LiveDone }
  | LiveDone
  | { kind: 'failed'; message: string; before?: LiveDone };

/** The last reading that came to its end: one that failed since, or that goes on, takes nothing away from it. */
export function lastDone(live: LiveState): LiveDone | undefined {
  return live.kind === 'done' ? live : 'before' in live ? live.before : undefined;
}

/** What is said of the person whose screen is open. */
export interface PersonCardView {
  name: string;
  profile?: Profile;
  /** Absent when nothing can be said; `doubt` then says why. */
  verdict?: Verdict;
  reasons: readonly VerdictReason[];
  /** What else is worth knowing on this screen. */
  notes: readonly string[];
  doubt?: string;
  /** True while the school has not been read: the reading is offered. */
  unread?: boolean;
  /** What became of the person, where there is something to decide. */
  said?: Said;
  /** When that was said, ISO date and time. */
  saidAt?: string;
  /** The address of the person's own screen, once it is sure who they are. */
  own?: string;
  /** The same, where there is something to decide: what was said is remembered by it. */
  link?: string;
}

/** Everybody who has a verdict, and how far somebody went through them. */
export interface PeopleView {
  rows: readonly PersonRow[];
  /** By `link`. */
  said: ReadonlyMap<string, Said>;
  /** Treated or kept this year. */
  done: number;
  left: number;
  /** Those who were passed over, undecided: neither done nor left. */
  passed: number;
  /** The address of the person whose screen is open. */
  open?: string;
  /** How many are left among those that the table's filter keeps, while one stands. */
  leftOfFilter?: number;
  /** How many times the filter was taken off from the walk: the table then shows everybody. */
  widened?: number;
}

/** The control of the file chosen on an import screen, or what an import did beside what was expected. */
export interface ImportView {
  /** French; « Contrôle avant import » unless said otherwise. */
  title?: string;
  lines: readonly string[];
  /** What is worth knowing and need not stand before the findings, under its title. */
  more?: { title: string; lines: readonly string[] };
  problems: readonly string[];
  /** French: the export to compare with, where one can be given: « le fichier de « Suivi synchro » tel quel ». */
  reference?: string;
  /** True until a file is chosen: a screen without one says nothing of the import. */
  awaited?: boolean;
  /** True where only the workshop can go on. */
  toWorkshop?: boolean;
}

/** Which school all that is shown is about. */
export interface WhereView {
  id: string;
  name: string;
  uai?: string;
  ent: string;
  role?: string;
  phase?: string;
  /** When the whole school was read, here or on an earlier visit; a family without such a control: one of its screens. */
  readAt?: Date;
  /** True where the whole school can be read, and never was on this computer. */
  unread?: true;
  /** The name of another school, that is being read meanwhile. */
  reading?: string;
  /** Nothing tells the name yet: the screen still shows that of the school before, which this one may bear too. */
  nameless?: true;
  /** The screen has gone to another school since. */
  stale: boolean;
  /** True for who goes from school to school: it then stands beside the badge. */
  chip: boolean;
}

/** A message for the support, filled in with what the screen shows. */
export interface SupportView {
  subject: string;
  body: string;
}

/** What a school is asked about its timetable, once, where one is imported. */
export interface YearView {
  mode?: TimetableMode;
  /** True when the screen itself says the mode: only the date is asked. */
  told?: true;
  /** The end of the year in the timetable software, asked where it matters. */
  end?: DateView;
}

/**
 * How the page itself is masked: its names, the whole of it until it is read, the whole of it since it is not read, what
 * may be a name in a window that it opened, or not at all because the person asked for it.
 */
export type Masked = 'names' | 'loading' | 'page' | 'dialog' | 'shown';

/** Everything the overlay shows. */
export interface OverlayView {
  ent: string;
  school?: School;
  screen: ScreenState;
  /** « 18 groupes manuels lus sur 18 ». */
  read: readonly string[];
  findings: readonly Finding[];
  /** What tells people of one name apart, by the address of their screens. */
  apart?: ReadonlyMap<string, string>;
  /** True when at least one control passed and none was left undecided: only then may silence be said. */
  clear: boolean;
  /** True when no control is about this screen as it stands: a menu, a form not filled in yet. */
  idle?: boolean;
  /** Titles of the rules that failed by themselves. */
  broken: readonly string[];
  /** Keys (`anchorKey`) of the places that are on the screen now, and can be shown there. */
  visible: ReadonlySet<string>;
  live: LiveState;
  person?: PersonCardView;
  /** False while the page is changing: what is said of one person is then not shown. */
  fresh: boolean;
  people?: PeopleView;
  import?: ImportView;
  support?: SupportView;
  /** Keys (`anchorKey`) of the places that stay until the person says that they are done with. */
  pending?: ReadonlySet<string>;
  year?: YearView;
  where?: WhereView;
  /** What only some families have, drawn by their own companions below the control of the school. */
  kept?: ComponentChildren;
  tour?: ComponentChildren;
  /** What presses most first. */
  steps?: readonly ScreenStep[];
  /** What presses in the school's year: « 2 étapes en retard ». */
  banner?: { says: string };
  /** Titles of the rules that somebody switched off: neither pass nor fault. */
  off?: readonly string[];
  /** True while names are masked, for those who share their screen. */
  demonstration?: boolean;
  /** How the page is masked while names are. */
  masked?: Masked;
  /** Rules whose subjects are things: nobody's name is masked there. */
  things?: ReadonlySet<string>;
  /** True while the dossier for support is open. */
  dossier?: boolean;
  /** French sentence about something that could not be remembered, with what to do. */
  notice?: string;
}

/** What the person asks for. */
export interface OverlayActions {
  show(at: Anchor): void;
  open(link: string): void;
  startLive(): void;
  /** Asks about the people whom the reading left unasked. */
  readOn(): void;
  cancelLive(): void;
  openWorkshop(): void;
  /** Opens the workshop on what was taught: pages and words. */
  openPages(): void;
  /** Opens the next person to treat, which settles nothing of them. */
  next(): void;
  /** Takes the table's filter off, so that the walk goes on through everybody. */
  widen(): void;
  /** Passes this person over for now, and opens the next. */
  pass(link: string): void;
  /** Takes up again those who were passed over. */
  restart(): void;
  say(link: string, said: Said | null): void;
  /** Has the table of people drawn in a place of the panel, or taken away. */
  drawPeople(container: Element, people: PeopleView | undefined): void;
  /** Compares the chosen file with these; nothing is kept of them. */
  giveReference(files: readonly File[]): void;
  /** Puts a text in the clipboard; false when the browser refused. */
  copy(text: string): Promise<boolean>;
  /** Lets the person teach this screen, or save its structure without its words. */
  teach(teaching: 'learn' | 'capture'): void;
  /** The person says that what is pending at this place is done. */
  settle(at: Anchor): void;
  /** Hides what presses in the school's year until tomorrow. */
  hideBanner(): void;
  /** Remembers how the school imports its timetable; `null` takes it back. */
  sayOfYear(said: { mode?: TimetableMode | null; timetableEnd?: string | null }): void;
  /** Opens the dossier for support. */
  openDossier(): void;
  /** Has it drawn in a place of the overlay, or taken away. */
  drawDossier(container: Element, drawn: boolean): void;
  /** Masks names, or shows them again. */
  demonstrate(on: boolean): void;
  /** Takes the overlay away until the page is loaded again. */
  hide(): void;
}

/** Where the badge stands, in px from the right and the bottom of the window: it grows to the left. */
export interface Place {
  right: number;
  bottom: number;
}
