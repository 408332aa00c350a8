import type { School } from '@/utils/core/context';
import { textOf } from '@/utils/reading/text';

/** Path segments after `/admin`: the structure's identifier first (domain Edifice §1.1). */
export function route(url: URL): readonly string[] {
  const [root, ...rest] = url.pathname.split('/').filter(Boolean);
  return root === 'admin' ? rest : [];
}

/** The structure whose screen this is: identifier from the address, name from the navigation bar. */
export function schoolOn(document: Document, url: URL): School | undefined {
  const [id] = route(url);
  const name = textOf(document.querySelector('ode-navbar .navbar--title h1'));
  return id && id !== 'admc' && name ? { id, name } : undefined;
}

/** True for the administration console, served as one document under `/admin` whatever the screen. */
export function isConsole(document: Document, url: URL): boolean {
  return /^\/admin(\/|$)/.test(url.pathname) && document.querySelector('ode-admin-app') !== null;
}

/** True while the console's own spinner turns. */
export function isSpinning(document: Document): boolean {
  return document.querySelector('ode-spinner-cube.portal-spinner .spinner-wrapper') !== null;
}

/** Address of a manual group's screen. */
export function groupPath(structureId: string, groupId: string): string {
  return `/admin/${structureId}/groups/manualGroup/${groupId}/details`;
}

/** Address of a person's screen. */
export function userPath(structureId: string, userId: string): string {
  return `/admin/${structureId}/users/list/${userId}/details`;
}

/** Address of a class's screen: its tab is hidden from local administrators, the address opens for them too. */
export function classPath(structureId: string, classId: string): string {
  return `/admin/${structureId}/groups/classes/${classId}/details`;
}
