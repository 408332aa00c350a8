import * as v from 'valibot';
import { DOSSIER_FORMAT, DOSSIER_VERSION, type Dossier } from './dossier';

/** A school of five thousand accounts takes three of them; more than this is no dossier. */
const MOST_BYTES = 48 * 1024 * 1024;
const MOST_ITEMS = 200_000;
const MOST_VALUES = 4_000_000;
const DEEPEST = 10;
const LONGEST = 4000;

const SHORT = v.pipe(v.string(), v.maxLength(300));
const LIST = v.pipe(v.array(SHORT), v.maxLength(500));
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
const ENT = v.picklist(['edifice', 'itslearning', 'skolengo']);
const RULE = v.pipe(SHORT, v.regex(/^[a-z]+(-[a-z]+)*$/));
const DAY = v.pipe(v.string(), v.isoDate());
const ANCHOR = v.variant('in', [
  v.object({ in: v.literal('page'), page: SHORT, key: v.pipe(v.string(), v.maxLength(LONGEST)) }),
  v.object({ in: v.literal('file'), file: SHORT, line: COUNT }),
]);
const GATHERED = v.object({
  items: v.pipe(v.array(v.looseObject({ at: ANCHOR })), v.maxLength(MOST_ITEMS)),
  complete: v.boolean(),
  read: v.exactOptional(
    v.object({
      shown: COUNT,
      total: v.exactOptional(COUNT),
      pages: v.exactOptional(v.object({ seen: COUNT, of: COUNT })),
    }),
  ),
});
const CONTEXT = v.object({
  ent: ENT,
  today: DAY,
  schoolYear: v.object({ startsIn: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)) }),
  school: v.exactOptional(v.object({ id: SHORT, name: SHORT, uai: v.exactOptional(SHORT) })),
  role: v.exactOptional(v.picklist(['local', 'central'])),
  milestones: v.exactOptional(v.record(SHORT, DAY)),
  updateAll: v.exactOptional(v.boolean()),
});

const DOSSIER = v.object({
  format: v.literal(DOSSIER_FORMAT),
  version: v.literal(DOSSIER_VERSION),
  at: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
  vigie: SHORT,
  browser: SHORT,
  window: v.object({ width: COUNT, height: COUNT, frame: v.boolean() }),
  ent: v.object({ id: ENT, host: SHORT, markers: LIST }),
  school: v.exactOptional(v.object({ name: SHORT, uai: v.exactOptional(SHORT) })),
  screen: v.object({
    kind: v.picklist(['loading', 'read', 'unreadable', 'elsewhere']),
    pages: LIST,
    problems: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST))), v.maxLength(100)),
  }),
  live: v.object({
    kind: v.picklist(['unavailable', 'idle', 'running', 'done', 'failed']),
    says: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST))), v.maxLength(500)),
  }),
  read: v.pipe(
    v.array(v.object({ list: SHORT, shown: COUNT, total: v.exactOptional(COUNT), complete: v.boolean() })),
    v.maxLength(200),
  ),
  outcomes: v.pipe(
    v.array(
      v.object({
        rule: RULE,
        outcome: v.picklist(['violation', 'review', 'pass', 'inapplicable', 'error']),
        complete: v.boolean(),
        violations: COUNT,
        reviews: COUNT,
        error: v.exactOptional(SHORT),
      }),
    ),
    v.maxLength(500),
  ),
  off: LIST,
  replay: v.exactOptional(
    v.object({
      context: CONTEXT,
      facts: v.pipe(
        v.record(SHORT, GATHERED),
        v.check((facts) => Object.keys(facts).length <= 200),
      ),
    }),
  ),
});

/** A file that is no dossier, or that this version cannot read: French, says what to do. */
export class DossierFileError extends Error {
  override name = 'DossierFileError';
}

/** True when a file is too large to be one of ours, before it is read. `size` in bytes. */
export function isTooLarge(size: number): boolean {
  return size > MOST_BYTES;
}

/** What is said of such a file. */
export const TOO_LARGE = 'Ce fichier est trop gros pour un dossier de support\u00A0: il n’a pas été lu.';

/**
 * Reads a dossier. Nothing of it is kept, and nothing of it is run.
 * @throws {DossierFileError} when it is not exactly one.
 */
export function readDossier(text: string): Dossier {
  if (isTooLarge(text.length)) throw new DossierFileError(TOO_LARGE);
  const json = parsed(text);
  const { format, version } = (typeof json === 'object' && json !== null ? json : {}) as Record<
    string,
    unknown
  >;
  if (format !== DOSSIER_FORMAT)
    throw new DossierFileError(
      'Ce fichier n’est pas un dossier de support de Vigie\u00A0: choisissez celui que « Enregistrer le fichier » a écrit dans le panneau.',
    );
  if (typeof version === 'number' && version > DOSSIER_VERSION)
    throw new DossierFileError(
      'Ce dossier vient d’une version plus récente de Vigie\u00A0: mettez l’extension à jour, puis recommencez.',
    );
  if (!isBounded(json, 0, { left: MOST_VALUES }))
    throw new DossierFileError(
      'Ce dossier a une forme que Vigie n’écrit pas (textes, listes ou imbrications démesurés)\u00A0: il n’a pas été lu.',
    );
  const result = v.safeParse(DOSSIER, json);
  if (!result.success) throw new DossierFileError(inFrench(result.issues[0]));
  return result.output as unknown as Dossier;
}

/** What stands above the first line that begins with a brace is for whoever reads. */
function parsed(text: string): unknown {
  try {
    // Facts would take the place of what every object has.
    return JSON.parse(text.slice(Math.max(0, text.search(/^\{/m))), (key, value) =>
      key === '__proto__' ? undefined : value,
    );
  } catch {
    throw new DossierFileError(
      'Ce fichier n’est pas un dossier de support, ou il est tronqué\u00A0: demandez qu’on vous le renvoie.',
    );
  }
}

/** Checked before anything else, so that a hostile file costs no more than being looked through once. */
function isBounded(value: unknown, depth: number, budget: { left: number }): boolean {
  budget.left -= 1;
  if (budget.left < 0 || depth > DEEPEST) return false;
  if (typeof value === 'string') return value.length <= LONGEST;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((inner) => isBounded(inner, depth + 1, budget));
}

function inFrench(issue: v.BaseIssue<unknown> | undefined): string {
  const where = issue?.path
    ?.map(({ key }) => String(key))
    .join('.')
    .slice(0, 80);
  const what = where
    ? `«\u00A0${where}\u00A0» manque ou n’a pas la forme attendue`
    : 'il n’a pas la forme attendue';
  return `Ce dossier ne peut pas être lu\u00A0: ${what}. Demandez qu’on vous le renvoie tel que Vigie l’a écrit.`;
}
