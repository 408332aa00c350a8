import { useMemo, useState } from 'preact/hooks';
import { VerdictIcon } from '@/components/verdict-icon';
import { type PersonRow, PROFILE_LABELS, plainText, VERDICT_LABELS } from '@/utils/core/person';
import { ExportChoice } from './export-choice';
import type { OverlayActions, PeopleView } from './view';

/** Rows drawn at once: ten thousand people never cost more than this many. */
const PAGE = 25;

interface PeopleSectionProps {
  people: PeopleView;
  actions: Pick<OverlayActions, 'open' | 'next' | 'restart'> & {
    exportPeople(kind: 'csv' | 'print', named: boolean, rows: readonly PersonRow[]): void;
  };
}

/** Everybody who has a verdict: what is left to go through, the table, its filters and its exports. */
export function PeopleSection({ people, actions }: PeopleSectionProps) {
  const { rows, said, done, left } = people;
  const [verdict, setVerdict] = useState('');
  const [profile, setProfile] = useState('');
  const [text, setText] = useState('');
  const [byName, setByName] = useState(false);
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState(false);
  const found = useMemo(() => {
    if (!open) return [];
    const wanted = plainText(text.trim());
    const kept = rows.filter(
      (row) =>
        (!verdict || row.verdict === verdict) &&
        (!profile || row.profile === profile) &&
        row.plain.includes(wanted),
    );
    return byName ? kept.sort((a, b) => (a.plain < b.plain ? -1 : 1)) : kept;
  }, [rows, verdict, profile, text, byName, open]);
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1)) * PAGE;
  const choose = (set: (value: string) => void) => (event: Event) => {
    set((event.currentTarget as HTMLInputElement).value);
    setPage(0);
  };
  const sort = (name: string, on: boolean) => (
    <th scope="col" aria-sort={byName === on ? 'ascending' : 'none'}>
      <button type="button" class="quiet" onClick={() => setByName(on)}>
        {name}
      </button>
    </th>
  );
  return (
    <section class="people" aria-label="Personnes">
      <p class="walk">
        <button type="button" class="primary" disabled={left === 0} onClick={actions.next}>
          Suivant à traiter
        </button>
        <span>
          {done} sur {done + left} {done + left > 1 ? 'vues' : 'vue'}
        </span>
        {left === 0 && done > 0 && (
          <button type="button" class="quiet" onClick={actions.restart}>
            Recommencer
          </button>
        )}
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          Personnes <span class="count">{rows.length}</span>
        </summary>
        <div class="filters">
          <Choice label="Verdict" options={VERDICT_LABELS} value={verdict} onChange={choose(setVerdict)} />
          <Choice label="Profil" options={PROFILE_LABELS} value={profile} onChange={choose(setProfile)} />
          <label>
            Nom <input type="search" value={text} onInput={choose(setText)} />
          </label>
        </div>
        <table>
          <thead>
            <tr>
              {sort('Verdict', false)}
              {sort('Personne', true)}
              <th scope="col">
                <span class="visually-hidden">Fiche</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(first, first + PAGE).map((row) => (
              <Row key={row.link} row={row} kept={said.get(row.link) === 'kept'} open={actions.open} />
            ))}
          </tbody>
        </table>
        <p class="pages">
          <button type="button" disabled={first === 0} onClick={() => setPage(first / PAGE - 1)}>
            Précédents
          </button>
          <span role="status">
            {found.length === 0
              ? 'Personne'
              : `${first + 1} à ${Math.min(found.length, first + PAGE)} sur ${found.length}`}
          </span>
          <button
            type="button"
            disabled={first + PAGE >= found.length}
            onClick={() => setPage(first / PAGE + 1)}
          >
            Suivants
          </button>
        </p>
        <ExportChoice onExport={(kind, named) => actions.exportPeople(kind, named, found)} />
      </details>
    </section>
  );
}

interface ChoiceProps {
  label: string;
  options: Readonly<Record<string, string>>;
  value: string;
  onChange(event: Event): void;
}

function Choice({ label, options, value, onChange }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={onChange}>
        <option value="">tous</option>
        {Object.entries(options).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Row({ row, kept, open }: { row: PersonRow; kept: boolean; open(link: string): void }) {
  const { name, profile, verdict, link } = row;
  return (
    <tr data-verdict={verdict}>
      <td class="verdict">
        <VerdictIcon verdict={verdict} /> {VERDICT_LABELS[verdict]}
      </td>
      <td>
        <span class="subject">{name}</span>
        {profile && <span class="says">{PROFILE_LABELS[profile]}</span>}
        {kept && <span class="tag">à garder</span>}
      </td>
      <td>
        <button type="button" onClick={() => open(link)} aria-label={`Ouvrir ${name} dans la console`}>
          Ouvrir
        </button>
      </td>
    </tr>
  );
}
