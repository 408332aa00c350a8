import type { Facts } from './core/facts';
import type { ImportPerson, WizardRow, WizardStep } from './core/import-wizard-facts';

/** What one page of a list of the wizard shows. */
export interface WizardLeaf {
  wizardRows?: readonly WizardRow[];
  importPeople?: readonly ImportPerson[];
}

/** A list of the wizard, as far as it was leafed through. */
export interface LeafedList {
  /** Tells one list from another. */
  key: string;
  /** How many pages it has. */
  of: number;
  pages: readonly (readonly [number, WizardLeaf])[];
}

/** What was learnt of one timetable import: its wizard may load another page at every step. */
export interface KeptWizard {
  file?: Pick<Facts, 'importFiles' | 'timetableFiles'>;
  /** The last import, as the history dates it. */
  latest?: string;
  /** The steps of people that were read to their end. */
  read: readonly WizardStep['list'][];
  list?: LeafedList;
}
