import type { Field, Owner, ReadHeader } from './fields';
import type { RosterKind, RosterProfile } from './headers';

const PROFILE_OF_NAME: readonly [RegExp, RosterProfile][] = [
  [/parent|responsable|relative/i, 'pupils-and-parents'],
  [/teacher|enseignant|formateur/i, 'teachers'],
  [/personal|personnel/i, 'staff'],
  [/student|eleve|élève|apprenant/i, 'pupils'],
  [/guest|invite|invité/i, 'guests'],
];

/** Whose accounts the name of a file announces. */
export function profileNamed(fileName: string): RosterProfile | undefined {
  return PROFILE_OF_NAME.find(([pattern]) => pattern.test(fileName.normalize('NFC')))?.[1];
}

/** Edifice's export of staff has nothing but names: it is the one that no sign tells. */
export function profileWithoutSign(kind: RosterKind, read: readonly ReadHeader[]): RosterProfile | undefined {
  const has = (field: Field) => read.some((column) => column.field === field);
  return kind === 'edifice' && has('lastName') && !has('birthDate') && !has('class') ? 'staff' : undefined;
}

/** The platform whose words a header is written in. */
export function kindOf(header: readonly string[], read: readonly ReadHeader[]): RosterKind {
  const has = (...folded: string[]) => read.some((column) => folded.includes(column.folded));
  const said = read.map((column) => column.folded).join(' ');
  if (/clede?sync|synchronizationkey|synckey|nomd?utilisateur|classeapprenant/.test(said))
    return 'itslearning';
  if (header.some((name) => /\S\*\s*"?$/.test(name))) return 'edifice';
  if (has('externalid', 'idexterno', 'childexternalid', 'codedactivation', 'identifiantsiecle'))
    return 'edifice';
  if (has('nomdusageeleve', 'nomresponsable', 'nomdefamilleenfant', 'classesenfants')) return 'onde';
  if (has('nomeleve') && has('datenaissance')) return 'onde';
  if (has('nomdeleleve') || (has('telephonetravail') && has('fonction'))) return 'edifice';
  return 'unknown';
}

/** Whose accounts the columns say that a file holds; `named` is what is believed where they only allow a guess. */
export function profileOf(
  kind: RosterKind,
  read: readonly ReadHeader[],
  named: RosterProfile | undefined,
): RosterProfile | undefined {
  const owners = new Set(read.map((column) => column.owner));
  const names = (owner: Owner | undefined) =>
    read.some(
      (column) => column.owner === owner && (column.field === 'lastName' || column.field === 'firstName'),
    );
  const has = (field: Field) => read.some((column) => column.field === field && !column.owner);
  if (kind === 'edifice' && has('type') && has('activationCode')) return 'mixed';
  if (owners.has('teacher')) return 'teachers';
  if (owners.has('staff')) return 'staff';
  if (owners.has('guest')) return 'guests';
  if (owners.has('child')) return 'parents';
  if (owners.has('pupil') && owners.has('parent')) return 'pupils-and-parents';
  // Edifice's model of parents: the row's own person has no owner, the children are « de l’élève ».
  if (kind !== 'itslearning' && names('pupil') && names(undefined)) return 'parents';
  if (owners.has('pupil')) return names(undefined) && owners.has('parent') ? 'pupils-and-parents' : 'pupils';
  if (owners.has('parent')) return names(undefined) ? 'pupils-and-parents' : 'parents';
  if (named) return named === 'pupils-and-parents' && kind !== 'itslearning' ? 'parents' : named;
  // Edifice's model of guests has a class and a birth date too, and the telephone of a grown-up's work.
  if (kind === 'edifice' && !has('functions') && has('class') && has('workPhone')) return 'guests';
  if (kind === 'edifice' && !has('functions') && !has('class') && has('birthDate') && has('address'))
    return 'guests';
  if (has('birthDate') && has('class') && !has('functions')) return 'pupils';
  if (kind === 'edifice' && has('class')) return 'teachers';
  return undefined;
}
