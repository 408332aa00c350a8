import type { RosterRole } from '@/utils/core/roster-facts';
import { dayNumber, readDate } from '@/utils/matching/dates';
import { hashText, type Letters, SEED } from '@/utils/matching/letters';
import { readPostalCode } from '@/utils/matching/postal-codes';
import { mixed } from '@/utils/matching/traits';
import { columnsAt, roleAt, rolesIn } from './accounts';
import { decodeText } from './encoding';
import { foldBeginning, foldCell } from './fold-cell';
import type { RosterTable } from './pairing';
import type { RowScanner } from './scan';

/** Reads the key of the people of one place of a table (the row's own person, or a block) as numbers, from a scanned row. */
export class PersonReader {
  /** Cells that a row must be scanned for. */
  readonly cells: number;
  /** The day of birth of a pupil as `dayNumber` gives it; 0 when there is none. */
  day = 0;
  /** A number for the way the date is written. */
  form = 0;
  /** A hash of the postal code of a parent, 0 when there is none or when a spreadsheet rounded it. */
  postal = 0;
  rounded = false;
  /** The only role of this place; undefined where each row says its own. */
  readonly role: RosterRole | undefined;
  readonly lastName: number;
  readonly firstName: number;
  readonly postalCode: number;
  private readonly birthDate: number;
  private readonly utf8: boolean;

  constructor(
    private readonly roster: RosterTable,
    readonly block: number | undefined,
  ) {
    const columns = columnsAt(roster, block);
    const of = (column: readonly number[] | undefined) => column?.[0] ?? -1;
    this.lastName = of(columns.lastName);
    this.firstName = of(columns.firstName);
    const own = roster.layout.profile === 'mixed' ? undefined : rolesIn(roster)[0];
    this.role = block === undefined ? own : 'parent';
    this.birthDate = this.role === undefined || this.role === 'pupil' ? of(columns.birthDate) : -1;
    this.postalCode = this.role === undefined || this.role === 'parent' ? of(columns.postalCode) : -1;
    this.cells = 1 + Math.max(this.lastName, this.firstName, this.birthDate, this.postalCode, 0);
    this.utf8 = roster.table.encoding !== 'windows-1252';
  }

  roleAt(row: number): RosterRole {
    return this.role ?? roleAt(this.roster, row);
  }

  readLast(scanner: RowScanner, into: Letters): void {
    this.fold(scanner, this.lastName, into);
  }

  readFirst(scanner: RowScanner, into: Letters): void {
    this.fold(scanner, this.firstName, into);
  }

  /** A hash of « NOM Prénom », folded; 0 for nobody. */
  nameHash(scanner: RowScanner, letters: Letters): number {
    this.readLast(scanner, letters);
    const hash = letters.hash(0, letters.length, SEED);
    const some = letters.length;
    this.readFirst(scanner, letters);
    return some + letters.length === 0 ? 0 : letters.hash(0, letters.length, hash) || 1;
  }

  /** A hash of what `normalisedKey` compares; the same for equal ones, and for hardly any others. 0 for nobody. */
  keyHash(scanner: RowScanner, row: number, letters: Letters): number {
    const name = this.nameHash(scanner, letters);
    if (name === 0) return 0;
    this.readThird(scanner, row);
    return keyHash(this.roleAt(row), name, this.day, this.postal);
  }

  /**
   * A hash of the third part of the key and of the first letters of the names: the same for two people of one key, and
   * quick, since no name is folded whole. 0 when only the whole names can tell.
   */
  glance(scanner: RowScanner, row: number): number {
    this.readThird(scanner, row);
    const last = this.beginning(scanner, this.lastName);
    const first = this.beginning(scanner, this.firstName);
    if (last === 0 || first === 0) return 0;
    return mixed(this.day + this.postal, (last << 15) | first) | 1;
  }

  /** What a glance shows of somebody whose names it cannot tell: the third part of the key alone, once `glance` read it. */
  get dimGlance(): number {
    return mixed(this.day + this.postal, -1) | 1;
  }

  /** The first letters of a name, folded, as a number; 0 when there are none, or when only its text can tell them. */
  private beginning({ bytes, starts, ends, count }: RowScanner, column: number): number {
    if (column < 0 || column >= count) return 0;
    return foldBeginning(bytes, starts[column] as number, ends[column] as number, this.utf8);
  }

  /** Reads the date of a pupil, the postal code of a parent. */
  readThird(scanner: RowScanner, row: number): void {
    this.day = 0;
    this.form = 0;
    this.postal = 0;
    this.rounded = false;
    const role = this.roleAt(row);
    if (role === 'pupil') this.readDay(scanner);
    else if (role === 'parent') this.readPostal(scanner);
  }

  private fold(scanner: RowScanner, column: number, into: Letters): void {
    if (column < 0 || column >= scanner.count) {
      into.length = 0;
      into.words = 0;
      return;
    }
    const { bytes, starts, ends } = scanner;
    foldCell(bytes, starts[column] as number, ends[column] as number, this.utf8, into);
  }

  /** « 31/12/2014 » is read as bytes, everything else as text. */
  private readDay({ bytes, starts, ends, count }: RowScanner): void {
    const column = this.birthDate;
    if (column < 0 || column >= count) return;
    const start = starts[column] as number;
    const end = ends[column] as number;
    if (start === end) return;
    if (end - start === 10 && bytes[start + 2] === SLASH && bytes[start + 5] === SLASH) {
      const day = number(bytes, start, 2);
      const month = number(bytes, start + 3, 2);
      const year = number(bytes, start + 6, 4);
      // Days that every month has: the others are left to the calendar.
      if (day >= 1 && day <= 28 && month >= 1 && month <= 12 && year > 0) {
        this.day = year * 10_000 + month * 100 + day;
        this.form = USUAL_FORM;
        return;
      }
    }
    const date = readDate(this.text(bytes, start, end));
    if (!date) return;
    this.day = dayNumber(date);
    this.form = date.form === 'jj/mm/aaaa' ? USUAL_FORM : hashText(date.form) & 0xff;
  }

  private readPostal({ bytes, starts, ends, count }: RowScanner): void {
    const column = this.postalCode;
    if (column < 0 || column >= count) return;
    const start = starts[column] as number;
    const end = ends[column] as number;
    const digits = end - start === 5 || end - start === 4 ? number(bytes, start, end - start) : -1;
    if (digits >= 0) {
      this.postal = digits + 1;
      return;
    }
    const code = readPostalCode(this.text(bytes, start, end));
    if (!code) return;
    this.rounded = code.rounded !== undefined;
    if (!this.rounded)
      this.postal = /^\d{5}$/.test(code.code) ? Number(code.code) + 1 : hashText(code.code) || 1;
  }

  private text(bytes: Uint8Array, start: number, end: number): string {
    return decodeText(bytes, start, end, this.utf8 ? 'utf-8' : 'windows-1252');
  }
}

const SLASH = 0x2f;
const USUAL_FORM = 1;
const ROLES: readonly RosterRole[] = ['pupil', 'parent', 'teacher', 'staff', 'guest'];

/** A hash of a profile and of what makes the key of a person of this profile. */
export function keyHash(role: RosterRole, name: number, day: number, postal: number): number {
  const profile = Math.min(3, ROLES.indexOf(role));
  return mixed(mixed(name, profile), profile === 0 ? day : profile === 1 ? postal : 0) || 1;
}

/** A number of so many digits; -1 when there is anything else. */
function number(bytes: Uint8Array, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
