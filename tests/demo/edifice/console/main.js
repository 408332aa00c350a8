import { groupsScreen } from './groups.js';
import { homeScreen, picker } from './home.js';
import { managementScreen } from './management.js';
import { shell } from './shell.js';
import { coldLoad, isCentral, loading, loadStructure, onLoading, store, touch } from './store.js';
import { usersScreen } from './users.js';
import { importsScreen } from './wizard.js';

const app = document.querySelector('ode-admin-app');
const SCREENS = {
  '': homeScreen,
  users: usersScreen,
  groups: groupsScreen,
  management: managementScreen,
  'imports-exports': importsScreen,
};
const DEFAULTS = {
  users: 'users/list/filter',
  'users/create': 'users/list/create',
  'users/filter': 'users/list/filter',
  groups: 'groups/manualGroup',
  management: 'management/infos',
  'imports-exports': 'imports-exports/import-csv',
};

let frame;
let turn = 0;
let screen;

/**
 * Goes to a path: what the screen needs is read first, then the address changes, then the document follows.
 * A later navigation overtakes this one. `replace` and `pop` say what to do with the history.
 */
export async function navigate(path, { mode = 'push' } = {}) {
  const mine = ++turn;
  const [, , id = '', ...rest] = path.split('?')[0].split('/');
  await loading(async () => {
    if (!id) return show(mine, '/admin', mode, () => welcome());
    if (id === 'admc') return show(mine, '/admin/admc/dashboard', mode, () => frame.body(picker(navigate)));
    if (!store.structures.some((structure) => structure.id === id))
      return show(mine, path, mode, () => frame.blank());
    const wanted = DEFAULTS[rest.join('/').replace(/\/$/, '')] ?? rest.join('/');
    if (store.structure?.id !== id) {
      await loadStructure(id);
      screen = undefined;
    }
    if (mine !== turn) return;
    await open(mine, id, wanted, path.split('?')[1], mode);
  });
}

async function open(mine, id, wanted, query, mode) {
  const [area = '', ...rest] = wanted.split('/');
  const make = SCREENS[area];
  if (!make) return navigate(`/admin/${id}`, { mode: 'replace' });
  const kept = screen?.area === area ? screen : { area, ...make({ navigate }) };
  const prepared = await kept.prepare(rest, new URLSearchParams(query ?? ''));
  if (mine !== turn) return;
  if (prepared.redirect) return navigate(`/admin/${id}/${prepared.redirect}`, { mode: 'replace' });
  const address = `/admin/${id}${wanted ? `/${wanted}` : ''}${query ? `?${query}` : ''}`;
  await show(mine, address, mode, () => {
    screen = kept;
    frame.structure(store.structure, area, kept.host);
    prepared.show();
  });
}

/** The address first, the document a moment later. */
async function show(mine, address, mode, draw) {
  if (mode === 'push' && address !== location.pathname + location.search) history.pushState({}, '', address);
  else if (mode !== 'pop') history.replaceState({}, '', address);
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (mine === turn) draw();
}

function welcome() {
  const [only, ...others] = store.structures;
  if (isCentral()) return navigate('/admin/admc/dashboard', { mode: 'replace' });
  if (only && others.length === 0) return navigate(`/admin/${only.id}`, { mode: 'replace' });
  return frame.body(picker(navigate));
}

async function start() {
  frame = shell(app, navigate);
  onLoading(frame.spin);
  await loading(coldLoad);
  window.addEventListener('popstate', () => navigate(location.pathname + location.search, { mode: 'pop' }));
  await navigate(location.pathname + location.search, { mode: 'replace' });
  await touch('/zendeskGuide/config?module=admin');
}

start();
