import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Bundles a TypeScript module of the project, with all that it imports, into one file that Node runs: what is measured is
 * then the code as it ships, and not the one that a test runner rewrites.
 * @param {string} path inside the project
 * @param {string} folder where to write it
 * @returns {Promise<string>} path of the bundle
 */
export async function bundle(path, folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@': root } },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, path),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  return join(folder, 'bundle.mjs');
}
