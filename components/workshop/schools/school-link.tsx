import type { SchoolRow } from './view';

/** The name of a school, which opens its fiches. */
export function SchoolLink({ row, onOpen }: { row: SchoolRow; onOpen(key: string): void }) {
  return (
    <>
      <button
        type="button"
        class="link"
        title={row.name}
        data-school={row.key}
        onClick={() => onOpen(row.key)}
      >
        {row.name}
      </button>
      <span class="small">{row.about}</span>
    </>
  );
}
