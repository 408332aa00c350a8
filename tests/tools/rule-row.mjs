import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * What the guides that rules quote are called, read as data: `npm run new` knows no TypeScript.
 * @type {Record<import('../../utils/core/rule').Source['guide'], string>}
 */
const GUIDES = JSON.parse(readFileSync(join(root, 'utils/report/guides.json'), 'utf8'));

/** The rule table stands between these two lines of README.md. */
const TABLE_START = '<!-- rules -->';
const TABLE_END = '<!-- /rules -->';

/** What is above the rows. */
const TABLE_HEAD = ['| Rule | What it flags | Impact | Source |', '| --- | --- | --- | --- |'];

/**
 * The order of the README's table: by id, since rules live in several lists.
 * @template {{ id: string }} T
 * @param {readonly T[]} rules
 */
export function inOrder(rules) {
  return [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The row of one rule in README.md.
 * @param {Pick<import('../../utils/core/rule').Rule, 'id' | 'title' | 'impact' | 'source'>} rule
 */
export function ruleRow({ id, title, impact, source }) {
  return `| \`${id}\` | ${title} | ${impact} | ${GUIDES[source.guide]} – ${source.section} |`;
}

/**
 * The rows of the table in README.md.
 * @param {string} readme
 * @throws {Error} when the two marks are not there
 */
export function tableRows(readme) {
  const [, table] = /<!-- rules -->\n([\s\S]*?)<!-- \/rules -->/.exec(readme) ?? [];
  if (table === undefined) throw new Error(`README.md: ${TABLE_START} … ${TABLE_END} not found.`);
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(TABLE_HEAD.length);
}

/**
 * README.md with these rows in its table.
 * @param {string} readme
 * @param {readonly string[]} rows
 */
export function withRows(readme, rows) {
  const [before] = readme.split(TABLE_START);
  const [, after] = readme.split(TABLE_END);
  return [before, TABLE_START, '\n', [...TABLE_HEAD, ...rows].join('\n'), '\n', TABLE_END, after].join('');
}
