import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countTests } from './counts.mjs';
import { checkLock } from './lock.mjs';
import { areDependenciesInstalled } from './set-up.mjs';
import { checkSizes } from './sizes.mjs';

let folder: string;
const write = (path: string, content: unknown) => {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  return full;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-checks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the closing line counts', () => {
  const unit = (some: object) => ({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    testResults: [],
    ...some,
  });

  test('adds both reports up', () => {
    const paths = [
      write('unit.json', unit({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2 })),
      write('e2e.json', { stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 1 } }),
    ];
    expect(countTests(paths)).toEqual({ passed: 8, failed: 2, skipped: 3 });
  });

  test('a file that could not be loaded is a failure, though it has no test', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countTests([write('unit.json', unit({ numPassedTests: 5, testResults }))]).failed).toBe(1);
  });

  test('a test that passed when tried again is a failure', () => {
    const path = write('e2e.json', { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } });
    expect(countTests([path])).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test('a report that was never written counts for nothing', () => {
    expect(countTests([join(folder, 'none.json')])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('the lock file', () => {
  const lock = (packages: object) => () => checkLock(write('package-lock.json', { packages }));

  test('a complete one without addresses is accepted', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0' } },
      'node_modules/a-linux': {},
    };
    expect(lock(packages)).not.toThrow();
  });

  test('an address is refused by name', () => {
    expect(lock({ 'node_modules/a': { resolved: 'https://host.example/a.tgz' } })).toThrow(
      /node_modules\/a:/,
    );
  });

  test('a missing platform package is refused by name', () => {
    expect(lock({ 'node_modules/a': { optionalDependencies: { 'a-linux': '1' } } })).toThrow(
      /a-linux is missing/,
    );
  });
});

describe('whether packages must be installed again', () => {
  const installed = (asked: object, there: object | undefined) => {
    write('package-lock.json', { packages: { '': {}, ...asked } });
    if (there) write('node_modules/.package-lock.json', { packages: there });
    return areDependenciesInstalled(folder);
  };
  const one = { 'node_modules/a': { version: '1.0.0' } };

  test.each([
    ['nothing is installed', one, undefined, false],
    ['all is there', one, one, true],
    ['one is missing', one, {}, false],
    ['one has another version', one, { 'node_modules/a': { version: '1.0.1' } }, false],
    ['an optional one is missing', { 'node_modules/b': { version: '1.0.0', optional: true } }, {}, true],
    [
      'an optional one is old',
      { 'node_modules/b': { version: '2.0.0', optional: true } },
      { 'node_modules/b': { version: '1.0.0' } },
      false,
    ],
  ])('%s', (_name, asked, there, expected) => {
    expect(installed(asked, there)).toBe(expected);
  });
});

describe('size budgets', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
  });

  /** Digits that gzip cannot make much smaller. */
  const noise = (length: number) => {
    let seed = 1;
    return Array.from({ length }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return (seed % 36).toString(36);
    }).join('');
  };
  const extension = (overlay: string, chunk: string, loader = 'small') => {
    write('content-scripts/overlay.js', overlay);
    write('edifice-loader.js', loader);
    write('popup.html', '<script type="module" src="/chunks/popup.js"></script>');
    write('chunks/popup.js', 'import{a}from"./shared.js";a()');
    write('chunks/shared.js', `export const a = "${chunk}"`);
    return () => checkSizes(folder);
  };

  test('what is small passes', () => expect(extension('small', 'small')).not.toThrow());
  test('a content script over its budget is refused', () =>
    expect(extension(noise(120_000), 'small')).toThrow(/content-scripts\/overlay\.js/));
  test('a loader has a much smaller one', () =>
    expect(extension('small', 'small', noise(12_000))).toThrow(/edifice-loader\.js/));
  test('what the popup imports counts as the popup', () =>
    expect(extension('small', noise(80_000))).toThrow(/popup/));
});
