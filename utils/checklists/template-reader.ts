/** The fields of an object, each still to be checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** Names that an object of ours must never take from a file. */
const HOSTILE = ['__proto__', 'constructor', 'prototype'];

/** Control characters but line breaks and tabs, and marks that turn the reading direction around. */
const UNSEEN = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/**
 * Checks a value out of a file, one kind at a time. What is wrong goes to `faults`, a French sentence with its place; a
 * stand-in of the right kind is given back, so that one reading tells everything that is to be mended.
 */
export class TemplateReader {
  readonly faults: string[] = [];

  /** @param called what a path of the file is called in a sentence */
  constructor(private readonly called: (path: string) => string = (path) => path) {}

  refuse(path: string, says: string): void {
    this.faults.push(`${this.called(path)} ${says}.`);
  }

  /** An object that has no other field than those named; `undefined` when it isn't one. */
  fields(value: unknown, path: string, names: readonly string[]): Fields | undefined {
    if (!isObject(value)) {
      this.refuse(path, 'doit être un objet, entre accolades');
      return undefined;
    }
    for (const name of Object.keys(value))
      if (!names.includes(name))
        this.refuse(
          path,
          HOSTILE.includes(name)
            ? `contient le champ « ${name} », qui n’a rien à faire dans une liste`
            : `contient un champ inconnu, « ${shown(name)} ». Champs possibles : ${names.join(', ')}`,
        );
    return Object.fromEntries(
      names.flatMap((name) => (Object.hasOwn(value, name) ? [[name, value[name]]] : [])),
    );
  }

  /** The fields of an object whose names are free. */
  entries(value: unknown, path: string): (readonly [string, unknown])[] {
    if (isObject(value)) return Object.entries(value);
    this.refuse(path, 'doit être un objet, entre accolades');
    return [];
  }

  /** A table by some of the names given. */
  record<N extends string, V>(
    value: unknown,
    path: string,
    names: readonly N[],
    read: (value: unknown, path: string) => V,
  ): Partial<Record<N, V>> {
    const fields = this.fields(value, path, names) ?? {};
    const record: Partial<Record<N, V>> = {};
    for (const name of names)
      if (fields[name] !== undefined) record[name] = read(fields[name], `${path}.${name}`);
    return record;
  }

  list(value: unknown, path: string, { least, most }: { least: number; most: number }): readonly unknown[] {
    if (!Array.isArray(value)) this.refuse(path, 'doit être une liste, entre crochets');
    else if (value.length < least) this.refuse(path, 'est vide');
    else if (value.length > most)
      this.refuse(path, `a ${value.length} éléments, plus que les ${most} permis`);
    else return value;
    return [];
  }

  text(value: unknown, path: string, most: number): string {
    if (typeof value !== 'string' || value.trim() === '') this.refuse(path, 'doit être un texte');
    else if (value.length > most) this.refuse(path, `est trop long : au plus ${most} caractères`);
    else if (UNSEEN.test(value)) this.refuse(path, 'contient des caractères invisibles : retapez-le');
    else return value;
    return '';
  }

  /** Lower-case letters, digits and dashes: it becomes a storage key. */
  id(value: unknown, path: string): string {
    if (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60) {
      if (!HOSTILE.includes(value)) return value;
    }
    this.refuse(
      path,
      'doit être fait de minuscules sans accent, de chiffres et de tirets, comme « ma-liste »',
    );
    return '';
  }

  /** An id that nothing had yet. */
  newId(value: unknown, path: string, taken: Set<string>): string {
    const id = this.id(value, path);
    if (id !== '' && taken.has(id)) this.refuse(path, `« ${id} » sert déjà plus haut : chacun a le sien`);
    taken.add(id);
    return id;
  }

  oneOf<V extends string | number>(value: unknown, path: string, allowed: readonly V[]): V {
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.refuse(path, `doit être l’un de : ${allowed.join(', ')}`);
    return found ?? (allowed[0] as V);
  }

  known(value: unknown, path: string, names: ReadonlySet<string>, what: string): string {
    if (typeof value === 'string' && names.has(value)) return value;
    this.refuse(path, `nomme un ${what} que Vigie n’a pas, « ${shown(String(value))} »`);
    return '';
  }

  /** True or absent. */
  flag(value: unknown, path: string): boolean {
    if (value !== undefined && typeof value !== 'boolean') this.refuse(path, 'doit être true ou false');
    return value === true;
  }

  whole(value: unknown, path: string, least: number, most: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.refuse(path, `doit être un nombre entier de ${least} à ${most}`);
    return least;
  }

  /** A day that exists, as `2027-07-13`. */
  date(value: unknown, path: string): string {
    if (typeof value === 'string' && isDay(value)) return value;
    this.refuse(path, 'doit être un jour qui existe, comme « 2027-07-13 »');
    return '2000-01-01';
  }

  /** Where a step is carried out: words, and a path of the ENT's own site. */
  place(value: unknown, path: string): { label: string; path?: string } {
    const fields = this.fields(value, path, ['label', 'path']) ?? {};
    const label = this.text(fields.label, `${path}.label`, 240);
    if (fields.path === undefined) return { label };
    const at = this.text(fields.path, `${path}.path`, 240);
    if (!/^\/(?![/\\])[^\s\\]*$/.test(at))
      this.refuse(
        `${path}.path`,
        'doit être un chemin de l’ENT lui-même, qui commence par une seule barre « / »',
      );
    return { label, path: at };
  }

  link(value: unknown, path: string): string {
    const link = typeof value === 'string' && value.length <= 500 ? safeLink(value) : undefined;
    if (link === undefined) this.refuse(path, 'doit être une adresse qui commence par « https:// »');
    return link ?? '';
  }

  optional<V>(value: unknown, read: (value: unknown) => V): V | undefined {
    return value === undefined ? undefined : read(value);
  }
}

/** An address that may be opened by a click, written as the browser does; `undefined` for any other. */
export function safeLink(typed: string): string | undefined {
  if (!URL.canParse(typed)) return undefined;
  const { protocol, username, password, href } = new URL(typed);
  return protocol === 'https:' && username === '' && password === '' ? href : undefined;
}

/** True for an ISO date of a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a file wrote, short enough to be shown. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
