import { useId } from 'preact/hooks';
import { GRADE_WORDS, type Grade, ImpactIcon } from '@/components/impact-icon';
import { Choose } from '@/components/workshop/list-filters';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import { BoardTable } from './board-table';
import { Exchange } from './exchange';
import { RuleTable } from './rule-table';
import { School } from './school';
import { useComingBack } from './use-coming-back';
import type { BoardActs, BoardFilters, BoardView, Choice } from './view';

/** The board of schools, or the one that was opened from it. */
export function Board({ view, acts }: { view: BoardView; acts: BoardActs }) {
  const board = useComingBack(view);
  if (view.school) return <School school={view.school} acts={acts} />;
  return (
    <div class="schools" ref={board}>
      <p class="lead">
        Ce que les contrôles ont montré de chaque établissement, en nombres : aucun nom de personne n’est
        gardé. Chaque contrôle fait sur ce poste y écrit sa fiche.
      </p>
      {view.problem && <ProblemNotice problem={view.problem} />}
      {view.years.length > 0 ? (
        <>
          <Filters view={view} acts={acts} />
          <div class="line apart">
            <p role="status" class="count">
              {view.summary}
            </p>
            <Views by={view.filters.by} onChoose={(by) => acts.filter({ by })} />
          </div>
          {view.shared.length > 0 && <Shared sentences={view.shared} />}
          <Exchange exchange={view.exchange} acts={acts} />
          <Table view={view} onOpen={acts.openSchool} />
        </>
      ) : (
        <>
          <p class="notice">
            {view.loading
              ? 'Lecture du tableau…'
              : 'Aucun établissement pour l’instant. Ouvrez un écran d’administration d’un ENT où Vigie est activée et lancez « Contrôler tout l’établissement », ou ajoutez ci-dessous les fiches d’un collègue.'}
          </p>
          <Exchange exchange={view.exchange} empty acts={acts} />
        </>
      )}
    </div>
  );
}

function Table({ view, onOpen }: { view: BoardView; onOpen(key: string): void }) {
  const { filters, rows, phases, columns, cellsOf } = view;
  const { by } = filters;
  if (by === 'summary')
    return (
      <>
        <BoardTable rows={rows} phases={phases} onOpen={onOpen} />
        <Legend by={by} />
      </>
    );
  if (columns.length === 0) return <p class="notice pass">{NO_COLUMN[by]}</p>;
  return (
    <>
      <RuleTable caption={CAPTIONS[by]} {...{ rows, columns, cellsOf, onOpen }} />
      <Legend by={by} />
    </>
  );
}

const CAPTIONS = {
  rules: 'Constats par établissement et par règle',
  phases: 'Étapes par établissement et par phase',
};
const NO_COLUMN = {
  rules: 'Aucune règle n’a rien trouvé dans ces établissements.',
  phases:
    'Les étapes de ces établissements ne sont pas suivies sur ce poste : elles le sont dès qu’une étape est cochée, ou qu’un écran de l’établissement est lu.',
};

/** One UAI, several schools: one of them is wrong, or the school is on two platforms. Only a person can tell. */
function Shared({ sentences }: { sentences: readonly string[] }) {
  return (
    <details class="notice review">
      <summary>
        {sentences.length === 1
          ? '1 UAI est portée par plusieurs établissements'
          : `${sentences.length} UAI sont portées par plusieurs établissements`}
      </summary>
      <ul class="bullets">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        Ils restent séparés dans le tableau, car leurs noms ou leurs plateformes diffèrent : vérifiez l’UAI
        que chacun porte dans son ENT. Un établissement du même nom, lu sous deux adresses d’un même ENT, n’a
        qu’une ligne.
      </p>
    </details>
  );
}

const GRADES = ['critical', 'serious', 'minor', 'review', 'unproved', 'pass'] as const;
const STATES: readonly Choice[] = GRADES.map((grade) => ({ value: grade, label: GRADE_WORDS[grade] }));
const UNSEEN: readonly Choice[] = [
  { value: '7', label: 'Depuis 7 jours' },
  { value: '15', label: 'Depuis 15 jours' },
  { value: '30', label: 'Depuis 30 jours' },
];
const SORTS: readonly Choice[] = [
  { value: 'risk', label: 'Risque' },
  { value: 'name', label: 'Nom' },
  { value: 'age', label: 'Plus ancien contrôle' },
  { value: 'late', label: 'Étapes en retard' },
];
const PHASES: readonly Choice[] = [
  { value: 'late', label: 'Une phase en retard' },
  { value: 'other', label: 'Aucune en retard' },
  { value: 'none', label: 'Non suivies ici' },
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
      <Choose label="Année" value={year} choices={years} onChoose={acts.chooseYear} />
      <Choose label="ENT" all="Tous" value={filters.ent} choices={ents} onChoose={(ent) => set({ ent })} />
      <Choose
        label="Au pire"
        all="Tous"
        value={filters.state}
        choices={STATES}
        onChoose={(state) => set({ state })}
      />
      <Choose
        label="Pas vus"
        all="Tous"
        value={filters.unseen}
        choices={UNSEEN}
        onChoose={(unseen) => set({ unseen })}
      />
      <Choose
        label="Étapes"
        all="Toutes"
        value={filters.phase}
        choices={PHASES}
        onChoose={(phase) => set({ phase: phase as BoardFilters['phase'] })}
      />
      <Choose
        label="Trier par"
        value={filters.sort}
        choices={SORTS}
        onChoose={(sort) => set({ sort: sort as BoardFilters['sort'] })}
      />
    </search>
  );
}

const VIEWS = { summary: 'Synthèse', rules: 'Règle par règle', phases: 'Phase par phase' };

function Views({ by, onChoose }: { by: BoardFilters['by']; onChoose(by: BoardFilters['by']): void }) {
  const name = useId();
  return (
    <fieldset class="views no-print">
      <legend>Vue</legend>
      {(['summary', 'rules', 'phases'] as const).map((one) => (
        <label key={one} class={one === by ? 'chosen' : undefined}>
          <input type="radio" name={name} checked={one === by} onChange={() => onChoose(one)} />
          {VIEWS[one]}
        </label>
      ))}
    </fieldset>
  );
}

const LEGENDS: Record<BoardFilters['by'], readonly (readonly [Grade, string])[]> = {
  summary: GRADES.map((grade) => [grade, GRADE_WORDS[grade]]),
  rules: GRADES.map((grade) => [grade, GRADE_WORDS[grade]]),
  phases: [
    ['serious', 'Étapes en retard'],
    ['minor', 'Étapes à faire maintenant'],
    ['pass', 'Phase faite'],
  ],
};

/** The words of the icons, for who meets them in the cells of the table. */
function Legend({ by }: { by: BoardFilters['by'] }) {
  return (
    <ul class="grades" aria-label="Légende">
      {LEGENDS[by].map(([grade, words]) => (
        <li key={grade} class={`word ${grade}`}>
          <ImpactIcon grade={grade} size={16} />
          {words}
        </li>
      ))}
      {by === 'rules' && <li>Case vide : règle non contrôlée</li>}
      {by === 'phases' && <li>Case vide : liste non suivie</li>}
    </ul>
  );
}
