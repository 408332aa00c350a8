import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PAPILLONS } from './edifice/structures';
import { ask } from './request';
import { type Demo, startDemo } from './server';

let demo: Demo;
const SETTINGS = {
  latency: 0,
  role: 'ADML',
  secondFactorPending: false,
  sessionExpired: false,
  faults: {},
  contentSecurityPolicy: '',
} as const;
const USERS = `/directory/structure/${PAPILLONS.id}/users`;

beforeAll(async () => {
  demo = await startDemo({ date: '2026-11-23' });
});
beforeEach(() => {
  demo.set(SETTINGS);
  demo.clearRequests();
});
afterAll(() => demo.close());

describe('hosts', () => {
  it('answers unknown hosts with a page that is no school platform', async () => {
    const { status, text } = await ask(demo, '/admin', { host: 'portail.example.org' });
    expect(status).toBe(200);
    expect(text).toContain('<h1>Portail</h1>');
    expect(text).not.toContain('ode-admin-app');
  });

  it('serves the same document for every path of the console, and not for its API', async () => {
    const paths = ['/admin', `/admin/${PAPILLONS.id}/users/list/filter`, '/admin/nowhere'];
    for (const path of paths) expect((await ask(demo, path)).text).toContain('<ode-admin-app');
    expect((await ask(demo, '/admin/api/platform/config')).json()).toHaveProperty('delete-user-delay');
    expect((await ask(demo, '/admin/api/nothing')).status).toBe(404);
  });

  it('records what was asked, in order', async () => {
    await ask(demo, '/theme?a=1');
    await ask(demo, '/x', { host: 'other.example.org', method: 'POST' });
    expect(demo.requests()).toMatchObject([
      { method: 'GET', host: 'enthdf.fr', path: '/theme?a=1' },
      { method: 'POST', host: 'other.example.org', path: '/x' },
    ]);
  });
});

describe('access', () => {
  it('redirects protected addresses to the second factor, and only those', async () => {
    demo.set({ secondFactorPending: true });
    const refused = await ask(demo, USERS);
    expect(refused.status).toBe(302);
    expect(refused.headers.location).toContain('/auth/validate-mfa?force=true');
    expect((await ask(demo, '/auth/validate-mfa')).text).toContain('Double authentification');
    expect((await ask(demo, '/auth/oauth2/userinfo')).json()).toHaveProperty('functions.ADMIN_LOCAL');
    expect((await ask(demo, '/directory/structure/admin/list')).status).toBe(200);
  });

  it('redirects everything to the log-in page once the session has expired', async () => {
    demo.set({ sessionExpired: true });
    for (const path of [USERS, '/auth/oauth2/userinfo', '/admin']) {
      const { status, headers } = await ask(demo, path);
      expect(status).toBe(302);
      expect(headers.location).toContain('/auth/login');
    }
  });

  it('refuses structures out of the local administrator’s scope, not the central one’s', async () => {
    const outside = '7d1f0c52-31ab-4c07-a5be-90d3e1a40101';
    expect((await ask(demo, `/directory/structure/${outside}/users`)).status).toBe(401);
    expect((await ask(demo, '/directory/structure/admin/list')).json()).toHaveLength(3);
    demo.set({ role: 'ADMC' });
    expect((await ask(demo, `/directory/structure/${outside}/users`)).status).toBe(200);
    expect((await ask(demo, '/directory/structure/admin/list')).json()).toHaveLength(17);
    expect((await ask(demo, '/auth/oauth2/userinfo')).json()).toHaveProperty('functions.SUPER_ADMIN');
  });
});

describe('faults', () => {
  it.each([
    ['html', 200, '<h1>Maintenance en cours</h1>'],
    ['500', 500, 'internal.error'],
  ] as const)('answers %s where it was asked to', async (fault, status, text) => {
    demo.set({ faults: { '/directory/group/': fault } });
    const answer = await ask(demo, `/directory/group/admin/list?structureId=${PAPILLONS.id}&translate=true`);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
    expect((await ask(demo, USERS)).status).toBe(200);
  });

  it('cuts JSON in the middle', async () => {
    demo.set({ faults: { [USERS]: 'truncated' } });
    const answer = await ask(demo, USERS);
    expect(answer.status).toBe(200);
    expect(() => answer.json()).toThrow(SyntaxError);
  });

  it('sends the policy it was given, with documents only', async () => {
    demo.set({ contentSecurityPolicy: "default-src 'self'" });
    expect((await ask(demo, '/admin')).headers['content-security-policy']).toBe("default-src 'self'");
    expect((await ask(demo, USERS)).headers).not.toHaveProperty('content-security-policy');
  });
});
