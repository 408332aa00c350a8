import type { Checklist, Closure, StepSource } from './checklist';
import { OWN_LIST } from './followed';
import { TemplateReader } from './template-reader';
import { MOST_STEPS, phaseOf } from './template-steps';
import { ENTS, LEVELS, MILESTONES } from './template-words';

/** What a file of a checklist says it is, and the version of its shape. */
export const TEMPLATE_FORMAT = 'vigie-ent/checklist';
export const TEMPLATE_VERSION = 1;

/** More than ten times the longest of our own lists. */
export const MOST_TEMPLATE_BYTES = 256 * 1024;
const MOST_FAULTS = 12;

/** A list that was read, or why it is refused: French sentences, each with the place in the file and what to do. */
export type TemplateReading = { checklist: Checklist } | { refusals: readonly string[] };

/**
 * Reads a checklist that somebody wrote in JSON. Everything is checked and copied field by field: what is not known is
 * refused, never passed on.
 * @param known the ids of Vigie's own lists, which a file cannot take, and of its rules, the only ones it can name
 * @param placesIn what the paths of a file are called, as `template-place.ts` does; without it, by themselves
 */
export function readTemplate(
  text: string,
  known: { lists: ReadonlySet<string>; rules: ReadonlySet<string> },
  placesIn?: (text: string) => (path: string) => string,
): TemplateReading {
  if (text.length > MOST_TEMPLATE_BYTES)
    return refused(
      `Ce fichier est trop grand pour une liste d’étapes : au plus ${MOST_TEMPLATE_BYTES / 1024} Kio.`,
    );
  const parsed = parse(text);
  if ('refusal' in parsed) return refused(parsed.refusal);
  const reader = new TemplateReader(placesIn?.(text));
  const checklist = fileOf(reader, parsed.value, known);
  if (reader.faults.length === 0 && checklist) return { checklist };
  const more = reader.faults.length - MOST_FAULTS;
  const shown = reader.faults.slice(0, MOST_FAULTS);
  return { refusals: more > 0 ? [...shown, `Et ${more} autre${more > 1 ? 's' : ''}.`] : shown };
}

function refused(why: string): TemplateReading {
  return { refusals: [why] };
}

function parse(text: string): { value: unknown } | { refusal: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return {
      refusal: `Ce fichier n’est pas du JSON${placeOf(error, text)} : vérifiez-y guillemets, virgules et accolades.`,
    };
  }
}

/** « (ligne 12) », where a text stopped being JSON. Browsers tell the place each in its own way, or not at all. */
export function placeOf(error: unknown, text: string): string {
  const said = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(said)?.[1];
  if (line) return ` (ligne ${line})`;
  const position = /position (\d+)/.exec(said)?.[1];
  if (!position) return '';
  return ` (ligne ${text.slice(0, Number(position)).split('\n').length})`;
}

function fileOf(
  reader: TemplateReader,
  value: unknown,
  known: { lists: ReadonlySet<string>; rules: ReadonlySet<string> },
): Checklist | undefined {
  const file = reader.fields(value, 'le fichier', ['format', 'version', 'checklist']);
  if (!file) return undefined;
  if (file.format !== TEMPLATE_FORMAT) {
    reader.refuse(
      'format',
      `doit être « ${TEMPLATE_FORMAT} ». Partez de « Enregistrer comme modèle » dans l’atelier`,
    );
    return undefined;
  }
  if (file.version !== TEMPLATE_VERSION) {
    const newer = typeof file.version === 'number' && file.version > TEMPLATE_VERSION;
    reader.refuse('version', newer ? 'est plus récente que cette Vigie : mettez-la à jour' : 'doit être 1');
    return undefined;
  }
  return checklistOf(reader, file.checklist, known);
}

const FIELDS = [
  'id',
  'ent',
  'title',
  'about',
  'level',
  'optional',
  'usually',
  'examples',
  'dates',
  'closures',
  'asks',
  'phases',
];

