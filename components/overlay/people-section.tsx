import { useEffect, useMemo, useState } from 'preact/hooks';
import { unbroken } from '@/components/unbroken';
import { VerdictIcon } from '@/components/verdict-icon';
import {
  followOf,
  type PersonRow,
  PROFILE_LABELS,
  plainText,
  type Said,
  STANDING_LABELS,
  standingOf,
  TO_TREAT,
  VERDICT_LABELS,
} from '@/utils/core/person';
import { ExportChoice } from './export-choice';
import type { OverlayActions, PeopleView } from './view';

/** Rows drawn at once: ten thousand people never cost more than this many. */
const PAGE = 25;

interface PeopleSectionProps {
  people: PeopleView;
  actions: Pick<OverlayActions, 'open'> & {
    /** These alone are walked through, as long as a filter stands; without one, everybody. */
    walkOnly(rows: readonly PersonRow[] | undefined): void;
    exportPeople(kind: 'csv' | 'print', named: boolean, rows: readonly PersonRow[]): void;
  };
}

/** Everybody who has a verdict: the table, its filters and its exports. */
export function PeopleSection({ people, actions }: PeopleSectionProps) {
  const { rows, said, done, passed } = people;
  const [verdict, setVerdict] = useState('');
  const [profile, setProfile] = useState('');
  const [follow, setFollow] = useState('');
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ by: 'Verdict', down: false });
  const [why, setWhy] = useState(false);
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState(false);
  const filtered = Boolean(verdict || profile || follow || text.trim());
  const found = useMemo(() => {
    if (!open && !filtered) return [];
    const wanted = plainText(text).split(/\s+/);
    const kept = rows.filter(
      (row) =>
        (!verdict || row.verdict === verdict) &&
        (!profile || row.profile === profile) &&
        (!follow || standsWhere(row, said.get(row.link)) === follow) &&
        wanted.every((word) => row.plain.includes(word)),
    );
    if (sort.by === 'Personne') kept.sort((a, b) => (a.plain < b.plain ? -1 : 1));
    return sort.down ? kept.reverse() : kept;
  }, [rows, said, done, passed, verdict, profile, follow, text, sort, open]);
  useEffect(() => actions.walkOnly(filtered ? found : undefined), [found, filtered]);
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1)) * PAGE;
  const choose = (set: (value: string) => void) => (event: Event) => {
    set((event.currentTarget as HTMLInputElement).value);
    setPage(0);
  };
  const showAll = () => {
    for (const set of [setVerdict, setProfile, setFollow, setText]) set('');
    setPage(0);
  };
  useEffect(() => {
    if (people.widened) showAll();
  }, [people.widened]);
  const none = open && found.length === 0;
  const sortedBy = (by: Sort['by']) => {
    const on = sort.by === by;
    return (
      <th scope="col" aria-sort={on ? (sort.down ? 'descending' : 'ascending') : 'none'}>
        <button type="button" class="quiet" onClick={() => setSort({ by, down: on && !sort.down })}>
          {by}
          {on && <span aria-hidden="true">{sort.down ? ' ▼' : ' ▲'}</span>}
        </button>
      </th>
    );
  };
  return (
    <section class="people" aria-label="Personnes">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          Personnes <span class="count">{rows.length}</span>
        </summary>
        <div class="filters">
          <Choice label="Verdict" options={VERDICT_LABELS} value={verdict} onChange={choose(setVerdict)} />
          <Choice label="Profil" options={PROFILE_LABELS} value={profile} onChange={choose(setProfile)} />
          <Choice label="Suivi" options={FOLLOWS} value={follow} onChange={choose(setFollow)} />
          <label>
            Nom <input type="search" value={text} onInput={choose(setText)} />
          </label>
          <label>
            <input type="checkbox" checked={why} onChange={() => setWhy(!why)} /> Raisons
          </label>
        </div>
        <table hidden={none}>
          <thead>
            <tr>
              {sortedBy('Verdict')}
              {sortedBy('Personne')}
              <th scope="col">
                <span class="visually-hidden">Fiche</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(first, first + PAGE).map((row) => (
              <Row
                key={row.link}
                row={row}
                said={said.get(row.link)}
                current={row.link === people.open}
                why={why}
                open={actions.open}
              />
            ))}
          </tbody>
        </table>
        <p class="pages">
          {!none && (
            <button type="button" disabled={first === 0} onClick={() => setPage(first / PAGE - 1)}>
              Précédents
            </button>
          )}
          <span role="status">
            {none
              ? 'Aucune personne ne répond à ces choix.'
              : `${first + 1} à ${Math.min(found.length, first + PAGE)} sur ${found.length}`}
          </span>
          {!none && (
            <button
              type="button"
              disabled={first + PAGE >= found.length}
              onClick={() => setPage(first / PAGE + 1)}
            >
              Suivants
            </button>
          )}
          {filtered && (
            <button type="button" onClick={showAll}>
              Tout afficher
            </button>
          )}
        </p>
        {found.length > 0 && (
          <ExportChoice onExport={(kind, named) => actions.exportPeople(kind, named, found)} />
        )}
      </details>
    </section>
  );
}

/** How the table is sorted: by which column, and whether it is turned over. */
interface Sort {
  by: 'Verdict' | 'Personne';
  down: boolean;
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

/** Where somebody stands in the walk; nothing for those who ask for nothing. */
const FOLLOWS = { left: 'reste à voir', seen: 'passées', kept: STANDING_LABELS.kept };

function standsWhere({ verdict }: PersonRow, said: Said | undefined): string {
  if (!TO_TREAT.includes(verdict)) return '';
  return said === 'kept' || said === 'seen' ? said : 'left';
}

interface RowProps {
  row: PersonRow;
  said: Said | undefined;
  /** True while the person's own screen is open. */
  current: boolean;
  /** True when the reasons are to be read without opening anybody. */
  why: boolean;
  open(link: string): void;
}

function Row({ row, said, current, why, open }: RowProps) {
  const { name, profile, verdict, link, apart, reasons } = row;
  const standing = standingOf(verdict, said);
  const follow = standing === 'kept' ? '' : followOf(verdict, said);
  return (
    <tr data-verdict={verdict} aria-current={current ? 'true' : undefined}>
      <td class="verdict">
        <VerdictIcon verdict={standing} /> {STANDING_LABELS[standing]}
      </td>
      <td>
        <span class="subject">{name}</span>
        <span class="says">
          {profile && PROFILE_LABELS[profile]}
          {apart && ' · '}
          {/* A class often bears its teacher's name. */}
          {apart && <span class="apart">{apart}</span>}
        </span>
        {standing === 'kept' && <span class="says">sans cette décision : {VERDICT_LABELS[verdict]}</span>}
        {why &&
          reasons.map(({ rule, says }) => (
            <span key={rule + says} class="says">
              {unbroken(says)}
            </span>
          ))}
        {follow && <span class="tag">{follow}</span>}
        {current && <span class="tag">fiche ouverte</span>}
      </td>
      <td>
        <button
          type="button"
          onClick={() => open(link)}
          aria-label={`Ouvrir ${name}${apart ? `, ${apart},` : ''} dans la console`}
        >
          Ouvrir
        </button>
      </td>
    </tr>
  );
}
