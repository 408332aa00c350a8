import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What a build is made from: if one of these is newer than the build, the build is of another source. */
const SOURCES = ['assets', 'components', 'entrypoints', 'public', 'utils', 'package.json', 'wxt.config.ts'];

export type Target = 'chrome' | 'firefox';

/**
 * The folder of the built extension. `npm test` builds before it tests, so that this is only a look; alone, a test that
 * needs a build makes it when it is missing or older than the sources (two seconds).
 */
export function built(target: Target): string {
  const folder = join(root, '.output', `${target}-mv3`);
  const manifest = join(folder, 'manifest.json');
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(root, path))));
  if (!existsSync(manifest) || statSync(manifest).mtimeMs < newest) {
    const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    execFileSync(process.execPath, [wxt, 'build', '-b', target, '--mv3'], {
      cwd: root,
      stdio: 'pipe',
      // Vitest's own environment would make it a test build.
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
    });
  }
  return folder;
}

/** Every file of the built extension, as paths inside it. */
export function builtFiles(target: Target): string[] {
  return readdirSync(built(target), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(built(target).length + 1))
    .sort();
}

/** The manifest of the built extension. */
export function builtManifest(target: Target): chrome.runtime.ManifestV3 & Record<string, unknown> {
  return JSON.parse(readFileSync(join(built(target), 'manifest.json'), 'utf8'));
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
