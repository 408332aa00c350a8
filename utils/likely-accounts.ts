import type { ImportedProfile } from './core/import-wizard-facts';
import { type Account, personOf, readAccount, rolesIn } from './files/accounts';
import type { ColumnMapping } from './files/headers';
import type { RosterTable } from './files/pairing';
import { type GivenFile, inWords, type KeptForControl, openRosters, referenceWords } from './import-control';
import type { FoundAccount, LikelyAnswer, NamedPerson } from './import-messages';
import { pairPeople } from './matching/pair';
import type { Person } from './matching/person';

/** A spoilt encoding is told column by column: the first ones say enough. */
const SHOWN = 5;

/** Whom to look for, and where. */
interface Sought {
  people: readonly NamedPerson[];
  /** Keys of the accounts that the import did find. */
  taken: readonly string[];
  /** Empty: the export kept on this computer, if any. */
  references: readonly GivenFile[];
}

/** Who in the reference list is likely each person that an import did not find. Never throws: told in French. */
export async function likelyAccounts(
  sought: Sought,
  kept: Pick<KeptForControl, 'reference'> & { memory(): Promise<{ mappings: readonly ColumnMapping[] }> },
): Promise<LikelyAnswer> {
  try {
    const { mappings } = await kept.memory();
    const keptFiles = sought.references.length === 0 ? await kept.reference() : undefined;
    const opened = (keptFiles?.files ?? sought.references).map((file) => openRosters(file, mappings));
    const rosters = opened.flatMap((one) => one.rosters);
    const problems = opened.flatMap((one) => one.problems.slice(0, SHOWN).map(inWords));
    if (rosters.length === 0) return { kind: 'no-reference', problems };
    if (accountsIn(rosters).length === 0)
      return { kind: 'no-reference', problems: [...problems, nobodyIn(rosters)] };
    return {
      kind: 'done',
      reference: referenceWords(rosters, keptFiles?.keptOn),
      found: matchPeople(sought, rosters),
      problems,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', says: `La recherche des comptes probables s’est interrompue. (${why})` };
  }
}

/** Compares by names alone: the screens of the import show no birth date. */
function matchPeople({ people, taken }: Sought, rosters: readonly RosterTable[]): FoundAccount[] {
  const accounts = accountsIn(rosters);
  const found = new Set(taken);
  return (['pupil', 'teacher'] as const).flatMap((profile) => {
    const asked = people.filter((one) => one.profile === profile);
    const known = accounts.filter(({ role }) => role === profile);
    if (known.length === 0) return asked.map((one) => ({ ...one, reasons: [NO_LIST[profile]] }));
    // Whoever the import did find is nobody else.
    const [free, had] = [false, true].map((had) => known.filter((one) => found.has(one.values.key) === had));
    return matchProfile(profile, asked, free ?? [], had ?? []);
  });
}

function nobodyIn(rosters: readonly RosterTable[]): string {
  return `${referenceWords(rosters, undefined)} : aucun élève ni enseignant n’y a été reconnu. Donnez les fichiers de « Suivi synchro » tels quels.`;
}

const NO_LIST = {
  pupil: 'L’export donné ne contient pas d’élèves\u00A0: rien à comparer.',
  teacher: 'L’export donné ne contient pas d’enseignants\u00A0: rien à comparer.',
};

function matchProfile(
  profile: ImportedProfile,
  asked: readonly NamedPerson[],
  known: readonly Account[],
  had: readonly Account[],
): FoundAccount[] {
  const lost = asked.map(({ name }, id) => ({ id, profile: 'teacher' as const, ...splitName(name) }));
  const result = pairPeople(lost, known.map(asNamed), { strictness: 'school' });
  const general = result.systemic.map(({ text }) => text);
  const found = new Map<number, Pick<FoundAccount, 'account' | 'reasons'>>();
  for (const { gone, arrived } of result.explained)
    found.set(gone.id, { account: labelOf(known[arrived.id]), reasons: [...general] });
  for (const { gone, arrived, reasons } of result.pairs) {
    const told = reasons.filter(({ kind }) => kind !== 'identical' && kind !== 'swapped-names');
    const texts = told.length > 0 ? told.map(({ text }) => text) : [SAME_NAMES[profile]];
    found.set(gone.id, { account: labelOf(known[arrived.id]), reasons: texts });
  }
  for (const { gone, text } of result.ambiguous)
    for (const { id } of gone) found.set(id, { reasons: [text] });
  const others = [
    ...had,
    ...[...result.explained, ...result.pairs].flatMap(({ arrived }) => known[arrived.id] ?? []),
  ];
  for (const [id, text] of whoseAreHad(
    lost.filter(({ id }) => !found.has(id)),
    others,
  ))
    found.set(id, { reasons: [text] });
  return asked.map((one, id) => ({ ...one, ...(found.get(id) ?? { reasons: [NOBODY[profile]] }) }));
}

/**
 * Those who resemble an account that another row has: creating one would make a double. Several of them may resemble the
 * same account, and a pairing gives it to one: the others are looked at again, until nobody is found.
 */
function whoseAreHad(lost: readonly Person[], had: readonly Account[]): Map<number, string> {
  const texts = new Map<number, string>();
  const arrived = had.map(asNamed);
  for (let left = lost; left.length > 0; ) {
    const result = pairPeople(left, arrived, { strictness: 'school' });
    const couples = [
      ...result.explained,
      ...result.pairs.filter(({ faint }) => !faint),
      ...result.ambiguous.flatMap(({ candidates }) => candidates),
    ];
    for (const { gone, arrived: other } of couples)
      if (!texts.has(gone.id)) texts.set(gone.id, alreadyHad(labelOf(had[other.id])));
    const rest = left.filter(({ id }) => !texts.has(id));
    if (rest.length === left.length) break;
    left = rest;
  }
  return texts;
}

function alreadyHad(label: string): string {
  return `Le compte de ${label} lui ressemble, mais une autre ligne l’a déjà\u00A0: deux fiches pour une personne dans PRONOTE ou EDT\u202F? À vérifier avant de créer un compte.`;
}

const SAME_NAMES = {
  pupil:
    'Mêmes nom et prénom\u00A0: la date de naissance n’est sans doute pas la même dans EDT et dans l’ENT.',
  teacher: 'Mêmes nom et prénom\u00A0: ce compte est peut-être déjà celui d’un homonyme dans l’import.',
};
const NOBODY = {
  pupil: 'Aucun élève de l’export ne lui ressemble\u00A0: un élève de l’an passé, ou un compte à créer.',
  teacher:
    'Aucun enseignant de l’export ne lui ressemble\u00A0: un compte à créer par l’import d’utilisateurs.',
};

/**
 * The screens write « Prénom NOM » under the header « Nom Prenom »: the capitals tell which is which. Without any, the
 * last word is taken for the name; the matching also sees words that are in the other field.
 */
function splitName(name: string): Pick<Person, 'lastName' | 'firstName'> {
  const words = name.trim().split(/\s+/);
  const isCapital = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();
  const capitals = words.filter(isCapital);
  if (capitals.length > 0 && capitals.length < words.length) {
    const others = words.filter((word) => !isCapital(word));
    return { lastName: capitals.join(' '), firstName: others.join(' ') };
  }
  return { lastName: words.at(-1) ?? '', firstName: words.slice(0, -1).join(' ') };
}

function accountsIn(rosters: readonly RosterTable[]): Account[] {
  const seen = new Set<string>();
  const accounts: Account[] = [];
  for (const [table, roster] of rosters.entries()) {
    if (!rolesIn(roster).some((role) => role === 'pupil' || role === 'teacher')) continue;
    for (let row = 0; row < roster.table.rowCount; row++) {
      const account = readAccount(rosters, { table, row });
      const { key } = account.values;
      if (seen.has(key)) continue;
      if (key) seen.add(key);
      accounts.push(account);
    }
  }
  return accounts;
}

function asNamed(account: Account, id: number): Person {
  const { lastName, firstName } = personOf(account, id);
  return { id, profile: 'teacher', lastName, firstName };
}

function labelOf(account: Account | undefined): string {
  const { lastName = '', firstName = '', class: className } = account?.values ?? {};
  return `${lastName} ${firstName}`.trim() + (className ? ` (${className})` : '');
}
