import { ImpactIcon } from '@/components/impact-icon';
import { SchoolLink } from './school-link';
import { useGradually } from './use-gradually';
import type { RuleColumn, SchoolRow } from './view';

interface RuleTableProps {
  rows: readonly SchoolRow[];
  rules: readonly RuleColumn[];
  onOpen(key: string): void;
}

/** Schools × rules: which school has which problem, and which problem most have. */
export function RuleTable({ rows, rules, onOpen }: RuleTableProps) {
  const shown = useGradually(rows);
  if (rules.length === 0)
    return <p class="notice pass">Aucune règle n’a rien trouvé dans ces établissements.</p>;
  return (
    <div class="scrolls">
      <table class="numbers by-rule">
        <caption class="visually-hidden">Constats par établissement et par règle</caption>
        <thead>
          <tr>
            <th scope="col">Établissement</th>
            {rules.map(({ id, title }) => (
              <th key={id} scope="col" class="rule">
                <span>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <SchoolLink row={row} onOpen={onOpen} />
              </th>
              {rules.map(({ id }) => (
                <Cell key={id} cell={row.cells[id]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: SchoolRow['cells'][string] | undefined }) {
  if (!cell) return <td />;
  return (
    <td class={`cell ${cell.grade}`} title={cell.says}>
      <ImpactIcon grade={cell.grade} size={16} />
      <span aria-hidden="true">{cell.count > 0 ? cell.count : ''}</span>
      <span class="visually-hidden">{cell.says}</span>
    </td>
  );
}
