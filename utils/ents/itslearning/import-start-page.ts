import { type Page, Unreadable } from '@/utils/ents/page';
import { type Control, controlsIn, findControls } from '@/utils/reading/control';
import { isLabel, type Label, norm, wordings } from '@/utils/reading/labels';
import { visibleText } from '@/utils/reading/text';
import { MODULE } from './admin-titles';
import { importFilePage } from './import-file-page';
import { importHistoryPage } from './import-history-page';
import { importRecapPage } from './import-recap-page';
import { titlesOn } from './import-screen';
import { importStepsPage } from './import-steps-page';
import { importSummaryPage } from './import-summary-page';
import { importUsersStepPage } from './import-users-step-page';
import { MANUAL_IMPORT } from './import-words';
import { isOnlyAFrame, isTitled } from './screen';

const ID = 'itslearning/import-edt';
const ADD_FILE: Label = ['Ajouter un fichier', 'Add a file', 'Add file'];
const UPLOAD_KEY = 'Ajouter un fichier';
const IMPORT: Label = ['importer', "Lancer l'import", 'Envoyer', 'Import', 'Upload'];
const CLICKABLE = 'button, a, [role="button"], input[type="submit"], input[type="button"]';
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
  id: ID,
  title: 'Import EDT',

  recognise(document, url) {
    if (isOnlyAFrame(document)) return false;
    const named = isTitled(document, MODULE) || titlesOn(document, MODULE).length > 0;
    if (!named && findControls(document, MANUAL_IMPORT, 'button').length === 0) return false;
    return !OTHERS.some((page) => page.recognise(document, url));
  },

  gather(document) {
    const starts = findControls(document, MANUAL_IMPORT).length > 0;
    const files = fileFields(document);
    if (!starts && files.length === 0 && findControls(document, ADD_FILE).length === 0)
      throw new Unreadable('l’étape de l’import n’est aucune de celles qui sont connues');
    const [field, other] = files;
    // With several, nobody knows which of them is the timetable.
    if (!field || other) return {};
    const upload = {
      at: { in: 'page', page: ID, key: UPLOAD_KEY } as const,
      ...(field.value && { fileChosen: field.value }),
    };
    return { timetableUploads: { items: [upload], complete: true } };
  },

  places(document) {
    const [field, other] = fileFields(document);
    return new Map(field && !other ? [[UPLOAD_KEY, around(field.element)]] : []);
  },

  irreversible(target, document) {
    const clicked = target.closest(CLICKABLE);
    const words = clicked && (visibleText(clicked) || (clicked.getAttribute('value') ?? ''));
    if (!words || !isLabel(words, IMPORT) || fileFields(document).length !== 1) return undefined;
    return { action: 'import-file', key: UPLOAD_KEY };
  },

  chosenFiles(document) {
    const [field, other] = fileFields(document);
    const file = (field?.element as HTMLInputElement | undefined)?.files?.[0];
    return file && !other ? [{ file }] : [];
  },
};

function fileFields(document: Document): Control[] {
  return controlsIn(document).filter(({ kind }) => kind === 'file');
}

/** The smallest element that holds the field and its label; the form's own line where the label has changed. */
function around(field: Element): Element {
  for (let at = field.parentElement; at; at = at.parentElement)
    if (wordings(ADD_FILE).some((words) => norm(at?.textContent ?? '').includes(words))) return at;
  return field.parentElement ?? field;
}
