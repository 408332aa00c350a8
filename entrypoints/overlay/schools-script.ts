import type { School } from '@/utils/core/context';
import type { Facts } from '@/utils/core/facts';
import type { VisitEnd } from '@/utils/core/tour';
import type { Progress } from '@/utils/ents/page';

/** What the tour may ask of the overlay, which holds the reader of the console and the rules. */
export interface TourDesk {
  /** The schools of the person who is connected. @throws {LiveError} */
  schools(): Promise<School[]>;
  /** Reads, judges and files one school; never throws. */
  read(school: School, signal: AbortSignal, tell: (progress: Progress) => void): Promise<VisitEnd>;
  /** Waits between two schools. */
  rest(): Promise<void>;
  /** Remembers which schools are left, until the browser is closed. */
  keep(left: readonly string[]): void;
  openBoard(): void;
  close(): void;
}

/** The tour as it draws itself in a place of the panel; it goes on while it has none. */
export interface DrawnTour {
  draw(container: Element | undefined): void;
}

/** Two readings of one school in this tab. */
export interface TwoReadings {
  before: { at: Date; facts: Facts };
  after: { at: Date; facts: Facts };
}

/** How the two scripts meet: both run in the extension's own world of the same frame, where no page looks. */
export interface SchoolsScript {
  vigieSchools?: {
    /** `left`: identifiers of the schools to go on with; empty, the person chooses. */
    tour(desk: TourDesk, left: readonly string[]): DrawnTour;
    /** Draws what changed between two readings; with nothing to draw, takes it away. */
    drawChanges(container: Element, readings: TwoReadings | undefined): void;
  };
}
