import type { WizardList, WizardRow } from '@/utils/core/import-wizard-facts';
import { defineRule } from '@/utils/core/rule';

export const disabledCourse = defineRule({
  id: 'disabled-course',
  impact: 'serious',
  title: 'Lignes désactivées dans l’assistant d’import',
  why: 'Ce qui est désactivé n’est pas importé, et les imports automatiques suivants le laisseront de côté eux aussi.',
  remedy:
    'À l’étape concernée, cliquez sur « Activer » pour ce qui doit être importé. Ce choix ne se refait que par un « Import Manuel ».',
  source: { guide: '001', section: 'Sélection des cours à importer (§ 3.8), Import automatique (§ 5.5)' },
  needs: ['wizardRows'],
  *check({ wizardRows }) {
    const off = wizardRows.items.filter(({ state }) => state === 'off');
    const lists = new Set(wizardRows.items.map(({ list }) => list));
    for (const list of lists) {
      const rows = wizardRows.items.filter((row) => row.list === list);
      const own = off.filter((row) => row.list === list);
      const [first, ...others] = own;
      if (!first) continue;
      if (wizardRows.complete && own.length === rows.length && !own.some(({ byTint }) => byTint)) {
        yield {
          at: first.at,
          also: others.map(({ at }) => at),
          subject: `Toutes les lignes : ${rows.length}`,
          says: `Rien n’est activé à cette étape : ${NOTHING[list]}.`,
        };
      } else for (const row of own) yield flagOf(row);
    }
  },
});

function flagOf({ at, list, name, byTint }: WizardRow) {
  const sign = byTint ? ' Seule la couleur de la ligne le dit.' : '';
  return { at, subject: name, says: `${LEFT_OUT[list]} si c’est voulu, rien à faire.${sign}`, review: true };
}

const LEFT_OUT: Record<WizardList, string> = {
  subjects: 'Matière désactivée, aucun de ses cours ne sera importé :',
  classes: 'Classe désactivée, aucun de ses cours ne sera importé :',
  groups: 'Groupe désactivé, aucun de ses cours ne sera importé :',
  courses: 'Cours désactivé, ni créé ni mis à jour :',
};

const NOTHING: Record<WizardList, string> = {
  subjects: 'l’import ne créera aucun cours',
  classes: 'l’import ne créera aucun cours de classe',
  groups: 'l’import ne créera aucun cours de groupe',
  courses: 'l’import ne créera ni ne mettra à jour aucun cours',
};
