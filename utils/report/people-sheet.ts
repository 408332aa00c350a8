import { followOf, type PersonRow, PROFILE_LABELS, type Said, VERDICT_LABELS } from '@/utils/core/person';

const HEAD = ['Personne', 'Profil', 'Verdict', 'Suivi', 'Raisons', 'Ce qui changerait le verdict'];

/** The table of verdicts as rows of text, its head first; without names, people are numbered. */
export function peopleSheet(
  rows: readonly PersonRow[],
  said: ReadonlyMap<string, Said>,
  named: boolean,
): string[][] {
  const lines = rows.map(({ name, apart, profile, verdict, reasons, link }, index) => [
    named ? `${name}${apart ? ` (${apart})` : ''}` : `Personne ${index + 1}`,
    profile ? PROFILE_LABELS[profile] : '',
    VERDICT_LABELS[verdict],
    followOf(verdict, said.get(link)),
    reasons.map(({ says }) => says).join(' '),
    [...new Set(reasons.flatMap(({ unless }) => unless ?? []))].join(' '),
  ]);
  return [HEAD, ...lines];
}

/** A page to print: a title and a table, nothing that runs and nothing that is fetched. */
export function printablePage(title: string, [head = [], ...lines]: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((one) => `<${tag}>${escaped(one)}</${tag}>`).join('')}</tr>`;
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
body{font:12px/1.4 system-ui,sans-serif;margin:16px}h1{font-size:16px}table{border-collapse:collapse}
th,td{border:1px solid #777;padding:4px 6px;text-align:left;vertical-align:top}tr{break-inside:avoid}
</style></head><body><h1>${escaped(title)}</h1><table><thead>${row(head, 'th')}</thead><tbody>${lines
    .map((line) => row(line, 'td'))
    .join('')}</tbody></table></body></html>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
