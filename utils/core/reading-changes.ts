/** Something that both readings show, and what is different now: « Profil : Invité → Enseignant ». */
export interface Altered {
  name: string;
  what: readonly string[];
}

/** How one list went from a reading to the next. */
export interface ListChange {
  /** French: « Comptes ». */
  title: string;
  before: number;
  after: number;
  appeared: readonly string[];
  gone: readonly string[];
  altered: readonly Altered[];
}

/** Two readings of one school compared. Names stand in it: it never leaves the page. */
export interface ReadingChanges {
  lists: readonly ListChange[];
  /** « Enseignant, AAF1D »: how many accounts there were, and are. */
  accounts: readonly { label: string; before: number; after: number }[];
  /** Lists that one of the two did not read whole: nothing is said of them. */
  unread: readonly string[];
}