function checklistOf(
  reader: TemplateReader,
  value: unknown,
  known: { lists: ReadonlySet<string>; rules: ReadonlySet<string> },
): Checklist | undefined {
  const fields = reader.fields(value, 'checklist', FIELDS);
  if (!fields) return undefined;
  const id = reader.id(fields.id, 'checklist.id');
  if (id === OWN_LIST || known.lists.has(id))
    reader.refuse(
      'checklist.id',
      `« ${id} » est l’identifiant d’une liste de Vigie : choisissez-en un autre`,
    );
  const seen = { steps: new Set<string>(), phases: new Set<string>(), rules: known.rules };
  const phases = reader
    .list(fields.phases, 'checklist.phases', { least: 1, most: 20 })
    .flatMap((phase, at) => phaseOf(reader, phase, `checklist.phases[${at}]`, seen) ?? []);
  if (seen.steps.size > MOST_STEPS)
    reader.refuse('checklist', `compte plus de ${MOST_STEPS} étapes : répartissez-les en plusieurs listes`);
  const level = reader.optional(fields.level, (it) => reader.oneOf(it, 'checklist.level', LEVELS));
  const usually = reader.optional(fields.usually, (it) =>
    reader.record(it, 'checklist.usually', MILESTONES, (text, path) => reader.text(text, path, 80)),
  );
  const examples = reader.optional(fields.examples, (it) =>
    reader.record(it, 'checklist.examples', MILESTONES, (date, path) => reader.date(date, path)),
  );
  const dates = reader.optional(fields.dates, (it) => datesOf(reader, it));
  const closures = reader.optional(fields.closures, (it) =>
    reader
      .list(it, 'checklist.closures', { least: 0, most: 10 })
      .flatMap((one, at) => closureOf(reader, one, `checklist.closures[${at}]`) ?? []),
  );
  const asks = reader.optional(fields.asks, (it) =>
    reader
      .list(it, 'checklist.asks', { least: 0, most: MILESTONES.length })
      .map((one, at) => reader.oneOf(one, `checklist.asks[${at}]`, MILESTONES)),
  );
  return {
    id,
    ent: reader.oneOf(fields.ent, 'checklist.ent', ENTS),
    title: reader.text(fields.title, 'checklist.title', 80),
    about: reader.optional(fields.about, (it) => reader.text(it, 'checklist.about', 300)) ?? '',
    ...(level !== undefined && { level }),
    ...(reader.flag(fields.optional, 'checklist.optional') && { optional: true as const }),
    ...(usually && { usually }),
    ...(examples && { examples }),
    ...(dates && { dates }),
    ...(closures && { closures }),
    ...(asks && { asks }),
    phases,
  };
}

function datesOf(reader: TemplateReader, value: unknown): NonNullable<Checklist['dates']> {
  const path = 'checklist.dates';
  const years = reader.entries(value, path).filter(([year]) => {
    const fine = /^20\d\d$/.test(year);
    if (!fine) reader.refuse(`${path}.${year}`, 'doit être l’année de la rentrée, comme « 2027 »');
    return fine;
  });
  return Object.fromEntries(
    years.map(([year, dates]) => [
      Number(year),
      reader.record(dates, `${path}.${year}`, MILESTONES, (date, at) => reader.date(date, at)),
    ]),
  );
}

function closureOf(reader: TemplateReader, value: unknown, path: string): Closure | undefined {
  const fields = reader.fields(value, path, ['title', 'from', 'to']);
  return (
    fields && {
      title: reader.text(fields.title, `${path}.title`, 80),
      from: reader.oneOf(fields.from, `${path}.from`, MILESTONES),
      to: reader.oneOf(fields.to, `${path}.to`, MILESTONES),
    }
  );
}

/** A list as a file that can be edited and imported again, under a name of its own. */
export function writeTemplate(checklist: Checklist, id: string): string {
  const phases = checklist.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map(({ source, where, ...step }) => {
      const { page: _page, ...place } = where ?? { label: '' };
      return { ...step, ...(where && { where: place }), source: { words: sourceWords(source) } };
    }),
  }));
  const file = {
    format: TEMPLATE_FORMAT,
    version: TEMPLATE_VERSION,
    checklist: { ...checklist, id, phases },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function sourceWords(source: StepSource): string {
  return 'words' in source ? source.words : `Guide ${source.guide}, ${source.section}`;
}
