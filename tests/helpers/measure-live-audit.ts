import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { startDemo } from '../demo/server';
import type { BenchTools } from '../tools/bench.mjs';
import { consoleOf } from './generate-console';

/** Milliseconds. */
export interface LiveAuditMeasure {
  /** The longest task of the main thread by its own processor time, which a busy machine doesn't lengthen. */
  longestTask: number;
  /** The same by the clock, other programs' turns included. */
  longestWall: number;
  /** From the click to the end of the control. */
  took: number;
}

const ADDRESS = 'https://enthdf.fr/admin/s1/users/list/filter';

const SHELL = `<!doctype html><html lang="fr"><body><ode-admin-app><ode-navbar><div class="navbar--title"><h1>Cité scolaire</h1></div></ode-navbar>
<div class="console">La console</div></ode-admin-app></body></html>`;

/** Live controls of a school of `users` accounts, by the built extension in Chromium, each in a page of its own. */
export async function measureLiveAudit(
  { runInstalled, openBrowser, activate, findChromium }: BenchTools,
  users: number,
  rounds: number,
): Promise<LiveAuditMeasure[]> {
  // The measures run inside Vite's development mode, which would put Preact's own devtools into the build.
  process.env.NODE_ENV = 'production';
  await runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']);
  const demo = await startDemo();
  const session = await openBrowser({
    chromium: await findChromium(),
    extension: resolve('.output/chrome-mv3'),
    ports: demo,
    headless: true,
  });
  const { get } = consoleOf(users);
  try {
    await activate(session, 'https://*.enthdf.fr/*');
    const measures: LiveAuditMeasure[] = [];
    for (let round = 0; round < rounds; round++)
      measures.push(await once(await session.context.newPage(), get));
    return measures;
  } finally {
    await session.close();
    await demo.close();
  }
}

async function once(page: Page, get: (path: string) => Promise<unknown>): Promise<LiveAuditMeasure> {
  await page.route('https://enthdf.fr/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (pathname.startsWith('/admin/s1')) return route.fulfill({ contentType: 'text/html', body: SHELL });
    return route.fulfill({ json: await get(pathname + search) });
  });
  await page.goto(ADDRESS);
  const overlay = page.locator('vigie-ent');
  await overlay.locator('.badge').click();
  const control = overlay.getByRole('button', { name: /^Contrôler (tout|à nouveau)/ });
  await control.waitFor();
  const tasks = await traceTasks(page);
  const start = performance.now();
  await control.click();
  await overlay
    .getByText(/Établissement contrôlé/)
    .first()
    .waitFor();
  const took = performance.now() - start;
  // The table of people comes by a script of its own, a moment later.
  await overlay.getByRole('region', { name: 'Personnes', exact: true }).waitFor();
  const all = await tasks();
  await page.close();
  const longest = (of: (task: Task) => number) => Math.max(0, ...all.map(of));
  return { longestTask: longest(({ cpu }) => cpu), longestWall: longest(({ wall }) => wall), took };
}

/** Milliseconds. */
interface Task {
  cpu: number;
  wall: number;
}

/** What Chromium's own tracing says of one task; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** Begins to trace; the function given ends it, with every task of the pages' main threads. */
async function traceTasks(page: Page): Promise<() => Promise<Task[]>> {
  const client = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  return async () => {
    const ended = new Promise((done) => client.once('Tracing.tracingComplete', done));
    await client.send('Tracing.end');
    await ended;
    const threads = events.filter(
      ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
    );
    const main = new Set(threads.map(({ pid, tid }) => `${pid}/${tid}`));
    return events
      .filter(({ name, pid, tid }) => name === 'RunTask' && main.has(`${pid}/${tid}`))
      .map(({ dur = 0, tdur = 0 }) => ({ cpu: tdur / 1000, wall: dur / 1000 }));
  };
}
