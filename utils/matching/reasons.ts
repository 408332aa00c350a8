import { type DateLink, readDate } from './dates';
import { describeDifference } from './difference';
import { formatKinds } from './formats';
import type { Identity } from './identity';
import type { Link } from './judge';
import { isFormat, type NameLink } from './names';
import { FIELD_LABELS, type Field, type FormatKind, type Reason, type ReasonKind } from './person';
import type { PostalLink } from './postal-codes';

const FORMATS: Record<FormatKind, string> = {
  encoding: 'encodage perdu',
  invisible: 'caractère invisible',
  spaces: 'espaces différentes',
  apostrophe: 'apostrophe différente',
  hyphen: 'trait d’union différent',
  case: 'majuscules différentes',
  ligature: 'lettres liées (œ, æ) séparées ou réunies',
  accents: 'accents différents',
  saint: '« Saint » abrégé ou développé',
  joined: 'mots réunis ou séparés',
};

const NAMES: Record<Exclude<NameLink, 'exact' | 'format' | 'joined'>, string> = {
  particle: 'particule ajoutée, retirée ou changée',
  'part-of-name': 'nom composé dont une partie manque d’un côté',
  'name-order': 'mêmes mots dans un autre ordre',
  diminutive: 'forme courte usuelle du même prénom',
  'letter-added': 'une lettre en plus',
  'letter-removed': 'une lettre en moins',
  'letter-replaced': 'une lettre remplacée',
  'letter-doubled': 'une lettre doublée ou dédoublée',
  'letters-transposed': 'deux lettres interverties',
  'two-letters': 'deux lettres différentes',
  different: 'autre nom (mariage, nom d’usage, changement d’état civil)',
};

const DATES: Record<Exclude<DateLink, 'exact'>, string> = {
  'date-format': 'même jour, écrit autrement',
  'date-day-month': 'jour et mois intervertis',
  'date-digit': 'un chiffre différent',
  'date-digits-transposed': 'deux chiffres intervertis',
  'date-one-day': 'décalée d’un jour',
  'date-century': 'siècle différent',
  'date-1904': 'décalée de quatre ans et un jour, comme entre deux tableurs',
  'date-missing': 'vide ou illisible d’un côté',
  'date-changed': 'autre date',
};

const POSTALS: Record<Exclude<PostalLink, 'exact'>, string> = {
  'postal-zero': 'zéro initial perdu ou rétabli',
  'postal-number': 'transformé en nombre arrondi par un tableur',
  'postal-format': 'même code, écrit autrement',
  'postal-digit': 'un chiffre différent',
  'postal-missing': 'vide d’un côté',
  'postal-changed': 'autre code postal',
};

/** Says everything that differs between two people held to be one, then what supports it. */
export function reasonsFor(before: Identity, after: Identity, link: Link): Reason[] {
  const { names, date, postal, evidence } = link;
  const reasons: Reason[] = [];
  if (names.swapped) {
    reasons.push({
      kind: 'swapped-names',
      text: 'Nom et prénom : les mêmes mots, mais pas dans les mêmes colonnes.',
    });
  } else {
    reasons.push(...nameReasons('lastName', before, after, names.last));
    reasons.push(...nameReasons('firstName', before, after, names.first));
  }
  if (date && date !== 'exact') reasons.push(dateReason(before, after, date));
  if (postal && postal !== 'exact') reasons.push(postalReason(before, after, postal));
  if (reasons.length === 0) {
    const text = 'Nom, prénom et le reste de la clé sont identiques : seul l’identifiant a changé.';
    reasons.push({ kind: 'identical', text });
  }
  if (evidence.relatives === 'shared') {
    const who = before.person.profile === 'pupil' ? 'Un même responsable est lié' : 'Un même élève est lié';
    reasons.push({ kind: 'shared-relative', text: `${who} à cette personne des deux côtés.` });
  }
  if (evidence.level === 'follows')
    reasons.push({ kind: 'level', text: 'La nouvelle classe est la suite de l’ancienne, ou la même.' });
  return reasons;
}

function sentence(field: Field, kind: ReasonKind, what: string, detail?: string): Reason {
  const text = `${FIELD_LABELS[field]} : ${what}${detail ? ` (${detail})` : ''}.`;
  return { kind, field, text };
}

function nameReasons(
  field: 'lastName' | 'firstName',
  before: Identity,
  after: Identity,
  link: NameLink,
): Reason[] {
  if (link === 'exact') return [];
  const [old, now] = [before.person[field], after.person[field]];
  const detail = describeDifference(old, now);
  if (isFormat(link)) {
    const kinds = formatKinds(old, now);
    return kinds.map((kind, at) => sentence(field, kind, FORMATS[kind], at === 0 ? detail : undefined));
  }
  const named = link as keyof typeof NAMES;
  return [sentence(field, named === 'different' ? 'replaced-surname' : named, NAMES[named], detail)];
}

function dateReason(before: Identity, after: Identity, kind: Exclude<DateLink, 'exact'>): Reason {
  const [from, to] = [before.person.birthDate ?? '', after.person.birthDate ?? ''];
  const forms = [readDate(from)?.form, readDate(to)?.form];
  const detail = kind === 'date-format' ? `${forms[0]} devenu ${forms[1]}` : `« ${from} » devenu « ${to} »`;
  return sentence('birthDate', kind, DATES[kind], detail);
}

function postalReason(before: Identity, after: Identity, kind: Exclude<PostalLink, 'exact'>): Reason {
  const { postalCode: from = '' } = before.person;
  const { postalCode: to = '' } = after.person;
  return sentence('postalCode', kind, POSTALS[kind], `« ${from} » devenu « ${to} »`);
}
