import type { ComponentChildren } from 'preact';
import { ROW_HEIGHT, useRows } from './use-window';
import type { SchoolRow } from './view';

interface WindowedBodyProps {
  rows: readonly SchoolRow[];
  /** How many columns a gap spans. */
  columns: number;
  /** The cells of a row. */
  children(row: SchoolRow): ComponentChildren;
}

/** The body of a long table: only the rows in sight are drawn, and the room of the others is kept. */
export function WindowedBody({ rows, columns, children }: WindowedBodyProps) {
  const { from, to, body } = useRows(rows.length);
  return (
    <tbody ref={body}>
      <Gap key="above" rows={from} columns={columns} />
      {rows.slice(from, to).map((row, index) => (
        // The heading is the first row.
        <tr key={row.key} aria-rowindex={from + index + 2}>
          {children(row)}
        </tr>
      ))}
      <Gap key="below" rows={rows.length - to} columns={columns} />
    </tbody>
  );
}

function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    <tr class="gap">
      <td colSpan={columns} style={`height:${rows * ROW_HEIGHT}px`} />
    </tr>
  );
}
