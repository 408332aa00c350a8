/** Draws public/icon/*.png from assets/icon.svg: `node tests/tools/icons.mjs`, after a change of the drawing. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, root } from './run.mjs';
import { findChromium } from './set-up.mjs';

const SIZES = [16, 32, 48, 96, 128];
/** Below this, the detailed drawing turns to mud. */
const SMALL = 32;

await main(async () => {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  mkdirSync(join(root, 'public', 'icon'), { recursive: true });
  for (const size of SIZES) {
    const drawing = size <= SMALL ? 'icon-small.svg' : 'icon.svg';
    const svg = readFileSync(join(root, 'assets', drawing), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: join(root, 'public', 'icon', `${size}.png`), omitBackground: true });
    await page.close();
  }
  await browser.close();
});
