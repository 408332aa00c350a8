import type { Ent } from '@/utils/ents/page';
import { ENGLISH_TITLES } from './admin-titles';
import { coursesPage } from './courses-page';
import { enrolmentAt } from './enrolment';
import { hierarchyPage } from './hierarchy-page';
import { importFilePage } from './import-file-page';
import { importHistoryPage } from './import-history-page';
import { importRecapPage } from './import-recap-page';
import { importStartPage } from './import-start-page';
import { importStepsPage } from './import-steps-page';
import { importSummaryPage } from './import-summary-page';
import { importUsersPage } from './import-users-page';
import { importUsersStepPage } from './import-users-step-page';
import { menuPage } from './menu-page';
import { itslearningPresence } from './presence';
import { isTitled, schoolOn } from './screen';
import { strategiesPage } from './strategies-page';
import { strategyPage } from './strategy-page';
import { synchrosPage } from './synchros-page';
import { usersPage } from './users-page';

const ENGLISH =
  'Il est en anglais\u00A0: peu de ces libellés sont attestés, les autres sont supposés. Affichez-le en français pour être lu d’après les guides.';

/** itslearning: screens in named frames, modules on another host, and no public markup, so read by their words. */
export const itslearning: Ent = {
  ...itslearningPresence,
  name: 'itslearning',
  pages: [
    menuPage,
    importUsersPage,
    synchrosPage,
    strategiesPage,
    strategyPage,
    usersPage,
    hierarchyPage,
    coursesPage,
    importStartPage,
    importFilePage,
    importStepsPage,
    importUsersStepPage,
    importSummaryPage,
    importHistoryPage,
    importRecapPage,
  ],
  school: schoolOn,
  enrolmentAt,
  container: (document) => document.body ?? undefined,
  caution: (document) => (isTitled(document, ENGLISH_TITLES) ? ENGLISH : undefined),
  modal: (document) => document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]'),
};
