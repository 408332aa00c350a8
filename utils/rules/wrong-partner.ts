import type { EntId } from '@/utils/core/facts';
import { defineRule } from '@/utils/core/rule';
import { fold } from '@/utils/matching/fold';
import { enumerated } from './lessons';

/** How the platforms are called as « socle », folded. Only entcore's « NEO-Open » is public; the others are their names. */
const PLATFORMS: Record<EntId, RegExp> = {
  itslearning: /its ?learning/,
  edifice: /\bneo\b|\bone\b|edifice|open digital|entcore/,
  skolengo: /skolengo|kosmos|k ?decole/,
};
/** Not part of the choice: EDT always keeps a key for its own makers. */
const MAKER = 'indexeducation';

export const wrongPartner = defineRule({
  id: 'wrong-partner',
  impact: 'serious',
  title: 'Fichier chiffré pour un autre socle',
  why: 'L’ENT n’a pas la clé de ce fichier : l’import s’arrête à la vérification de la clé.',
  remedy:
    'Refaites l’export : « Imports/Exports » › « Socles ENT » › « Export manuel de l’emploi du temps », en choisissant dans « Socle ENT » celui de votre ENT, « itslearning » par exemple.',
  source: {
    guide: '001',
    section: 'Génération du fichier encrypté (§ 3.1), Sélection du socle ENT (§ 5.2)',
  },
  needs: ['timetableFiles'],
  *check({ timetableFiles }, { ent }) {
    for (const { at, partners } of timetableFiles.items) {
      if (!partners) continue;
      const chosen = partners.filter((name) => fold(name).replaceAll(' ', '') !== MAKER);
      if (chosen.some((name) => PLATFORMS[ent].test(fold(name)))) continue;
      const subject = enumerated(chosen) || 'Aucun socle';
      if (chosen.length === 0) {
        yield {
          at,
          subject,
          says: 'Aucun socle ENT n’a été choisi à l’export : seul l’éditeur du logiciel peut l’ouvrir.',
          holds: ['import-file'],
        };
        continue;
      }
      const others = (Object.keys(PLATFORMS) as EntId[]).filter((one) => one !== ent);
      const isOther = chosen.every((name) => others.some((one) => PLATFORMS[one].test(fold(name))));
      const says = isOther
        ? `Le fichier a été fait pour ${subject}.`
        : `Le fichier a été fait pour « ${subject} » : vérifiez que c’est bien le socle de votre ENT.`;
      yield { at, subject, says, review: !isOther, holds: ['import-file'] };
    }
  },
});
