import { afterEach, expect, test, vi } from 'vitest';
import { getJson, LiveError } from '@/utils/ents/get-json';

const SITE = 'https://ent.example';
const signal = () => new AbortController().signal;
const redirect = () => ({ type: 'opaqueredirect', ok: false, status: 0 }) as Response;

/** Answers by path; every call is kept. */
function server(answers: Record<string, () => Response | Promise<Response>>) {
  const calls: { path: string; init: RequestInit | undefined }[] = [];
  vi.stubGlobal('location', { origin: SITE });
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const path = url.replace(SITE, '');
    calls.push({ path, init });
    const answer = answers[path];
    if (!answer) throw new TypeError('network');
    return answer();
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

test('lit du JSON, par GET, sans suivre de redirection', async () => {
  const calls = server({ '/x': () => Response.json([1]) });
  expect(await getJson('/x', signal())).toEqual([1]);
  expect(calls[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'same-origin' });
  expect(calls[0]?.init?.method ?? 'GET').toBe('GET');
});

test.each<[string, Record<string, () => Response>, string, RegExp]>([
  ['session expirée', { '/x': redirect, '/auth/oauth2/userinfo': redirect }, 'session', /reconnectez-vous/],
  [
    'double authentification en attente',
    { '/x': redirect, '/auth/oauth2/userinfo': () => Response.json({}) },
    'second-factor',
    /double authentification/,
  ],
  [
    'déconnexion dite par « 401 »',
    {
      '/x': () => new Response('', { status: 401 }),
      '/auth/oauth2/userinfo': () => new Response('', { status: 401 }),
    },
    'session',
    /reconnectez-vous/,
  ],
  [
    'déconnexion dite par la page de connexion, à la place des données',
    {
      '/x': () => new Response('<!doctype html><p>Connexion'),
      '/auth/oauth2/userinfo': () => new Response('<!doctype html><p>Connexion'),
    },
    'session',
    /reconnectez-vous/,
  ],
  [
    'refus d’une seule liste, toujours connecté',
    {
      '/x': () => new Response('', { status: 401 }),
      '/auth/oauth2/userinfo': () => Response.json({}),
    },
    'refused',
    /droits/,
  ],
  ['droits insuffisants', { '/x': () => new Response('', { status: 401 }) }, 'refused', /droits/],
  ['erreur du serveur', { '/x': () => new Response('', { status: 500 }) }, 'server', /\(500\)/],
  ['page HTML', { '/x': () => new Response('<!doctype html><p>Portail') }, 'unreadable', /autre chose/],
  ['JSON tronqué', { '/x': () => new Response('[{"id":"a"') }, 'unreadable', /autre chose/],
  ['réseau coupé', {}, 'network', /ne répond pas/],
])('%s', async (_name, answers, problem, words) => {
  server(answers);
  const error = (await getJson('/x', signal()).catch((caught: unknown) => caught)) as LiveError;
  expect(error).toBeInstanceOf(LiveError);
  expect(error.problem).toBe(problem);
  expect(error.message).toMatch(words);
});

test('une annulation n’est pas une panne', async () => {
  const controller = new AbortController();
  vi.stubGlobal('location', { origin: SITE });
  vi.stubGlobal('fetch', async () => {
    controller.abort();
    throw new DOMException('aborted', 'AbortError');
  });
  await expect(getJson('/x', controller.signal)).rejects.toMatchObject({ problem: 'cancelled' });
});

test('un autre site n’est jamais appelé', async () => {
  const calls = server({});
  await expect(getJson('https://ailleurs.example/x', signal())).rejects.toBeInstanceOf(LiveError);
  await expect(getJson('//ailleurs.example/x', signal())).rejects.toBeInstanceOf(LiveError);
  expect(calls).toEqual([]);
});
