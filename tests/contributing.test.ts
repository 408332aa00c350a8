import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);

test('CONTRIBUTING.md names files and folders that are there', () => {
  const paths = quoted.filter((words) =>
    /^(?:utils|components|entrypoints|tests|assets|public)\/[\w./-]+$/.test(words),
  );
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('CONTRIBUTING.md names commands that are there', () => {
  const names = quoted.flatMap((words) => /npm (?:run )?([a-z0-9]+)/.exec(words)?.[1] ?? []);
  expect(names).toContain('new');
  expect(names.filter((name) => name !== 'ci' && !(name in manifest.scripts))).toEqual([]);
});

test('CONTRIBUTING.md says of every package why it is here', () => {
  const rows = [...text.matchAll(/^\| ([a-z@][^|]*) \| [^|]{4,} \|$/gm)].flatMap(([, cell = '']) =>
    cell.split(', '),
  );
  const isTold = (name: string) =>
    rows.includes(name) || (name.startsWith('@types/') && rows.includes('@types/*'));
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter((name) => !isTold(name))).toEqual([]);
});
