import type { ImportRun } from '@/utils/core/import-wizard-facts';
import type { Flag } from '@/utils/core/rule';
import { defineRule } from '@/utils/core/rule';
import { fold } from '@/utils/matching/fold';

export const failedImport = defineRule({
  id: 'failed-import',
  impact: 'serious',
  title: 'Import d’emploi du temps en erreur ou inachevé',
  why: 'Des cours, des groupes ou des événements n’ont pas été créés : l’agenda de l’ENT n’est pas celui d’EDT.',
  remedy:
    'Sélectionnez la ligne de l’import pour en voir le récapitulatif. S’il compte des erreurs, contactez l’assistance : le texte que le guide demande est prêt ci-dessous, joignez-y une capture d’écran.',
  source: { guide: '001', section: 'Historique des imports (§ 3.12)' },
  needs: ['importRuns'],
  *check({ importRuns }) {
    for (const run of importRuns.items) yield* flagsOf(run);
  },
});

/** The words of the guides; the states of an import that waits are not public (domain itslearning §9). */
const DONE = /^(?:fait|termine|done|completed)\b/;
const BROKEN = /^(?:interrompu|erreur|echec|echoue|annule|interrupted|failed|error|cancelled)\b/;

function* flagsOf({ at, date, status, counts = [], latest }: ImportRun): Iterable<Flag> {
  const subject = date || 'Récapitulatif';
  for (const { what, done, failed = 0 } of counts) {
    if (failed === 0) continue;
    const of = done === undefined ? '' : `, ${done.toLocaleString('fr-FR')} en succès`;
    const errors = failed === 1 ? 'erreur' : 'erreurs';
    yield { at, subject, says: `${what} : ${failed.toLocaleString('fr-FR')} ${errors}${of}.` };
  }
  // An older import that was broken off has been made again since.
  if (!latest || status === undefined) return;
  const said = fold(status);
  if (BROKEN.test(said)) {
    yield { at, subject, says: `Le dernier import est « ${status} ».` };
  } else if (!DONE.test(said)) {
    const says = `Le dernier import n’est pas encore « Fait » : il est « ${status} ». Rouvrez « Historique » dans quelques minutes.`;
    yield { at, subject, says, review: true };
  }
}
