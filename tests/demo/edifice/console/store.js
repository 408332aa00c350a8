import { toast } from './dom.js';

/** What the console knows of the session and of the current structure. */
export const store = {
  session: undefined,
  config: undefined,
  structures: [],
  structure: undefined,
  groups: [],
  classes: [],
  /** Users of each structure, read once per page load. */
  usersOf: new Map(),
  /** Details of the users that were opened, by identifier. */
  opened: new Map(),
};

let pending = 0;
let spinner = () => {};

/** `show(true)` while something is loading. */
export function onLoading(show) {
  spinner = show;
}

/** Runs a task under the console's spinner. */
export async function loading(task) {
  spinner(++pending > 0);
  try {
    return await task();
  } finally {
    spinner(--pending > 0);
  }
}

/** A GET as JSON; an error is told, and thrown. */
export async function get(path) {
  return answer(await fetch(path, { headers: { accept: 'application/json' } }));
}

/** A GET whose result is of no interest here: the console makes it, so do we. */
export function touch(path) {
  return get(path).catch(() => undefined);
}

/** A write, with the session's token. */
export async function send(method, path, body) {
  const token = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
  const headers = { 'X-XSRF-TOKEN': token, 'content-type': 'application/json' };
  return answer(
    await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }),
  );
}

async function answer(response) {
  try {
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.json();
  } catch (error) {
    toast('Une erreur est survenue', String(error), 'error');
    throw error;
  }
}

export function isCentral() {
  return Boolean(store.session?.functions.SUPER_ADMIN);
}

/** The first calls of any page. */
export async function coldLoad() {
  await Promise.all([touch('/admin/i18n'), touch('/i18n')]);
  store.config = await get('/admin/api/platform/config');
  store.session = await get('/auth/oauth2/userinfo');
  store.structures = await get('/directory/structure/admin/list');
  await touch('/theme');
}

/** What every screen of a structure needs. */
export async function loadStructure(id) {
  const structure = store.structures.find((candidate) => candidate.id === id);
  const [classes, groups] = await Promise.all([
    get(`/directory/class/admin/list?structureId=${id}`),
    get(`/directory/group/admin/list?structureId=${id}&translate=true`),
    touch(`/directory/structure/${id}/sources`),
    touch(`/directory/structure/${id}/aaffunctions`),
    touch('/directory/profiles'),
    touch(`/directory/positions?structureId=${id}`),
  ]);
  Object.assign(store, { structure, classes, groups });
}

/** Users of the current structure: rows of the same person are one, their duplicates put together. */
export async function loadUsers() {
  const { id } = store.structure;
  if (store.usersOf.has(id)) return store.usersOf.get(id);
  const merged = new Map();
  for (const row of await get(`/directory/structure/${id}/users`)) {
    const known = merged.get(row.id);
    if (known) known.duplicates.push(...row.duplicates);
    else merged.set(row.id, row);
  }
  const users = [...merged.values()];
  store.usersOf.set(id, users);
  return users;
}

/** Everything the panel of one user shows. */
export async function loadUser(id) {
  const first = store.opened.size === 0;
  const [, detail] = await Promise.all([
    touch('/admin/api/platform/config'),
    get(`/directory/user/${id}?manual-groups=true`),
    touch(`/workspace/quota/user/${id}`),
    touch('/workspace/quota/default'),
    touch(`/directory/userbook/${id}`),
    touch(`/userbook/avatar/${id}`),
    ...(first
      ? [
          touch('/admin/api/platform/module/sms'),
          touch('/directory/conf/public'),
          touch(`/directory/positions?structureId=${store.structure.id}`),
        ]
      : []),
  ]);
  if (detail.id) store.opened.set(id, detail);
  return detail;
}

export const PROFILES = {
  Student: 'Élève',
  Relative: 'Parent',
  Teacher: 'Enseignant',
  Personnel: 'Personnel',
  Guest: 'Invité',
};

/** Sources are shown as they come, but for two. */
export function sourceLabel(source) {
  return { MANUAL: 'Manuel', CLASS_PARAM: 'Paramétrage de la classe' }[source] ?? source;
}

/** « LASTNAME Firstname ». */
export function fullName({ lastName, firstName }) {
  return `${lastName.toUpperCase()} ${firstName}`;
}

/** dd/MM/yyyy of an instant. */
export function frenchDate(value) {
  return new Date(value).toLocaleDateString('fr-FR');
}

/** Whole days from now to `delay` after an instant. */
export function daysLeft(since, delay) {
  return Math.max(0, Math.ceil((since + delay - Date.now()) / 86_400_000));
}
