import type { ProfileMismatch } from '@/utils/core/roster-facts';
import { rolesIn } from './accounts';
import { compareRosters } from './compare';
import { layoutProblems, profileName } from './layout-problems';
import type { RosterTable } from './pairing';
import { quoted } from './problem';

/** Files larger than this are whole académies, made by a machine: nobody mistook one for another. */
const LARGEST_MISTAKEN = 20_000;

/** The files that can be compared with each other, and those that hold other people. */
export interface Scope {
  reference: readonly RosterTable[];
  fresh: readonly RosterTable[];
  /** Files of the export that no new file answers: their people are not held to be absent. */
  uncontrolled: readonly string[];
  mismatches: readonly ProfileMismatch[];
}

/** Brings files of one profile together. A new file of a profile that the export lacks is told, and left out. */
export function scopeOf(reference: readonly RosterTable[], fresh: readonly RosterTable[]): Scope {
  const used = new Set<RosterTable>();
  const compared: RosterTable[] = [];
  const mismatches: ProfileMismatch[] = [];
  for (const one of fresh) {
    const exact = reference.filter((other) => other.layout.profile === one.layout.profile);
    const roles = rolesIn(one);
    const near = reference.filter((other) => rolesIn(other).some((role) => roles.includes(role)));
    const answers = exact.length > 0 ? exact : near;
    mismatches.push(...misnamed(one));
    const stranger = misplaced(one, answers, reference);
    if (stranger) {
      mismatches.push(stranger);
      continue;
    }
    compared.push(one);
    for (const other of answers) used.add(other);
  }
  return {
    reference: reference.filter((one) => used.has(one)),
    fresh: compared,
    uncontrolled: reference.filter((one) => !used.has(one)).map(({ table }) => table.file),
    mismatches,
  };
}

/** The name of the file announces another profile than its columns. */
function misnamed({ table, layout }: RosterTable): ProfileMismatch[] {
  const { profile, namedProfile } = layout;
  return layoutProblems(table, layout)
    .filter(({ code }) => code === 'wrong-profile')
    .map(({ message, advice }) => ({
      at: { in: 'file', file: table.file, line: table.headerLine },
      file: table.file,
      kind: 'name',
      message,
      advice,
      ...(profile ? { found: profileName(profile) } : {}),
      ...(namedProfile ? { announced: profileName(namedProfile) } : {}),
    }));
}

/** No file of the export holds people of this profile, or most rows are those of a file of another one. */
function misplaced(
  one: RosterTable,
  answers: readonly RosterTable[],
  reference: readonly RosterTable[],
): ProfileMismatch | undefined {
  const { table, layout } = one;
  const others = reference.filter((other) => !answers.includes(other));
  const owner = ownerOf(one, answers, others);
  if (answers.length > 0 && !owner) return undefined;
  const found = layout.profile && profileName(layout.profile);
  const rows = owner?.layout.profile && profileName(owner.layout.profile);
  return {
    at: { in: 'file', file: table.file, line: table.headerLine },
    file: table.file,
    kind: owner ? 'rows' : 'no-reference',
    ...(rows ? { found: rows } : found ? { found } : {}),
    ...(rows && found ? { announced: found } : {}),
    message: owner
      ? `Les comptes de ${quoted(table.file)} sont ceux de ${quoted(owner.table.file)}, un fichier d’un autre profil.`
      : `Aucun fichier de l’export ne contient la liste ${found ?? 'du même profil'}\u00A0: ${quoted(table.file)} n’a pas été comparé.`,
    advice: owner
      ? 'Vérifiez que vous avez pris le bon fichier, et choisissez le bon profil au moment de l’import.'
      : 'Ajoutez l’extraction de ce profil à l’export, ou vérifiez que vous avez pris le bon fichier.',
  };
}

/** A file of another profile that holds most of the accounts, when no file of this profile holds half of them. */
function ownerOf(
  one: RosterTable,
  answers: readonly RosterTable[],
  others: readonly RosterTable[],
): RosterTable | undefined {
  const { rowCount } = one.table;
  if (others.length === 0 || rowCount === 0 || rowCount > LARGEST_MISTAKEN) return undefined;
  const share = (tables: readonly RosterTable[]) =>
    tables.length === 0 ? 0 : compareRosters(tables, [one]).matched / rowCount;
  if (share(answers) > 0.5) return undefined;
  return others.find((other) => share([other]) > 0.5);
}
