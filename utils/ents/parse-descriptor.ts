import * as v from 'valibot';
import type { Reading, ScreenDescriptor } from './descriptor';
import { choicesOf, type DescribedFact, FACT_FIELDS, fieldInfo } from './fact-fields';
import { turnedMeaning } from './known-meanings';

/** A description holds some labels: a larger one is something else. Characters. */
const MOST_CHARACTERS = 64_000;
const MOST_READINGS = 6;
const MOST_FIELDS = 20;
const MOST_WORDINGS = 40;

/** A screen as it was described, or why it is refused, in French, with what to do. */
export type ParsedDescriptor = { descriptor: ScreenDescriptor } | { problem: string };

const WORDS = v.pipe(
  v.string('un texte est attendu'),
  v.check((text) => text.trim() !== '', 'un texte est vide'),
  v.maxLength(160, 'un texte est trop long pour un libellé (160 caractères au plus)'),
  v.check((text) => !/[<>]|javascript:/i.test(text), 'un texte ressemble à du code'),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  v.check((text) => !/[\u0000-\u001F\u007F]/.test(text), 'un texte contient un caractère invisible'),
  // They turn the order of letters round: what is read is not what is written.
  v.check((text) => !/[\u202A-\u202E\u2066-\u2069]/.test(text), 'un texte contient un caractère invisible'),
);
const WORDINGS = v.pipe(
  v.array(WORDS, 'une liste de libellés est attendue'),
  v.minLength(1, 'une liste de libellés est vide'),
  v.maxLength(MOST_WORDINGS, `${MOST_WORDINGS} libellés au plus pour une même chose`),
);
const HINTS = v.pipe(v.array(WORDS), v.maxLength(MOST_WORDINGS));
const FIELD_NAME = v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/, 'un nom de champ est mal formé'));
const YES = v.optional(v.boolean('vrai ou faux est attendu'));

const MEANING = v.strictObject({
  means: v.union([v.boolean(), v.number(), WORDS], 'une valeur est mal formée'),
  says: WORDINGS,
});
const FIELD = v.strictObject({
  field: FIELD_NAME,
  labels: WORDINGS,
  required: YES,
  telling: YES,
  meanings: v.optional(v.pipe(v.array(MEANING), v.maxLength(MOST_FIELDS))),
  pick: v.optional(v.picklist(['first', 'last'])),
});
const FIELDS = v.pipe(
  v.array(FIELD, 'une liste de champs est attendue'),
  v.minLength(1, 'il n’y a aucun champ'),
  v.maxLength(MOST_FIELDS, `${MOST_FIELDS} champs au plus`),
);
const READING = v.variant(
  'as',
  [
    v.strictObject({
      as: v.literal('list'),
      fields: FIELDS,
      key: v.pipe(v.array(FIELD_NAME), v.minLength(1), v.maxLength(5)),
    }),
    v.strictObject({ as: v.literal('form'), fields: FIELDS, whole: YES }),
    v.strictObject({ as: v.literal('tree'), field: FIELD_NAME, under: WORDINGS }),
    v.strictObject({ as: v.literal('nothing'), buttons: WORDINGS }),
    v.strictObject({
      as: v.literal('count'),
      field: FIELD_NAME,
      columns: v.pipe(v.array(WORDINGS), v.minLength(1), v.maxLength(MOST_FIELDS)),
    }),
  ],
  'cette façon de lire n’est pas connue',
);

const DESCRIPTOR = v.strictObject(
  {
    version: v.literal(1, 'la version de cette description est mal écrite'),
    id: v.pipe(
      v.string(),
      v.regex(
        /^(?:edifice|itslearning|skolengo)\/own-[a-z0-9-]{1,60}$/,
        'ce nom n’est pas celui d’une page apprise',
      ),
    ),
    title: WORDS,
    names: WORDINGS,
    common: YES,
    services: v.optional(HINTS),
    elsewhere: v.optional(HINTS),
    procs: v.optional(HINTS),
    fact: v.picklist(
      Object.keys(FACT_FIELDS) as DescribedFact[],
      'Vigie ne connaît pas cette sorte de liste',
    ),
    reads: v.pipe(
      v.array(READING, 'une liste de façons de lire est attendue'),
      v.minLength(1, 'aucune façon de lire n’est donnée'),
      v.maxLength(MOST_READINGS, `${MOST_READINGS} façons de lire au plus`),
    ),
  },
  'une description de page est attendue',
);

/**
 * Checks the description of a screen that somebody learned or handed over. Nothing of it is run: it may only name labels
 * to look for and fields that are known, and whatever else it holds has it refused, with `advice` on what to do.
 */
