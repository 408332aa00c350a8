/** The built extension as programs drive it: its own parts of a page are closed to everybody, Playwright included. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from './run.mjs';

const CLOSED = /(\bmode:\s*)(["'`])closed\2/g;

/**
 * A copy of a built extension that differs by one word: its shadow roots are open. Always in the same folder, since the
 * identity of an extension hangs on it; left as it is while the build is the same, since a browser may be running it.
 * @param {string} extension folder of the built extension
 * @returns {string} folder of the copy
 * @throws {Refusal} when nothing in it closes a root
 */
export function openedRoots(extension) {
  const copy = join(dirname(extension), 'opened', basename(extension));
  const built = (/** @type {string} */ folder) => statSync(join(folder, 'manifest.json')).mtimeMs;
  // A copy keeps the time of the original, but for fractions of a millisecond.
  if (existsSync(join(copy, 'manifest.json')) && Math.abs(built(copy) - built(extension)) < 2) return copy;
  const fresh = `${copy}-${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(extension, fresh, { recursive: true, preserveTimestamps: true });
  let opened = 0;
  for (const path of readdirSync(fresh, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue;
    const code = readFileSync(join(fresh, path), 'utf8');
    const open = code.replace(CLOSED, '$1$2open$2');
    if (open === code) continue;
    opened += 1;
    writeFileSync(join(fresh, path), open);
  }
  if (opened === 0) throw new Refusal(`Nothing in ${extension} closes a shadow root: pages could read ours.`);
  rmSync(copy, { recursive: true, force: true });
  renameSync(fresh, copy);
  return copy;
}
