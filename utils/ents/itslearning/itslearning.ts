import type { Ent } from '@/utils/ents/page';
import { importUsersPage } from './import-users-page';
import { itslearningPresence } from './presence';
import { schoolOn } from './screen';
import { synchrosPage } from './synchros-page';

/** itslearning: screens in named frames, modules on another host, and no public markup, so read by their words. */
export const itslearning: Ent = {
  ...itslearningPresence,
  name: 'itslearning',
  pages: [importUsersPage, synchrosPage],
  school: schoolOn,
  container: (document) => document.body ?? undefined,
  isCovered: (document) =>
    document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]') !== null,
};
