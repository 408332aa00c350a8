import type { SchoolYear } from '@/utils/core/context';
import type { ImportRun } from '@/utils/core/import-wizard-facts';
import type { Flag } from '@/utils/core/rule';
import { defineRule } from '@/utils/core/rule';
import { isOfYear } from './import-date';

export const failedImport = defineRule({
  id: 'failed-import',
  impact: 'serious',
  title: 'Import d’emploi du temps en erreur',
  why: 'Des cours, des groupes ou des événements n’ont pas été créés : l’agenda de l’ENT n’est pas celui d’EDT.',
  remedy:
    'Sélectionnez la ligne de l’import pour en voir le récapitulatif. S’il compte des erreurs, contactez l’assistance : le texte que le guide demande est prêt ci-dessous, joignez-y une capture d’écran.',
  source: { guide: '001', section: 'Historique des imports (§ 3.12)' },
  needs: ['importRecaps'],
  *check({ importRecaps }, { schoolYear }) {
    for (const run of importRecaps.items) yield* flagsOf(run, schoolYear);
  },
});

function* flagsOf({ at, date, counts = [] }: ImportRun, schoolYear: SchoolYear): Iterable<Flag> {
  const subject = date || 'Récapitulatif';
  let errors = 0;
  for (const { what, done, failed = 0 } of counts) {
    errors += failed;
    if (failed === 0) continue;
    const of = done === undefined ? '' : `, ${done.toLocaleString('fr-FR')} en succès`;
    const many = failed === 1 ? 'erreur' : 'erreurs';
    yield { at, subject, says: `${what} : ${failed.toLocaleString('fr-FR')} ${many}${of}.` };
  }
  if (errors > 0 || isOfYear(date, schoolYear)) return;
  const says = date
    ? 'Aucune erreur, mais cet import n’est pas de cette année scolaire : ouvrez le récapitulatif du dernier.'
    : 'Aucune erreur, mais la date de cet import n’a pas été lue : vérifiez que c’est le dernier.';
  yield { at, subject, says, review: true };
}
