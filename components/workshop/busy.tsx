import type { BusyView } from './view';

/** What is under way, how far it has come, and how to stop it. */
export function Busy({ busy, onCancel }: { busy: BusyView; onCancel(): void }) {
  return (
    <div class="notice accent busy">
      <label>
        {busy.what}
        <progress max={Math.max(1, busy.total)} value={busy.done} />
      </label>
      <button type="button" onClick={onCancel}>
        Annuler
      </button>
    </div>
  );
}
