import { type Page, Unreadable } from '@/utils/ents/page';
import { controlsIn, findControls } from '@/utils/reading/control';
import type { Label } from '@/utils/reading/labels';
import { importFilePage } from './import-file-page';
import { importHistoryPage } from './import-history-page';
import { importRecapPage } from './import-recap-page';
import { titlesOn } from './import-screen';
import { importStepsPage } from './import-steps-page';
import { importSummaryPage } from './import-summary-page';
import { importUsersStepPage } from './import-users-step-page';
import { MANUAL_IMPORT, MODULE } from './import-words';
import { isOnlyAFrame, isTitled } from './screen';

const ADD_FILE: Label = ['Ajouter un fichier', 'Add a file', 'Add file'];
const OTHERS: readonly Page[] = [
  importFilePage,
  importStepsPage,
  importUsersStepPage,
  importSummaryPage,
  importHistoryPage,
  importRecapPage,
];

/**
 * « Import EDT » before a file is sent: the school, then the file (source 001 §3.3). Also any screen that bears the name
 * of the module and is none of its known steps: a step that was redesigned must be said, not passed over.
 */
export const importStartPage: Page = {
  id: 'itslearning/import-edt',
  title: 'Import EDT',

  recognise(document, url) {
    if (isOnlyAFrame(document)) return false;
    const named = isTitled(document, MODULE) || titlesOn(document, MODULE).length > 0;
    if (!named && findControls(document, MANUAL_IMPORT, 'button').length === 0) return false;
    return !OTHERS.some((page) => page.recognise(document, url));
  },

  gather(document) {
    const starts = findControls(document, MANUAL_IMPORT).length > 0;
    const files = controlsIn(document).some(({ kind }) => kind === 'file');
    if (!starts && !files && findControls(document, ADD_FILE).length === 0)
      throw new Unreadable('l’étape de l’import n’est aucune de celles qui sont connues');
    return {};
  },

  places: () => new Map(),
};
