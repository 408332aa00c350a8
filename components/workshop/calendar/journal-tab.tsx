import type { SchoolView } from './view';

/** What happened in the year, the latest first: its record, to be printed. */
export function JournalTab({ school }: { school: SchoolView }) {
  if (school.journal.length === 0)
    return (
      <p class="notice">
        Rien encore pour cette année : les étapes cochées ou constatées, les clics retenus et les exports
        s’inscriront ici.
      </p>
    );
  return (
    <section class="card" aria-labelledby="journal-title">
      <h2 id="journal-title">Journal de la rentrée {school.transition}</h2>
      <p class="small">
        Aucun nom d’élève ni de personnel n’y est écrit ; les initiales sont celles que vous avez données.
      </p>
      <table class="journal">
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Quoi</th>
            <th scope="col">Par</th>
          </tr>
        </thead>
        <tbody>
          {school.journal.map(({ id, when, text, by }) => (
            <tr key={id}>
              <td class="moment">{when}</td>
              <td>{text}</td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
