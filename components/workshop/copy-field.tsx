import { useId } from 'preact/hooks';
import type { WorkshopActs } from './view';

/** A text to be pasted elsewhere: shown whole, so that it can be read and copied by hand too. */
export function CopyField(props: {
  label: string;
  text: string;
  long?: boolean;
  acts: Pick<WorkshopActs, 'copy'>;
}) {
  const { label, text, long, acts } = props;
  const id = useId();
  return (
    <div class="copy">
      <label for={id}>{label}</label>
      <div class="line">
        {long ? (
          <textarea id={id} readOnly rows={10} value={text} />
        ) : (
          <input id={id} type="text" readOnly value={text} />
        )}
        <button type="button" onClick={() => acts.copy(text, label)}>
          Copier<span class="visually-hidden"> : {label}</span>
        </button>
      </div>
    </div>
  );
}
