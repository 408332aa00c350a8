import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { startDemo } from '../demo/server';
import type { BenchTools } from '../tools/bench.mjs';

export const title = 'from the list being there to the first mark, and the longest block of the main thread';

const ROW_COUNTS = [100, 1000, 5000, 50_000] as const;
const ROUNDS = 5;
const ADDRESS = 'https://enthdf.fr/admin/7d1f0c52-31ab-4c07-a5be-90d3e1a40001/groups/manualGroup';

/** Milliseconds. */
interface Measure {
  firstMark: number;
  longestBlock: number;
}

/**
 * A list of n rows, one in ten of a past year, put at once into the console's own markup; with the extension, and
 * without it as the control (the page's own layout is in both).
 */
export async function run({ runInstalled, openBrowser, activate, findChromium }: BenchTools): Promise<void> {
  await runInstalled('wxt/bin/wxt.mjs', ['build', '-b', 'chrome', '--mv3']);
  const demo = await startDemo();
  const session = await openBrowser({
    chromium: await findChromium(),
    extension: resolve('.output/chrome-mv3'),
    ports: demo,
    headless: true,
  });
  await activate(session, 'https://*.enthdf.fr/*');
  console.log('  rows     first mark   longest block   without us   (ms, medians of 5)');
  try {
    for (const rows of ROW_COUNTS) {
      const measures: Measure[] = [];
      const controls: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        measures.push(await once(await session.context.newPage(), rows, true));
        controls.push((await once(await session.context.newPage(), rows, false)).longestBlock);
      }
      const cells = [
        median(measures.map(({ firstMark }) => firstMark)),
        median(measures.map(({ longestBlock }) => longestBlock)),
        median(controls),
      ].map((value) => value.toFixed(0).padStart(10));
      console.log(`  ${String(rows).padEnd(8)} ${cells[0]}      ${cells[1]}   ${cells[2]}`);
    }
  } finally {
    await session.close();
    await demo.close();
  }
}

/** `withUs` false: an address outside the console, where the extension isn't registered. */
async function once(page: Page, rows: number, withUs: boolean): Promise<Measure> {
  const address = withUs ? ADDRESS : ADDRESS.replace('/admin/', '/autre/');
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: shell }),
  );
  await page.goto(address);
  if (withUs) await page.locator('vigie-ent .badge').waitFor();
  const measure = await page.evaluate(measureInPage, { rows, withUs });
  await page.close();
  return measure;
}

const shell = `<!doctype html><html lang="fr"><body><ode-admin-app><ode-navbar><div class="navbar--title"><h1>École</h1></div></ode-navbar>
<ode-groups-type-view><div class="side-card"><ode-list><div class="list-wrapper" style="height:600px;overflow:auto"><ul style="margin:0">
<li class="placeholder"></li></ul></div></ode-list></div></ode-groups-type-view></ode-admin-app></body></html>`;

/** Runs in the page: puts the rows in, then watches frames until marks are there and things are quiet again. */
async function measureInPage({ rows, withUs }: { rows: number; withUs: boolean }): Promise<Measure> {
  const list = document.querySelector('ul') as HTMLUListElement;
  const items: Node[] = [];
  for (let index = 0; index < rows; index++) {
    const item = document.createElement('li');
    item.className = 'lct-list-item';
    item.textContent = index % 10 === 0 ? `Groupe ${index} 2020-2021` : `Groupe ${index} 2026-2027`;
    items.push(item);
  }
  list.replaceChildren(...items);
  const laidOut = list.getBoundingClientRect().height;
  const start = performance.now();
  // Messages to oneself tick as often as the thread is free: the longest silence is the longest block.
  let longestBlock = 0;
  let last = start;
  let going = laidOut >= 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - last);
    last = now;
    if (going) port2.postMessage(null);
  };
  port2.postMessage(null);
  let firstMark = 0;
  const limit = withUs ? 20_000 : 600;
  while (performance.now() - start < limit) {
    await new Promise(requestAnimationFrame);
    const marked = document.querySelector('vigie-ent')?.shadowRoot?.querySelector('.mark');
    if (marked && firstMark === 0) firstMark = performance.now() - start;
    if (firstMark > 0 && performance.now() - start > firstMark + 300) break;
  }
  going = false;
  return { firstMark, longestBlock };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
