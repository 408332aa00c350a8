import type { ListChange, ReadingChanges } from '@/utils/core/reading-changes';

/** Names listed of each; beyond, a list in a panel serves nobody. */
const SHOWN = 200;

/** What changed in a school between two readings, with the names: on this page only. */
export function ChangesSection(props: { changes: ReadingChanges; from: string; to: string }) {
  const { changes, from, to } = props;
  const moved = changes.lists.filter(hasMoved);
  const accounts = changes.accounts.filter(({ before, after }) => before !== after);
  return (
    <section class="changes" aria-labelledby="vigie-changes">
      <h3 id="vigie-changes">
        De {from} à {to}
      </h3>
      {moved.length === 0 && <p>Rien n’a changé dans ce que les deux lectures ont lu en entier.</p>}
      {accounts.length > 0 && (
        <table>
          <caption>Comptes par profil et par source</caption>
          <tbody>
            {accounts.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {before} → {after} <strong>({signed(after - before)})</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moved.map((list) => (
        <List key={list.title} list={list} />
      ))}
      {changes.unread.length > 0 && (
        <p class="hint">
          Non comparé, faute d’avoir été lu en entier les deux fois : {changes.unread.join(', ')}.
        </p>
      )}
    </section>
  );
}

function List({ list }: { list: ListChange }) {
  const { title, before, after, appeared, gone, altered } = list;
  return (
    <details>
      <summary>
        {title} : {words(list)} <small>{before === after ? before : `${before} → ${after}`}</small>
      </summary>
      <Names title="Apparus" names={appeared} />
      <Names title="Disparus" names={gone} />
      <Names title="Modifiés" names={altered.map(({ name, what }) => `${name} – ${what.join(' ; ')}`)} />
    </details>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {names.slice(0, SHOWN).map((name, index) => (
          // Homonyms are two people.
          <li key={`${index} ${name}`}>{name}</li>
        ))}
        {names.length > SHOWN && <li>et {names.length - SHOWN} autres</li>}
      </ul>
    </>
  );
}

function hasMoved({ appeared, gone, altered }: ListChange): boolean {
  return appeared.length + gone.length + altered.length > 0;
}

/** « 3 apparus, 2 disparus, 5 modifiés ». */
function words({ appeared, gone, altered }: ListChange): string {
  return [
    [appeared.length, 'apparu'] as const,
    [gone.length, 'disparu'] as const,
    [altered.length, 'modifié'] as const,
  ]
    .flatMap(([count, word]) => (count > 0 ? [`${count} ${word}${count > 1 ? 's' : ''}`] : []))
    .join(', ');
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : `−${-change}`;
}
