import type { RosterRole } from '@/utils/core/roster-facts';
import { isLabel, type Label, norm } from '@/utils/reading/labels';
import { isUnseen } from '@/utils/reading/text';

/** A line of a list of people. */
export interface PersonLine {
  /** As written, without what stands in brackets after it. */
  name: string;
  role?: RosterRole;
  element: Element;
}

/** What lists of people say of a part of them that they don't name. */
export interface PeopleLines {
  people: readonly PersonLine[];
  /** « et 12 autres », « … »: there are more than the names. */
  more: boolean;
  /** A number alone, in place of the names. */
  count?: number;
}

/** Words for whole profiles: a strategy names them beside people (source 000 §2). Checked against whole lines only. */
const PROFILES: Readonly<Record<RosterRole, Label>> = {
  pupil: ['Elève', 'Elèves', 'Apprenant', 'Apprenants', 'Student', 'Students', 'Learner', 'Learners'],
  parent: ['Parent', 'Parents', 'Responsable', 'Responsables', 'Guardian', 'Guardians'],
  teacher: [
    'Enseignant',
    'Enseignants',
    'Professeur',
    'Professeurs',
    'Formateur',
    'Formateurs',
    'Teacher',
    'Teachers',
  ],
  staff: [
    'Personnel',
    'Personnels',
    'Personnel Administratif',
    'Personnels non enseignants',
    'Administrateur',
    'Administrateurs',
    'Staff',
    'Administrator',
    'Administrators',
  ],
  guest: ['Invité', 'Invités', 'Guest', 'Guests'],
};
const NOBODY: Label = ['Aucun', 'Aucune', 'Aucun utilisateur', 'None', 'No users', 'Néant', '-', '—', '0'];
/** Links and buttons among the names. */
const ACTS =
  /^(?:ajouter|retirer|supprimer|modifier|rechercher|parcourir|choisir|s[ée]lectionner|add|remove|delete|edit|search|browse|choose|select)\b/i;
const BLOCKS = /^(?:LI|P|DIV|TR|BR|UL|OL|TABLE|TBODY|OPTION|SELECT|A)$/;
const COUNT = /^(\d[\d\s]*)(?:utilisateurs?|personnes?|users?|people)?$/i;
const MORE = /(?:…|\.\.\.|\bet \d+ autres?\b|\band \d+ (?:more|others?)\b|^\+ ?\d+)/i;

/** The role that a profile's name stands for; `undefined` for anything else, people above all. */
export function roleNamed(text: string): RosterRole | undefined {
  const plain = norm(text).replace(/^(?:tous les|toutes les|all) /, '');
  return (Object.keys(PROFILES) as RosterRole[]).find((role) => isLabel(plain, PROFILES[role]));
}

/** Reads the people that an element lists: items, lines, or names between commas. Profiles are left out. */
export function peopleIn(element: Element): PeopleLines {
  const lines = linesOf(element);
  const [only, other] = lines;
  const count = only && !other ? Number(COUNT.exec(only.text)?.[1]?.replace(/\s/g, '')) : Number.NaN;
  if (!Number.isNaN(count)) return { people: [], more: false, count };
  const more = lines.some(({ text }) => MORE.test(text));
  const people = lines.flatMap(({ text, element: at }): PersonLine[] => {
    const [, name = '', inBrackets = ''] = /^(.*?)\s*(?:\(([^()]*)\))?$/.exec(text) ?? [];
    if (name === '' || MORE.test(text) || ACTS.test(name) || roleNamed(name) || isLabel(name, NOBODY))
      return [];
    const role = roleNamed(inBrackets);
    return [{ name, element: at, ...(role && { role }) }];
  });
  return { people, more };
}

function linesOf(element: Element): { text: string; element: Element }[] {
  const lines: { text: string; element: Element }[] = [];
  let words = '';
  let at = element;
  const close = (next: Element) => {
    for (const text of apart(words)) lines.push({ text, element: at });
    words = '';
    at = next;
  };
  const walk = (parent: Element) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) words += (node.nodeValue ?? '').replace(/\s+/g, ' ');
      if (node.nodeType !== 1) continue;
      const child = node as Element;
      if (isUnseen(child) || child.matches('button, input, [role="button"]')) continue;
      const block = BLOCKS.test(child.tagName.toUpperCase());
      if (block) close(child);
      walk(child);
      if (block) close(parent);
    }
  };
  if (element.tagName.toUpperCase() === 'TEXTAREA') words = (element as HTMLTextAreaElement).value;
  else walk(element);
  close(element);
  return lines;
}

/** « DUPONT, Jean » is one name: commas only part names that have several words each. */
function apart(words: string): string[] {
  const lines = words.split(/[\n;]/).flatMap((line) => {
    const parts = line.split(',').map((part) => part.trim());
    return parts.every((part) => part.includes(' ') || part === '') ? parts : [line];
  });
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => /[\p{L}\p{N}…+]/u.test(line));
}
