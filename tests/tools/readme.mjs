/** `npm run readme`: rewrites the rule table of README.md from the registry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './load.mjs';
import { inOrder, ruleRow, withRows } from './rule-row.mjs';
import { main, root } from './run.mjs';

await main(async () => {
  const path = join(root, 'README.md');
  const { ALL_RULES } = /** @type {typeof import('../../utils/rules/index')} */ (
    await load('utils/rules/index.ts')
  );
  writeFileSync(path, withRows(readFileSync(path, 'utf8'), inOrder(ALL_RULES).map(ruleRow)));
  console.log(`README.md: ${ALL_RULES.length} rules.`);
});
