import type { MenuEntry } from '@/utils/core/itslearning-facts';
import { type Page, Unreadable } from '@/utils/ents/page';
import { isLabel, type Label } from '@/utils/reading/labels';
import { uniqueByKey, visibleText } from '@/utils/reading/text';
import { isOnlyAFrame, isShortTitled } from './screen';

const ID = 'itslearning/administration';
/** Source 001 §3.2 and source 000 §2; administrators don't all have all of them. */
const ENTRIES: Label = [
  "Droits des utilisateurs et droits d'accès",
  'Users and access rights',
  'Superviseurs',
  'Mentors',
  'Hiérarchie',
  'Hierarchy',
  'Cours',
  'Courses',
  'Projets',
  'Projects',
  'Gestion des réservations',
  'Périodes',
  'Terms',
  'Référentiel des compétences',
  'Gérer les paramètres des rapports de compétences',
  'Gérer les tableaux des parents',
  'Stratégies',
  'Policies',
  'Corbeille',
  'Trash can',
  'Import EDT',
  'Import Utilisateur CSV',
  'Services Externes PP',
  'Suivi synchro',
  'Suivi Synchros',
];
/** Fewer known entries than that, and it is another menu, or another wording. */
const FEWEST = 3;

/** The menu « Administration »: what this administrator may do. Nothing is to be controlled on it. */
export const menuPage: Page = {
  id: ID,
  title: 'Administration',

  recognise: (document) => !isOnlyAFrame(document) && isShortTitled(document, 'menu'),

  gather(document) {
    const items = entries(document).map(
      ({ name, link }): MenuEntry => ({ at: { in: 'page', page: ID, key: name, link }, name, link }),
    );
    if (items.length < FEWEST)
      throw new Unreadable('les entrées du menu (Hiérarchie, Cours, Stratégies…) sont introuvables');
    return { menuEntries: { items, complete: true, read: { shown: items.length, total: items.length } } };
  },

  places(document) {
    const names = new Map(entries(document).map(({ element, name }) => [element, name]));
    return uniqueByKey(names.keys(), (element) => names.get(element) ?? '');
  },
};

function entries(document: Document): { element: Element; name: string; link: string }[] {
  return [...document.querySelectorAll('a[href]')].flatMap((element) => {
    const name = visibleText(element);
    const link = element.getAttribute('href') ?? '';
    return isLabel(name, ENTRIES) ? [{ element, name, link }] : [];
  });
}
