import { defineRule } from '@/utils/core/rule';
import { others, placeOf } from './roster-words';

/** What is wrong beyond doubt, whatever the file is compared with; the rest may be the file's own way. */
const CERTAIN = ['headers-only', 'single-column', 'no-header', 'huge-cell', 'lost-encoding'];

export const damagedFile = defineRule({
  id: 'damaged-file',
  impact: 'serious',
  title: 'Fichier abîmé ou mal enregistré',
  why: 'L’ENT lirait autre chose que ce que montre un tableur : lignes décalées, noms illisibles, comptes manquants ou en double.',
  remedy:
    'Repartir de l’extraction d’origine, ou corriger la ligne indiquée dans un éditeur de texte, puis choisir le fichier à nouveau.',
  source: { guide: '000', section: '1.4.A Points de vigilance' },
  needs: ['fileFaults'],
  *check({ fileFaults }) {
    for (const { at, file, code, message, advice } of fileFaults.items) {
      const says = `${placeOf(at)}\u00A0: ${message} ${advice}`;
      if (CERTAIN.includes(code)) yield { at, subject: file, says, holds: ['import-file'] };
      else yield { at, subject: file, says, review: true };
    }
    yield* others(fileFaults);
  },
});
