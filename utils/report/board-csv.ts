import { csvFile } from './csv';

/** One school, as the board shows it. */
export interface BoardLine {
  name: string;
  uai: string;
  portal: string;
  worst: string;
  critical: number;
  serious: number;
  minor: number;
  reviews: number;
  /** Steps whose time is past; missing when nobody follows them here. */
  lateSteps?: number;
  /** ISO instant. */
  at: string;
  /** By rule: violations, then reviews; `complete` false where none found proves nothing. */
  rules: Readonly<Record<string, { violations: number; reviews: number; complete?: boolean } | undefined>>;
}

/** The board as Excel opens it: one line a school, one column a rule. Empty: the rule did not speak. */
export function boardCsv(
  lines: readonly BoardLine[],
  rules: readonly { id: string; title: string }[],
): string {
  const header = [
    'Établissement',
    'UAI',
    'ENT',
    'Au pire',
    'Critiques',
    'Importants',
    'Mineurs',
    'À vérifier',
    'Étapes en retard',
    'Dernier contrôle',
    ...rules.map(({ title }) => title),
  ];
  const body = lines.map((line) => [
    line.name,
    line.uai,
    line.portal,
    line.worst,
    ...[line.critical, line.serious, line.minor, line.reviews].map(String),
    line.lateSteps === undefined ? '' : String(line.lateSteps),
    line.at.slice(0, 10),
    ...rules.map(({ id }) => {
      const found = line.rules[id];
      if (!found) return '';
      const count = found.violations + found.reviews;
      return count === 0 && found.complete === false ? 'lecture partielle' : String(count);
    }),
  ]);
  return csvFile([header, ...body]);
}
