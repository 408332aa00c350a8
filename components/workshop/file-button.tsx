import { useId } from 'preact/hooks';

interface FileButtonProps {
  label: string;
  disabled: boolean;
  /** True when several files make sense together. */
  multiple?: boolean;
  /** Id of the text that says what the file is. */
  describedBy?: string;
  onGive(files: readonly File[]): void;
}

/** A button that picks files that Vigie wrote. */
export function FileButton({ label, disabled, multiple = false, describedBy, onGive }: FileButtonProps) {
  const id = useId();
  return (
    <>
      <label class="button" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="visually-hidden"
        type="file"
        accept=".json,application/json"
        multiple={multiple}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file, once mended, must be given again.
          event.currentTarget.value = '';
          if (files.length > 0) onGive(files);
        }}
      />
    </>
  );
}
