import { speaksOf } from '@/utils/ents/hosts';

/** What a screen of Skolengo may call a thing. */
export interface TermInfo {
  /** The thing, in French, for those who add a word of their own. */
  says: string;
  /** Wordings read in a public document (source 003, domain Skolengo §4 to §6). */
  said: readonly string[];
  /** Wordings that are only likely: no administration screen was ever published (domain Skolengo §0). */
  guessed: readonly string[];
}

const term = (says: string, said: readonly string[], guessed: readonly string[] = []): TermInfo => ({
  says,
  said,
  guessed,
});

/** Every word that the screens of Skolengo are recognised and read by. The only place where they are written. */
export const VOCABULARY = {
  directory: term('service de l’annuaire', ['Annuaire', "L'Annuaire"]),
  messaging: term('service de la messagerie', ['Messagerie']),
  publication: term('service des rubriques', ['Publication'], ['Gestion des rubriques', 'Rubriques']),
  groups: term('écran des groupes libres', ['Groupes libres'], ['Groupes', 'Liste des groupes']),
  group: term(
    'écran d’un groupe libre',
    ['Groupe libre'],
    ['Modifier un groupe', 'Modifier le groupe', 'Créer un groupe', 'Nouveau groupe'],
  ),
  groupName: term('nom d’un groupe', [], ['Nom', 'Libellé', 'Nom du groupe', 'Intitulé', 'Groupe']),
  lifetime: term('durée de vie', ['Durée de vie'], ['Pérennité', 'Pérenne']),
  lasting: term(
    'durée de vie qui survit au changement d’année',
    ['Non limitée', 'Pérenne'],
    ['Non limité', 'Illimitée', 'Oui'],
  ),
  thisYear: term(
    'durée de vie qui s’arrête au changement d’année',
    ["Limité à l'année scolaire", 'Non pérenne'],
    ["Limitée à l'année scolaire", "Limité à l'année", "Limitée à l'année", 'Année scolaire', 'Non'],
  ),
  accounts: term(
    'écran des comptes créés manuellement',
    ['Comptes créés manuellement'],
    ['Comptes manuels', 'Utilisateurs créés manuellement', 'Comptes créés'],
  ),
  personName: term('nom d’une personne', [], ['Nom', 'Nom et prénom', 'Utilisateur', 'Personne', 'Compte']),
  sections: term('écran des rubriques', ['Rubriques'], ['Gestion des rubriques', 'Liste des rubriques']),
  sectionParameters: term(
    'écran des paramètres d’une rubrique',
    ['Paramètres des rubriques'],
    ['Paramètres de la rubrique', 'Modifier la rubrique', 'Paramétrage de la rubrique'],
  ),
  sectionName: term('nom d’une rubrique', [], ['Rubrique', 'Nom', 'Libellé', 'Intitulé', 'Titre']),
  temporary: term('case « Rubrique temporaire »', ['Rubrique temporaire'], ['Temporaire']),
  bin: term('corbeille des rubriques', ['Corbeille'], ['Corbeille des rubriques']),
  binnedOn: term(
    'date de mise à la corbeille',
    [],
    ['Mise à la corbeille', 'Supprimée le', 'Mise à la corbeille le', 'Date de suppression', 'Archivée le'],
  ),
  blocking: term(
    'écran du blocage des accès',
    ['Blocage des accès ENT'],
    ["Blocage des accès à l'ENT", 'Blocage des accès'],
  ),
  blocked: term('personnes bloquées', [], ['Profil', 'Profils', 'Utilisateurs', 'Population']),
  from: term(
    'début d’une période',
    [],
    ['Début', 'Date de début', 'Du', 'À partir du', 'Bloquer du', 'Bloquer à partir du'],
  ),
  to: term('fin d’une période', [], ['Fin', 'Date de fin', 'Au', "Jusqu'au", "Bloquer jusqu'au"]),
  timetable: term(
    'écran d’import d’emploi du temps',
    ["Import d'emploi du temps"],
    ["Import de l'emploi du temps", 'Importer un emploi du temps', 'Import des emplois du temps'],
  ),
  software: term(
    'logiciel d’emploi du temps',
    ["Logiciel d'emploi du temps"],
    ['Logiciel', 'Format', 'Version du logiciel', "Format d'import", 'Type de fichier'],
  ),
  mode: term('mode d’import de l’emploi du temps', [], ["Mode d'import", 'Mode', 'Option']),
  mode1: term(
    'mode 1',
    ['Option 1', 'Mode 1', 'Utilisation des groupes institutionnels issus de STS et SIECLE'],
    ['1'],
  ),
  mode2: term(
    'mode 2',
    [
      'Option 2',
      'Mode 2',
      "Utilisation des groupes issus de l'emploi du temps avec peuplement dans le logiciel d'emploi du temps",
    ],
    ['2'],
  ),
  mode3: term(
    'mode 3',
    ['Option 3', 'Mode 3', "Utilisation des groupes issus de l'emploi du temps avec peuplement dans l'ENT"],
    ['3'],
  ),
  yearStart: term('début d’année de l’emploi du temps', [], ["Début d'année", "Date de début d'année"]),
  yearEnd: term('fin d’année de l’emploi du temps', ["Date de fin d'année"], ["Fin d'année", 'Date de fin']),
  duties: term('écran « Qui fait quoi ? »', ['Qui fait quoi ?'], ['Qui fait quoi']),
  duty: term('fonction', [], ['Fonction', 'Groupe fonctionnel', 'Rôle']),
  inbox: term('boîte de réception', ['Boîte de réception', 'Reçus'], ['Messages reçus']),
  subject: term('objet d’un message', [], ['Objet', 'Sujet']),
  messageDate: term('date d’un message', [], ['Date', 'Reçu le', 'Date de réception']),
} as const satisfies Record<string, TermInfo>;

export type Term = keyof typeof VOCABULARY;

/** A word that one ENT, or one school, uses for a thing. */
export interface Synonym {
  /** The portal's host, or the school's own sub-host. */
  host: string;
  term: Term;
  label: string;
}

/** The wordings of a term, the surest first. */
export type Words = (term: Term) => readonly string[];

/**
 * The words in use on a host: those of every ENT, then those added for its portal and for the school itself. No portal has
 * words of its own here: none of the family's published any (domain Skolengo §0).
 */
export function wordsFor(host: string, own: readonly Synonym[] = []): Words {
  const here = own.filter((one) => speaksOf(one.host, host));
  return (term) => {
    const { said, guessed }: TermInfo = VOCABULARY[term];
    const added = here.filter((one) => one.term === term).map(({ label }) => label);
    return [...new Set([...said, ...added, ...guessed])];
  };
}

/** True for the name of a term; inherited names are none. */
export function isTerm(name: string): name is Term {
  return Object.hasOwn(VOCABULARY, name);
}
