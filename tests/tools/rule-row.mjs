/**
 * The guides that rules quote, and the family of ENT (or of timetable software) that each is about.
 * @type {Record<import('../../utils/core/rule').Source['guide'], string>}
 */
export const GUIDES = {
  '000': 'itslearning, transition d’année (2021)',
  '001': 'itslearning, import de l’emploi du temps (2019)',
  '002': 'itslearning, import de l’emploi du temps (guide avancé)',
  '003': 'Skolengo, guide de changement d’année (2020)',
  '004': 'Edifice, petit guide du changement d’année (2024)',
  entcore: 'Edifice, code public d’entcore',
  'index-education': 'Index Éducation, format d’export',
};

/** The rule table stands between these two lines of README.md. */
export const TABLE_START = '<!-- rules -->';
export const TABLE_END = '<!-- /rules -->';

/** What is above the rows. */
export const TABLE_HEAD = ['| Rule | What it flags | Impact | Source |', '| --- | --- | --- | --- |'];

/**
 * The row of one rule in README.md.
 * @param {Pick<import('../../utils/core/rule').Rule, 'id' | 'title' | 'impact' | 'source'>} rule
 */
export function ruleRow({ id, title, impact, source }) {
  return `| \`${id}\` | ${title} | ${impact} | ${GUIDES[source.guide]} — ${source.section} |`;
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
