import type { Choice, FiltersView } from './results-view';
import type { WorkshopActs } from './view';

/** What is listed: by words, profile, verdict, class. */
export function Filters({ filters, acts }: { filters: FiltersView; acts: WorkshopActs }) {
  return (
    <search class="filters fields" aria-label="Filtrer les constats">
      <label>
        Rechercher
        <input
          type="search"
          autocomplete="off"
          value={filters.text}
          onInput={(event) => acts.filter({ text: event.currentTarget.value })}
        />
      </label>
      <Select
        label="Profil"
        all="Tous"
        value={filters.profile}
        choices={filters.profiles}
        onChoose={(profile) => acts.filter({ profile })}
      />
      <Select
        label="Verdict"
        all="Tous"
        value={filters.verdict}
        choices={filters.verdicts}
        onChoose={(verdict) => acts.filter({ verdict })}
      />
      <Select
        label="Classe"
        all="Toutes"
        value={filters.className}
        choices={filters.classes}
        onChoose={(className) => acts.filter({ className })}
      />
    </search>
  );
}

interface SelectProps {
  label: string;
  all: string;
  value: string;
  choices: readonly Choice[];
  onChoose(value: string): void;
}

/** A choice of one has nothing to filter: it is left out. */
function Select({ label, all, value, choices, onChoose }: SelectProps) {
  if (choices.length < 2 && value === '') return null;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
