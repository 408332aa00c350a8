import { useId } from 'preact/hooks';
import { GRADE_WORDS, ImpactIcon } from '@/components/impact-icon';
import { BoardTable } from './board-table';
import { Exchange } from './exchange';
import { RuleTable } from './rule-table';
import { School } from './school';
import type { BoardActs, BoardFilters, BoardView, Choice } from './view';

/** The board of schools, or the one that was opened from it. */
export function Board({ view, acts }: { view: BoardView; acts: BoardActs }) {
  if (view.school) return <School school={view.school} acts={acts} />;
  return (
    <div class="schools">
      <p class="lead">
        Ce que les contrôles ont montré de chaque établissement, en nombres : aucun nom de personne n’est
        gardé. Chaque contrôle fait sur ce poste y écrit sa fiche.
      </p>
      {view.problem && (
        <div class="notice critical" role="alert">
          <p>
            <strong>{view.problem.says}</strong>
          </p>
          <p>{view.problem.advice}</p>
        </div>
      )}
      {view.years.length > 0 ? (
        <>
          <Filters view={view} acts={acts} />
          <p role="status" class="count">
            {view.summary}
          </p>
          {view.filters.by === 'rules' ? (
            <RuleTable rows={view.rows} rules={view.rules} onOpen={acts.openSchool} />
          ) : (
            <BoardTable rows={view.rows} onOpen={acts.openSchool} />
          )}
          <Legend />
        </>
      ) : (
        <p class="notice">
          {view.loading
            ? 'Lecture du tableau…'
            : 'Aucun établissement pour l’instant. Ouvrez un écran d’administration d’un ENT où Vigie est activée et lancez « Contrôler tout l’établissement », ou ajoutez ci-dessous les fiches d’un collègue.'}
        </p>
      )}
      <Exchange exchange={view.exchange} empty={view.years.length === 0} acts={acts} />
    </div>
  );
}

const STATES: readonly Choice[] = (['critical', 'serious', 'minor', 'review', 'pass'] as const).map(
  (grade) => ({
    value: grade,
    label: GRADE_WORDS[grade],
  }),
);
const UNSEEN: readonly Choice[] = [
  { value: '7', label: 'Depuis 7 jours' },
  { value: '15', label: 'Depuis 15 jours' },
  { value: '30', label: 'Depuis 30 jours' },
];
const SORTS: readonly Choice[] = [
  { value: 'risk', label: 'Risque' },
  { value: 'name', label: 'Nom' },
  { value: 'age', label: 'Plus ancien contrôle' },
];

function Filters({ view, acts }: { view: BoardView; acts: BoardActs }) {
  const { filters, ents, years, year } = view;
  const set = (change: Partial<BoardFilters>) => acts.filter(change);
  return (
    <search class="filters fields no-print" aria-label="Filtrer les établissements">
      <label>
        Rechercher
        <input
          type="search"
          autocomplete="off"
          placeholder="Nom, UAI, ENT"
          value={filters.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <Select label="Année" value={year} choices={years} onChoose={acts.chooseYear} />
      <Select label="ENT" all="Tous" value={filters.ent} choices={ents} onChoose={(ent) => set({ ent })} />
      <Select
        label="Au pire"
        all="Tous"
        value={filters.state}
        choices={STATES}
        onChoose={(state) => set({ state })}
      />
      <Select
        label="Pas vus"
        all="Tous"
        value={filters.unseen}
        choices={UNSEEN}
        onChoose={(unseen) => set({ unseen })}
      />
      <Select
        label="Trier par"
        value={filters.sort}
        choices={SORTS}
        onChoose={(sort) => set({ sort: sort as BoardFilters['sort'] })}
      />
      <Views by={filters.by} onChoose={(by) => set({ by })} />
    </search>
  );
}

function Select(props: {
  label: string;
  all?: string;
  value: string;
  choices: readonly Choice[];
  onChoose(value: string): void;
}) {
  const { label, all, value, choices, onChoose } = props;
  if (choices.length < 2 && value === '') return null;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Views({ by, onChoose }: { by: BoardFilters['by']; onChoose(by: BoardFilters['by']): void }) {
  const name = useId();
  return (
    <fieldset class="views">
      <legend>Vue</legend>
      {(['summary', 'rules'] as const).map((one) => (
        <label key={one} class={one === by ? 'chosen' : undefined}>
          <input type="radio" name={name} checked={one === by} onChange={() => onChoose(one)} />
          {one === 'summary' ? 'Synthèse' : 'Règle par règle'}
        </label>
      ))}
    </fieldset>
  );
}

/** The words of the icons, for who meets them in the cells of the table. */
function Legend() {
  return (
    <ul class="legend" aria-label="Légende">
      {(['critical', 'serious', 'minor', 'review', 'pass'] as const).map((grade) => (
        <li key={grade} class={`word ${grade}`}>
          <ImpactIcon grade={grade} size={16} />
          {GRADE_WORDS[grade]}
        </li>
      ))}
      <li>Case vide : règle non contrôlée</li>
    </ul>
  );
}
