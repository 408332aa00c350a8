import type { RosterPlatform, RosterRole } from '@/utils/core/roster-facts';

/** Accounts that an import creates, recognises and deletes. */
export interface Totals {
  created: number;
  updated: number;
  deleted: number;
}

/** What one import would do. */
export interface PredictedImport extends Totals {
  perProfile: readonly (Totals & { profile: RosterRole })[];
}

/** What the import would do, for both states of the box « Mettre à jour tous les utilisateurs ». No names. */
export interface Prediction {
  platform: RosterPlatform;
  ticked: PredictedImport;
  unticked: PredictedImport;
}
