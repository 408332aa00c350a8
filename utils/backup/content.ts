import type { KeptFiles, Schema, StoreName } from '@/utils/store/schema';

/**
 * The stores that a backup holds: not the board, which is made of the fiches, nor the files that name people, nor what this very browser saw of the screens.
 */
export type BackedUp = Exclude<StoreName, 'cards' | 'files' | 'detectors'>;

/** Every record of every store. */
export type Stores = { readonly [N in BackedUp]: readonly Schema[N]['value'][] };

/** What a person chose for this browser. Portals typed by hand are left out: each browser asks before it reads a site. */
export interface BackedUpSettings {
  initials?: string;
  choices?: Readonly<Record<string, unknown>>;
}

/** Everything that a backup holds. */
export interface Content {
  stores: Stores;
  settings: BackedUpSettings;
  /** What the hashes of decisions are made with: without it they say nothing. */
  salt?: string;
  /** Files with names, only when the person asked for them. */
  files?: KeptFiles;
}

/** What a store is called, and the fields that tell its records apart. */
interface StoreFacts {
  /** French, plural: « étapes cochées ». */
  says: string;
  /** « étape cochée ». */
  one: string;
  key: readonly string[];
}

const STEP = ['school', 'transition', 'checklist', 'step'];

/** A record rather than a list: a store that is added and forgotten here does not compile. */
export const BACKED_UP: Record<BackedUp, StoreFacts> = {
  schools: { one: 'établissement', says: 'établissements', key: ['key'] },
  ticks: { one: 'étape cochée', says: 'étapes cochées', key: STEP },
  notes: { one: 'note', says: 'notes', key: STEP },
  dates: { one: 'date fixée', says: 'dates fixées', key: ['school', 'transition', 'milestone'] },
  ownSteps: { one: 'étape ajoutée', says: 'étapes ajoutées', key: ['school', 'transition', 'id'] },
  years: { one: 'année suivie', says: 'années suivies', key: ['school', 'transition'] },
  journal: { one: 'ligne de journal', says: 'lignes de journal', key: ['school', 'transition', 'at', 'id'] },
  templates: { one: 'liste importée', says: 'listes importées', key: ['id'] },
  proofs: { one: 'constat', says: 'constats', key: ['school', 'transition', 'rule'] },
  fiches: {
    one: 'fiche de contrôle',
    says: 'fiches de contrôle',
    key: ['school', 'transition', 'by', 'day', 'at'],
  },
  events: { one: 'événement d’agenda', says: 'événements d’agenda', key: ['school', 'transition', 'step'] },
  mappings: {
    one: 'fichier aux colonnes nommées',
    says: 'fichiers aux colonnes nommées',
    key: ['signature'],
  },
  decisions: { one: 'décision', says: 'décisions', key: ['hash'] },
  people: {
    one: 'personne vue ou à garder',
    says: 'personnes vues ou à garder',
    key: ['school', 'year', 'person'],
  },
  expectations: { one: 'nombre attendu', says: 'nombres attendus', key: ['school', 'profile'] },
  synonyms: { one: 'mot ajouté', says: 'mots ajoutés', key: ['host', 'term', 'label'] },
  timetableModes: { one: 'mode d’import', says: 'modes d’import', key: ['school'] },
  lastTimetables: { one: 'dernier emploi du temps', says: 'derniers emplois du temps', key: ['uai'] },
  keptCourses: { one: 'liste de cours attendus', says: 'listes de cours attendus', key: ['uai'] },
  learnedPages: { one: 'page apprise', says: 'pages apprises', key: ['host', 'descriptor.id'] },
  enrolments: {
    one: 'inscription à défaire',
    says: 'inscriptions à défaire',
    key: ['host', 'organisation', 'course'],
  },
};

export const BACKED_UP_NAMES = Object.keys(BACKED_UP) as readonly BackedUp[];

/** Nothing at all: what a new browser holds. */
export const NO_STORES = Object.fromEntries(BACKED_UP_NAMES.map((name) => [name, []])) as unknown as Stores;

/** Tells a record from the others of its store. */
export function keyOf(store: BackedUp, record: object): string {
  const fields = record as Record<string, unknown>;
  return JSON.stringify(BACKED_UP[store].key.map((path) => at(fields, path)));
}

/** The same text for the same value, in whatever order its fields were written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** A field, or a field of a field: `descriptor.id`. */
function at(record: Record<string, unknown>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], record);
}
