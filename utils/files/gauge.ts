import type { Anchor } from '@/utils/core/facts';
import type { DeletionGauge, GaugeLine, RosterRole } from '@/utils/core/roster-facts';
import { type Group, LAST_LEVELS, levelLabel } from './classes';
import type { ExpectedCohort } from './control-result';
import { counted, quoted } from './problem';

/** Above this share of unexpected absents, the gauge is red. */
const TOO_MANY = 0.1;
/** A class of fewer pupils may leave whole without anything being wrong. */
const SMALLEST_CLASS = 5;

/** Made once: it takes longer than all the counting. */
const PERCENT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** Empty classes that are named; the others are counted. */
const NAMED = 5;

/** People of the export, counted by profile, class and level. */
export interface KnownPeople {
  profile: RosterRole;
  className?: string;
  level?: string;
  known: number;
}

/** Somebody who would be deleted, or several of whom the same is known. */
export interface AbsentPerson {
  /** Default 1. */
  count?: number;
  profile: RosterRole;
  className?: string;
  level?: string;
  expected: boolean;
  /** Looks like an edited key. */
  edited: boolean;
}

/** What a gauge is made of. */
export interface GaugeInput {
  known: readonly KnownPeople[];
  absents: readonly AbsentPerson[];
  cohort: ExpectedCohort & { detected: boolean };
  at: Anchor;
}

const PROFILES: Record<RosterRole, string> = {
  pupil: 'Élèves',
  parent: 'Parents',
  teacher: 'Enseignants',
  staff: 'Personnels',
  guest: 'Invités',
};

/** « Élèves ». */
export function roleName(role: RosterRole): string {
  return PROFILES[role];
}

/**
 * Who is expected to leave when nobody said: the last level of the school, if pupils leave school after it (CM2, 3e,
 * Terminale). Nobody when no level is known, or when the highest one is not a last one.
 */
export function detectCohort(groups: readonly Pick<Group, 'role' | 'ranks' | 'known'>[]): ExpectedCohort {
  const counts = new Map<number, number>();
  for (const { role, ranks, known } of groups) {
    if (role === 'pupil') for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + known);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // One class misread must not make a lycée of a collège.
  const ranks = [...counts].filter(([, count]) => count >= total / 100).map(([rank]) => rank);
  const last = Math.max(...ranks);
  return { levels: LAST_LEVELS.includes(last) ? [levelLabel([last])] : [], classes: [] };
}

/** Counts who would be deleted, what was expected subtracted. */
export function deletionGauge({ known, absents, cohort, at }: GaugeInput): DeletionGauge {
  const total = new Tally('Tous les comptes');
  const profiles = new Map<RosterRole, Tally>();
  const levels = new Map<string, Tally>();
  const classes = new Map<string, Tally>();
  const linesOf = ({ profile, className, level }: Omit<KnownPeople, 'known'>) => [
    total,
    tallyIn(profiles, profile, roleName(profile)),
    ...(level ? [tallyIn(levels, level, level)] : []),
    ...(className ? [tallyIn(classes, className, className)] : []),
  ];
  for (const people of known) for (const line of linesOf(people)) line.known += people.known;
  for (const absent of absents) for (const line of linesOf(absent)) line.add(absent);
  const byProfile = [...profiles].map(([profile, tally]) => ({ ...tally.line(1), profile }));
  const byClass = [...classes.values()].map((tally) => tally.line(SMALLEST_CLASS));
  const share = total.known === 0 ? 0 : total.unexpected / total.known;
  const alarms = alarmsOf(total, byProfile, byClass);
  return {
    at,
    total: total.line(Number.POSITIVE_INFINITY),
    byProfile,
    byLevel: [...levels.values()].map((tally) => tally.line(Number.POSITIVE_INFINITY)),
    byClass,
    cohort,
    share,
    state: alarms.length > 0 ? 'red' : 'green',
    says: sentence(
      total,
      cohort,
      known.some(({ profile }) => profile === 'pupil' || profile === 'parent'),
    ),
    alarms,
  };
}

function tallyIn<K>(tallies: Map<K, Tally>, key: K, label: string): Tally {
  const tally = tallies.get(key) ?? new Tally(label);
  tallies.set(key, tally);
  return tally;
}

class Tally {
  known = 0;
  expected = 0;
  unexpected = 0;
  edited = 0;

  constructor(readonly label: string) {}

  get absent(): number {
    return this.expected + this.unexpected;
  }

  add({ expected, edited, count = 1 }: AbsentPerson): void {
    if (expected && !edited) this.expected += count;
    else this.unexpected += count;
    if (edited) this.edited += count;
  }

  /** `smallest`: how many people make it worth saying that none is left. */
  line(smallest: number): GaugeLine {
    const { label, known, absent, expected, unexpected, edited } = this;
    const emptied = known >= smallest && absent >= known && unexpected > 0;
    return { label, known, absent, expected, unexpected, edited, emptied };
  }
}

function alarmsOf(
  { unexpected, known }: Tally,
  profiles: readonly GaugeLine[],
  classes: readonly GaugeLine[],
): string[] {
  const alarms: string[] = [];
  if (known > 0 && unexpected > TOO_MANY * known) {
    const share = PERCENT.format((100 * unexpected) / known);
    alarms.push(
      `${counted(unexpected, 'absent inattendu', 'absents inattendus')} sur ${counted(known, 'compte')}, soit ${share}\u00A0%, plus que la limite de 10\u00A0%.`,
    );
  }
  for (const { label, emptied, known: all } of profiles)
    if (emptied) alarms.push(`Profil ${quoted(label)}\u00A0: plus personne, sur ${all}.`);
  const empty = classes.filter(({ emptied }) => emptied);
  for (const { label, known: all } of empty.slice(0, NAMED))
    alarms.push(`Classe ${quoted(label)}\u00A0: plus aucun élève, sur ${all}.`);
  if (empty.length > NAMED)
    alarms.push(
      `Et ${counted(empty.length - NAMED, 'autre classe', 'autres classes')} sans plus aucun élève.`,
    );
  return alarms;
}

function sentence(
  { absent, expected, unexpected, edited }: Tally,
  cohort: ExpectedCohort & { detected: boolean },
  hasPupils: boolean,
): string {
  if (absent === 0) return 'Aucun absent\u00A0: tous les comptes de l’export sont dans le fichier.';
  const parts = [
    // Teachers have no class to leave: no level failed to be recognised.
    `${counted(expected, 'attendu')}${hasPupils || expected > 0 ? ` (${cohortName(cohort)})` : ''}`,
    `${counted(unexpected, 'inattendu')}${edited > 0 ? ` dont ${edited.toLocaleString('fr-FR')} ${edited === 1 ? 'ressemble' : 'ressemblent'} à une clé modifiée` : ''}`,
  ];
  return `${counted(absent, 'absent')}\u00A0: ${parts.join(', ')}.`;
}

/** « niveau 3e », « classes 3e A et ULIS », or why nobody is expected to leave. */
export function cohortName({ levels, classes, detected }: ExpectedCohort & { detected: boolean }): string {
  const said = [
    ...(levels.length > 0 ? [`${levels.length > 1 ? 'niveaux' : 'niveau'} ${levels.join(', ')}`] : []),
    ...(classes.length > 0 ? [`${classes.length > 1 ? 'classes' : 'classe'} ${classes.join(', ')}`] : []),
  ];
  if (said.length > 0) return said.join(', ');
  return detected ? 'dernier niveau non reconnu, aucun départ attendu' : 'aucun départ attendu';
}
