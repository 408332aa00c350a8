import type { School } from '@/utils/core/context';
import type { StructureInfo, User } from '@/utils/core/facts';
import { levelsNamed } from '@/utils/core/named-levels';

/** True for the profiles that the academic feed attaches to a school (domain Edifice §4.3). */
export function isStaff({ profile }: User): boolean {
  return profile === 'Teacher' || profile === 'Personnel';
}

/** True for accounts that the feed of the academy makes, and alone removes; the only ones that it attaches. */
export function isAcademic({ source }: User): boolean {
  return source === 'AAF' || source === 'AAF1D';
}

/** True for accounts made by hand, in the console or in « Paramétrage de la classe » (domain Edifice §4.2). */
export function isManual({ source }: User): boolean {
  return source === 'MANUAL' || source === 'CLASS_PARAM';
}

/** True for accounts on their way out already: pre-deleted, or absent from the feed. */
export function isLeaving({ absentSince, preDeletedOn }: User): boolean {
  return Boolean(absentSince) || Boolean(preDeletedOn);
}

/** True when the feed gives the person a function in this school; with `code`, that very function. */
export function worksHere({ functions }: User, code?: RegExp): boolean {
  return functions?.some((one) => one.here && (!code || code.test(one.code))) ?? false;
}

/**
 * True unless the platform, or else the school's own name, says that it has no primary classes, which alone are switched
 * in ONDE.
 */
export function hasPrimary(
  structure: Pick<StructureInfo, 'levels'> | undefined,
  school: Pick<School, 'name'> | undefined,
): boolean {
  const told = structure?.levels ?? [];
  const levels = told.length > 0 ? told : levelsNamed(school?.name ?? '');
  return levels.length === 0 || levels.includes(1);
}

export function hasClassHere({ classes }: User): boolean {
  return classes !== undefined && classes.length > 0;
}

/** The functions that need no class: direction, and documentation. */
export const CLASSLESS_FUNCTIONS = /^(DIR|DOC)$/;

/**
 * What the academic feed says of a person's work in this school. `elsewhere`: attached to another school, without
 * function here. `untold`: nothing says, which is not « gone » (domain Edifice §4.3).
 */
export function placing(user: User): 'home' | 'works-here' | 'elsewhere' | 'untold' {
  if (user.attachment === 'here') return 'home';
  if (worksHere(user)) return 'works-here';
  return user.attachment === 'elsewhere' && tiesAreKnown(user) ? 'elsewhere' : 'untold';
}

/** False when the platform kept back functions or classes, or where the functions are held: none seen is then not « none ». */
function tiesAreKnown({ functions, classes }: User): boolean {
  return (
    classes !== undefined &&
    functions?.every(({ structure, here }) => !structure || here !== undefined) === true
  );
}

/** True for people who accompany pupils with a disability: no code is sure in every academy (domain Edifice §4.4). */
export function isAccompanist({ profile, functions }: User): boolean {
  if (profile !== 'Personnel' || !functions) return false;
  return functions.some(({ code, label }) => code === 'AEH' || ACCOMPANIST_LABEL.test(label));
}

const ACCOMPANIST_LABEL = /\b(?:AESH|AVS)\b|HANDICAP|ACCOMPAGNEMENT/i;

/** « Établissement de rattachement : Ecole Jules Ferry », or that it is another one, unnamed. */
export function attachmentWords({ attachedTo = [] }: User): string {
  if (attachedTo.length === 0) return 'L’établissement de rattachement est un autre';
  const what = attachedTo.length === 1 ? 'Établissement' : 'Établissements';
  return `${what} de rattachement\u00a0: ${attachedTo.join(' et ')}`;
}

/** What is lost besides, when a local administrator is detached (domain Edifice §4.1). */
export const ADMINISTRATOR_WORDS =
  'Compte d’administrateur local : le détacher retire aussi ce droit sur l’établissement.';