export function parseDescriptor(json: string, advice = ASK_AGAIN): ParsedDescriptor {
  const refused = (why: string, instead = advice) => ({
    problem: `Cette description est refusée, rien n’en est gardé\u00A0: ${why}. ${instead}`,
  });
  if (json.length > MOST_CHARACTERS)
    return refused('ce fichier est trop grand pour la description d’une page');
  const read = parsed(json);
  if ('why' in read) return refused(read.why);
  if (isNewer(read.value))
    return refused(
      'elle vient d’une version plus récente de Vigie',
      'Mettez Vigie à jour, puis redonnez le fichier.',
    );
  const checked = v.safeParse(DESCRIPTOR, read.value, { message: 'une valeur est mal formée' });
  if (!checked.success) {
    const [issue] = checked.issues;
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    const path = v.getDotPath(issue) ?? '';
    return refused(
      unknown ? `le champ «\u00A0${path}\u00A0» n’a rien à y faire` : issue.message + placeOf(path),
    );
  }
  const descriptor = checked.output as ScreenDescriptor;
  const fault = descriptor.reads.flatMap((reading) => faultOf(reading, descriptor.fact) ?? [])[0];
  return fault ? refused(fault) : { descriptor };
}

const ASK_AGAIN = 'Demandez-la à nouveau à qui vous l’a donnée.';

/** What the keys of the file stand for. */
const PARTS: Readonly<Record<string, string>> = {
  version: 'la version',
  id: 'l’identifiant',
  title: 'le nom de la page',
  names: 'les titres de l’écran',
  services: 'les services',
  elsewhere: 'les autres services',
  procs: 'les procédures',
  fact: 'ce que montre la page',
  reads: 'ce qui est à lire',
};

/** « , dans le nom de la page (champ « title » du fichier) »; nothing for the file as a whole. */
function placeOf(path: string): string {
  const part = PARTS[path.split('.')[0] ?? ''];
  return part ? `, dans ${part} (champ «\u00A0${path}\u00A0» du fichier)` : '';
}

/** What a later version writes this one cannot judge, and says so rather than finding fault with the file. */
function isNewer(value: unknown): boolean {
  const { version } = (value ?? {}) as { version?: unknown };
  return typeof version === 'number' && version > 1;
}

/** Keys that reach into the language itself have no business in a description. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

function parsed(json: string): { value: unknown } | { why: string } {
  let forbidden: string | undefined;
  try {
    const value: unknown = JSON.parse(json, (key, inner) => {
      if (FORBIDDEN.includes(key)) forbidden ??= key;
      return inner;
    });
    return forbidden ? { why: `elle contient « ${forbidden} »` } : { value };
  } catch {
    return { why: 'ce n’est pas un fichier JSON, ou il est coupé' };
  }
}

/** What a way of reading says of fields that the fact has not, or leaves out. */
function faultOf(reading: Reading, fact: DescribedFact): string | undefined {
  // Only a screen built in may be known to rightly list nothing: of any other it would silence what is not understood.
  if (reading.as === 'nothing') return 'elle voudrait qu’il n’y ait rien à lire sur cette page';
  const named =
    reading.as === 'list' || reading.as === 'form'
      ? reading.fields.map(({ field }) => field)
      : [reading.field];
  const unknown = named.find((field) => !fieldInfo(fact, field));
  if (unknown) return `le champ « ${unknown} » n’existe pas pour « ${FACT_FIELDS[fact].says} »`;
  if (reading.as !== 'form') {
    const missing = Object.keys(FACT_FIELDS[fact].fields).find(
      (field) => fieldInfo(fact, field)?.needed && !named.includes(field),
    );
    if (missing) return `il manque le champ « ${fieldInfo(fact, missing)?.says} »`;
  }
  if (reading.as !== 'list' && reading.as !== 'form') return undefined;
  if (!reading.fields.some(({ required }) => required))
    return 'aucun champ n’est obligatoire : la page ne serait jamais dite changée';
  for (const { field, meanings = [] } of reading.fields) {
    const info = fieldInfo(fact, field);
    const choices = info && choicesOf(info);
    const fits = ({ means }: { means: unknown }) =>
      choices
        ? choices.includes(means as string)
        : info?.kind === 'flag'
          ? typeof means === 'boolean'
          : false;
    if (!meanings.every(fits)) return `une valeur donnée au champ « ${info?.says} » n’existe pas`;
    const turned = turnedMeaning(field, meanings);
    if (turned)
      return `elle donne à «\u00A0${turned}\u00A0» le contraire de son sens, pour le champ «\u00A0${info?.says}\u00A0»`;
  }
  const key = reading.as === 'list' ? reading.key.find((field) => !named.includes(field)) : undefined;
  return key && `la clé nomme « ${key} », qu’aucune colonne ne remplit`;
}
