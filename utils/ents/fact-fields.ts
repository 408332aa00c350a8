import type { EntId, FactName, FactTypes } from '@/utils/core/facts';

/** How the text of a screen becomes the value of a field. A choice lists the values that rules know, and how to say them. */
export type FieldKind =
  | 'text'
  | 'count'
  | 'date'
  | 'flag'
  | { readonly [value: string]: string }
  | { readonly [value: number]: string };

/** One field of a kind of fact, as a person would name it. */
export interface FieldInfo {
  says: string;
  kind: FieldKind;
  /** Without it there is no fact. */
  needed?: true;
  /** What any other words mean, where a screen writes a known word or somebody's name: nobody is asked about names. */
  otherwise?: boolean;
  /** The value that reassures: only its exact words give it, since a detail beside them may take it back. */
  exactly?: string;
}

/** A kind of fact that a screen can be described to give. */
export interface FactInfo<N extends FactName> {
  /** French, plural: what the screen lists. */
  says: string;
  fields: { readonly [F in Exclude<keyof FactTypes[N], 'at'>]?: FieldInfo };
}

const LIFETIME: FieldInfo = {
  says: 'durée de vie',
  kind: { lasting: 'pérenne', year: 'limité à l’année scolaire' },
  exactly: 'lasting',
};
const text = (says: string): FieldInfo => ({ says, kind: 'text' });
const needed = (says: string): FieldInfo => ({ says, kind: 'text', needed: true });
const count = (says: string): FieldInfo => ({ says, kind: 'count' });
const date = (says: string): FieldInfo => ({ says, kind: 'date' });

/**
 * Everything that a descriptor may fill in: nothing else is read, whoever wrote the descriptor. Facts that need an
 * identifier, or that only a family's own markup can give, are not here.
 */
export const FACT_FIELDS = {
  freeGroups: {
    says: 'groupes libres, créés à la main',
    fields: {
      name: needed('nom du groupe'),
      lifetime: LIFETIME,
      lifetimeWritten: text('durée de vie, telle qu’écrite'),
    },
  },
  createdAccounts: {
    says: 'comptes créés manuellement',
    fields: {
      name: needed('nom de la personne'),
      lifetime: LIFETIME,
      lifetimeWritten: text('durée de vie, telle qu’écrite'),
    },
  },
  sections: {
    says: 'rubriques',
    fields: { name: needed('nom de la rubrique'), temporary: { says: 'temporaire', kind: 'flag' } },
  },
  binnedSections: {
    says: 'rubriques de la corbeille',
    fields: { name: needed('nom de la rubrique'), binnedOn: date('date de mise à la corbeille') },
  },
  accessBlocks: {
    says: 'périodes de blocage des accès',
    fields: { who: text('personnes concernées'), from: date('début'), to: date('fin') },
  },
  timetableImports: {
    says: 'import d’emploi du temps',
    fields: {
      software: text('logiciel et version'),
      mode: { says: 'mode d’import', kind: { 1: 'mode 1', 2: 'mode 2', 3: 'mode 3' } },
      modeWritten: text('mode d’import, tel qu’écrit'),
      from: date('début d’année'),
      to: date('fin d’année'),
    },
  },
  dutyHolders: {
    says: 'personnes de « Qui fait quoi ? »',
    fields: { name: needed('nom de la personne'), duty: text('fonction') },
  },
  inboxes: {
    says: 'messages de la boîte de réception',
    fields: { messages: { ...count('nombre de messages'), needed: true } },
  },
  manualGroups: {
    says: 'groupes manuels',
    fields: { name: needed('nom du groupe'), createdOn: date('date de création') },
  },
  classes: {
    says: 'classes',
    // Without their number of pupils no rule judges them: a list of names would pass for classes that are not empty.
    fields: {
      name: needed('classe'),
      pupils: { ...count('nombre d’élèves'), needed: true },
      teachers: count('nombre d’enseignants'),
    },
  },
  courses: {
    says: 'cours',
    fields: {
      title: needed('titre du cours'),
      organisation: text('établissement'),
      imported: { says: 'créé par une intégration', kind: 'flag', otherwise: false },
      participants: count('nombre de participants'),
      lastVisit: date('dernière visite'),
      updatedOn: date('date de modification'),
      createdOn: date('date de création'),
      state: { says: 'état', kind: { active: 'actif', archived: 'archivé' } },
    },
  },
  strategyUsers: {
    says: 'personnes que nomment des stratégies',
    fields: {
      name: needed('nom de la personne'),
      strategy: text('stratégie'),
      organisation: text('établissement'),
    },
  },
  synchronisations: {
    says: 'synchronisations',
    fields: {
      date: needed('date'),
      file: text('fichier'),
      profile: text('profil'),
      created: count('créés'),
      updated: count('mis à jour'),
      deleted: count('supprimés'),
    },
  },
} as const satisfies { readonly [N in FactName]?: FactInfo<N> };

/** The kinds of facts that a screen can be described to give. */
export type DescribedFact = keyof typeof FACT_FIELDS;

/** What each family's rules can judge: to teach a screen that no rule looks at would promise a control that never comes. */
const JUDGED: Record<EntId, readonly DescribedFact[]> = {
  // Accounts are not here: they are told apart, and opened, by an identifier that no list shows.
  edifice: ['manualGroups', 'classes'],
  itslearning: ['courses', 'strategyUsers'],
  skolengo: [
    'freeGroups',
    'createdAccounts',
    'sections',
    'binnedSections',
    'accessBlocks',
    'timetableImports',
    'inboxes',
  ],
};

/** French: what a person may look for among them in vain, why it is not there, and what to do instead. */
export const NOT_TAUGHT: { readonly [E in EntId]?: string } = {
  edifice:
    'Une liste de comptes ne s’apprend pas\u00A0: Vigie y reconnaît chaque personne à un identifiant qu’aucune liste n’affiche. Pour les comptes, lancez «\u00A0Contrôler tout l’établissement\u00A0» dans la console.',
  itslearning:
    'Une liste d’utilisateurs ne s’apprend pas\u00A0: Vigie compare les comptes dans les fichiers d’import, que vous déposez dans l’atelier.',
};

/** The kinds of facts that a family's rules judge; of all families where it isn't known which one a portal is. */
export function judgedFacts(ent?: EntId): readonly DescribedFact[] {
  return ent ? JUDGED[ent] : Object.values(JUDGED).flat();
}

/** The family whose rules judge a kind of fact. */
export function familyOf(fact: DescribedFact): EntId | undefined {
  return (Object.keys(JUDGED) as EntId[]).find((ent) => JUDGED[ent].includes(fact));
}

/** The field of a kind of fact; `undefined` for one that nobody knows, inherited names (`constructor`) included. */
export function fieldInfo(fact: DescribedFact, field: string): FieldInfo | undefined {
  const fields: Readonly<Record<string, FieldInfo>> = FACT_FIELDS[fact].fields;
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The values that a field of choices may take; `undefined` for the other fields. */
export function choicesOf({ kind }: FieldInfo): readonly (string | number)[] | undefined {
  if (typeof kind === 'string') return undefined;
  return Object.keys(kind).map((value) => (/^\d+$/.test(value) ? Number(value) : value));
}
