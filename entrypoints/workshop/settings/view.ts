import type { OwnSettingsView, PersistenceView, PreviewView } from '@/components/workshop/settings/view';
import { BACKED_UP, type BackedUp } from '@/utils/backup/content';
import type { RestorePlan } from '@/utils/backup/restore';
import type { Policy } from '@/utils/policy';
import type { StorageProblem } from '@/utils/store/problem';
import type { StoreName } from '@/utils/store/schema';
import { RETENTION_CHOICES } from '@/utils/store/settings';
import { dateText } from '../names';
import type { LoadedSettings } from './load';

/** What is under way: nothing of it is stored. */
export interface Doing {
  busy: boolean;
  refusals: readonly string[];
  /** The plan of the backup that was given, and when that backup was made (ISO instant). */
  preview?: { plan: RestorePlan; at: string };
  /** The browser was asked to keep what is stored, and would not. */
  persistRefused: boolean;
  problem?: StorageProblem;
}

export const NOTHING_DOING: Doing = { busy: false, refusals: [], persistRefused: false };

/** What the settings show of what was read. Pure. */
export function settingsView(loaded: LoadedSettings, doing: Doing, now: Date): OwnSettingsView {
  const { policy, settings, initials, lastBackup, due, granted, held, expiring } = loaded;
  const { problem, busy, refusals, preview } = doing;
  const managed = managedView(policy);
  const months = settings.retentionMonths;
  const choices = RETENTION_CHOICES.includes(months) ? RETENTION_CHOICES : [months, ...RETENTION_CHOICES];
  const rows = [...held].sort((a, b) => b.bytes - a.bytes);
  return {
    ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
    ...(managed && { managed }),
    backup: {
      last: lastBackup
        ? `Dernière sauvegarde le ${momentOf(lastBackup)}.`
        : 'Aucune sauvegarde n’a encore été enregistrée depuis ce navigateur.',
      ...(due && { due }),
      keptFiles: held.some(({ store }) => store === 'files'),
      busy,
      refusals,
      ...(preview && { preview: previewView(preview.plan, preview.at, now) }),
      persistence: persistenceView(loaded, doing),
    },
    reminders: {
      badge: settings.badge,
      banner: settings.banner,
      notify: settings.notify && granted,
      locked: policy.reminders === false,
      refused: settings.notify && !granted,
    },
    retention: {
      months: String(months),
      choices: choices.map((one) => ({ value: String(one), label: retentionText(one) })),
      locked: policy.retentionMonths !== undefined,
      expiring: expiring.map(({ transition, on }) => `Rentrée ${transition} : effacée le ${dateText(on)}.`),
      rows: rows.map(({ store, count, bytes }) => ({
        ...{ id: store, what: heldText(store), count, size: sizeText(bytes) },
      })),
      total: sizeText(rows.reduce((sum, { bytes }) => sum + bytes, 0)),
    },
    initials,
  };
}

function retentionText(months: number | null): string {
  if (months === null) return 'jamais';
  return months === 0 ? 'aussitôt' : `${months} mois après`;
}

function managedView(policy: Policy): OwnSettingsView['managed'] {
  const { hosts, templates, retentionMonths, holds, reminders, faults } = policy;
  const lines = [
    ...(hosts.length > 0 ? [`Portails proposés : ${hosts.join(', ')}.`] : []),
    ...templates.map(({ title }) => `Liste d’étapes : ${title}.`),
    ...(retentionMonths !== undefined ? [`Conservation : ${retentionText(retentionMonths)}.`] : []),
    ...(holds === false ? ['Vigie signale, mais ne retient aucun clic.'] : []),
    ...(reminders === false ? ['Aucun rappel.'] : []),
  ];
  return lines.length + faults.length > 0 ? { lines, faults } : undefined;
}

function persistenceView({ persisted }: LoadedSettings, { persistRefused }: Doing): PersistenceView {
  if (persisted === undefined)
    return {
      says: 'Ce navigateur ne dit pas s’il garde ces données quand la place manque : sauvegardez de temps en temps.',
      grade: 'review',
      askable: false,
    };
  if (persisted)
    return {
      says: 'Le navigateur garde ces données, même quand la place manque.',
      grade: 'pass',
      askable: false,
    };
  return {
    says: persistRefused
      ? 'Le navigateur a refusé : si la place manque, il peut effacer ces données. Sauvegardez de temps en temps.'
      : 'Si la place manque sur le disque, le navigateur peut effacer ces données.',
    grade: 'review',
    askable: true,
  };
}

/** What a restoration would do, store by store. */
function previewView(plan: RestorePlan, at: string, now: Date): PreviewView {
  const { stores, unusable, files, initials } = plan;
  const changes = stores.some(({ added, changed }) => added + changed > 0);
  const notes = [
    ...(at > now.toISOString()
      ? ['Sa date est à venir : l’horloge de ce poste, ou celle de l’autre, n’est pas à l’heure.']
      : []),
    ...(unusable > 0
      ? [
          `${unusable} décision${unusable > 1 ? 's' : ''} sur des personnes, prise${unusable > 1 ? 's' : ''} sur un autre poste, ne peu${unusable > 1 ? 'vent' : 't'} servir ici : d’autres y sont déjà.`,
        ]
      : []),
    ...(files ? [FILES[files.fate](dateText(files.until))] : []),
    ...(initials === 'added' ? ['Vos initiales seront reprises.'] : []),
  ];
  return {
    title: `Sauvegarde du ${momentOf(at)}`,
    rows: stores.map(({ store, ...counts }) => ({
      id: store,
      what: capital(BACKED_UP[store].says),
      ...counts,
    })),
    notes,
    nothing: !changes && files?.fate !== 'added' && initials !== 'added',
  };
}

const FILES: Record<NonNullable<RestorePlan['files']>['fate'], (until: string) => string> = {
  added: (until) => `L’export de référence, avec ses noms, sera gardé jusqu’au ${until}.`,
  kept: () => 'L’export de référence gardé ici reste, celui de la sauvegarde est laissé de côté.',
  expired: (until) =>
    `L’export de référence de la sauvegarde n’était gardé que jusqu’au ${until} : il est laissé de côté.`,
};

/** Says what a restoration did. */
export function restoredText({ stores, files }: RestorePlan): string {
  const sum = (name: 'added' | 'changed') => stores.reduce((total, one) => total + one[name], 0);
  const [added, changed] = [sum('added'), sum('changed')];
  return [
    'Sauvegarde restaurée :',
    `${added} ajout${added > 1 ? 's' : ''}, ${changed} changement${changed > 1 ? 's' : ''}.`,
    ...(files?.fate === 'added' ? ['L’export de référence est revenu.'] : []),
  ].join(' ');
}

function heldText(store: StoreName): string {
  if (store === 'files') return 'Export de référence, avec des noms';
  if (store === 'cards') return 'Lignes du tableau des établissements';
  if (store === 'detectors') return 'État des contrôles';
  return capital(BACKED_UP[store satisfies BackedUp].says);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** « 12 ko », « 3,4 Mo ». */
function sizeText(bytes: number): string {
  const text = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${bytes} octets`;
  return bytes < 1_000_000 ? `${text(Math.round(bytes / 1000))} ko` : `${text(bytes / 1_000_000)} Mo`;
}

/** « 27/08/2026 à 10 h 02 », in the time zone of the person. */
function momentOf(instant: string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
  return `${day} à ${date.getHours()}\u00A0h\u00A0${two(date.getMinutes())}`;
}
