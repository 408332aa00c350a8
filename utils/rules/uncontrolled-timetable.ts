import { defineRule } from '@/utils/core/rule';

export const uncontrolledTimetable = defineRule({
  id: 'uncontrolled-timetable',
  impact: 'serious',
  title: 'Fichier d’emploi du temps non contrôlé',
  why: 'L’import d’un mauvais fichier crée les cours d’un autre établissement ou d’une autre année, et efface les événements en place.',
  remedy:
    'Choisissez le fichier XML obtenu par « Imports/Exports » › « Socles ENT » › « Export manuel de l’emploi du temps », sans l’avoir ouvert ni enregistré dans un autre logiciel.',
  source: { guide: '001', section: 'Sélection du fichier à importer (§ 3.3)' },
  needs: ['uncontrolledTimetables'],
  *check({ uncontrolledTimetables }) {
    for (const { at, file, state, says } of uncontrolledTimetables.items) {
      const flag = { at, subject: file, says, holds: ['import-file'] } as const;
      yield state === 'running' ? { ...flag, cardOnly: true } : flag;
    }
  },
});
