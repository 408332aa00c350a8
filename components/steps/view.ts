/** How a step presses, in the words of `pressOf`: the same on every surface. */
export type Press = 'review' | 'late' | 'now';

/** One step of a checklist, as plain texts: the popup and the calendar of the workshop show the same. */
export interface StepView {
  id: string;
  text: string;
  ticked: boolean;
  /** Reminders and the platform's own steps are shown, never asked for. */
  kind: 'asked' | 'reminder' | 'platform';
  settled: boolean;
  who: string;
  period: string;
  /** `over`: its time has passed, it is not late any more. */
  timing: 'unknown' | 'later' | 'now' | 'late' | 'over';
  press?: Press;
  /** The date that it waits for, and as what it counts meanwhile. */
  awaited?: { milestone: string; says?: string };
  /** « Constaté le 27/08 à 14 h 02 », « Coché le 28/08 » or what a later reading found. */
  word?: { tone: 'proven' | 'done' | 'review' | 'found' | 'check'; text: string };
  /** By which reading it is shown, and on what. */
  proof?: string;
  /** Titles of the controls that prove it, where there is room to say them. */
  rules?: readonly string[];
  why: string;
  source: string;
  where?: string;
  /** The address of its screen, when the school has one. */
  href?: string;
  note: string;
}

/** What a person can do with a step. */
export interface StepActs {
  tick(step: string, done: boolean): void;
  /** `from`: the note as it was shown before the typing began. */
  note(step: string, text: string, from: string): void;
  open(href: string): void;
}
