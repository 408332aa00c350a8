import type { Outcome } from '@/utils/core/audit';
import type { FactName } from '@/utils/core/facts';
import { type Dossier, dossierJson, type RuleOutcome } from './dossier';
import { listName } from './read-summary';

/** What things are called, for whoever reads; `undefined`: this version, or this screen, doesn't know. */
export interface DossierNames {
  rule(id: string): string | undefined;
  page(id: string): string | undefined;
  family: string;
}

const ORDER: readonly Outcome[] = ['error', 'violation', 'review', 'pass', 'inapplicable'];
/** After « 9 contrôles ». */
const OUTCOMES: Record<Outcome, string> = {
  error: 'en panne',
  violation: 'avec des constats',
  review: 'à vérifier',
  pass: 'sans rien à signaler, sur',
  inapplicable: 'sans objet ici',
};
const SCREEN_WORDS: Record<Dossier['screen']['kind'], string> = {
  loading: 'la page se chargeait encore',
  read: 'reconnu et lu',
  unreadable: 'reconnu, mais sa version est inconnue',
  elsewhere: 'Vigie ne le lit pas',
};
const LIVE_WORDS: Record<Dossier['live']['kind'], string> = {
  unavailable: 'n’existe pas pour cet écran',
  idle: 'pas encore fait',
  running: 'en cours',
  done: 'fait',
  failed: 'interrompu',
};

/** Facts that are no list on a screen, or none that is counted there. */
const OTHERS: { readonly [N in FactName]?: string } = {
  memberships: 'groupes dont les membres sont lus',
  structure: 'fiche de l’établissement',
  platform: 'délais de la plateforme',
  importForm: 'formulaire d’import',
  openUser: 'fiche d’une personne',
  importWizard: 'assistant d’import',
  hierarchy: 'nœuds de la hiérarchie',
  courseSearch: 'recherche de cours',
  wizardSteps: 'étapes de l’import',
  wizardSubjects: 'matières de l’import',
  timetableImports: 'formulaire d’import d’emploi du temps',
};

/**
 * The dossier as it is shown, copied and saved: a text to be read, then the same for the workshop, which reads it back
 * (`readDossier`).
 */
export function dossierText(dossier: Dossier, names: DossierNames): string {
  return [
    dossierSheet(dossier, names),
    'POUR L’ATELIER DE VIGIE',
    'Le même dossier, dans la notation que l’atelier relit : déposez-y ce fichier tel quel, section « Dossier de support ».',
    dossierJson(dossier),
  ].join('\n');
}

/** What a dossier says, to be read: the facts are only counted. */
export function dossierSheet(dossier: Dossier, names: DossierNames): string {
  const { at, vigie, browser, window, ent, school, screen, live, read, outcomes, off, replay } = dossier;
  const frame = window.frame ? ', dans un cadre' : '';
  const markers = ent.markers.length > 0 ? ` (${ent.markers.join(', ')})` : '';
  return [
    'DOSSIER DE SUPPORT – VIGIE ENT',
    at
      ? line('Établi le', frenchInstant(at))
      : 'Date non indiquée\u00A0: celles des faits joints sont décalées',
    line('Extension', `${vigie}, ${browser}, fenêtre ${window.width} × ${window.height}${frame}`),
    line('ENT', `${names.family}, ${ent.host}${markers}`),
    line('Établissement', school ? `${school.name}${school.uai ? ` (${school.uai})` : ''}` : 'non indiqué'),
    line('Écran', SCREEN_WORDS[screen.kind]),
    ...screen.pages.map((id) => `- ${names.page(id) ?? id}`),
    ...screen.problems.map((one) => `- ${one}`),
    line('Contrôle de l’établissement', LIVE_WORDS[live.kind]),
    ...live.says.map((one) => `- ${one}`),
    '',
    'CE QUI A ÉTÉ LU',
    ...(read.length === 0 ? ['Rien'] : read.map(listLine)),
    '',
    'CONTRÔLES',
    ...ORDER.flatMap((outcome) => outcomeLines(outcome, outcomes, names)),
    ...offLines(off, names),
    '',
    replay
      ? `FAITS SANS NOMS\u00A0: joints ci-dessous, ${count(replay)} éléments`
      : 'FAITS SANS NOMS\u00A0: non joints',
    '',
  ].join('\n');
}

function line(label: string, value: string): string {
  return `${label}\u00A0: ${value}`;
}

function listLine({ list, shown, total, complete }: Dossier['read'][number]): string {
  const name = listName(list, 2) ?? OTHERS[list] ?? 'autres éléments';
  const of = total === undefined ? '' : ` sur ${total}`;
  return `- ${line(name, `${shown}${of}, ${complete ? 'liste entière' : 'liste partielle'}`)}`;
}

function outcomeLines(outcome: Outcome, all: readonly RuleOutcome[], names: DossierNames): string[] {
  const these = all.filter((one) => one.outcome === outcome);
  if (these.length === 0) return [];
  const head = `${these.length} contrôle${these.length > 1 ? 's' : ''} ${OUTCOMES[outcome]}`;
  if (outcome === 'inapplicable') return [head];
  const about = (one: RuleOutcome) => (outcome === 'pass' ? '' : `\u00A0: ${numbers(one)}`);
  return [`${head}\u00A0:`, ...these.map((one) => `- ${names.rule(one.rule) ?? one.rule}${about(one)}`)];
}

/** Controls of other screens have no name here: they are counted. */
function offLines(off: readonly string[], { rule, page }: DossierNames): string[] {
  if (off.length === 0) return [];
  const named = off.flatMap((id) => rule(id) ?? page(id) ?? []);
  const others = off.length - named.length;
  return [
    `${off.length} contrôle${off.length > 1 ? 's éteints' : ' éteint'} sur ce poste\u00A0:`,
    ...named.map((name) => `- ${name}`),
    ...(others > 0 ? [`- ${others} d’un autre écran ou d’un autre ENT`] : []),
  ];
}

function numbers({ violations, reviews, complete, error }: RuleOutcome): string {
  if (error !== undefined) return error;
  const found = [
    ...(violations > 0 ? [`${violations} certain${violations > 1 ? 's' : ''}`] : []),
    ...(reviews > 0 ? [`${reviews} à vérifier`] : []),
  ];
  return `${found.join(', ') || 'aucun cas'}${complete ? '' : ', lecture partielle'}`;
}

function count({ facts }: NonNullable<Dossier['replay']>): number {
  return Object.values(facts).reduce((sum, list) => sum + (list?.items.length ?? 0), 0);
}

/** « 20/11/2026 à 10:32 UTC ». */
function frenchInstant(at: string): string {
  return `${at.slice(0, 10).split('-').reverse().join('/')} à ${at.slice(11, 16)} UTC`;
}
