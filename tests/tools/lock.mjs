import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root } from './run.mjs';

/**
 * Checks that package-lock.json installs anywhere: no address of a registry, and none of the platform packages that a
 * listed package wants left out (npm drops those it could not fetch without a word, and `npm ci` then fails elsewhere).
 * @param {string} [path] of the lock file
 * @throws {Refusal} naming each fault
 */
export function checkLock(path = join(root, 'package-lock.json')) {
  /** @type {{ packages: Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }> }} */
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  const names = new Set(Object.keys(packages).map((entry) => entry.replace(/.*node_modules\//, '')));
  const faults = Object.entries(packages).flatMap(([name, { resolved, optionalDependencies = {} }]) => [
    ...(resolved ? [`${name}: has a "resolved" address`] : []),
    ...Object.keys(optionalDependencies)
      .filter((wanted) => !names.has(wanted))
      .map((wanted) => `${name}: ${wanted} is missing`),
  ]);
  if (faults.length > 0)
    throw new Refusal(
      `package-lock.json would not install everywhere:\n  ${faults.join('\n  ')}\nRemove node_modules and the lock file, keep .npmrc as it is, and run npm install again.`,
    );
}
