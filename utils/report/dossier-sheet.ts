import type { Outcome } from '@/utils/core/audit';
import { type Dossier, OUTCOME_WORDS, type RuleOutcome } from './dossier';
import { listName } from './read-summary';

/** What things are called, for whoever reads. An identifier that this version doesn't know stands for itself. */
export interface DossierNames {
  rule(id: string): string;
  page(id: string): string;
  family: string;
}

const ORDER: readonly Outcome[] = ['error', 'violation', 'review', 'pass', 'inapplicable'];
const SCREEN_WORDS: Record<Dossier['screen']['kind'], string> = {
  loading: 'la page se chargeait encore',
  read: 'écran lu',
  unreadable: 'écran reconnu, mais sa version est inconnue',
  elsewhere: 'écran que Vigie ne lit pas',
};
const LIVE_WORDS: Record<Dossier['live']['kind'], string> = {
  unavailable: 'n’existe pas pour cet écran',
  idle: 'pas encore fait',
  running: 'en cours',
  done: 'fait',
  failed: 'interrompu',
};

/** The dossier as a text to be read and pasted: the same as the file, but for the facts, which are counted. */
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
    ...screen.pages.map((id) => `- ${names.page(id)} (${id})`),
    ...screen.problems.map((one) => `- ${one}`),
    line('Contrôle de l’établissement', LIVE_WORDS[live.kind]),
    ...live.says.map((one) => `- ${one}`),
    '',
    'CE QUI A ÉTÉ LU',
    ...(read.length === 0 ? ['Rien'] : read.map(listLine)),
    '',
    'CONTRÔLES',
    ...ORDER.flatMap((outcome) => outcomeLines(outcome, outcomes, names)),
    ...(off.length > 0 ? [line('Éteints sur ce poste', off.join(', '))] : []),
    '',
    replay
      ? `FAITS SANS NOMS\u00A0: joints au fichier, ${count(replay)} éléments`
      : 'FAITS SANS NOMS\u00A0: non joints',
    '',
  ].join('\n');
}

function line(label: string, value: string): string {
  return `${label}\u00A0: ${value}`;
}

function listLine({ list, shown, total, complete }: Dossier['read'][number]): string {
  const name = listName(list, 2) ?? list;
  const of = total === undefined ? '' : ` sur ${total}`;
  return `- ${line(name, `${shown}${of}, ${complete ? 'liste entière' : 'liste partielle'}`)}`;
}

function outcomeLines(outcome: Outcome, all: readonly RuleOutcome[], names: DossierNames): string[] {
  const these = all.filter((one) => one.outcome === outcome);
  if (these.length === 0) return [];
  const head = line(`${these.length} ${OUTCOME_WORDS[outcome]}`, '');
  if (outcome === 'pass' || outcome === 'inapplicable')
    return [`${head}${these.map(({ rule }) => rule).join(', ')}`];
  return [
    head.trimEnd(),
    ...these.map((one) => `- ${names.rule(one.rule)} (${one.rule})\u00A0: ${numbers(one)}`),
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
