import type { Anchor, Profile } from './facts';
import type { Verdict } from './rule';

/** What each verdict is called. */
export const VERDICT_LABELS: Record<Verdict, string> = {
  detach: 'à détacher',
  'never-detach': 'ne pas détacher',
  purge: 'à purger',
  check: 'à vérifier',
  nothing: 'rien à faire',
};

/** What each profile is called in the console. */
export const PROFILE_LABELS: Record<Profile, string> = {
  Teacher: 'Enseignant',
  Personnel: 'Personnel',
  Student: 'Élève',
  Relative: 'Parent',
  Guest: 'Invité',
};

/** One reason of a verdict: the rule that gives it, its sentence, and what would change it. */
export interface VerdictReason {
  rule: string;
  verdict: Verdict;
  says: string;
  unless?: string;
}

/** What to do about one person, and why; reasons of the verdict itself come first. */
export interface PersonVerdict {
  at: Anchor;
  /** « NOM Prénom ». */
  subject: string;
  verdict: Verdict;
  reasons: readonly VerdictReason[];
  /**
   * The verdict of each, when people share this name and profile: the row can't tell them apart, their own screens
   * can, by the `link` of `at`. Then `verdict` is « ne pas détacher » if it is that of one of them, else « à vérifier ».
   */
  each?: readonly PersonVerdict[];
}

/**
 * What became of a person this year. `kept`: the account stays, somebody decided. `seen`: somebody passed them over,
 * undecided. `treated`: the screen showed that the account was detached, deleted or pre-deleted.
 */
export type Said = 'seen' | 'kept' | 'treated';

/** What stands on somebody: a decision to keep them goes before a verdict that asks for something to be done. */
export type Standing = Verdict | 'kept';

/** What each standing is called, everywhere the same. */
export const STANDING_LABELS: Record<Standing, string> = { ...VERDICT_LABELS, kept: 'à garder' };

/** What stands on somebody of this verdict, of whom this was said. */
export function standingOf(verdict: Verdict, said: Said | undefined): Standing {
  return said === 'kept' && TO_TREAT.includes(verdict) ? 'kept' : verdict;
}

/** How far the walk is with somebody, in French; empty for whom it does not concern. */
export function followOf(verdict: Verdict, said: Said | undefined): string {
  const toTreat = TO_TREAT.includes(verdict);
  if (said === 'treated') return toTreat ? 'traitée, puis rétablie' : 'traitée';
  if (!toTreat || !said) return '';
  return said === 'kept' ? STANDING_LABELS.kept : 'passée';
}

/** One person of the table of verdicts; nobody is melted with a namesake. */
export interface PersonRow {
  /** The address of the person's own screen, which holds their identifier. */
  link: string;
  name: string;
  profile?: Profile;
  verdict: Verdict;
  reasons: readonly VerdictReason[];
  /** What tells the person from others of the same name and profile, as the console shows it on their screens. */
  apart?: string;
  /** Name without accents or capitals, to search and sort by. */
  plain: string;
}

/** The verdicts that ask for something to be done, in the order in which one goes through them. */
export const TO_TREAT: readonly Verdict[] = ['detach', 'purge', 'check'];

/** The same text without accents or capitals, and with one apostrophe for all. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
