import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DemoAnswer,
  type DemoRequest,
  type DemoSettings,
  type Family,
  html,
  json,
  redirect,
} from '../family';
import type { World } from './model';
import { consoleDocument } from './page';
import { read, WITHOUT_SECOND_FACTOR } from './reads';
import { buildWorld } from './world';
import { write, XSRF_TOKEN } from './writes';

const CONSOLE_FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'console');
const HOST = 'enthdf.fr';

/** The Edifice platform of the demonstration, at enthdf.fr, in its planted state on an ISO date. */
export function edificeFamily(date: string): Family {
  let world = buildWorld(date);
  return {
    answers: (host) => host === HOST || host.endsWith(`.${HOST}`),
    handle: (request, settings) => handle(world, request, settings),
    reset() {
      world = buildWorld(date);
    },
  };
}

async function handle(world: World, request: DemoRequest, settings: DemoSettings): Promise<DemoAnswer> {
  const { url, method } = request;
  const path = url.pathname;
  const asset = /^\/admin\/public\/demo\/([a-z-]+\.(?:js|css))$/.exec(path)?.[1];
  if (asset) return file(asset);
  if (path === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '', still: true };
  if (path === '/auth/login') return html(simplePage('Connexion', 'Votre session a expiré.'));
  if (path === '/auth/validate-mfa')
    return html(simplePage('Double authentification', 'Saisissez le code reçu.'));
  if (settings.sessionExpired) return redirect(`/auth/login?callback=${encodeURIComponent(url.pathname)}`);

  const isApi = path.startsWith('/admin/api/') || path === '/admin/i18n';
  if (!isApi && (path === '/admin' || path.startsWith('/admin/')))
    return {
      ...html(consoleDocument()),
      headers: { 'set-cookie': `XSRF-TOKEN=${XSRF_TOKEN}; Path=/; Secure; SameSite=Lax` },
    };
  if (settings.secondFactorPending && !WITHOUT_SECOND_FACTOR.test(path))
    return redirect(`/auth/validate-mfa?force=true&redirect=${encodeURIComponent('/admin')}`);

  const answered = method === 'GET' ? read(world, url, settings.role) : write(world, request);
  if (answered) return answered;
  if (path === '/' && method === 'GET') return redirect('/admin');
  return json({ error: 'not.found' }, 404);
}

async function file(name: string): Promise<DemoAnswer> {
  const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  try {
    return { status: 200, type, body: await readFile(join(CONSOLE_FOLDER, name), 'utf8'), still: true };
  } catch {
    return json({ error: 'not.found' }, 404);
  }
}

function simplePage(title: string, text: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
}
