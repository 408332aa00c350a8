import { useState } from 'preact/hooks';

interface ExportChoiceProps {
  onExport(kind: 'csv' | 'print', named: boolean): void;
}

/** With or without names is asked each time, and neither is the usual one. */
export function ExportChoice({ onExport }: ExportChoiceProps) {
  const [named, setNamed] = useState<boolean | undefined>(undefined);
  const run = (kind: 'csv' | 'print') => {
    if (named === undefined) return;
    onExport(kind, named);
    setNamed(undefined);
  };
  const choice = (label: string, value: boolean) => (
    <label>
      <input type="radio" name="named" checked={named === value} onChange={() => setNamed(value)} /> {label}
    </label>
  );
  return (
    <fieldset class="export">
      <legend>Exporter ce tableau</legend>
      {choice('avec les noms', true)}
      {choice('sans les noms', false)}
      <button type="button" disabled={named === undefined} onClick={() => run('csv')}>
        CSV pour Excel
      </button>
      <button type="button" disabled={named === undefined} onClick={() => run('print')}>
        Imprimer
      </button>
    </fieldset>
  );
}
