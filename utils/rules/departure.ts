import type { User } from '@/utils/core/facts';
import type { Flag } from '@/utils/core/rule';
import { ADMINISTRATOR_WORDS, attachmentWords, hasClassHere, isAcademic, placing } from './account';

/** What a flag says of a departure, whoever it concerns. */
type Departure = Omit<Flag, 'at' | 'subject'>;

/**
 * Whether a person of the staff has left the school, as far as the feed can tell (domain Edifice §4.3); `undefined` when
 * they belong here. `awaited`: when the feed of the new year comes, in words, until it has.
 */
export function departure(user: User, awaited?: string): Departure | undefined {
  const where = placing(user);
  const classed = hasClassHere(user);
  const doubt = { review: true, verdict: 'check' } as const;
  if (where === 'elsewhere') return classed ? { ...classedHere(user), ...doubt } : gone(user, awaited);
  if (where === 'works-here' && user.attachment === 'elsewhere' && !classed) {
    const says = `${attachmentWords(user)}, mais l’annuaire lui donne une fonction ici : à vérifier avant de détacher.`;
    return { ...doubt, says, cardOnly: user.profile !== 'Teacher' };
  }
  if (where !== 'untold' || classed || !isAcademic(user)) return undefined;
  const unless = 'Si vous savez que la personne a quitté l’établissement, elle est à détacher.';
  return { ...doubt, says: untold(user), unless };
}

function untold(user: User): string {
  if (user.attachment === 'none')
    return 'Ni rattachement, ni fonction, ni classe connus ici : cela ne veut pas dire que la personne est partie.';
  return user.attachment === 'elsewhere'
    ? `${attachmentWords(user)}, mais ses fonctions ou ses classes n’ont pas pu être lues : rien ne dit que la personne est partie.`
    : 'Ni fonction ni classe ici, et l’établissement de rattachement n’a pas pu être lu : rien ne dit que la personne est partie.';
}

function classedHere(user: User): Departure {
  return {
    cardOnly: true,
    says: `${attachmentWords(user)}, et une classe d’ici figure encore sur sa fiche.`,
  };
}

/** A link made by hand is also how a school keeps somebody whom the feed does not give it (domain Edifice §4.1). */
const STILL_HERE =
  'Une fonction, une classe ou le rattachement ici ; ou si l’établissement l’a rattachée lui-même pour cette année (remplacement, intervention).';

function gone(user: User, awaited: string | undefined): Departure {
  const says = `${attachmentWords(user)} ; aucune fonction ni classe ici.`;
  const holds = ['detach-user'] as const;
  if (user.localAdmin)
    return { review: true, verdict: 'check', holds, says: `${says} ${ADMINISTRATOR_WORDS}` };
  if (awaited) {
    const wait = `Les affectations de la rentrée n’arrivent que ${awaited} : attendez-les avant de détacher.`;
    return { review: true, verdict: 'check', says: `${says} ${wait}` };
  }
  return { verdict: 'detach', says, unless: STILL_HERE };
}
