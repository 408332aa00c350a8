import { spoiltFiles } from './file-edits';
import type { DemoFile, FileProfile, School } from './model';
import { nextYearSheet } from './next-year';
import { editedColleagues, editedLyceePupils, editedPupils } from './row-edits';
import { inventSchool } from './school';
import { exportName, exportSheet, writeSheet } from './sheet';

/** The rules about user files, by their ids in the product's list. */
export type FileRule =
  | 'changed-sync-key'
  | 'changed-username'
  | 'emptied-key'
  | 'repeated-key'
  | 'twin-account'
  | 'dropped-user'
  | 'unpromoted-pupil'
  | 'mangled-value'
  | 'lost-encoding'
  | 'wrong-profile-file'
  | 'broken-header'
  | 'removal-file-as-roster';

/**
 * One planted edit or near-miss: what the comparison of the two files must make of it under this rule. `none` looks like
 * the fault and isn't one. Without line, the verdict is about the file as a whole.
 */
export interface PlantedEdit {
  rule: FileRule;
  expected: 'violation' | 'review' | 'none';
  /** Line of the edited file, from 1, headers included; of the *exported* file when `gone`. */
  line?: number;
  /** True for somebody who is in the export and no longer in the edited file. */
  gone?: boolean;
  /** Header of the column. */
  field?: string;
  why: string;
}

/** A file as somebody would import it, beside the export that it was made from. */
export interface EditedFile extends DemoFile {
  /** What was done to it: `rows`, `mojibake`, `renamed header`. Unique within a school. */
  edit: string;
  school: School['kind'];
  /** The profile that the person chooses when importing it. */
  profile: FileProfile;
  before: DemoFile;
  planted: readonly PlantedEdit[];
}

/** The file that « Extraire » gives for a profile at the end of the school year that starts in `startsIn`. */
export function exportedFile(kind: School['kind'], profile: FileProfile, startsIn = 2025): DemoFile {
  const school = inventSchool(kind, startsIn);
  return writeSheet(school, exportName(school, profile), exportSheet(school, profile));
}

/** What a careful person makes of an export for the next year: nothing is wrong with it. */
export function ordinaryFile(kind: School['kind'], profile: FileProfile, startsIn = 2025): DemoFile {
  const school = inventSchool(kind, startsIn);
  return writeSheet(school, exportName(school, profile), nextYearSheet(school, profile));
}

/** Every edited file of the demonstration, with all that was planted in it. What is not listed in one is ordinary. */
export function editedFiles(startsIn = 2025): readonly EditedFile[] {
  const college = inventSchool('college', startsIn);
  const lycee = inventSchool('lycee', startsIn);
  return [
    editedPupils(college),
    editedColleagues(college),
    editedLyceePupils(lycee),
    ...spoiltFiles(college, lycee),
  ];
}
