import { dayNumber, exchangeDayMonth, linkDates, shiftDays, type WrittenDate } from './dates';
import { repairEncoding } from './fold';
import type { Identity } from './identity';
import {
  FIELD_LABELS,
  type Field,
  type FormatKind,
  type PersonProfile,
  type ReasonKind,
  type SystemicChange,
} from './person';
import { linkPostalCodes } from './postal-codes';

/** What a spreadsheet or an export does to every value of a column. */
export interface Transformation {
  profile: PersonProfile;
  field: Field;
  kind: ReasonKind;
  /** Whole days by which dates were moved. */
  days: number;
  says: string;
}

/** From how many people, and from which share of those it could have touched, a change is general. */
const FEWEST = 20;
const SHARE = 0.9;

/** What was done to one value; `undefined` for nothing, or nothing that a whole column may undergo. */
type Seen = Omit<Transformation, 'profile' | 'field'>;

interface Rewriting {
  kind: FormatKind;
  says: string;
  touches: (before: string) => boolean;
  done: (after: string) => boolean;
}

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const REWRITINGS: readonly Rewriting[] = [
  {
    kind: 'case',
    says: 'tout a été mis en majuscules',
    touches: (text) => text !== text.toUpperCase(),
    done: (text) => text === text.toUpperCase(),
  },
  {
    kind: 'case',
    says: 'les majuscules ont été remplacées par des minuscules',
    touches: (text) => text.length > 1 && text === text.toUpperCase(),
    done: (text) => text !== text.toUpperCase(),
  },
  {
    kind: 'accents',
    says: 'tous les accents ont été retirés',
    touches: (text) => text !== bare(text),
    done: (text) => bare(text) === text.normalize('NFD'),
  },
  {
    kind: 'encoding',
    says: 'l’encodage a été perdu (é est devenu Ã©)',
    touches: (text) => text !== bare(text),
    done: (text) => repairEncoding(text) !== text,
  },
  {
    kind: 'hyphen',
    says: 'tous les traits d’union ont été retirés',
    touches: (text) => text.includes('-'),
    done: (text) => !text.includes('-'),
  },
  {
    kind: 'apostrophe',
    says: 'toutes les apostrophes droites sont devenues typographiques',
    touches: (text) => text.includes("'"),
    done: (text) => text.includes('’'),
  },
  {
    kind: 'apostrophe',
    says: 'toutes les apostrophes typographiques sont devenues droites',
    touches: (text) => text.includes('’'),
    done: (text) => text.includes("'"),
  },
  {
    kind: 'spaces',
    says: 'une espace a été ajoutée à la fin de chaque valeur',
    touches: (text) => !/\s$/.test(text),
    done: (text) => /\s$/.test(text),
  },
];

/**
 * The transformations that a whole column underwent, judged on the people whose name is unique on both sides, against
 * those that it could have touched and did not (`kept` included). To be asked before any search for look-alikes.
 */
export function findTransformations(
  gone: readonly Identity[],
  arrived: readonly Identity[],
  kept: readonly Identity[],
): { transformation: Transformation; change: SystemicChange }[] {
  return transformationsAmong([...uniqueByName(gone, arrived), ...kept.map((one) => [one, one] as const)]);
}

/** The same, among people who are known to be one: each with their old writing and their new one. */
export function transformationsAmong(
  couples: readonly (readonly [Identity, Identity])[],
): { transformation: Transformation; change: SystemicChange }[] {
  const tallies = new Map<string, { transformation: Transformation; count: number }>();
  const columns = new Map<string, (readonly [Identity, Identity])[]>();
  for (const couple of couples) {
    const { profile } = couple[0].person;
    const third: Field[] = profile === 'pupil' ? ['birthDate'] : profile === 'parent' ? ['postalCode'] : [];
    for (const field of ['lastName', 'firstName', ...third] as Field[]) {
      const column = `${profile}|${field}`;
      const list = columns.get(column);
      if (list) list.push(couple);
      else columns.set(column, [couple]);
      for (const seen of whatHappened(field, ...couple)) {
        const key = `${column}|${seen.kind}|${seen.days}|${seen.says}`;
        const tally = tallies.get(key) ?? { transformation: { ...seen, profile, field }, count: 0 };
        tally.count++;
        tallies.set(key, tally);
      }
    }
  }
  return [...tallies.values()].flatMap(({ transformation, count }) => {
    const { profile, field, kind, says } = transformation;
    const touchable = (columns.get(`${profile}|${field}`) ?? []).filter(([before]) =>
      touches(transformation, before),
    );
    if (count < FEWEST || count < SHARE * touchable.length) return [];
    const text = `${FIELD_LABELS[field]} : ${says}, sur ${count} lignes. Une seule cause, un seul remède.`;
    return [{ transformation, change: { profile, field, transformation: kind, count, text } }];
  });
}

