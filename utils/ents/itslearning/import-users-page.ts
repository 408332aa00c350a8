import type { RosterRole } from '@/utils/core/roster-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { type Control, controlsIn, findControl, findControls } from '@/utils/reading/control';
import { isLabel, type Label, norm } from '@/utils/reading/labels';
import { visibleText } from '@/utils/reading/text';
import { isOnlyAFrame, isTitled, MODULE_TITLES, UPDATE_ALL } from './screen';

const ID = 'itslearning/import-users';
const PROFILE: Label = ['Profil', 'Profils', 'Type de fichier', "Profil d'utilisateur", 'Profil utilisateur'];
/** What each choice holds; the first that fits, and words that are none of these say nothing (source 000 §1.4.B). */
const ROLES: readonly (readonly [RegExp, readonly RosterRole[]])[] = [
  [/parent/, ['pupil', 'parent']],
  [/enseignant|formateur|teacher/, ['teacher']],
  [/personnel|personal/, ['staff']],
  [/eleve|apprenant|student/, ['pupil']],
];
const IMPORT: Label = ['Importer', "Lancer l'import", 'Valider', 'Envoyer', 'Import'];
/** Buttons of the same form that send nothing to be imported. */
const HARMLESS: Label = [
  'Annuler',
  'Retour',
  'Rechercher',
  'Ajouter un fichier',
  'Parcourir',
  'Choisir un fichier',
];
const CLICKABLE =
  'button, a, [role="button"], input[type="submit"], input[type="button"], input[type="image"]';

/** « Import Utilisateur CSV »: the form that adds, updates and, with one box ticked, deletes accounts. */
export const importUsersPage: Page = {
  id: ID,
  title: 'Import Utilisateur CSV',

  recognise(document) {
    if (isOnlyAFrame(document)) return false;
    return isTitled(document, MODULE_TITLES.importUsers) || findControls(document, UPDATE_ALL).length > 0;
  },

  gather(document) {
    const box = findControl(document, UPDATE_ALL, 'checkbox');
    if (box?.checked === undefined)
      throw new Unreadable(`la case «\u00A0${UPDATE_ALL}\u00A0» est introuvable, ou il y en a plusieurs`);
    const file = fileField(document);
    if (!file) throw new Unreadable('le champ où choisir le fichier est introuvable, ou il y en a plusieurs');
    const profile = chosenProfile(document);
    const form = {
      at: { in: 'page', page: ID, key: UPDATE_ALL } as const,
      updateAll: box.checked,
      ...(profile && { profile }),
      ...(file.value && { fileChosen: file.value }),
    };
    return { importForm: { items: [form], complete: true } };
  },

  places(document) {
    const box = findControl(document, UPDATE_ALL, 'checkbox')?.element;
    return new Map(box ? [[UPDATE_ALL, around(box)]] : []);
  },

  irreversible(target, document) {
    const clicked = target.closest(CLICKABLE);
    const file = fileField(document);
    if (!clicked || !file) return undefined;
    const words =
      visibleText(clicked) || (clicked.getAttribute('value') ?? clicked.getAttribute('title') ?? '');
    if (isLabel(words, HARMLESS)) return undefined;
    const sends = isSubmit(clicked) && clicked.closest('form')?.contains(file.element);
    return sends || isLabel(words, IMPORT) ? { action: 'import-file', key: UPDATE_ALL } : undefined;
  },

  chosenFiles(document) {
    const field = fileField(document)?.element;
    const file = (field as HTMLInputElement | undefined)?.files?.[0];
    const profile = norm(chosenProfile(document) ?? '');
    const roles = ROLES.find(([words]) => words.test(profile))?.[1];
    return file ? [{ file, ...(roles && { roles }) }] : [];
  },
};

function fileField(document: Document): Control | undefined {
  const fields = controlsIn(document).filter(({ kind }) => kind === 'file');
  return fields.length === 1 ? fields[0] : undefined;
}

/** One list of choices, or the radio that is set under the word « Profil ». */
function chosenProfile(document: Document): string | undefined {
  return findControl(document, PROFILE, 'select')?.value || undefined;
}

function isSubmit(element: Element): boolean {
  const type = element.getAttribute('type')?.toLowerCase();
  return element.tagName.toUpperCase() === 'BUTTON'
    ? type !== 'button' && type !== 'reset'
    : type === 'submit' || type === 'image';
}

/** The smallest element that holds the box and the words beside it. */
function around(box: Element): Element {
  let at: Element = box;
  while (at.parentElement && !norm(at.textContent ?? '').includes(norm(UPDATE_ALL))) at = at.parentElement;
  return at;
}
