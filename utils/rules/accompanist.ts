import type { User } from '@/utils/core/facts';
import type { Flag } from '@/utils/core/rule';
import { ADMINISTRATOR_WORDS, attachmentWords, placing, worksHere } from './account';

/** In how many schools the account is loaded: a platform may show this one only, functions still name the others. */
export function schoolsOf({ structures = [], functions = [] }: User): number {
  const named = new Set(functions.flatMap(({ structure }) => structure ?? []));
  return Math.max(structures.length, named.size);
}

/** What is known besides the account. */
interface Known {
  /** Manual groups of this school that the person is in. */
  groups: readonly string[];
  /** False when another group may hold the person. */
  allRead: boolean;
  /** When the feed of the staff is awaited, in words, until it has come. */
  awaited?: string;
}

/** What to say of somebody who accompanies pupils and may not work here: what ties them to this school decides. */
export function sorting(user: User, { groups, allRead, awaited }: Known): Omit<Flag, 'at' | 'subject'> {
  const many = schoolsOf(user);
  const loaded = many > 1 ? `Compte chargé dans ${many} établissements. ` : '';
  const ties = [
    ...(worksHere(user) ? ['une fonction'] : []),
    ...groups.map((name) => `le groupe « ${name} »`),
  ];
  const tied = `${loaded}${ties.length > 0 ? `Ici : ${ties.join(', ')} ; aucune classe.` : 'Ici : ni fonction, ni classe, ni groupe.'}`;
  const unless = 'Si la personne exerce ici, ne rien faire.';
  const doubt = { review: true, verdict: 'check', unless } as const;
  if (user.localAdmin) return { ...doubt, holds: ['detach-user'], says: `${tied} ${ADMINISTRATOR_WORDS}` };
  if (awaited) return { ...doubt, says: `${tied} Attendez l’alimentation des personnels, ${awaited}.` };
  if (ties.length > 0)
    return { ...doubt, says: `${tied} L’établissement seul sait si la personne y exerce.` };
  if (user.attachment !== 'elsewhere')
    return { ...doubt, says: `${tied} L’établissement de rattachement est inconnu.` };
  if (!allRead || placing(user) !== 'elsewhere')
    return { ...doubt, says: 'Ses fonctions, ses classes ou ses groupes n’ont pas tous pu être lus.' };
  return { verdict: 'detach', unless, says: `${tied} ${attachmentWords(user)}.` };
}
