import type { Choice } from './results-view';

/** A field by which a list is searched. */
export function Search({ value, onSearch }: { value: string; onSearch(text: string): void }) {
  return (
    <label>
      Rechercher
      <input
        type="search"
        autocomplete="off"
        value={value}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
    </label>
  );
}

interface ChooseProps {
  label: string;
  /** What stands for no choice; without it, there is always one. */
  all?: string;
  value: string;
  choices: readonly Choice[];
  onChoose(value: string): void;
}

/** A choice that narrows a list. One of a single value has nothing to narrow: it is left out. */
export function Choose({ label, all, value, choices, onChoose }: ChooseProps) {
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
