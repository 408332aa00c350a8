/**
 * `npm run new rule <id>`: writes everything a new rule needs, to be filled in: its file, its line in the registry, its
 * test, its row in README.md. Node alone: it also runs in a copy of the project without its packages.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleRow, tableRows, withRows } from './rule-row.mjs';
import { main, Refusal, root } from './run.mjs';

/** The list of rules that a new one joins unless told otherwise. */
const USUAL_LIST = 'edifice';

await main(async () => {
  const [kind, id, list = USUAL_LIST, ...more] = process.argv.slice(2);
  if (kind !== 'rule' || id === undefined || more.length > 0)
    throw new Refusal(
      'Usage: npm run new rule <id> [list], for instance: npm run new rule empty-group edifice',
    );
  newRule(id, list);
});

/**
 * Everything is checked, and worked out, before the first file is written.
 * @param {string} id
 * @param {string} list name of a file of utils/rules/lists
 * @throws {Refusal} when the id is badly formed or taken, or when a file is not as expected
 */
function newRule(id, list) {
  const listPath = `utils/rules/lists/${list}.ts`;
  if (!existsSync(join(root, listPath)))
    throw new Refusal(`There is no list « ${list} »: ${listPath} does not exist. There are ${listNames()}.`);
  if (!/^[a-z]+(-[a-z]+)+$/.test(id))
    throw new Refusal(
      `« ${id} » is no rule id: lower-case words joined by hyphens, at least two, naming what is wrong, like empty-group or changed-sync-key.`,
    );
  const rule = `utils/rules/${id}.ts`;
  const test = `tests/rules/${id}.test.ts`;
  for (const path of [rule, test])
    if (existsSync(join(root, path)))
      throw new Refusal(`${path} already exists: choose another id, or edit it.`);
  const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const written = new Map([
    [rule, ruleText(id, name)],
    [test, testText(id, name)],
    [listPath, withRule(read(listPath), id, name)],
    ['README.md', withRow(read('README.md'), id)],
  ]);
  for (const [path, text] of written) writeFileSync(join(root, path), text);
  console.log(
    `Written, to be filled in wherever they say « À écrire »:\n  ${[...written.keys()].join('\n  ')}`,
  );
  console.log('Invented facts for the table: tests/helpers/groups.ts, tests/helpers/users.ts.');
  console.log(
    `Then: npm run format && npm run readme && npx vitest run tests/rules/${id}.test.ts tests/structure.test.ts`,
  );
}

/** « edifice, itslearning… »: the lists that a rule may join. */
function listNames() {
  const files = readdirSync(join(root, 'utils/rules/lists')).sort();
  return files.map((file) => file.replace(/\.ts$/, '')).join(', ');
}

/** @param {string} path */
function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * Both the imports and the entries are in the order of ids, which is also the linter's order of imports.
 * @param {string} index
 * @param {string} id
 * @param {string} name
 */
function withRule(index, id, name) {
  if (index.includes(`'${id}':`)) throw new Refusal(`The list already has an entry for ${id}.`);
  const withEntry = insertSorted(index, /^ {2}'([\w-]+)': \w+,$/, id, `  '${id}': ${name},`);
  return insertSorted(
    withEntry,
    /^import .* from '@\/utils\/rules\/([\w-]+)';$/,
    id,
    `import { ${name} } from '@/utils/rules/${id}';`,
  );
}

/**
 * @param {string} text
 * @param {RegExp} pattern of the lines among which ours goes; its group is what they are sorted by
 * @param {string} id
 * @param {string} ours
 */
function insertSorted(text, pattern, id, ours) {
  const lines = text.split('\n');
  const idOf = (/** @type {string} */ line) => pattern.exec(line)?.[1];
  const after = lines.findIndex((line) => (idOf(line) ?? '') > id);
  const last = lines.findLastIndex((line) => idOf(line) !== undefined);
  if (last < 0) throw new Refusal('The list of rules does not look as expected: nothing was written.');
  lines.splice(after >= 0 ? after : last + 1, 0, ours);
  return lines.join('\n');
}

/**
 * @param {string} readme
 * @param {string} id
 */
function withRow(readme, id) {
  const row = ruleRow({
    id,
    title: 'À écrire',
    impact: 'minor',
    source: { guide: '004', section: 'À écrire' },
  });
  const rows = tableRows(readme);
  const after = rows.findIndex((one) => one > row);
  return withRows(readme, rows.toSpliced(after >= 0 ? after : rows.length, 0, row));
}

/**
 * @param {string} id
 * @param {string} name
 */
function ruleText(id, name) {
  return `import { defineRule } from '@/utils/core/rule';

export const ${name} = defineRule({
  id: '${id}',
  impact: 'minor',
  title: 'À écrire',
  why: 'À écrire',
  remedy: 'À écrire',
  source: { guide: '004', section: 'À écrire' },
  needs: ['manualGroups'],
  *check({ manualGroups }) {
    for (const group of manualGroups.items) {
      if (group.name !== 'À écrire') continue;
      yield { at: group.at, subject: group.name, says: 'À écrire' };
    }
  },
});
`;
}

/**
 * @param {string} id
 * @param {string} name
 */
function testText(id, name) {
  return `import { group } from '@/tests/helpers/groups';
import { complete, testRule } from '@/tests/helpers/test-rule';
import { ${name} } from '@/utils/rules/${id}';

testRule(${name}, [
  {
    name: 'À écrire : le cas signalé',
    facts: { manualGroups: complete(group('À écrire')) },
    flags: [{ subject: 'À écrire', says: /À écrire/ }],
  },
  {
    name: 'À écrire : le cas qui lui ressemble et ne l’est pas',
    facts: { manualGroups: complete(group('Chorale')) },
    passes: true,
  },
]);
`;
}
