import { GRADE_WORDS, ImpactIcon } from '@/components/impact-icon';
import { SchoolLink } from './school-link';
import type { PhasesCell, SchoolRow } from './view';
import { WindowedBody } from './windowed-body';

/** Of the columns, px, in their order: together they fit a window of 1,280. */
const WIDTHS = [262, 118, 92, 104, 84, 98, 168, 140, 176];

/** Schools, worst first unless asked otherwise: what each risks, when it was last seen, how it moves. */
export function BoardTable(props: {
  rows: readonly SchoolRow[];
  phases: ReadonlyMap<string, PhasesCell>;
  onOpen(key: string): void;
}) {
  const { rows, phases, onOpen } = props;
  return (
    <div class="scrolls">
      <table class="numbers windowed board" aria-rowcount={rows.length + 1}>
        <caption class="visually-hidden">Établissements contrôlés</caption>
        {/* Of widths that need no cell to be measured: rows come and go while one scrolls. */}
        <colgroup>
          {WIDTHS.map((width, index) => (
            <col key={index} style={`width:${width}px`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Établissement</th>
            <th scope="col">Au pire</th>
            <th scope="col" class="count">
              Critiques
            </th>
            <th scope="col" class="count">
              Importants
            </th>
            <th scope="col" class="count">
              Mineurs
            </th>
            <th scope="col" class="count">
              À vérifier
            </th>
            <th scope="col">Dernier contrôle</th>
            <th scope="col">Tendance</th>
            <th scope="col">Étapes</th>
          </tr>
        </thead>
        <WindowedBody rows={rows} columns={9}>
          {(row) => (
            <>
              <th scope="row">
                <SchoolLink row={row} onOpen={onOpen} />
              </th>
              <td>
                <span class={`word ${row.grade}`}>
                  <ImpactIcon grade={row.grade} />
                  {GRADE_WORDS[row.grade]}
                </span>
              </td>
              <Count of={row.critical} grade="critical" />
              <Count of={row.serious} grade="serious" />
              <Count of={row.minor} />
              <Count of={row.reviews} />
              <td class={row.stale ? 'stale' : undefined}>
                {row.stale && '⚠ '}
                {row.seen}
              </td>
              <td>
                {row.trend && (
                  <>
                    <span aria-hidden="true">{row.trend.better ? '↘' : '↗'} </span>
                    {row.trend.text}
                    <span class="small"> {row.trend.since}</span>
                  </>
                )}
              </td>
              <Steps cell={phases.get(row.key)} />
            </>
          )}
        </WindowedBody>
      </table>
    </div>
  );
}

const SIGNS: Record<PhasesCell['grade'], string> = { late: '⚠ ', now: '', done: '✓ ', none: '' };

/** Empty while it is being worked out. */
function Steps({ cell }: { cell: PhasesCell | undefined }) {
  if (!cell) return <td />;
  return (
    <td class={`steps phases-${cell.grade}`}>
      <span aria-hidden="true">{SIGNS[cell.grade]}</span>
      {cell.text}
      {cell.detail && (
        <span class="small" title={cell.detail}>
          {cell.detail}
        </span>
      )}
    </td>
  );
}

/** Zeros are there for who listens, and don't catch the eye; what is worst does. */
function Count({ of, grade = '' }: { of: number; grade?: 'critical' | 'serious' | '' }) {
  return <td class={`count ${of === 0 ? 'zero' : grade}`}>{of}</td>;
}
