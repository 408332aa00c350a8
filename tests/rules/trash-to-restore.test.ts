import { named } from '@/tests/helpers/skolengo-facts';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { trashToRestore } from '@/utils/rules/trash-to-restore';

const binned = (name: string, binnedOn?: string) =>
  named(name, binnedOn ? { binnedOn } : {}, 'skolengo/section-bin');

testRule(trashToRestore, [
  {
    name: 'ce que l’été dernier y a mis',
    facts: { binnedSections: complete(binned('Classe 3e A', '2026-07-28')) },
    flags: [{ subject: 'Classe 3e A', says: /depuis le 28\/07\/2026\s: disparaîtra/ }],
  },
  {
    name: 'la date peut manquer',
    facts: { binnedSections: complete(binned('Classe 3e A')) },
    flags: [{ subject: 'Classe 3e A', says: /^Dans la corbeille\s: disparaîtra/ }],
  },
  { name: 'corbeille vide', facts: { binnedSections: complete() }, passes: true },
]);
