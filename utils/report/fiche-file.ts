import * as v from 'valibot';
import { type Fiche, isReadBy } from '@/utils/core/fiche';
import { faultOf, fieldWords } from './fiche-faults';

/** What a file of fiches calls itself, and the version that this Vigie writes and reads. */
const FORMAT = 'vigie-ent/fiches';
const VERSION = 1;

/** Larger than ten thousand fiches; more than that is no file of ours. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FICHES = 50_000;

/** Clocks of two computers may differ. */
const DAY_MS = 86_400_000;

const SHORT = v.pipe(v.string(), v.maxLength(200));
/** A site as browsers write it, with its port, or what stands for one. It becomes part of addresses that are opened. */
export const HOST = v.pipe(
  SHORT,
  v.regex(/^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/, 'doit être le nom d’un site'),
);
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const DAY = v.pipe(v.string(), v.isoDate());
const INSTANT = v.pipe(v.string(), v.isoTimestamp());

/** A fiche, field by field. */
export const FICHE = v.object({
  school: SHORT,
  ent: v.picklist(['edifice', 'itslearning', 'skolengo']),
  host: HOST,
  id: SHORT,
  name: SHORT,
  uai: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{7}[A-Z]$/))),
  transition: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
  by: v.pipe(SHORT, v.check(isReadBy)),
  day: DAY,
  at: INSTANT,
  read: v.pipe(
    v.array(v.object({ list: SHORT, shown: COUNT, total: v.exactOptional(COUNT), complete: v.boolean() })),
    v.maxLength(100),
  ),
  counts: v.pipe(
    v.array(
      v.object({
        rule: v.pipe(SHORT, v.regex(/^[a-z]+(-[a-z]+)*$/)),
        outcome: v.picklist(['violation', 'review', 'pass', 'inapplicable', 'error']),
        complete: v.boolean(),
        violations: COUNT,
        reviews: COUNT,
      }),
    ),
    v.maxLength(300),
  ),
  figures: v.pipe(
    v.record(SHORT, COUNT),
    v.check((figures) => Object.keys(figures).length <= 300),
  ),
});

const WRAPPING = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  fiches: v.array(v.unknown()),
});

/** A file of fiches to hand to a colleague: no person is named in it. */
export function ficheFile(fiches: readonly Fiche[], at: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, at, fiches })}\n`;
}

/** True for a file that is not even opened; `bytes` is its size. */
export function isTooLarge(bytes: number): boolean {
  return bytes > MOST_BYTES;
}

/** Said of it. */
export const TOO_LARGE =
  'Ce fichier est trop gros pour des fiches d’établissement : rien n’a été lu. Choisissez celui que le bouton « Exporter les fiches » a écrit.';

/** What a colleague's file holds. `refused` tells, fiche by fiche, what could not be taken and why. */
export interface ReadFiches {
  fiches: Fiche[];
  refused: { index: number; why: string }[];
  /** UAIs that fiches of different schools bear: one is wrong, or the school is on two platforms. */
  sharedUai: string[];
}

/** A file that is none of ours, or that this version cannot read: French, says what to do. */
export class FicheFileError extends Error {
  override name = 'FicheFileError';
}

/**
 * Reads a file of fiches. Whatever is not exactly a fiche is refused one by one; the others are read. `now`: a fiche made
 * after it is none.
 * @throws {FicheFileError} when nothing in it can be read.
 */
export function readFicheFile(text: string, now = new Date()): ReadFiches {
  if (isTooLarge(text.length)) throw new FicheFileError(TOO_LARGE);
  const { version, fiches: given } = unwrap(text);
  if (version > VERSION)
    throw new FicheFileError(
      'Ces fiches viennent d’une version plus récente de Vigie : mettez l’extension à jour, puis recommencez. Rien n’a été changé.',
    );
  if (given.length > MOST_FICHES)
    throw new FicheFileError(
      `Ce fichier contient ${given.length.toLocaleString('fr-FR')} fiches, plus que ${MOST_FICHES.toLocaleString('fr-FR')} : rien n’a été lu. Demandez à votre collègue de n’exporter qu’une année.`,
    );
  const fiches: Fiche[] = [];
  const refused: ReadFiches['refused'] = [];
  for (const [index, one] of given.entries()) {
    const result = v.safeParse(FICHE, one);
    const fault = result.success ? faultOf(result.output as Fiche) : inFrench(result.issues[0]);
    if (!result.success || fault !== undefined) refused.push({ index, why: fault ?? '' });
    else if (Date.parse(result.output.at) > now.getTime() + DAY_MS)
      // The latest of a day wins: one of next year would hide all that is to come.
      refused.push({ index, why: 'elle est datée de l’avenir : vérifiez l’heure du poste d’où elle vient' });
    else fiches.push(result.output as Fiche);
  }
  return { fiches, refused, sharedUai: sharedUai(fiches) };
}

function unwrap(text: string): v.InferOutput<typeof WRAPPING> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FicheFileError(
      'Ce fichier n’est pas un fichier de fiches, ou il est tronqué : demandez à votre collègue de l’exporter à nouveau.',
    );
  }
  const result = v.safeParse(WRAPPING, json);
  if (!result.success)
    throw new FicheFileError(
      'Ce fichier n’est pas un fichier de fiches de Vigie : choisissez celui que le bouton « Exporter les fiches » a écrit.',
    );
  return result.output;
}

function inFrench(issue: v.BaseIssue<unknown> | undefined): string {
  const path = issue?.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];
  const where = fieldWords(path).slice(0, 120);
  return where ? `«\u00A0${where}\u00A0» manque ou n’a pas la forme attendue` : 'ce n’est pas une fiche';
}

function sharedUai(fiches: readonly Fiche[]): string[] {
  const schools = new Map<string, Set<string>>();
  for (const { uai, school } of fiches) {
    if (uai === undefined) continue;
    const known = schools.get(uai);
    if (known) known.add(school);
    else schools.set(uai, new Set([school]));
  }
  return [...schools].filter(([, each]) => each.size > 1).map(([uai]) => uai);
}
