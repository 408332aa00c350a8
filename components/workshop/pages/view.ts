/** The words that the screens of Skolengo are read by, and those that a school added. */
export interface VocabularyView {
  hosts: readonly { host: string; label: string }[];
  terms: readonly { term: string; says: string }[];
  draft: WordDraft;
  /** What is recognised already for the thing chosen. */
  known: { said: readonly string[]; guessed: readonly string[] };
  own: readonly { key: string; host: string; says: string; label: string }[];
  /** Why the word was refused, with what to do. */
  refusal?: string;
  /** Storage failed. */
  problem?: { says: string; advice: string };
}

/** What is being typed. */
export interface WordDraft {
  host: string;
  term: string;
  label: string;
}

export interface VocabularyActs {
  set(change: Partial<WordDraft>): void;
  add(): void;
  forget(key: string): void;
}
