import { ImpactIcon } from '@/components/impact-icon';
import { Choose, Search } from '@/components/workshop/list-filters';
import { Part } from './part';
import type { PeopleCheckView, TimetableActs, UnreconciledView } from './timetable-view';

/** Who of the timetable the platform will not recognise among its accounts, and why. */
export function PeopleCheck({ people, acts }: { people: PeopleCheckView; acts: TimetableActs }) {
  const { missing, summaries, list } = people;
  return (
    <Part title="Personnes qui ne seront pas réconciliées" note={people.note}>
      {missing && <p>{missing}</p>}
      {summaries.map(({ label, parts }) => (
        <div key={label}>
          <h3>{label}</h3>
          <ul class="tallies">
            {parts.map(({ grade, text }) => (
              <li key={text}>
                <span class={`word ${grade}`}>
                  <ImpactIcon grade={grade} />
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {list && (
        <>
          <search class="fields" aria-label="Filtrer les personnes">
            <Search value={list.text} onSearch={(text) => acts.filterPeople({ text })} />
            <Choose
              label="Raison"
              all="Toutes"
              value={list.kind}
              choices={list.kinds}
              onChoose={(kind) => acts.filterPeople({ kind })}
            />
            <Choose
              label="Profil"
              all="Tous"
              value={list.profile}
              choices={list.profiles}
              onChoose={(profile) => acts.filterPeople({ profile })}
            />
          </search>
          <p class="count" role="status">
            {list.count}
          </p>
          <ul class="rows">
            {list.rows.map((row) => (
              <Person key={row.id} person={row} />
            ))}
          </ul>
          {list.more > 0 && (
            <button
              type="button"
              onClick={() => acts.filterPeople({ limit: list.rows.length + Math.min(list.more, 100) })}
            >
              Afficher plus ({list.more})<span class="visually-hidden"> : personnes</span>
            </button>
          )}
        </>
      )}
    </Part>
  );
}

function Person({ person }: { person: UnreconciledView }) {
  const { grade, kind, name, detail, account, reasons } = person;
  return (
    <li>
      <p class="subject">
        {name}
        <span class={`tag ${grade}`}>{kind}</span>
      </p>
      {detail && <p class="small">{detail}</p>}
      {account && <p>Dans l’ENT : {account}</p>}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </li>
  );
}
