import type { Outcome, RuleResult } from '@/utils/core/audit';
import type { School } from '@/utils/core/context';
import type { EntId } from '@/utils/core/facts';
import type { ListRead, RuleCount } from '@/utils/core/fiche';
import { safeError, safeSentence } from './dossier-safe';
import { listsRead } from './figures';
import { pseudonymise, type Replay } from './pseudonymise';

/** What a file of a dossier calls itself, and the version that this Vigie writes and reads. */
export const DOSSIER_FORMAT = 'vigie-ent/dossier';
export const DOSSIER_VERSION = 1;

/** What one rule concluded, in numbers; `error` is what the browser said, when it names nobody. */
export interface RuleOutcome extends RuleCount {
  error?: string;
}

/** What the overlay was on when the dossier was asked for. */
export interface DossierScreen {
  kind: 'loading' | 'read' | 'unreadable' | 'elsewhere';
  pages: readonly string[];
  /** French: why it was not understood. */
  problems: readonly string[];
}

/** Everything that a support agent needs of a screen, and nobody in it. */
export interface Dossier {
  format: typeof DOSSIER_FORMAT;
  version: number;
  /** ISO instant. Absent when facts are joined: every date of theirs is moved, and this one would tell by how much. */
  at?: string;
  vigie: string;
  browser: string;
  /** In CSS px; `frame`: the screen stands in a frame of another page. */
  window: { width: number; height: number; frame: boolean };
  ent: { id: EntId; host: string; markers: readonly string[] };
  /** Only when the person chose to say which school it is. */
  school?: Pick<School, 'name' | 'uai'>;
  screen: DossierScreen;
  /** The reading of the whole school: `says`, what went wrong or could not be had. */
  live: { kind: 'unavailable' | 'idle' | 'running' | 'done' | 'failed'; says: readonly string[] };
  read: readonly ListRead[];
  outcomes: readonly RuleOutcome[];
  /** Detectors that somebody switched off here. */
  off: readonly string[];
  replay?: Replay;
}

/** What a dossier is made from; names are in `replay` only. */
export interface DossierSource
  extends Pick<Dossier, 'vigie' | 'browser' | 'window' | 'screen' | 'live' | 'off'> {
  at: string;
  /** `portal`: the part of the host that many schools share; absent when it isn't known. */
  ent: { id: EntId; host: string; portal?: string; markers: readonly string[] };
  /** French names of the family's screens: quoted as they are. */
  titles: readonly string[];
  results: readonly RuleResult[];
  replay: Replay;
}

/** What the person chose to hand on. */
export interface DossierChoices {
  facts: boolean;
  named: boolean;
  /** By how many years dates are moved (`SHIFTS`), the same as long as the dossier is open. */
  years: number;
}

/** The dossier as it would be handed on: what is shown is what is copied. Pure. */
export function dossierOf(source: DossierSource, { facts, named, years }: DossierChoices): Dossier {
  const { at, vigie, browser, window, ent, screen, live, off, titles, results, replay } = source;
  const { school } = replay.context;
  const safe = (says: readonly string[]) => says.map((one) => safeSentence(one, titles));
  return {
    format: DOSSIER_FORMAT,
    version: DOSSIER_VERSION,
    ...(!facts && { at }),
    vigie,
    browser,
    window,
    // The host of one school alone would say which it is.
    ent: { id: ent.id, host: named ? ent.host : (ent.portal ?? 'non indiqué'), markers: ent.markers },
    ...(named &&
      school && { school: { name: school.name, ...(school.uai !== undefined && { uai: school.uai }) } }),
    screen: { ...screen, problems: safe(screen.problems) },
    live: { ...live, says: safe(live.says) },
    read: listsRead(replay.facts),
    outcomes: results.map(outcomeOf),
    off,
    ...(facts && { replay: pseudonymise(replay, { years, named }) }),
  };
}

function outcomeOf({ rule, outcome, flags, complete, error }: RuleResult): RuleOutcome {
  const listed = flags.filter(({ cardOnly }) => !cardOnly);
  const reviews = listed.filter(({ review }) => review).length;
  const count = { rule, outcome, complete, violations: listed.length - reviews, reviews };
  return error === undefined ? count : { ...count, error: safeError(error) };
}

/** The dossier as the workshop reads it: one field, or one thing of a list, a line, so that a person can look it through. */
export function dossierJson({ replay, ...head }: Dossier): string {
  const fields = Object.entries(head).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${JSON.stringify(name)}: ${linesOf(value, ' ')}`],
  );
  if (replay) {
    const lists = Object.entries(replay.facts).map(
      ([name, { items, ...about }]) =>
        `  ${JSON.stringify(name)}: ${JSON.stringify(about).slice(0, -1)},"items":${linesOf(items, '  ')}}`,
    );
    const facts = `{\n${lists.join(',\n')}\n }`;
    fields.push(` "replay": {"context":${JSON.stringify(replay.context)},"facts":${facts}}`);
  }
  return `{\n${fields.join(',\n')}\n}\n`;
}

function linesOf(value: unknown, margin: string): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((one) => `${margin} ${JSON.stringify(one)}`).join(',\n')}\n${margin}]`;
}

/** What an outcome is called. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  violation: 'signalé',
  review: 'à vérifier',
  pass: 'rien à signaler',
  inapplicable: 'sans objet ici',
  error: 'en panne',
};
