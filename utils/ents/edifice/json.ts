import { LiveError } from '@/utils/ents/get-json';

/*
 * The console's JSON, narrowed to what is used. Nothing is trusted: a list that isn't one is refused, an entry without
 * identifier is dropped (the console sends all-null entries for empty lists, domain Edifice §10.2).
 */

/** An object of which nothing is known yet. */
export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list; empty when it isn't one. */
export function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The entries that have an identifier.
 * @throws {LiveError} when it is no list, or when entries that do hold something have none: never taken for empty.
 */
export function entries(json: unknown, path: string): Json[] {
  return objects(json, path).filter((entry) => {
    if (text(entry.id) !== '') return true;
    if (Object.values(entry).some((value) => value !== null)) throw new LiveError('unreadable', path);
    return false;
  });
}

/** The objects of a list. @throws {LiveError} when it is no list. */
export function objects(json: unknown, path: string): Json[] {
  if (!Array.isArray(json)) throw new LiveError('unreadable', path);
  return json.filter(isObject);
}

/** The value as text; '' when it isn't one. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function strings(value: unknown): string[] {
  return array(value).filter((one): one is string => typeof one === 'string');
}

/** The identifiers of a list of things. */
export function identifiers(value: unknown): string[] {
  return array(value).flatMap((one) => (isObject(one) && text(one.id) ? [text(one.id)] : []));
}
