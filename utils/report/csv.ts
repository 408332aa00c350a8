/** What a spreadsheet would take for a formula, spaces before it or not. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;

/**
 * A CSV file that Excel opens as it is in French: UTF-8 with its mark, semicolons, CRLF. A cell that a spreadsheet would
 * run as a formula is kept as text by a leading apostrophe.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(value: string): string {
  const text = FORMULA.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
