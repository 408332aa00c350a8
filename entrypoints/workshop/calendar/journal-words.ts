import { dayAndMonth } from '@/utils/checklists/calendar';
import { milestoneTitle, readingText } from '@/utils/report/steps';
import type { JournalAct } from '@/utils/store/year-records';

/** What the journal names: steps and lists by their ids. */
export interface Names {
  step(list: string, step: string): string;
  list(list: string): string;
}

/** One line of the journal, in French. Ids whose text is gone are shown as they are. */
export function journalText(act: JournalAct, names: Names): string {
  switch (act.kind) {
    case 'ticked':
      return `Coché : ${names.step(act.list, act.step)}`;
    case 'unticked':
      return `Décoché : ${names.step(act.list, act.step)}`;
    case 'proven':
      return `Constaté : ${names.step(act.list, act.step)} (${readingText(act)})`;
    case 'contradicted': {
      const points = `${act.violations} point${act.violations > 1 ? 's' : ''}`;
      return `À revoir, ${points} relevé${act.violations > 1 ? 's' : ''} : ${names.step(act.list, act.step)}`;
    }
    case 'exported':
      return `Exporté : ${act.what}`;
    case 'held':
      return `Clic retenu, ${act.resumed ? 'puis repris en connaissance de cause' : 'et abandonné'} : ${act.action} (${act.rule})`;
    case 'dated':
      return act.date
        ? `${milestoneTitle(act.milestone)} : fixée au ${dayAndMonth(act.date)}/${act.date.slice(0, 4)}`
        : `${milestoneTitle(act.milestone)} : date effacée`;
    case 'listed':
      return `Listes suivies : ${act.lists.map(names.list).join(', ')}`;
    case 'started':
      return 'Année commencée, avec ce qui était « à garder » de la précédente';
    case 'archived':
      return 'Année archivée';
    case 'reopened':
      return 'Année rouverte';
  }
}
