import { fold } from '@/utils/matching/fold';
import type { RosterTable } from './pairing';

/**
 * What Edifice recognises a row by when it has no `externalid`: profile, last name and first name without accents, spaces,
 * hyphens, apostrophes or case, and the birth date of a pupil (facts edifice §5.3). Undefined for a row without names.
 */
export function edificeIdentity({ table, layout }: RosterTable, row: number): string | undefined {
  const text = (field: 'lastName' | 'firstName' | 'birthDate') => {
    const column = layout.columns[field]?.[0];
    return column === undefined ? '' : table.cell(row, column).trim();
  };
  const squash = (name: string) => fold(name).replaceAll(' ', '');
  const lastName = squash(text('lastName'));
  const firstName = squash(text('firstName'));
  if (lastName === '' || firstName === '') return undefined;
  const isPupil = layout.profile === 'pupils' || layout.profile === 'pupils-and-parents';
  return [layout.profile ?? '', lastName, firstName, isPupil ? isoBirthDate(text('birthDate')) : ''].join(
    '|',
  );
}

/** Edifice reads dd/mm/yyyy and yyyy-mm-dd as one date; anything else stays as typed. */
function isoBirthDate(text: string): string {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return french ? `${french[3]}-${french[2]}-${french[1]}` : text;
}
