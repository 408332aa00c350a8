import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Loads a TypeScript module of the project in Node, with its `@/` imports, without building anything.
 * @template T
 * @param {string} path inside the project
 * @returns {Promise<T>} the module's exports
 */
export async function load(path) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, path), {
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@': root } },
  });
  return /** @type {T} */ (module);
}
