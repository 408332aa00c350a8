import type { ImportView } from '@/components/overlay/view';
import type { RosterPlatform } from '@/utils/core/roster-facts';
import type { Totals } from '@/utils/files/expected';
import type { ImportControl } from '@/utils/import-messages';

/** The words of each platform: its box that deletes, what it does to accounts, and the export to compare with. */
const WORDS: Record<RosterPlatform, { box: string; deleted: string; reference: string }> = {
  itslearning: {
    box: 'Mettre à jour tous les utilisateurs',
    deleted: 'supprimés',
    reference: 'le fichier de « Suivi synchro » tel quel',
  },
  edifice: {
    box: 'Pré-supprimer les comptes des utilisateurs absents des fichiers',
    deleted: 'pré-supprimés',
    reference:
      'les fichiers de l’« Export Transition d’année » (« Imports / Exports », « Exporter des comptes ») tels quels',
  },
};

/** What the overlay says of the files that an import screen holds. */
export function importView(
  files: readonly string[],
  control: ImportControl | undefined,
  screen: { platform: RosterPlatform; removesAbsent: boolean },
): ImportView {
  const names = files.join(', ');
  const { reference: asked } = WORDS[screen.platform];
  const untold = `${names} ${files.length > 1 ? 'n’ont pas été contrôlés' : 'n’a pas été contrôlé'}.`;
  if (!control) return { lines: [`Contrôle de ${names}…`], problems: [] };
  if (control.kind !== 'done')
    return {
      lines: [untold],
      problems: [],
      reference: asked,
      toWorkshop: true,
    };
  const { prediction, reference, problems, facts, compared } = control;
  const unread = files.every((file) =>
    facts.uncontrolledFiles?.items.some((one) => one.file === file && one.state === 'unreadable'),
  );
  if (reference === undefined) return { lines: [untold], problems, ...(unread ? {} : { reference: asked }) };
  const gauge = facts.deletionGauge?.items[0]?.says;
  const both = prediction
    ? [
        boxLine(screen.platform, true, prediction.ticked),
        boxLine(screen.platform, false, prediction.unticked),
      ]
    : [];
  return {
    lines: [
      `${compared.join(', ')} : comparé à l’export ${reference}.`,
      ...(gauge ? [gauge] : []),
      ...(screen.removesAbsent ? both : both.reverse()),
    ],
    problems,
    reference: asked,
  };
}

function boxLine(platform: RosterPlatform, ticked: boolean, { created, updated, deleted }: Totals): string {
  const count = (number: number) => number.toLocaleString('fr-FR');
  const { box, deleted: gone } = WORDS[platform];
  return `Case « ${box} » ${ticked ? 'cochée' : 'décochée'} : comptes créés ${count(created)}, reconnus ${count(updated)}, ${gone} ${count(deleted)}.`;
}
