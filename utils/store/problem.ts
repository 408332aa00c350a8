export type ProblemKind =
  | 'full'
  | 'blocked'
  | 'newer'
  | 'refused'
  | 'closed'
  | 'archived'
  | 'crowded'
  | 'unknown';

/** What happened, and what the person can do about it. */
const TEXTS: Record<ProblemKind, { says: string; advice: string }> = {
  full: {
    says: 'Le navigateur n’a plus de place : la dernière modification n’a pas été enregistrée.',
    advice:
      'Libérez de l’espace sur le disque, ou effacez des données de sites dans les réglages du navigateur, puis réessayez.',
  },
  blocked: {
    says: 'Un autre onglet de Vigie, ouvert avant la mise à jour, retient les données.',
    advice: 'Fermez les autres onglets de Vigie et rechargez les pages de l’ENT, puis réessayez.',
  },
  newer: {
    says: 'Ces données ont été écrites par une version plus récente de Vigie ; celle-ci n’y touche pas.',
    advice: 'Mettez Vigie à jour depuis la page des extensions du navigateur, puis rouvrez cette fenêtre.',
  },
  refused: {
    says: 'Le navigateur refuse de conserver des données : navigation privée, ou stockage désactivé.',
    advice:
      'Utilisez une fenêtre ordinaire, ou autorisez le stockage dans les réglages du navigateur. D’ici là, les coches ne seront pas conservées.',
  },
  closed: {
    says: 'Le navigateur a fermé les données de Vigie pendant l’écriture.',
    advice: 'Rouvrez cette fenêtre et refaites votre dernière modification : le reste est intact.',
  },
  archived: {
    says: 'Cette année est archivée : rien n’y a été changé.',
    advice: 'Rouvrez-la dans l’atelier, à la page « Calendrier », puis refaites votre modification.',
  },
  crowded: {
    says: 'Vigie connaît déjà 2 000 établissements sur ce site : celui-ci n’est pas retenu, et rien de ce qui est gardé n’a changé.',
    advice:
      'Si ce site n’est pas votre ENT, retirez-lui l’accès dans les réglages de l’extension. Sinon, ceux que personne ne voit plus s’effacent avec leur année : voyez « Ce qui est gardé », à la page « Réglages » de l’atelier.',
  },
  unknown: {
    says: 'La dernière modification n’a pas pu être enregistrée.',
    advice: 'Réessayez ; si cela se reproduit, redémarrez le navigateur. Ce qui était enregistré est intact.',
  },
};

/** Storage failed. `message` says what happened in French, `advice` what to do; nothing was half-written. */
export class StorageProblem extends Error {
  override name = 'StorageProblem';
  readonly kind: ProblemKind;
  readonly advice: string;

  constructor(kind: ProblemKind, cause?: unknown) {
    super(TEXTS[kind].says, { cause });
    this.kind = kind;
    this.advice = TEXTS[kind].advice;
  }
}

/** The names that browsers give to what can go wrong with IndexedDB. */
const KINDS: Record<string, ProblemKind> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  InvalidStateError: 'closed',
  AbortError: 'closed',
};

/** Any failure as a problem that a person can act on. While opening, an invalid state is private browsing's refusal. */
export function toProblem(error: unknown, during: 'opening' | 'working'): StorageProblem {
  if (error instanceof StorageProblem) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (during === 'working') return new StorageProblem(KINDS[name] ?? 'unknown', error);
  // An opening is aborted when a migration failed: the older version stays whole.
  if (name === 'AbortError') return new StorageProblem('unknown', error);
  const kind = KINDS[name] ?? 'refused';
  return new StorageProblem(kind === 'closed' ? 'refused' : kind, error);
}
