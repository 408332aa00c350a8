/** One step of a school's calendar that a screen is about, in words ready to be shown. */
export interface ScreenStep {
  text: string;
  /** When it is to be done, or on whose word it is. */
  about: string;
  tone: 'review' | 'late' | 'now' | 'unknown' | 'later' | 'over' | 'done';
  /** Done on the word of an earlier reading, not of a person: a reading that shows less does not say it again. */
  proven?: true;
  /** Something to know rather than to do: counted apart, and never late. */
  reminder?: true;
}
