import type { RosterPlatform, RosterRole } from '@/utils/core/roster-facts';
import { type Couple, isRecreated } from './couples';
import type { Found } from './examine';
import { roleName } from './gauge';
import { counted } from './problem';

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

/** What the platform's report says of an import; what it does not say is left out. */
export interface FoundTotals extends Partial<Totals> {
  perProfile?: readonly (Partial<Totals> & { profile: RosterRole })[];
}

/** A number that is not the one predicted. */
export interface Gap {
  /** Absent for the whole import. */
  profile?: RosterRole;
  what: keyof Totals;
  expected: number;
  found: number;
  /** French sentence. */
  says: string;
}

/** Predicts what the import of the files as they stand would do, whether the box that deletes is ticked or not. */
export function predictImport(
  found: Found,
  couples: readonly Couple[],
  platform: RosterPlatform,
): Prediction {
  const totals = new Map<RosterRole, Totals>();
  const of = (role: RosterRole) => {
    const known = totals.get(role) ?? { created: 0, updated: 0, deleted: 0 };
    totals.set(role, known);
    return known;
  };
  for (const { role, kept } of found.classes.groups) of(role).updated += kept;
  if (found.knownParents > 0) of('parent').updated += found.knownParents;
  for (const [role, { all, inBlocks }] of found.gone.counts) {
    of(role).deleted += all;
    of(role).updated -= inBlocks;
  }
  for (const [role, { all }] of found.arrived.counts) of(role).created += all;
  const recreate = (role: RosterRole, count: number) => {
    const one = of(role);
    one.created += count;
    one.updated -= count;
    one.deleted += count;
  };
  for (const couple of couples)
    if (couple.by !== 'pairing' && isRecreated(couple, platform)) recreate(couple.old.role, 1);
  if (platform === 'itslearning') for (const [role, count] of found.general) recreate(role, count);
  const perProfile = [...totals].map(([profile, one]) => ({ profile, ...one }));
  return {
    platform,
    ticked: summed(perProfile),
    unticked: summed(perProfile.map((one) => ({ ...one, deleted: 0 }))),
  };
}

function summed(perProfile: readonly (Totals & { profile: RosterRole })[]): PredictedImport {
  const sum = (what: keyof Totals) => perProfile.reduce((total, one) => total + one[what], 0);
  return { created: sum('created'), updated: sum('updated'), deleted: sum('deleted'), perProfile };
}

const WORDS: Record<keyof Totals, { one: string; many: string; more: string; less: string }> = {
  created: {
    one: 'compte créé',
    many: 'comptes créés',
    more: 'des doublons ont pu être créés',
    less: 'des personnes nouvelles manquent peut-être',
  },
  updated: {
    one: 'compte reconnu',
    many: 'comptes reconnus',
    more: 'des personnes attendues comme nouvelles étaient déjà dans l’ENT',
    less: 'des personnes connues n’ont pas été reconnues, ou leur ligne a été rejetée',
  },
  deleted: {
    one: 'compte supprimé',
    many: 'comptes supprimés',
    more: 'des comptes ont été supprimés sans que le fichier l’annonce',
    less: 'des départs n’ont pas été appliqués',
  },
};

/** Names in words every number of the platform's report that is not the predicted one. Empty when all agree. */
export function compareWithFound(predicted: PredictedImport, found: FoundTotals): Gap[] {
  const gaps = gapsOf(predicted, found);
  for (const { profile, ...said } of found.perProfile ?? []) {
    const none = { created: 0, updated: 0, deleted: 0 };
    gaps.push(...gapsOf(predicted.perProfile.find((one) => one.profile === profile) ?? none, said, profile));
  }
  return gaps;
}

function gapsOf(predicted: Totals, found: Partial<Totals>, profile?: RosterRole): Gap[] {
  return (Object.keys(WORDS) as (keyof Totals)[]).flatMap((what) => {
    const [expected, there] = [predicted[what], found[what]];
    if (there === undefined || there === expected) return [];
    const { one, many, more, less } = WORDS[what];
    const gap = Math.abs(there - expected).toLocaleString('fr-FR');
    const says = `${profile ? `${roleName(profile)}\u00A0: ` : ''}${counted(there, one, many)} au lieu de ${expected.toLocaleString('fr-FR')}, soit ${gap} de ${there > expected ? 'plus' : 'moins'}\u00A0: ${there > expected ? more : less}.`;
    return [{ ...(profile ? { profile } : {}), what, expected, found: there, says }];
  });
}
