import { useId } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { GRADE_WORDS, ImpactIcon } from '@/components/impact-icon';
import { Decision } from './decision';
import { Difference } from './difference';
import type { GroupView, RowView } from './results-view';
import type { WorkshopActs } from './view';

/** What can be done to a finding; rows without a couple to decide upon only need `more`. */
export type FindingActs = Pick<WorkshopActs, 'more'> &
  Partial<Pick<WorkshopActs, 'decide' | 'chooseCorrection'>>;

/** Everything that one repair mends: why, how, and each place. */
export function FindingGroup({ group, acts }: { group: GroupView; acts: FindingActs }) {
  const id = useId();
  return (
    <article
      class={`group card ${group.grade}${group.things ? ' things' : ''}`}
      aria-labelledby={id}
      data-rule={group.id}
    >
      <h3 id={id}>
        <ImpactIcon grade={group.grade} size={20} />
        {group.title}
      </h3>
      <p class="line">
        <strong class={`tag ${group.grade}`}>{GRADE_WORDS[group.grade]}</strong>
        <span class="count">{group.count}</span>
      </p>
      <p>{group.why}</p>
      <p>
        <strong>À faire</strong> {group.remedy}
      </p>
      <ul class="rows">
        {group.rows.map((row) => (
          <Row key={row.id} row={row} acts={acts} />
        ))}
      </ul>
      {group.more > 0 && (
        <button type="button" onClick={() => acts.more(group.id)}>
          Afficher plus ({group.more})<span class="visually-hidden"> : {group.title}</span>
        </button>
      )}
      <p class="small">
        <strong>Source</strong> {group.source}
      </p>
    </article>
  );
}

function Row({ row, acts }: { row: RowView; acts: FindingActs }) {
  const { decision, correction } = row;
  return (
    <li>
      <p class="subject">
        {row.subject}
        {row.review && <span class="tag review">À vérifier</span>}
      </p>
      <p>{row.says}</p>
      {row.changes.map(({ label, fragments }) => (
        <Difference key={label} label={label} fragments={fragments} />
      ))}
      {row.reasons.length > 0 && (
        <details>
          <summary>
            <Icon name="chevron" />
            Pourquoi ce rapprochement<span class="visually-hidden"> : {row.subject}</span>
          </summary>
          <ul class="bullets">
            {row.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="small">{row.place}</p>
      {decision && (
        <Decision
          hash={decision.hash}
          verdict={decision.verdict}
          of={row.subject}
          onDecide={(verdict) => acts.decide?.(decision.hash, verdict)}
        />
      )}
      {correction && (
        <label class="correction">
          <input
            type="checkbox"
            checked={correction.chosen}
            onChange={(event) => acts.chooseCorrection?.(correction.id, event.currentTarget.checked)}
          />
          {correction.label}
        </label>
      )}
    </li>
  );
}
