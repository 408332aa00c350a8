import { GRADE_PATHS, type Grade } from '@/components/impact-icon';
import { SchoolLink } from './school-link';
import { useColumns } from './use-window';
import type { RuleCell, RuleColumn, SchoolRow } from './view';
import { WindowedBody } from './windowed-body';

interface RuleTableProps {
  rows: readonly SchoolRow[];
  columns: readonly RuleColumn[];
  caption: string;
  cellsOf(row: SchoolRow): Readonly<Record<string, RuleCell>>;
  onOpen(key: string): void;
}

/** Schools × rules, or × phases: which school has which problem, and which problem most have. */
export function RuleTable({ rows, columns, caption, cellsOf, onOpen }: RuleTableProps) {
  const { from, to, box } = useColumns(columns.length);
  const groups = groupsOf(columns);
  return (
    <div class="scrolls" ref={box} style={`${MASKS};--columns:${columns.length}`}>
      <table class="numbers windowed by-rule" aria-rowcount={rows.length + 1}>
        <caption class="visually-hidden">{caption}</caption>
        <colgroup>
          <col class="names" />
          <col span={columns.length} class="narrow" />
        </colgroup>
        <thead>
          {groups.length > 0 && (
            <tr>
              <td />
              {groups.map(({ about, count }) => (
                <th key={about} scope="colgroup" colSpan={count} class="list" title={about}>
                  {about}
                </th>
              ))}
            </tr>
          )}
          <tr aria-rowindex={1}>
            <th scope="col">Établissement</th>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col" class="rule">
                <span>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <WindowedBody rows={rows} columns={columns.length + 1}>
          {(row) => {
            const cells = cellsOf(row);
            return [
              <th key="school" scope="row">
                <SchoolLink row={row} onOpen={onOpen} />
              </th>,
              <Rest key="before" columns={from} />,
              ...columns.slice(from, to).map(({ id }) => <Cell key={id} cell={cells[id]} />),
              <Rest key="after" columns={columns.length - to} />,
            ];
          }}
        </WindowedBody>
      </table>
    </div>
  );
}

/** Columns of one list stand together: what they belong to is said once above them. */
function groupsOf(columns: readonly RuleColumn[]): { about: string; count: number }[] {
  const groups: { about: string; count: number }[] = [];
  for (const { about } of columns) {
    const last = groups.at(-1);
    if (about !== undefined && last?.about === about) last.count++;
    else if (about !== undefined) groups.push({ about, count: 1 });
  }
  return groups;
}

/** Keeps the place of the columns that are out of sight. */
function Rest({ columns }: { columns: number }) {
  return columns > 0 ? <td colSpan={columns} /> : null;
}

/** One element and its number: with an icon of its own, a table of so many cells would weigh several times as much. */
function Cell({ cell }: { cell: RuleCell | undefined }) {
  if (!cell) return <td />;
  return (
    <td class={`cell ${cell.grade}`} title={cell.says} aria-label={cell.says}>
      {cell.text ?? (cell.count > 0 ? cell.count : '')}
    </td>
  );
}

/** The shapes of the icons, for the style sheet to cut out of the colour of each cell. */
const MASKS = (Object.entries(GRADE_PATHS) as [Grade, string][])
  .map(([grade, path]) => {
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill-rule='evenodd' d='${path}'/></svg>`;
    return `--mask-${grade}:url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  })
  .join(';');
