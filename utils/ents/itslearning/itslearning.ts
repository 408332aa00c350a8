import type { Ent } from '@/utils/ents/page';
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
import { schoolOn } from './screen';
import { strategiesPage } from './strategies-page';
import { strategyPage } from './strategy-page';
import { synchrosPage } from './synchros-page';
import { usersPage } from './users-page';

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
  modal: (document) => document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]'),
};
