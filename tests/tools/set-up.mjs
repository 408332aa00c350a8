/** What a machine with only Node and npm lacks: the packages, a Chromium that accepts extensions, a Firefox. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal, root, run, runInstalled } from './run.mjs';

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock
 */

/**
 * True when node_modules is exactly what package-lock.json asks for. npm leaves out optional packages of other
 * platforms, so these may be missing; nothing else may, and nothing may be there in another version.
 * @param {string} [folder] that holds package-lock.json and node_modules
 */
export function areDependenciesInstalled(folder = root) {
  const installedPath = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  /** @type {Lock} */
  const asked = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  /** @type {Lock} */
  const installed = JSON.parse(readFileSync(installedPath, 'utf8'));
  const there = installed.packages ?? {};
  return Object.entries(asked.packages ?? {}).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in there ? there[path]?.version === version : optional === true;
  });
}

/** Installs the packages when they are missing or out of date, and WXT's generated types with them. */
export async function installDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Refusal(`Node ${process.versions.node} is too old: 20.19 or newer is needed, 22 recommended.`);
  if (!areDependenciesInstalled()) {
    console.log('  installing packages (npm ci)…');
    await run('npm', ['ci', '--no-audit', '--no-fund']);
  }
  if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) await runInstalled('wxt/bin/wxt.mjs', ['prepare']);
}

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FIREFOX_PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * A Chromium that loads unpacked extensions, installed if need be. Google Chrome is not looked for: since version 137
 * its branded builds ignore --load-extension.
 * @returns {Promise<string>} path of the program
 * @throws {Refusal} when there is none and none can be installed
 */
export async function findChromium() {
  const found =
    given('VIGIE_CHROMIUM') ?? inPath('chromium', 'chromium-browser') ?? CHROMIUM_PLACES.find(existsSync);
  if (found) return found;
  if (await installFromDebian('chromium')) return '/usr/bin/chromium';
  console.log('  installing Playwright’s Chromium…');
  const { chromium } = await import('@playwright/test');
  if (!existsSync(chromium.executablePath()))
    await runInstalled('@playwright/test/cli.js', ['install', 'chromium']).catch((error) => {
      throw new Refusal(
        `${error.message}\nNo Chromium on this machine, and none could be installed. Install one, or give its path in VIGIE_CHROMIUM.`,
      );
    });
  return chromium.executablePath();
}

/**
 * A Firefox, installed if need be. Playwright's own Firefox is no use: it does not speak the protocol by which the
 * tests install the extension.
 * @returns {Promise<string | undefined>} path of the program, `undefined` when there is none to be had
 */
export async function findFirefox() {
  const found = given('VIGIE_FIREFOX') ?? inPath('firefox-esr', 'firefox') ?? FIREFOX_PLACES.find(existsSync);
  if (found) return found;
  return (await installFromDebian('firefox-esr')) ? '/usr/bin/firefox-esr' : undefined;
}

/** @param {string} variable */
function given(variable) {
  const path = process.env[variable];
  if (path && !existsSync(path)) throw new Refusal(`${variable} names a file that does not exist: ${path}`);
  return path || undefined;
}

/** @param {string[]} names */
function inPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * @param {string} name of a Debian package
 * @returns {Promise<boolean>} false when this is no Debian, when we are not root, or when apt-get failed
 */
async function installFromDebian(name) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
  console.log(`  installing ${name} (apt-get)…`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
    return existsSync(`/usr/bin/${name}`);
  } catch (error) {
    console.log(`  apt-get could not install ${name}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}
