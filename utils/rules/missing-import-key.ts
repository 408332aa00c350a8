import { defineRule } from '@/utils/core/rule';

export const missingImportKey = defineRule({
  id: 'missing-import-key',
  impact: 'serious',
  title: 'Fichier chiffré sans clé pour itslearning',
  why: 'L’ENT ne peut pas ouvrir ce fichier : l’import ne donnera rien.',
  remedy:
    'Refaites l’export : « Imports/Exports » › « Socles ENT » › « Export manuel de l’emploi du temps », en choisissant « itslearning » dans « Socle ENT ».',
  source: { guide: '001', section: 'Vérification du code RNE (§ 3.4), Sélection du socle ENT (§ 5.2)' },
  needs: ['importFiles'],
  *check({ importFiles }) {
    for (const { at, uai, encrypted, keyPresent } of importFiles.items) {
      if (encrypted !== true || keyPresent !== false) continue;
      yield { at, subject: uai, says: 'Le fichier est chiffré, et la clé itslearning n’y est pas.' };
    }
  },
});
