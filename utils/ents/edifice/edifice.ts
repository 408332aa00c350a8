import type { Ent } from '@/utils/ents/page';
import { groupPage } from './group-page';
import { importWizardPage } from './import-wizard-page';
import { edificeLive } from './live';
import { manualGroupsPage } from './manual-groups-page';
import { edificePresence } from './presence';
import { schoolNow } from './school-now';
import { userPage } from './user-page';
import { usersPage } from './users-page';

/** Edifice (ONE, NEO, entcore): one single-page console under `/admin`. */
export const edifice: Ent = {
  ...edificePresence,
  name: 'Edifice',
  pages: [manualGroupsPage, groupPage, usersPage, userPage, importWizardPage],
  school: schoolNow,
  container: (document) => document.querySelector('ode-admin-app') ?? undefined,
  modal: (document) => document.querySelector('ode-lightbox > section, ode-lightbox-confirm section'),
  live: edificeLive,
};
