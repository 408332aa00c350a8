/** A school year is never cut at the end of a line: U+2011 in « 2026‑2027 », for display only since rules compare. */
export function unbroken(text: string): string {
  return text.replace(/(?<!\d)(\d{4})-(\d{2}|\d{4})(?!\d|-)/g, '$1\u2011$2');
}
