import type { Facts } from '@/utils/core/facts';
import type { ReportLine } from '@/utils/core/import-report-facts';
import type { RosterRole } from '@/utils/core/roster-facts';
import { textOf } from '@/utils/reading/text';

const PAGE = 'edifice/import-wizard';
/** « Créé », « Modifié », « Supprimé » (domain Edifice §5.4). */
const OPERATIONS: readonly (readonly [RegExp, ReportLine['operation']])[] = [
  [/^cr[ée]/i, 'created'],
  [/^modif/i, 'updated'],
  [/^suppr/i, 'deleted'],
];
/** The console's own names of profiles, and the French ones. */
const PROFILES: readonly (readonly [RegExp, RosterRole])[] = [
  [/^(student|[ée]l[èe]ve)/i, 'pupil'],
  [/^(relative|parent)/i, 'parent'],
  [/^(teacher|enseignant)/i, 'teacher'],
  [/^personnel/i, 'staff'],
  [/^(guest|invit)/i, 'guest'],
];

/**
 * The lines of « Rapport intermédiaire » that are shown, ten a page: what each would do and for which profile, never for
 * whom (domain Edifice §2.6, §10.1). Nothing while another step is shown.
 */
export function importReportOn(document: Document): Pick<Facts, 'importReport'> {
  const report = linesOn(document);
  if (!report) return {};
  const { headers, lines, total } = report;
  const columnOf = (name: RegExp) => headers.findIndex((header) => name.test(header));
  const [operation, profile] = [columnOf(/^op[ée]ration/i), columnOf(/^profil/i)];
  const items = lines.flatMap(([key, row]): ReportLine[] => {
    const does = meaning(OPERATIONS, shownIn(row.cells[operation]));
    const role = meaning(PROFILES, shownIn(row.cells[profile]));
    const at = { in: 'page', page: PAGE, key } as const;
    return does ? [{ at, operation: does, ...(role && { profile: role }) }] : [];
  });
  return {
    importReport: { items, complete: items.length === total, read: { shown: items.length, total } },
  };
}

/** Where the lines of the report stand, by the key of their fact. */
export function reportPlaces(document: Document): readonly (readonly [string, Element])[] {
  return linesOn(document)?.lines ?? [];
}

/** A line bears its own number in its file; lines are told apart by their place in the report, which the pager says. */
function linesOn(document: Document) {
  const step = document.querySelector('ode-import-csv ode-step.active');
  const table = step?.querySelector('table.report');
  const rows = [...(table?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])];
  if (!step || !table || rows.length === 0) return undefined;
  const pager = textOf(step.querySelector('ode-pager')).match(/\d+/g) ?? [];
  const [from = 1, , total = rows.length] = pager.map(Number);
  const headers = [...table.querySelectorAll('thead th')].map(textOf);
  return {
    headers,
    total,
    lines: rows.map((row, index) => [`${textOf(row.cells[0] ?? null)}|${from + index}`, row] as const),
  };
}

/** Values stand in fields, not in text. */
function shownIn(cell: Element | undefined): string {
  const field = cell?.querySelector<HTMLSelectElement | HTMLInputElement>('select, input');
  if (!field) return textOf(cell ?? null);
  const option = 'selectedOptions' in field ? field.selectedOptions[0] : undefined;
  return (option ? textOf(option) : field.value).trim();
}

function meaning<T>(words: readonly (readonly [RegExp, T])[], text: string): T | undefined {
  return words.find(([word]) => word.test(text))?.[1];
}
