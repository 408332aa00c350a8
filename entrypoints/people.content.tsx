import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PeopleSection } from '@/components/overlay/people-section';
import { isoDate } from '@/utils/core/context';
import { download, openToPrint } from '@/utils/hand-over';
import { csvFile } from '@/utils/report/csv';
import { peopleSheet, printablePage } from '@/utils/report/people-sheet';
import type { PeopleScript } from './overlay/people-script';

/** The table of people, which only the frame where a school was read pays for: the background brings it on demand. */
export default defineContentScript({
  registration: 'runtime',
  // Only there because a registration must name something: nothing registers this script.
  matches: ['https://enthdf.fr/*'],
  main() {
    (globalThis as PeopleScript).vigiePeople = (container, drawn) => {
      if (!drawn) return render(null, container);
      const { people, school, actions } = drawn;
      const exportPeople = (
        kind: 'csv' | 'print',
        named: boolean,
        rows: Parameters<typeof peopleSheet>[0],
      ) => {
        const sheet = peopleSheet(rows, people.said, named);
        const today = isoDate(new Date());
        const title = `${school.name}, personnes, ${today}`;
        if (kind === 'csv')
          download(`vigie-personnes-${school.uai ?? school.id}-${today}.csv`, csvFile(sheet));
        else if (!openToPrint(printablePage(title, sheet))) return actions.notify(POPUP_REFUSED);
        const how = kind === 'csv' ? 'en CSV' : 'à imprimer';
        actions.exported(`le tableau des personnes, ${how}${named ? ', avec les noms' : ', sans les noms'}`);
      };
      render(<PeopleSection people={people} actions={{ ...actions, exportPeople }} />, container);
    };
  },
});

const POPUP_REFUSED =
  'Le navigateur a refusé d’ouvrir la page à imprimer : autorisez les fenêtres de ce site, puis recommencez.';
