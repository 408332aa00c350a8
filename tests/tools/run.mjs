/** Running other programs, and saying what is going on. Node alone: nothing is installed yet when this is read. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Top folder of the project. */
export const root = join(import.meta.dirname, '..', '..');

/** A step that failed in a way the person can do something about: its message is all they need to read. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/**
 * Runs a program in the project's folder.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: boolean, cwd?: string, env?: NodeJS.ProcessEnv }} [options] `show`: its output goes straight to the
 *   terminal; otherwise it is kept, and shown only if the program fails
 * @returns {Promise<string>} its standard output, empty when shown
 * @throws {Refusal} when it can't be started or exits with anything but 0
 */
export function run(program, args, { show = false, cwd = root, env = {} } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, npm_config_loglevel: 'error', ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    // npm and npx are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  });
  let out = '';
  let all = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
    all += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    all += chunk;
  });
  const command = [program, ...args].join(' ');
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`Could not start « ${command} »: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out);
      else reject(new Refusal(`${lastLines(all)}« ${command} » ended with ${signal ?? `code ${code}`}.`));
    });
  });
}

/**
 * Runs a program of node_modules/.bin by its own file, so that no shell and no npx stands between.
 * @param {string} script path inside node_modules, e.g. `wxt/bin/wxt.mjs`
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runInstalled(script, args, options) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], options);
}

/**
 * Announces a step, does it, says how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now();
  console.log(`▸ ${name}`);
  const result = await work();
  console.log(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs the main function of a tool: a refusal is said in its own words, anything else with its trace. Either way the
 * process ends with 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    const text = error instanceof Refusal ? error.message : error instanceof Error ? error.stack : error;
    console.error(`\n✘ ${text}`);
    process.exitCode = 1;
  }
}

/** @param {string} text */
function lastLines(text) {
  // Some programs colour each letter, whatever NO_COLOR says.
  const lines = stripVTControlCharacters(text).trimEnd().split('\n');
  const kept = lines.slice(-120).join('\n');
  const cut = lines.length > 120 ? `… (${lines.length - 120} lines above)\n` : '';
  return kept ? `${cut}${kept}\n` : '';
}
