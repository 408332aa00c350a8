import type { User } from '@/utils/core/facts';
import type { Flag } from '@/utils/core/rule';
import { ADMINISTRATOR_WORDS, attachmentWords, hasClassHere, isAcademic, placing } from './account';

/** What a flag says of a departure, whoever it concerns. */
type Departure = Omit<Flag, 'at' | 'subject'>;

/**
 * Whether a person of the staff has left the school, as far as the feed can tell (domain Edifice §4.3); `undefined` when
 * they belong here. `early`: the feed of the new year has not come yet.
 */
export function departure(user: User, early: boolean): Departure | undefined {
  const where = placing(user);
  const classed = hasClassHere(user);
  const doubt = { review: true, verdict: 'check' } as const;
  if (where === 'elsewhere') return classed ? { ...classedHere(user), ...doubt } : gone(user, early);
  if (where === 'works-here' && user.attachment === 'elsewhere' && !classed) {
    const says = `${attachmentWords(user)}, mais l’annuaire lui donne une fonction ici : à vérifier avant de détacher.`;
    return { ...doubt, says, cardOnly: user.profile !== 'Teacher' };
  }
  if (where !== 'untold' || classed || !isAcademic(user)) return undefined;
  const says =
    user.attachment === 'none'
      ? 'Ni école de rattachement, ni fonction, ni classe connues ici : cela ne veut pas dire que la personne est partie.'
      : 'Ni fonction ni classe ici, et l’école de rattachement n’a pas pu être lue : rien ne dit que la personne est partie.';
  return { ...doubt, says, unless: 'Si vous savez que la personne a quitté l’école, elle est à détacher.' };
}

function classedHere(user: User): Departure {
  return {
    cardOnly: true,
    says: `${attachmentWords(user)}, et une classe d’ici figure encore sur sa fiche.`,
  };
}

function gone(user: User, early: boolean): Departure {
  const says = `${attachmentWords(user)} ; aucune fonction ni classe ici.`;
  const holds = ['detach-user'] as const;
  if (user.localAdmin)
    return { review: true, verdict: 'check', holds, says: `${says} ${ADMINISTRATOR_WORDS}` };
  if (early) {
    const wait = 'Les affectations de la rentrée n’arrivent que fin août : attendez-les avant de détacher.';
    return { review: true, verdict: 'check', says: `${says} ${wait}` };
  }
  return { verdict: 'detach', says, unless: 'Une fonction, une classe ou le rattachement dans cette école.' };
}
