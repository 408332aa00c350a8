import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import type { MappingView } from './view';

interface MappingFormProps {
  mapping: MappingView;
  of: string;
  onMap(choices: readonly { column: number; field: string }[]): void;
}

/** Names the columns by hand. Unfolded while a key column is missing, at hand otherwise. */
export function MappingForm({ mapping, of, onMap }: MappingFormProps) {
  const [changed, setChanged] = useState<Record<number, string>>({});
  return (
    <details class="mapping" open={mapping.needed}>
      <summary>
        <Icon name="chevron" />
        {mapping.needed ? 'Indiquez ce que contiennent les colonnes' : 'Colonnes reconnues'}
        <span class="visually-hidden"> : {of}</span>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onMap(Object.entries(changed).map(([column, field]) => ({ column: Number(column), field })));
          setChanged({});
        }}
      >
        <p class="small">
          Vos choix sont retenus pour les fichiers qui ont les mêmes colonnes, sans aucune donnée de personne.
        </p>
        <ul class="columns">
          {mapping.columns.map(({ column, header, sample, field }) => (
            <li key={column}>
              <label>
                <span class="header">{header}</span>
                <span class="small">{sample === '' ? 'colonne vide' : `par exemple « ${sample} »`}</span>
                <select
                  value={changed[column] ?? field}
                  onChange={(event) => setChanged({ ...changed, [column]: event.currentTarget.value })}
                >
                  {mapping.fields.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ))}
        </ul>
        <button type="submit" class="primary" disabled={Object.keys(changed).length === 0}>
          Appliquer
        </button>
      </form>
    </details>
  );
}
