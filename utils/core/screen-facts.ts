import type { Located, Profile } from './facts';

/* What a screen of the Edifice console shows of itself, beside what is known of the school. */

/** One row of the console's list of users: rows carry no identifier, two people may share all that they show. */
export interface UserRow extends Located {
  name: string;
  profile?: Profile;
}

/** One line of « Établissement(s) » on a person's screen, once unfolded: attached, detached by hand, or out of reach. */
export interface AttachmentLine {
  name: string;
  state: 'attached' | 'detached' | 'out-of-scope';
}

/** The person whose own screen is open. `at.link` is there when their identifier is on the screen. */
export interface OpenUser extends Located {
  /** Absent while « Identité » is folded. */
  id?: string;
  name: string;
  profile?: Profile;
  /** As the screen words it: « Manuel », `AAF1D`. */
  source?: string;
  /** Absent while the section is folded. */
  structures?: readonly AttachmentLine[];
  /** True once the person was detached from this school by hand. */
  detached: boolean;
  preDeleted: boolean;
}

/** The boxes of Edifice's CSV wizard as they stand, and whether the console itself warns of an automatic feed. */
export interface ImportWizard extends Located {
  predelete: boolean;
  transition: boolean;
  automatic: boolean;
}
