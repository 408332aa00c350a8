import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { startDemo } from '../demo/server';
import type { BenchTools } from '../tools/bench.mjs';
import { consoleOf } from './generate-console';

/** Milliseconds. */
export interface LiveAuditMeasure {
  /** The longest task of the main thread by its own processor time, which a busy machine doesn't lengthen. */
  longestTask: number;
  /** The longest silence of the main thread as a page sees it, other programs' turns included. */
  longestBlock: number;
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
  const control = overlay.getByRole('button', { name: /^Contrôler/ });
  await control.waitFor();
  const tasks = await traceTasks(page);
  const watched = page.evaluate(watchThread);
  await control.click();
  const seen = await watched;
  const longestTask = Math.max(0, ...(await tasks()));
  await page.close();
  return { ...seen, longestTask };
}

/** What Chromium's own tracing says of one task; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** Begins to trace; the function given ends it, with the processor time of every task of the pages' main threads, in ms. */
async function traceTasks(page: Page): Promise<() => Promise<number[]>> {
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
      .map(({ tdur = 0 }) => tdur / 1000);
  };
}

/** Runs in the page: messages to oneself tick as often as the thread is free, so that their silences are its blocks. */
async function watchThread(): Promise<Omit<LiveAuditMeasure, 'longestTask'>> {
  const start = performance.now();
  let longestBlock = 0;
  let last = start;
  let going = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - last);
    last = now;
    if (going) port2.postMessage(null);
  };
  port2.postMessage(null);
  const panel = () => document.querySelector('vigie-ent')?.shadowRoot?.textContent ?? '';
  while (!/Établissement contrôlé/.test(panel())) await new Promise((done) => setTimeout(done, 100));
  const took = performance.now() - start;
  // The table of people comes by a script of its own, a moment later.
  await new Promise((done) => setTimeout(done, 1500));
  going = false;
  return { longestBlock, took };
}
