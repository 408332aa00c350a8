import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKLISTS } from '@/utils/checklists';
import { ALL_RULES, RULES } from '@/utils/rules';
import { typographyFaults } from './helpers/typography';
import { inOrder, ruleRow, tableRows } from './tools/rule-row.mjs';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const inFolder = (folder: string) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];

/** What git would commit: tracked files, and new ones that are not ignored. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root })
  .toString()
  .split('\0')
  .filter((path) => path && existsSync(join(root, path)))
  .sort();

const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
const isText = (path: string) => !/\.(png|zip|ico|woff2?)$/.test(path);
const lineCount = (path: string) => read(path).split('\n').length - 1;

/** Files of utils/rules that declare a rule; the others hold what several rules share. */
const ruleFiles = inFolder('utils/rules').filter(
  (file) => file.endsWith('.ts') && /\bdefineRule\(/.test(read(`utils/rules/${file}`)),
);

describe('rules: files, registry, tests and README agree', () => {
  test('there are rules to speak of', () => expect(ALL_RULES.length).toBeGreaterThan(0));

  test('every file that declares a rule is registered, and every registered rule has its file', () => {
    expect(
      ruleFiles.map((file) => basename(file, '.ts')),
      'files of utils/rules, and what the lists of utils/rules/lists name (all of them in utils/rules/index.ts)',
    ).toEqual(Object.keys(RULES).sort());
  });

  test.each(Object.entries(RULES))('%s is registered under its own id', (key, rule) => {
    expect(rule.id).toBe(key);
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(read(`utils/rules/${key}.ts`)).toContain(`id: '${key}'`);
  });

  test.each(ALL_RULES.map((rule) => rule.id))('%s has a test made with testRule', (id) => {
    const path = `tests/rules/${id}.test.ts`;
    expect(existsSync(join(root, path)), `${path} is missing: copy that of another rule`).toBe(true);
    expect(read(path), `${path} must test the rule by a table`).toMatch(/\btestRule\(/);
  });

  test('the table of README.md is the registry, in the order of ids', () => {
    expect(tableRows(read('README.md')), 'run: npm run readme').toEqual(inOrder(ALL_RULES).map(ruleRow));
  });

  test.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('the texts of %s are finished', (id, rule) => {
    const path = `utils/rules/${id}.ts`;
    const { title, why, remedy, source } = rule;
    for (const [name, text] of Object.entries({ title, why, remedy, 'source.section': source.section })) {
      expect(text.trim(), `${path}: ${name} is empty`).not.toBe('');
      expect(text, `${path}: ${name} is still to be filled in`).not.toMatch(/à écrire/i);
      expect(typographyFaults(text), `${path}: ${name}; npm run format mends most of these`).toEqual([]);
    }
    for (const file of [path, `tests/rules/${id}.test.ts`])
      expect(read(file), `${file}: fill in what still says « À écrire »`).not.toMatch(/à écrire/i);
    expect(rule.needs.length, `${path}: a rule that needs nothing judges nothing`).toBeGreaterThan(0);
  });
});

describe('checklists', () => {
  const steps = CHECKLISTS.flatMap((list) =>
    list.phases.flatMap((phase) => phase.steps.map((step) => ({ list, step }))),
  );

  test('ids are unique: checklists among themselves, phases and steps within one', () => {
    expect(repeated(CHECKLISTS.map((list) => list.id))).toEqual([]);
    for (const list of CHECKLISTS) {
      expect(repeated(list.phases.map((phase) => phase.id)), list.id).toEqual([]);
      expect(repeated(steps.filter((one) => one.list === list).map((one) => one.step.id)), list.id).toEqual(
        [],
      );
    }
  });

  test('every checklist of the folder is registered', () => {
    const declared = inFolder('utils/checklists')
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...read(`utils/checklists/${file}`).matchAll(/:\s*Checklist\s*=/g)].map(() => file),
      );
    expect(
      declared,
      'each « : Checklist = » of utils/checklists needs its line in CHECKLISTS of utils/checklists/index.ts',
    ).toHaveLength(CHECKLISTS.length);
  });

  test('steps name rules that exist, and their texts are finished', () => {
    for (const { list, step } of steps) {
      const name = `${list.id} › ${step.id}`;
      for (const rule of step.rules ?? [])
        expect(Object.keys(RULES), `${name}: rules names a rule that is not registered`).toContain(rule);
      const said = 'words' in step.source ? step.source.words : step.source.section;
      for (const text of [step.text, step.why, step.where?.label ?? 'x', said]) {
        expect(text.trim(), `${name}: a text is empty`).not.toBe('');
        expect(typographyFaults(text), `${name}: ${text}; npm run format mends most of these`).toEqual([]);
      }
    }
  });
});

describe('shape of the repository', () => {
  const FOLDERS = ['.ci', 'assets', 'components', 'entrypoints', 'public', 'tests', 'utils'];

  test('the top level holds the known folders and nothing else', () => {
    const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].filter((folder) => !FOLDERS.includes(folder ?? ''))).toEqual([]);
  });

  test('budgets of lines: a rule 60, a page adapter 120, any other code 250', () => {
    const tooLong = files
      .filter((path) => isCode(path) && !path.startsWith('tests/'))
      .map((path) => ({ path, lines: lineCount(path), budget: budgetOf(path) }))
      .filter(({ lines, budget }) => lines > budget);
    expect(tooLong).toEqual([]);
  });

  test('no barrel file but the three registries', () => {
    const indexes = files.filter((path) => /^(utils|components)\/.*\bindex\.tsx?$/.test(path));
    const registries = ['utils/checklists/index.ts', 'utils/ents/index.ts', 'utils/rules/index.ts'];
    expect(indexes.filter((path) => !registries.includes(path))).toEqual([]);
  });

  test('no test is skipped, focused or left for later', () => {
    const dodge = new RegExp(
      `\\b(?:test|it|describe)\\.(?:${['skip', 'only', 'todo', 'fixme', 'skipIf'].join('|')})\\b`,
    );
    const tests = files.filter((path) => /\.(test|spec)\.tsx?$/.test(path));
    expect(tests.filter((path) => dodge.test(read(path)))).toEqual([]);
  });

  test('no file tells of the machine it was written on', () => {
    const traces = [
      /\/(?:home|Users|work|tmp\/wt|root)\/[\w.-]+/,
      /"resolved":/,
      /\bregistry\.[\w-]+\.(?:com|org|net|io|dev)\b/,
    ];
    const telling = files
      .filter((path) => isText(path) && path !== 'tests/structure.test.ts')
      .filter((path) => traces.some((trace) => trace.test(read(path))));
    expect(telling).toEqual([]);
  });

  test('no code is put off', () => {
    const later = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
    expect(files.filter((path) => isCode(path) && later.test(read(path)))).toEqual([]);
  });
});

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** A page adapter is a file of an ENT's folder that declares a `Page`. */
function budgetOf(path: string): number {
  if (path.startsWith('utils/rules/') && ruleFiles.includes(basename(path))) return 60;
  if (path.startsWith('utils/ents/') && /:\s*Page\s*=/.test(read(path))) return 120;
  return 250;
}
