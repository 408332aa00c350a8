import { defineRule } from '@/utils/core/rule';
import { consequence, others } from './roster-words';

export const twinAccount = defineRule({
  id: 'twin-account',
  impact: 'critical',
  title: 'Personne connue ajoutée comme nouvelle',
  why: 'Cette ligne sans clé est celle d’une personne qui a déjà un compte : l’ENT lui en créerait un second.',
  remedy:
    'Retirer la ligne ajoutée et remettre celle de l’export, ou recopier sa « Clé de synchro » et son « Nom d’utilisateur ».',
  source: { guide: '000', section: '1.4.A Points de vigilance' },
  needs: ['twinAccounts'],
  *check({ twinAccounts }, { updateAll }) {
    for (const twin of twinAccounts.items) {
      const { at, before, person, platform, existing, verdict, reasons, keyWouldBeSame } = twin;
      const line = before.in === 'file' ? before.line : before.key;
      const where =
        existing === 'kept'
          ? `Cette personne est déjà dans le fichier, ligne ${line}.`
          : `Cette personne est dans l’export, ligne ${line} : sa ligne a été remplacée par une ligne sans clé.`;
      const rebuilt = keyWouldBeSame
        ? ' La clé que l’ENT recalculerait semble être la même : à vérifier avant d’importer.'
        : '';
      const review = verdict === 'check' || keyWouldBeSame;
      const doubt = verdict === 'check' ? ` Même personne\u202F? ${reasons.join(' ')}` : '';
      yield {
        at,
        subject: person,
        says: `${where}${rebuilt}${doubt} ${consequence(platform, updateAll)}`,
        also: existing === 'kept' ? [before] : [],
        holds: ['import-file'],
        ...(review && { review }),
      };
    }
    yield* others(twinAccounts);
  },
});
