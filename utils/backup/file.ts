import * as v from 'valibot';
import { CHECKLISTS } from '@/utils/checklists';
import { placeOf, readTemplate, TEMPLATE_FORMAT, TEMPLATE_VERSION } from '@/utils/checklists/template';
import { RULES } from '@/utils/rules';
import type { KeptFiles } from '@/utils/store/schema';
import {
  BACKED_UP,
  BACKED_UP_NAMES,
  type BackedUp,
  type BackedUpSettings,
  type Content,
  canonical,
  keyOf,
  NO_STORES,
  type Stores,
} from './content';
import { SHAPES } from './shapes';

/** What a backup says it is, and the version of its shape. */
const FORMAT = 'vigie-ent/backup';
const VERSION = 1;

/** More than five hundred schools with all their controls; beyond, reading it would stop the page. */
export const MOST_BACKUP_BYTES = 256 * 1024 * 1024;
const MOST_FAULTS = 12;

/** A backup that was read, or why it is refused: French sentences, each with the place in the file and what to do. */
export type BackupReading = { at: string; content: Content } | { refusals: readonly string[] };

/** A backup as a file. `at` is an ISO instant. */
export async function writeBackup({ files, ...content }: Content, at: string): Promise<string> {
  const kept = files && {
    ...files,
    files: files.files.map(({ name, bytes }) => ({ name, base64: toBase64(bytes) })),
  };
  const whole = { ...content, ...(kept && { files: kept }) };
  const check = await digest(whole);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, at, check, content: whole }, undefined, 1)}\n`;
}

/** Reads a backup. Everything is checked, record by record: one that is wrong refuses the whole, since nobody could tell what is missing. */
export async function readBackup(text: string): Promise<BackupReading> {
  if (text.length > MOST_BACKUP_BYTES)
    return refused('Ce fichier est trop gros pour une sauvegarde de Vigie.');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused(
      `Ce fichier est tronqué ou abîmé${placeOf(error, text)} : prenez une autre sauvegarde, ou copiez celle-ci à nouveau.`,
    );
  }
  const hostile = hostileKey(value, '', DEEPEST);
  if (hostile)
    return refused(`${hostile} n’a rien à faire dans une sauvegarde : ce fichier n’en est pas une.`);
  const wrapping = v.safeParse(WRAPPING, value);
  if (!wrapping.success)
    return refused(
      'Ce fichier n’est pas une sauvegarde de Vigie : choisissez celui que « Enregistrer une sauvegarde » a écrit.',
    );
  const { version, at, check, content } = wrapping.output;
  if (version > VERSION)
    return refused(
      'Cette sauvegarde vient d’une version plus récente de Vigie : mettez l’extension à jour, puis recommencez.',
    );
  const faults: string[] = [];
  const read = contentOf(content, faults);
  if (faults.length === 0 && check !== (await digest(content)))
    faults.push('Cette sauvegarde a été modifiée ou abîmée depuis son enregistrement : prenez-en une autre.');
  if (faults.length === 0) return { at, content: read };
  const more = faults.length - MOST_FAULTS;
  return {
    refusals:
      more > 0 ? [...faults.slice(0, MOST_FAULTS), `Et ${more} autre${more > 1 ? 's' : ''}.`] : faults,
  };
}

function refused(why: string): BackupReading {
  return { refusals: [why] };
}

const WRAPPING = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.pipe(v.string(), v.isoTimestamp()),
  check: v.string(),
  content: v.object({
    stores: v.record(v.string(), v.unknown()),
    settings: v.unknown(),
    salt: v.exactOptional(v.unknown()),
    files: v.exactOptional(v.unknown()),
  }),
});

const SALT = v.pipe(v.string(), v.regex(/^[0-9a-f]{16,128}$/));
const SETTINGS = v.object({
  initials: v.exactOptional(v.pipe(v.string(), v.maxLength(10))),
  choices: v.exactOptional(v.record(v.string(), v.unknown())),
});
const FILES = v.object({
  id: v.literal('reference'),
  files: v.pipe(
    v.array(v.object({ name: v.pipe(v.string(), v.maxLength(300)), base64: v.pipe(v.string(), v.base64()) })),
    v.maxLength(100),
  ),
  keptOn: v.pipe(v.string(), v.isoDate()),
  until: v.pipe(v.string(), v.isoDate()),
});

function contentOf(content: v.InferOutput<typeof WRAPPING>['content'], faults: string[]): Content {
  for (const name of Object.keys(content.stores))
    if (!Object.hasOwn(BACKED_UP, name))
      faults.push(`« ${name.slice(0, 40)} » n’est rien que cette version de Vigie garde : mettez-la à jour.`);
  const stores: Record<string, unknown> = { ...NO_STORES };
  for (const name of BACKED_UP_NAMES)
    if (Object.hasOwn(content.stores, name)) stores[name] = recordsOf(name, content.stores[name], faults);
  return {
    stores: stores as unknown as Stores,
    settings: part<BackedUpSettings>(SETTINGS, content.settings, 'settings', faults) ?? {},
    ...optional('salt', part<string>(SALT, content.salt, 'salt', faults)),
    ...optional('files', filesOf(content.files, faults)),
  };
}

function optional<N extends string, V>(name: N, value: V | undefined): { [K in N]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: V };
}

function part<V>(shape: v.GenericSchema, value: unknown, name: string, faults: string[]): V | undefined {
  if (value === undefined) return undefined;
  const result = v.safeParse(shape, value);
  if (result.success) return result.output as V;
  faults.push(`« ${name} » n’a pas la forme attendue.`);
  return undefined;
}

function filesOf(value: unknown, faults: string[]): KeptFiles | undefined {
  const kept = part<v.InferOutput<typeof FILES>>(FILES, value, 'files', faults);
  return (
    kept && { ...kept, files: kept.files.map(({ name, base64 }) => ({ name, bytes: fromBase64(base64) })) }
  );
}

function recordsOf(store: BackedUp, value: unknown, faults: string[]): unknown[] {
  const { one } = BACKED_UP[store];
  if (!Array.isArray(value)) {
    faults.push(`« ${store} » doit être une liste, entre crochets.`);
    return [];
  }
  const places = new Map<string, number>();
  return value.flatMap((record: unknown, index) => {
    const place = `« ${store} », ${one} n° ${index + 1}`;
    const result = v.safeParse(SHAPES[store], record);
    if (!result.success) {
      faults.push(`${place}${fault(result.issues[0])}.`);
      return [];
    }
    const key = keyOf(store, result.output as object);
    const known = places.get(key);
    if (known !== undefined)
      faults.push(`${place} : même identifiant que le n° ${known}, or chacun a le sien.`);
    places.set(key, index + 1);
    return store === 'templates' ? templateOf(result.output as Template, place, faults) : [result.output];
  });
}

type Template = { id: string; checklist: { id: string }; importedAt: string };

/** A list is written for screens to show: it is read as strictly as when it was imported. */
function templateOf({ id, checklist, importedAt }: Template, place: string, faults: string[]): unknown[] {
  const text = JSON.stringify({ format: TEMPLATE_FORMAT, version: TEMPLATE_VERSION, checklist });
  const read = readTemplate(text, KNOWN);
  if ('checklist' in read && read.checklist.id === id) return [{ id, checklist: read.checklist, importedAt }];
  const [why = 'checklist.id ne s’accorde pas avec son identifiant.'] =
    'refusals' in read ? read.refusals : [];
  faults.push(`${place} : ${why}`);
  return [];
}

const KNOWN = { lists: new Set(CHECKLISTS.map(({ id }) => id)), rules: new Set(Object.keys(RULES)) };

/** « , champ « at » doit être une date »; of a field that is missing or unknown, its name is what helps. */
function fault(issue: v.BaseIssue<unknown>): string {
  const where = issue.path
    ?.map(({ key }) => String(key))
    .join('.')
    .slice(0, 80);
  const says = /^[A-Z]/.test(issue.message) ? 'manque, ou n’a pas la forme attendue' : issue.message;
  return where ? `, champ « ${where} » : ${says}` : ` : ${says}`;
}

/** Names that an object of ours must never take from a file. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);

/** Nothing that is kept goes half as deep; without an end, looking through a file that is nothing but brackets would fail. */
const DEEPEST = 40;

function hostileKey(value: unknown, path: string, deepest: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (deepest === 0) return `« ${path.slice(0, 60)}… » est imbriqué sans fin, ce qui`;
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (HOSTILE.has(key)) return `« ${at} »`;
    const inside = hostileKey((value as Record<string, unknown>)[key], at, deepest - 1);
    if (inside) return inside;
  }
  return undefined;
}

/** SHA-256 over the content, whatever the order in which its fields are written. */
async function digest(content: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(content));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** As many bytes at a time as a call may have arguments. */
const SLICE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary);
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
