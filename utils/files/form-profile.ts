import type { ProfileMismatch, RosterRole } from '@/utils/core/roster-facts';
import { rolesOf } from './accounts';
import { type RosterProfile, recogniseLayout } from './headers';
import { profileName } from './layout-problems';
import type { RosterTable } from './pairing';
import { quoted } from './problem';
import type { Table } from './table';

const PROFILES: Record<RosterRole, RosterProfile> = {
  pupil: 'pupils',
  parent: 'parents',
  teacher: 'teachers',
  staff: 'staff',
  guest: 'guests',
};

/** The profile of a file of whom an import screen takes it to hold. */
function profileOf(roles: readonly RosterRole[]): RosterProfile | undefined {
  if (roles.includes('pupil') && roles.includes('parent')) return 'pupils-and-parents';
  const [role] = roles;
  return role && PROFILES[role];
}

/**
 * A table with its columns, as an import screen would take it: what the screen says decides where the columns are
 * silent, and is told where they say somebody else.
 */
export function rosterImportedAs(
  table: Table,
  roles: readonly RosterRole[] | undefined,
): { roster: RosterTable; mismatch?: ProfileMismatch } {
  const layout = recogniseLayout(table.header, table.file);
  const chosen = roles && profileOf(roles);
  if (!roles || !chosen) return { roster: { table, layout } };
  const { saidProfile, namedProfile, kind } = layout;
  const said = saidProfile ?? namedProfile;
  const found = said === undefined || said === 'mixed' ? roles : rolesOf(said);
  // A pupils' file of Edifice may hold their parents too: only itslearning has a profile for both.
  const agrees = kind === 'itslearning' ? isSameList(found, roles) : found.some((one) => roles.includes(one));
  if (agrees) return { roster: { table, layout: recogniseLayout(table.header, table.file, chosen) } };
  const isSure = saidProfile !== undefined && kind !== 'unknown' && !found.some((one) => roles.includes(one));
  const whose = profileName(said ?? chosen);
  const announced = profileName(chosen);
  return {
    // On a mere guess the screen is believed: the comparison then tells whose rows these are.
    roster: { table, layout: isSure ? layout : recogniseLayout(table.header, '', chosen) },
    mismatch: {
      at: { in: 'file', file: table.file, line: table.headerLine },
      file: table.file,
      kind: 'form',
      found: whose,
      announced,
      message: `${quoted(table.file)} serait importé comme la liste ${announced}, alors que ${saidProfile ? 'ses colonnes sont celles' : 'son nom annonce que c’est celle'} ${saidProfile ? `de la liste ${whose}` : whose}.`,
      advice: 'Choisissez sur cet écran le profil de ce fichier, ou prenez le fichier du profil choisi.',
      ...(isSure ? {} : { doubtful: true }),
    },
  };
}

function isSameList(one: readonly RosterRole[], other: readonly RosterRole[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
