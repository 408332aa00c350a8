/** What the settings show, as plain texts, but for what the session of the files holds (`../settings-section.tsx`). */
export interface OwnSettingsView {
  problem?: { says: string; advice: string };
  /** What the academy set, and what of it cannot be used; missing when it set nothing. */
  managed?: { lines: readonly string[]; faults: readonly string[] };
  backup: BackupView;
  reminders: RemindersView;
  retention: RetentionView;
  initials: string;
}

export interface BackupView {
  /** « Dernière sauvegarde le 27/08/2026 à 10 h 02 ». */
  last: string;
  /** Why one should be made now. */
  due?: string;
  /** A reference export is kept, and may be put in. */
  keptFiles: boolean;
  busy: boolean;
  /** Why the file that was given is refused. */
  refusals: readonly string[];
  preview?: PreviewView;
  persistence: PersistenceView;
}

/** Whether the browser may erase what is kept when it lacks room. */
export interface PersistenceView {
  says: string;
  grade: 'pass' | 'review';
  /** It can be asked to keep it. */
  askable: boolean;
}

/** What restoring a file would do. */
export interface PreviewView {
  /** « Sauvegarde du 27/08/2026 à 10 h 02 ». */
  title: string;
  rows: readonly { id: string; what: string; added: number; changed: number; kept: number }[];
  /** What else is to be known before. */
  notes: readonly string[];
  /** All of it is here already. */
  nothing: boolean;
}

export interface RemindersView {
  badge: boolean;
  banner: boolean;
  notify: boolean;
  /** The academy wants none. */
  locked: boolean;
  /** The browser refused to let us notify. */
  refused: boolean;
}

export interface RetentionView {
  months: string;
  choices: readonly { value: string; label: string }[];
  /** Set by the academy. */
  locked: boolean;
  /** « Rentrée 2025 : effacée le 01/08/2026 ». */
  expiring: readonly string[];
  rows: readonly { id: string; what: string; count: number; size: string }[];
  total: string;
}

/** What a person can do in the settings. */
export interface OwnSettingsActs {
  saveBackup(wanted: { decisions: boolean; files: boolean }): void;
  giveBackup(file: File): void;
  restore(): void;
  cancelRestore(): void;
  askPersistence(): void;
  remind(what: 'badge' | 'banner' | 'notify', wanted: boolean): void;
  keepFor(months: string): void;
  setInitials(typed: string): void;
}
