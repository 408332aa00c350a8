import type { TimelineRow, TimelineView } from './view';

/**
 * The change of year on one line of time. A table, so that whoever hears it, or prints it without colours, has every
 * date in words; the drawing stands in a last column of its own, and is not read out.
 */
export function Timeline({ timeline }: { timeline: TimelineView }) {
  const { title, undated } = timeline;
  // Without any date there is nothing to draw: the words take the room.
  const drawn = title !== undefined;
  return (
    <section class="card timeline-card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">
        {title ? `La transition, ${title}` : 'La transition : aucune date n’est connue'}
      </h2>
      {drawn && (
        <ul class="key small">
          <li class="tone-closure">fermé</li>
          <li class="tone-platform">par la plateforme</li>
          <li class="tone-later">à venir</li>
          <li class="tone-now">maintenant</li>
          <li class="tone-late">en retard</li>
          <li class="tone-review">à revoir</li>
          <li class="tone-done">fait</li>
          {timeline.today !== undefined && <li class="tone-today">aujourd’hui</li>}
        </ul>
      )}
      {undated !== '' && (
        <p class="small">Sans date : {undated}. La période est dite en mots, sans dessin.</p>
      )}
      {/* Wide drawings scroll by themselves; the keyboard must reach them too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard. */}
      <section class="scroll" tabIndex={0} aria-label="Frise de la transition">
        <table class="timeline">
          <thead>
            <tr>
              <th scope="col">Étape</th>
              <th scope="col">Qui</th>
              <th scope="col">Période</th>
              <th scope="col">État</th>
              {drawn && (
                <th scope="col" class="axis">
                  <span class="visually-hidden">Dessin</span>
                  <Axis timeline={timeline} />
                </th>
              )}
            </tr>
          </thead>
          {timeline.groups.map((group) => (
            <tbody key={group.title}>
              <tr class="group">
                <th scope="rowgroup" colSpan={4}>
                  {group.title}
                </th>
                {drawn && (
                  <td class="drawing" aria-hidden="true">
                    <Ground timeline={timeline} />
                  </td>
                )}
              </tr>
              {group.rows.map((row) => (
                <Row key={row.id} row={row} timeline={timeline} />
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </section>
  );
}

function Axis({ timeline: { months, today } }: { timeline: TimelineView }) {
  return (
    <span class="months" aria-hidden="true">
      {months.map(({ label, at }) => (
        <span key={at} style={{ left: `${at}%` }}>
          {label}
        </span>
      ))}
      {today !== undefined && <span class="today" style={{ left: `${today}%` }} />}
    </span>
  );
}

/** Behind each bar: the months, the closures, today. */
function Ground({ timeline: { months, bands, today } }: { timeline: TimelineView }) {
  return (
    <>
      {bands.map(({ at, width }) => (
        <span key={`band ${at}`} class="band" style={{ left: `${at}%`, width: `${width}%` }} />
      ))}
      {months.slice(1).map(({ at }) => (
        <span key={`month ${at}`} class="month" style={{ left: `${at}%` }} />
      ))}
      {today !== undefined && <span class="today" style={{ left: `${today}%` }} />}
    </>
  );
}

function Row({ row, timeline }: { row: TimelineRow; timeline: TimelineView }) {
  const { text, who, period, state, tone, bar } = row;
  return (
    <tr class={`tone-${tone}`}>
      <th scope="row">{text}</th>
      <td>{who}</td>
      <td>{period}</td>
      <td>{state}</td>
      {timeline.title !== undefined && (
        <td class="drawing" aria-hidden="true">
          <Ground timeline={timeline} />
          {bar && (
            <span
              class={`bar${bar.endless ? ' endless' : ''}${bar.width === 0 ? ' moment' : ''}`}
              style={{ left: `${bar.at}%`, width: `${bar.width}%` }}
            />
          )}
        </td>
      )}
    </tr>
  );
}