function uniqueByName(
  gone: readonly Identity[],
  arrived: readonly Identity[],
): (readonly [Identity, Identity])[] {
  const byName = (people: readonly Identity[]) => {
    const names = new Map<string, Identity | undefined>();
    for (const one of people) {
      const name = `${one.person.profile}|${one.last.solid}|${one.first.solid}`;
      names.set(name, names.has(name) ? undefined : one);
    }
    return names;
  };
  const there = byName(arrived);
  return [...byName(gone)].flatMap(([name, before]) => {
    const after = there.get(name);
    return before && after ? [[before, after] as const] : [];
  });
}

function whatHappened(field: Field, before: Identity, after: Identity): Seen[] {
  if (field === 'birthDate') return dateChange(before.date, after.date);
  const [old = '', now = ''] = [before.person[field], after.person[field]];
  if (old === now) return [];
  if (field === 'postalCode') return postalChange(old, now);
  return REWRITINGS.filter(({ touches, done }) => touches(old) && done(now)).map(({ kind, says }) => ({
    kind,
    says,
    days: 0,
  }));
}

function dateChange(before: WrittenDate | undefined, after: WrittenDate | undefined): Seen[] {
  if (!before || !after) return [];
  const kind = linkDates(before, after);
  if (kind === 'date-format') {
    const says = `toutes les dates ont changé d’écriture (${before.form} devenu ${after.form})`;
    return [{ kind, days: 0, says }];
  }
  if (kind === 'date-day-month') return [{ kind, days: 0, says: 'jour et mois ont été intervertis partout' }];
  if (kind !== 'date-one-day' && kind !== 'date-1904') return [];
  const size = kind === 'date-one-day' ? 1 : 1462;
  const days = dayNumber(after) > dayNumber(before) ? size : -size;
  const says =
    size === 1
      ? `toutes les dates ont été décalées d’un jour vers ${days > 0 ? 'le lendemain' : 'la veille'}`
      : 'toutes les dates ont été décalées de quatre ans et un jour, comme entre deux tableurs';
  return [{ kind, days, says }];
}

function postalChange(before: string, after: string): Seen[] {
  const kind = linkPostalCodes(before, after);
  if (kind === 'postal-zero') {
    const says = /^\d{4}$/.test(after.trim())
      ? 'tous les zéros initiaux ont disparu'
      : 'tous les zéros initiaux ont été rétablis';
    return [{ kind, days: 0, says }];
  }
  if (kind === 'postal-number')
    return [{ kind, days: 0, says: 'tous les codes sont devenus des nombres arrondis' }];
  return kind === 'postal-format' ? [{ kind, days: 0, says: 'tous les codes ont changé d’écriture' }] : [];
}

function touches({ field, kind, says }: Transformation, { person, date }: Identity): boolean {
  if (kind === 'date-day-month') return date !== undefined && date.day <= 12 && date.day !== date.month;
  if (field === 'birthDate') return date !== undefined;
  const text = person[field] ?? '';
  if (kind === 'postal-zero') return /^0\d{4}$|^\d{4}$/.test(text.trim());
  if (field === 'postalCode') return text !== '';
  return REWRITINGS.some((rewriting) => rewriting.says === says && rewriting.touches(text));
}

/** A new row as it was before the transformation, as far as dates go: all else is forgiven by the comparison. */
export function undo(transformations: readonly Transformation[], identity: Identity): Identity {
  let { date } = identity;
  for (const { profile, kind, days } of transformations) {
    if (profile !== identity.person.profile || !date) continue;
    if (kind === 'date-day-month') date = exchangeDayMonth(date) ?? date;
    else if (days !== 0) date = shiftDays(date, -days);
  }
  return date === identity.date ? identity : { ...identity, date };
}
