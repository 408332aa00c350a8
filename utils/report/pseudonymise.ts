import type { Context, School } from '@/utils/core/context';
import type { FactName, Facts, FactTypes } from '@/utils/core/facts';
import { dayNumber, readDate } from '@/utils/matching/dates';
import { newAliases } from './dossier-aliases';
import { keyNoun, type Treatment, treatmentOf } from './dossier-fields';
import { courseText, type Rewriting, screenText, softwareText, titleText } from './dossier-text';
import { CODES } from './dossier-words';

/** What a dossier may hand on of a school: facts and what they were judged with, without anybody in them. */
export interface Replay {
  facts: Facts;
  context: Context;
}

export interface PseudonymiseOptions {
  /** By how many years every date is moved: one of `SHIFTS`, the same for the whole dossier. */
  years: number;
  /** The person chose to say which school it is: its name and its UAI stay. */
  named?: boolean;
}

/** Whole leap cycles: a day keeps its place in its year, which many rules look at. */
export const SHIFTS: readonly number[] = [4, 8, 12, 16];

/**
 * The same facts without anybody in them. Every string that is no word of a closed vocabulary gets an alias; the same
 * thing keeps the same alias, so that rules conclude the same. Numbers and booleans stay, and all is a copy.
 */
export function pseudonymise(
  { facts, context }: Replay,
  { years, named = false }: PseudonymiseOptions,
): Replay {
  const aliases = newAliases();
  const own = named ? context.school : undefined;
  const of = (noun: string): Rewriting => ({ years, alias: (run) => aliases.of(noun, run) });
  const uai = (text: string) =>
    own?.uai !== undefined && tight(text) === tight(own.uai) ? text : aliases.of('UAI', tight(text));

  const treat = (text: string, how: Treatment, list: string): string => {
    if (text.trim() === '') return text;
    if (typeof how === 'object') {
      if ('alias' in how) return own?.name === text ? text : aliases.of(how.alias, text);
      return 'words' in how ? screenText(text, of(how.words)) : titleText(text, of(how.title));
    }
    switch (how) {
      case 'code':
        return CODES.has(text) ? text : aliases.of('Texte', text);
      case 'level':
        return LEVEL.test(text) ? text : aliases.of('Niveau', text);
      case 'date':
        return movedDate(text, years) ?? aliases.of('Date', text);
      case 'day': {
        const date = readDate(text);
        return date ? aliases.day(String(dayNumber(date))) : '?';
      }
      case 'slot':
        return SLOT.test(text) ? text : aliases.of('Horaire', text);
      case 'page':
        return PAGE.test(text) ? text : aliases.of('Page', text);
      case 'file':
        return `${aliases.of('Fichier', text)}${/\.(?:csv|xml|zip|txt)$/i.exec(text)?.[0].toLowerCase() ?? ''}`;
      case 'uai':
        return uai(text);
      case 'course':
        return courseText(text, of);
      case 'software':
        return softwareText(text, of('Logiciel'));
      case 'key':
        return text
          .split('|')
          .map((part) => keyPart(part, list))
          .join('|');
      case 'drop':
        return '';
    }
  };
  /** Keys are what the screen shows: a name, then what tells it from others. The same key must stay the same everywhere. */
  const keyPart = (part: string, list: string): string =>
    CODES.has(part) ? part : (movedDate(part, years) ?? aliases.of(keyNoun(list), part));

  const copy = (value: unknown, list: string, parent: string, field: string): unknown => {
    if (typeof value === 'string') return treat(value, treatmentOf(list, parent, field), list);
    if (Array.isArray(value)) return value.map((one) => copy(one, list, parent, field));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value)
        .filter(([name]) => treatmentOf(list, field, name) !== 'drop')
        .map(([name, inner]) => [name, copy(inner, list, field, name)]);
      return Object.fromEntries(entries);
    }
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  };

  const lists = (Object.keys(facts) as FactName[]).flatMap((list) => {
    const gathered = facts[list];
    if (!gathered) return [];
    const { items, complete, read } = gathered;
    const copied = items.map((item) => copy(item, list, '', ''));
    return [[list, { items: copied, complete, ...(read && { read }) }]];
  });
  return {
    facts: Object.fromEntries(lists) as Facts,
    context: contextOf(context, years, own, (noun, text) => aliases.of(noun, text), uai),
  };
}

function contextOf(
  { ent, today, schoolYear, school, role, milestones, updateAll }: Context,
  years: number,
  own: School | undefined,
  alias: (noun: string, text: string) => string,
  uai: (text: string) => string,
): Context {
  const dates = Object.entries(milestones ?? {}).flatMap(([name, date]) => {
    const moved = date === undefined ? undefined : movedDate(date, years);
    return moved === undefined ? [] : [[name, moved]];
  });
  return {
    ent,
    today: movedDate(today, years) ?? today,
    schoolYear: { startsIn: schoolYear.startsIn + years },
    ...(school && {
      school: {
        id: alias('Identifiant', school.id),
        name: own ? own.name : alias('Établissement', school.name),
        ...(school.uai !== undefined && { uai: uai(school.uai) }),
      },
    }),
    ...(role && { role }),
    ...(milestones && { milestones: Object.fromEntries(dates) }),
    ...(updateAll !== undefined && { updateAll }),
  };
}

const LEVEL = /^(?:[3-6]e|2de|1re|Tle|Terminale|TPS|[PMG]S|CP|CE[12]|CM[12])$/;
const SLOT = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:, \d\d:\d\d)?$/;
const PAGE = /^(?:edifice|itslearning|skolengo)\/[a-z]+(?:-[a-z]+)*$/;
/** ISO days and instants, and « 11/02/2019 10:32 » as screens write it. */
const ISO = /^(\d{4})(-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)$/;
const WRITTEN = /^(\d\d?\/\d\d?\/)(\d{4})((?:,? (?:à )?\d\d?[:h]\d\d(?::\d\d)?)?)$/;

function movedDate(text: string, years: number): string | undefined {
  const iso = ISO.exec(text);
  if (iso) return `${String(Number(iso[1]) + years).padStart(4, '0')}${iso[2]}`;
  const written = WRITTEN.exec(text);
  return written ? `${written[1]}${Number(written[2]) + years}${written[3]}` : undefined;
}

function tight(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** Names of fields are code, never data: were a kind of fact to be keyed by what it holds, this would not compile. */
type IsOpen<T> = T extends readonly (infer Item)[]
  ? IsOpen<Item>
  : T extends object
    ? string extends keyof T
      ? true
      : { [K in keyof T]-?: IsOpen<NonNullable<T[K]>> }[keyof T]
    : false;
type OpenKinds = { [N in FactName]: true extends IsOpen<FactTypes[N]> ? N : never }[FactName];
type Nothing<T extends never> = T;
export type KindsKeyedByData = Nothing<OpenKinds>;
