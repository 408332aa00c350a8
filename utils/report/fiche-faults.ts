import { transitionOn } from '@/utils/checklists/calendar';
import type { Fiche, ListRead, RuleCount } from '@/utils/core/fiche';

/** What the fields of a fiche are called, for who only sees the board. */
const FIELDS: Readonly<Record<string, string>> = {
  school: 'clé de l’établissement',
  ent: 'famille d’ENT',
  host: 'adresse de l’ENT',
  id: 'identifiant de l’établissement',
  name: 'nom de l’établissement',
  uai: 'UAI',
  transition: 'rentrée',
  by: 'façon de lire',
  day: 'jour du contrôle',
  at: 'heure du contrôle',
  read: 'listes lues',
  list: 'nom de la liste',
  shown: 'lignes lues',
  total: 'lignes en tout',
  complete: 'lecture entière ou non',
  counts: 'résultats des règles',
  rule: 'règle',
  outcome: 'issue',
  violations: 'constats',
  reviews: 'cas à vérifier',
  figures: 'nombres relevés',
};

/** « résultats des règles, n° 3, constats », for the path of a field. */
export function fieldWords(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `n°\u00A0${step + 1}` : (FIELDS[step] ?? step)))
    .join(', ');
}

/** Numbers that count a part of another. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ['Groupes libres non pérennes', 'Groupes libres'],
  ['Rubriques temporaires', 'Rubriques'],
  [
    'Annuaire\u00A0: comptes créés manuellement et non pérennes',
    'Annuaire\u00A0: comptes créés manuellement',
  ],
  ['Cours créés par un import', 'Cours'],
  ['Cours actifs créés par un import', 'Cours actifs'],
  ['Cours archivés créés par un import', 'Cours archivés'],
];

/** Hours between the day that a fiche names and its instant: clocks and time zones differ. */
const MOST_APART = 36;

/**
 * What in a fiche, each field of which is well formed, cannot have been read of any school; `undefined` when nothing. French,
 * names the field. Pure.
 */
export function faultOf(fiche: Fiche): string | undefined {
  const { school, ent, host, id, name, transition, day, at, read, counts, figures } = fiche;
  // Filed under another school, or found under none.
  if (school !== `${ent}|${host}|${id}`)
    return said('school', 'ne s’accorde pas avec l’ENT et l’identifiant');
  if (id.trim() === '') return said('id', 'est vide');
  if (name.trim() === '') return said('name', 'est vide');
  const hours = Math.abs(Date.parse(`${day}T12:00:00Z`) - Date.parse(at)) / 3_600_000;
  if (!(hours <= MOST_APART)) return said('at', 'est loin du jour du contrôle');
  // Instants are compared as texts.
  if (new Date(at).toISOString() !== at) return said('at', 'n’est pas écrite comme Vigie l’écrit');
  if (transition !== transitionOn(day)) return said('transition', 'n’est pas celle du jour du contrôle');
  return (
    twice(
      read.map(({ list }) => list),
      'read',
    ) ??
    twice(
      counts.map(({ rule }) => rule),
      'counts',
    ) ??
    first(read, faultOfList) ??
    first(counts, faultOfCount) ??
    faultOfFigures(figures)
  );
}

function said(field: string, what: string): string {
  return `«\u00A0${FIELDS[field]}\u00A0» ${what}`;
}

function first<T>(all: readonly T[], fault: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = fault(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function twice(names: readonly string[], field: string): string | undefined {
  const known = new Set<string>();
  for (const name of names) {
    if (known.has(name)) return said(field, `contient deux fois «\u00A0${name}\u00A0»`);
    known.add(name);
  }
  return undefined;
}

function faultOfList({ list, shown, total }: ListRead): string | undefined {
  if (list.trim() === '') return said('list', 'est vide');
  if (total === undefined || shown <= total) return undefined;
  return said(
    'shown',
    `dépasse «\u00A0${FIELDS.total}\u00A0» pour «\u00A0${list}\u00A0» (${shown} sur ${total})`,
  );
}

/** What `audit` and `countsOf` never say together. */
function faultOfCount({ rule, outcome, complete, violations, reviews }: RuleCount): string | undefined {
  const isSo =
    outcome === 'violation'
      ? violations > 0
      : outcome === 'review'
        ? violations === 0 && (reviews > 0 || !complete)
        : violations + reviews === 0 && (outcome !== 'pass' || complete);
  return isSo ? undefined : said('outcome', `contredit les nombres de la règle «\u00A0${rule}\u00A0»`);
}

function faultOfFigures(figures: Fiche['figures']): string | undefined {
  if (Object.keys(figures).some((label) => label.trim() === ''))
    return said('figures', 'contient un nombre sans nom');
  const part = PARTS.find(([some, whole]) => (figures[some] ?? 0) > (figures[whole] ?? 0));
  return part && said('figures', `compte plus de «\u00A0${part[0]}\u00A0» que de «\u00A0${part[1]}\u00A0»`);
}
