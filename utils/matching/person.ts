/** The profiles of the platform's files. Only people of one profile are compared. */
export type PersonProfile = 'pupil' | 'parent' | 'teacher' | 'staff';

/**
 * Someone as a file writes them. What makes the platform's key (source 000 §1.4.A): last name, first name, and birth
 * date for a pupil, postal code for a parent, nothing more for teachers and staff.
 */
export interface Person {
  /** The caller's own index: never read here. */
  id: number;
  profile: PersonProfile;
  lastName: string;
  firstName: string;
  /** As typed, whatever the format. */
  birthDate?: string;
  /** As typed. */
  postalCode?: string;
  className?: string;
  /** « NOM Prénom » of linked pupils (for a parent) or parents (for a pupil). Absent or empty: not known. */
  relatives?: readonly string[];
  username?: string;
}

/** The parts of the platform's key. */
export type Field = 'lastName' | 'firstName' | 'birthDate' | 'postalCode';

/** The French name of a field, as a sentence begins with it. */
export const FIELD_LABELS: Record<Field, string> = {
  lastName: 'Nom',
  firstName: 'Prénom',
  birthDate: 'Date de naissance',
  postalCode: 'Code postal',
};

/** What may differ between two writings of the same name without a letter having changed. */
export type FormatKind =
  | 'encoding'
  | 'invisible'
  | 'spaces'
  | 'apostrophe'
  | 'hyphen'
  | 'case'
  | 'ligature'
  | 'accents'
  | 'saint'
  | 'joined';

/** Why two rows are held to be one person, or what differs between them. */
export type ReasonKind =
  | FormatKind
  | 'particle'
  | 'part-of-name'
  | 'name-order'
  | 'swapped-names'
  | 'letter-added'
  | 'letter-removed'
  | 'letter-replaced'
  | 'letter-doubled'
  | 'letters-transposed'
  | 'two-letters'
  | 'diminutive'
  | 'replaced-surname'
  | 'date-format'
  | 'date-day-month'
  | 'date-digit'
  | 'date-digits-transposed'
  | 'date-one-day'
  | 'date-century'
  | 'date-1904'
  | 'date-missing'
  | 'date-changed'
  | 'postal-zero'
  | 'postal-number'
  | 'postal-format'
  | 'postal-digit'
  | 'postal-missing'
  | 'postal-changed'
  | 'identical'
  | 'shared-relative'
  | 'level';

/** One reason. `text` is a French sentence that quotes nothing of a person but the fragments that differ. */
export interface Reason {
  kind: ReasonKind;
  /** Absent when the reason is about the person and not about one field. */
  field?: Field;
  text: string;
}

/** `same`: virtually certain, given the whole lists. `check`: only a person can tell. */
export type Verdict = 'same' | 'check';

/** Two rows that are not the same text. */
export interface Couple {
  gone: Person;
  arrived: Person;
}

/** A proposal, with everything that differs and everything that supports it. */
export interface Pair extends Couple {
  verdict: Verdict;
  reasons: readonly Reason[];
  /** Strangers among so many people often enough look as much alike, and nothing but the keys is known: no alarm. */
  faint?: true;
}

/** People who cannot be told apart: all of them, nothing decided. */
export interface Ambiguity {
  gone: readonly Person[];
  arrived: readonly Person[];
  /** Every pair that would be acceptable among them. */
  candidates: readonly Couple[];
  text: string;
}

/** Two people who look alike and are not one. */
export interface Kinship extends Couple {
  kind: 'twins' | 'siblings';
  text: string;
}

/** One transformation that a spreadsheet or an export applied to a whole column: one finding, one remedy. */
export interface SystemicChange {
  profile: PersonProfile;
  field: Field;
  transformation: ReasonKind;
  /** How many people it changed, among those who could be told without doubt. */
  count: number;
  text: string;
}

/** The options of `pairPeople`. */
export interface PairingOptions {
  /** `school`: lists of one school. `district`: many schools at once, where only strict rules are safe. */
  strictness: 'school' | 'district';
  /** People found unchanged on both sides: they show whether a change is general, and who has a double. */
  kept?: readonly Person[];
  /** How many left and arrived, by profile, when the lists hold only some of them. Default: the lists. */
  among?: Partial<Record<PersonProfile, { gone: number; arrived: number }>>;
  /** More of them, who are no double of anybody: only asked for when a change seems to be general. */
  unchanged?: () => readonly Person[];
}

/** What `pairPeople` found. Nobody stands in two of `pairs`, `explained`, `ambiguous`. */
export interface PairingResult {
  systemic: readonly SystemicChange[];
  /** Same people, for whom a systemic change is the only difference. */
  explained: readonly Couple[];
  pairs: readonly Pair[];
  ambiguous: readonly Ambiguity[];
  kinships: readonly Kinship[];
  unpaired: { gone: readonly Person[]; arrived: readonly Person[] };
  /** Groups of look-alikes too large to be compared one by one: silence proves nothing about them. */
  crowded: number;
}
