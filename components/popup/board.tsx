import { useState } from 'preact/hooks';
import { Icon, type IconName } from '@/components/icons';
import { Dates, type Wanted } from './dates';
import { Phase } from './phase';
import type { BoardView, Headline, ListView, PopupActs, SchoolChoice } from './view';

/** One school: who it is, what was read of it, and its checklist. */
export function Board({
  board,
  schools,
  acts,
}: {
  board: BoardView;
  schools: readonly SchoolChoice[];
  acts: PopupActs;
}) {
  return (
    <>
      <header class="school">
        <h1>{board.name}</h1>
        <p class="about">{board.about}</p>
        {schools.length > 1 && (
          <label class="switcher">
            <span>Établissement affiché</span>
            <select onChange={(event) => acts.chooseSchool(event.currentTarget.value)}>
              {schools.map(({ key, name, chosen }) => (
                <option key={key} value={key} selected={chosen}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Progress list={board.list} />
        <p class="about">{board.lastRead}</p>
      </header>
      <Checklist list={board.list} school={board.name} acts={acts} />
    </>
  );
}

function Progress({ list }: { list: ListView }) {
  const text = `${list.done} étape${list.done > 1 ? 's' : ''} sur ${list.total}`;
  return (
    <div class="progress">
      <progress
        id="progress"
        max={list.total}
        value={list.done}
        aria-label="Avancement"
        aria-valuetext={text}
      />
      <label for="progress">{text}</label>
    </div>
  );
}

function Checklist({ list, school, acts }: { list: ListView; school: string; acts: PopupActs }) {
  const [wanted, setWanted] = useState<Wanted>();
  /** A new object each time: the same date may be asked for again. */
  const askDate = (milestone?: string) => setWanted(milestone === undefined ? {} : { milestone });
  return (
    <div class="list">
      <ul class="headlines" aria-label="L’essentiel">
        {list.headlines.map((headline) => (
          <li key={headline.text} class={`headline ${headline.tone}`}>
            <Icon name={HEADLINE_ICONS[headline.tone]} />
            {headline.text}
          </li>
        ))}
      </ul>
      {list.before && <p class="small">{list.before}</p>}
      {list.asksDates && (
        <div class="asks-dates">
          <p>{list.asksDates}</p>
          <button type="button" class="small-button" onClick={() => askDate()}>
            <Icon name="clock" />
            Fixer les dates
          </button>
        </div>
      )}
      {list.archived && (
        <p class="notice">
          Cette année est archivée : rouvrez-la dans l’atelier, à la page « Calendrier », pour y changer
          quelque chose.
        </p>
      )}
      {list.supposed && (
        <div class="notice">
          <label class="switcher">
            <span>Liste affichée</span>
            <select onChange={(event) => acts.chooseList(event.currentTarget.value)}>
              {list.supposed.choices.map(({ id, title, chosen }) => (
                <option key={id} value={id} selected={chosen}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <p>{list.supposed.says}</p>
        </div>
      )}
      {list.caution && <p class="notice">{list.caution}</p>}
      {list.phases.map((phase) => (
        // Another school's phases start folded their own way.
        <Phase
          key={`${school} ${phase.id}`}
          phase={phase}
          locked={list.archived}
          acts={acts}
          askDate={askDate}
        />
      ))}
      <Dates
        dates={list.dates}
        locked={list.archived}
        asked={list.asksDates !== undefined}
        wanted={wanted}
        onDate={acts.setDate}
      />
      <p class="small">
        Liste « {list.title} » : {list.holds}
      </p>
    </div>
  );
}

const HEADLINE_ICONS: Record<Headline['tone'], IconName> = {
  review: 'review',
  late: 'serious',
  now: 'clock',
  later: 'clock',
  done: 'pass',
};
