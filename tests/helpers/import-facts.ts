import type {
  CourseGap,
  ImportedProfile,
  ImportPerson,
  ImportRun,
  Reconciliation,
  WizardList,
  WizardRow,
} from '@/utils/core/import-wizard-facts';
import { onPage } from './test-rule';

/* Invented facts of a timetable import, for the tables of its rules. */

export function wizardRow(
  list: WizardList,
  name: string,
  state?: NonNullable<WizardRow['state']>,
  byTint = false,
): WizardRow {
  return {
    at: onPage(`${name}|${list}`, 'itslearning/import-edt-steps'),
    list,
    name,
    ...(state && { state }),
    byTint,
  };
}

export function importPerson(
  name: string,
  reconciled: ImportPerson['reconciled'],
  profile: ImportedProfile = 'pupil',
): ImportPerson {
  return { at: onPage(`${name}|${profile}`, 'itslearning/import-edt-users'), profile, name, reconciled };
}

export function reconciliation(
  profile: ImportedProfile,
  reconciled: number | undefined,
  unreconciled: number,
): Reconciliation {
  return {
    at: onPage(`${profile} non réconciliés`, 'itslearning/import-edt-recap'),
    profile,
    ...(reconciled !== undefined && { reconciled }),
    unreconciled,
  };
}

export function importRun(date: string, more: Partial<ImportRun>): ImportRun {
  return { at: onPage(date, 'itslearning/import-edt-history'), date, latest: false, ...more };
}

export function courseGap(kind: CourseGap['kind'], name: string, detail?: string): CourseGap {
  return { at: onPage(name, 'itslearning/import-edt-steps'), kind, name, ...(detail && { detail }) };
}
