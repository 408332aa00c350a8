import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ruleRow, tableRows } from './rule-row.mjs';

const root = join(import.meta.dirname, '..', '..');

/** A copy of what the scaffold reads and writes. */
let copy: string;
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

const scaffold = (...args: string[]) =>
  spawnSync(process.execPath, [join(copy, 'tests/tools/new.mjs'), ...args], { encoding: 'utf8' });

const installed = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: copy, encoding: 'utf8' });

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'vigie-new-'));
  for (const path of [
    'utils',
    'tests/tools',
    'tests/helpers',
    'README.md',
    'biome.json',
    'package.json',
    'wxt.config.ts',
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const path of ['vitest.config.ts', 'tsconfig.json', '.wxt'])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  mkdirSync(join(copy, 'tests/rules'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new rule', () => {
  test('writes a rule, its entry, its test and its row, which lint, compile and pass as they are', () => {
    const before = tableRows(read('README.md'));
    const run = scaffold('rule', 'locked-cupboard');
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);

    const index = read('utils/rules/lists/edifice.ts');
    expect(index).toContain("import { lockedCupboard } from '@/utils/rules/locked-cupboard';");
    expect(index).toContain("\n  'locked-cupboard': lockedCupboard,\n");
    const source = { guide: '004', section: 'À écrire' } as const;
    const row = ruleRow({ id: 'locked-cupboard', title: 'À écrire', impact: 'minor', source });
    expect(tableRows(read('README.md'))).toEqual([...before, row].sort());

    const lint = installed(
      '@biomejs/biome/bin/biome',
      ...['check', '--vcs-enabled=false', '--colors=off', 'utils/rules', 'tests/rules'],
    );
    expect(lint.stdout + lint.stderr).toContain('No fixes applied');
    expect(lint.status).toBe(0);
    const types = installed('typescript/bin/tsc', '-p', '.');
    expect(types.stdout).not.toContain('utils/rules/');
    const unit = installed('vitest/vitest.mjs', 'run', 'tests/rules/locked-cupboard.test.ts');
    expect(unit.stdout).toMatch(/Tests .*5 passed/);
  }, 60_000);

  test('keeps every import of the registry in the linter’s order, first, middle and last', () => {
    for (const id of ['aaa-first', 'past-year-grouq', 'zzz-last'])
      expect(scaffold('rule', id).status).toBe(0);
    const lint = installed(
      '@biomejs/biome/bin/biome',
      'check',
      '--vcs-enabled=false',
      'utils/rules/lists/edifice.ts',
    );
    expect(lint.status).toBe(0);
  });

  test.each([
    ['Empty-Group', /no rule id/],
    ['empty_group', /no rule id/],
    ['group', /at least two/],
    ['empty-group2', /no rule id/],
    ['../evil-rule', /no rule id/],
    ['past-year-group', /already exists/],
  ])('refuses « %s » and changes nothing', (id, message) => {
    const before = [read('README.md'), read('utils/rules/lists/edifice.ts')];
    const run = scaffold('rule', id);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(message);
    expect([read('README.md'), read('utils/rules/lists/edifice.ts')]).toEqual(before);
  });

  test.each([[[]], [['rule']], [['page', 'some-page']], [['rule', 'a-b', 'edifice', 'c-d']]])(
    'says how it is used: %j',
    (args) => {
      const run = scaffold(...args);
      expect(run.status).toBe(1);
      expect(run.stderr).toContain('npm run new rule <id>');
    },
  );

  test('a README without its table stops it before anything is written', () => {
    writeFileSync(join(copy, 'README.md'), '# No table\n');
    const run = scaffold('rule', 'locked-cupboard');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('<!-- rules -->');
    expect(read('utils/rules/lists/edifice.ts')).not.toContain('locked-cupboard');
  });
});
