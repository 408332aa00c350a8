/** The pages that were taught on this computer. */
export interface LearnedView {
  pages: readonly LearnedRow[];
  hosts: readonly { host: string; label: string }[];
  /** Where an imported page is to be read. */
  host: string;
  /** Why the file was refused, with what to do. */
  refusal?: string;
  /** The page whose name is being changed. */
  renaming?: { key: string; title: string; refusal?: string };
  /** The page that was just renamed, or not after all: its button gets the focus back. */
  back?: string;
  /** Storage failed. */
  problem?: { says: string; advice: string };
}

export interface LearnedRow {
  key: string;
  title: string;
  /** « comptes créés manuellement ». */
  shows: string;
  host: string;
  /** « 23/11/2026 ». */
  learnedOn: string;
  /** Why this version of Vigie doesn't read it, with what to do. */
  unread?: string;
}

export interface LearnedActs {
  chooseHost(host: string): void;
  give(files: readonly File[]): void;
  export(key: string): void;
  forget(key: string): void;
  /** Begins to rename a page, or gives up. */
  rename(key: string | undefined): void;
  setTitle(title: string): void;
  saveTitle(): void;
}
